// The text of the top-level NOTICE: what the language data is made from and under which terms each file stands.

const sourceLine = (source) =>
  source.package ? `${source.package} ${source.version}` : `resources/lexicon/${source.file}, ${source.rows} rows`;

/** `files`: the entries of the manifest. */
export function noticeText(files) {
  const parts = [
    'Triptych – notices for language data',
    '',
    'Triptych is free software under the GNU General Public License, version 3 or later (see LICENSE). The compiled lexicon in',
    'resources/lexicon is language data with licences of its own, one file per licence. The scripts in scripts/lexicon make the',
    'files from the packages named here; together with those packages they are the source of the files. This text is written',
    'by the build; manifest.json beside the files has the checksums.',
    '',
  ];
  for (const file of files) {
    parts.push(
      `resources/lexicon/${file.file}`,
      `  What:      ${file.title}`,
      `  Copyright: ${file.holder}`,
      `  Licence:   ${file.licence}`,
    );
    if (file.remark) parts.push(`  Remark:    ${file.remark}`);
    parts.push('  Made from:', ...file.sources.map((source) => `    ${sourceLine(source)}`), '');
  }
  return parts.join('\n');
}
