// Makes the compiled lexicon: node scripts/lexicon/build.mjs [--cache FOLDER] | --check
// Sources are Debian packages (fetched by apt-get into the cache, default in the temporary folder), npm packages and our own supplement.
// Writes resources/lexicon/*.bin.br, manifest.json and the top-level NOTICE. --check compares the files with the manifest.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { addApertium } from './apertium.mjs';
import { addCldr } from './cldr.mjs';
import { PairCollector } from './compile.mjs';
import { loadCore, projectRoot } from './core-modules.mjs';
import { sha256 } from './debian.mjs';
import { addFreeDict } from './freedict.mjs';
import { frequencySections } from './frequency.mjs';
import { addGeoNames } from './geonames.mjs';
import { noticeText } from './notice.mjs';
import { addSupplement } from './supplement.mjs';

const folder = path.join(projectRoot, 'resources/lexicon');
const manifestFile = path.join(folder, 'manifest.json');

const recipes = [
  {
    name: 'supplement',
    licence: 'CC0-1.0',
    title: 'Triptych supplement',
    holder: 'the authors of Triptych',
    // Its alternatives are inflections more often than senses.
    damped: false,
    collect: (add) => addSupplement(add, path.join(folder, 'supplement')),
  },
  {
    name: 'freedict',
    licence: 'GPL-2.0-or-later',
    title: 'FreeDict English–Arabic, Arabic–English, English–French and French–English',
    holder: 'FreeDict contributors 2000–2022; the Arabeyes project (Wordlist); Ergane (Travlang)',
    collect: addFreeDict,
  },
  {
    name: 'apertium',
    licence: 'GPL-3.0-or-later',
    title: 'Apertium English–Catalan and French–Catalan, joined on the Catalan lemma',
    holder:
      "the authors of Apertium, among them Universitat d'Alacant (Transducens group), Prompsit, Xavi Ivars, Hèctor Alòs i Font, Marc Riera Irigoyen, Francis M. Tyers",
    remark: 'parts under GPL-2.0-or-later',
    collect: addApertium,
  },
  {
    name: 'geonames',
    licence: 'CC-BY-4.0',
    title: 'Place names in English, French and Arabic',
    holder: 'GeoNames, https://www.geonames.org',
    remark: 'names selected, shortened and paired by language for this lexicon',
    collect: addGeoNames,
  },
  {
    name: 'cldr',
    licence: 'Unicode-3.0',
    title: 'Unicode CLDR: territories, languages, months, weekdays, names of concepts',
    holder: 'Unicode, Inc. 1991–2025, https://www.unicode.org/copyright.html',
    collect: addCldr,
  },
  {
    name: 'frequency',
    licence: 'CC0-1.0',
    title: 'Background frequencies of words, by rough rank',
    holder: 'the authors of Triptych',
    sections: (core) => frequencySections(core, path.join(folder, 'frequency'), path.join(folder, 'supplement')),
  },
];

const compress = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

async function collectPairs({ damped, collect }, core, cache) {
  const collector = new PairCollector(core);
  const sources = await collect((...pair) => collector.add(...pair), cache);
  return { sections: collector.sections({ damped }), sources, pairs: collector.counts };
}

async function make(cache, only) {
  const core = await loadCore();
  mkdirSync(folder, { recursive: true });
  const earlier = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')).files : [];
  const files = [];
  for (const recipe of recipes) {
    const { name, licence, title, holder, remark } = recipe;
    const kept = earlier.find((file) => file.name === name);
    if (only && !only.includes(name) && kept) {
      files.push(kept);
      continue;
    }
    const { sections, sources, pairs } = recipe.sections ? recipe.sections(core) : await collectPairs(recipe, core, cache);
    const bytes = core.writeContainer({ name, licence }, sections);
    core.loadLexicon(new Map([[name, bytes]]));
    const packed = compress(bytes);
    const file = `${name}.${licence}.bin.br`;
    writeFileSync(path.join(folder, file), packed);
    files.push({
      name,
      file,
      licence,
      title,
      holder,
      ...(remark && { remark }),
      ...(pairs && { pairs }),
      bytes: bytes.length,
      sha256: sha256(packed),
      contentSha256: sha256(bytes),
      sources,
    });
    console.log(`${file}: ${JSON.stringify(pairs ?? {})}, ${bytes.length} bytes, ${packed.length} compressed`);
  }
  writeFileSync(manifestFile, `${JSON.stringify({ files }, null, 2)}\n`);
  writeFileSync(path.join(projectRoot, 'NOTICE'), noticeText(files));
}

/** Differences between the manifest and the files; empty when all is well. */
export function problems() {
  const { files } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const found = [];
  for (const entry of files) {
    const file = path.join(folder, entry.file);
    if (!existsSync(file)) {
      found.push(`${entry.file} is missing`);
      continue;
    }
    const packed = readFileSync(file);
    // Another zlib may compress otherwise, so the contents decide.
    if (sha256(packed) !== entry.sha256) found.push(`${entry.file} is not the file in the manifest`);
    else if (sha256(brotliDecompressSync(packed)) !== entry.contentSha256) found.push(`${entry.file} has other contents`);
  }
  for (const source of files.flatMap((file) => file.sources).filter((source) => source.file)) {
    const file = path.join(folder, source.file);
    if (!existsSync(file) || sha256(readFileSync(file)) !== source.sha256)
      found.push(`${source.file} has changed since the build`);
  }
  if (readFileSync(path.join(projectRoot, 'NOTICE'), 'utf8') !== noticeText(files))
    found.push('NOTICE differs from the manifest');
  return found;
}

if (process.argv[1] === path.join(projectRoot, 'scripts/lexicon/build.mjs')) {
  const option = (name) => {
    const at = process.argv.indexOf(name);
    return at > 0 ? process.argv[at + 1] : undefined;
  };
  if (process.argv.includes('--check')) {
    const found = problems();
    for (const problem of found) console.error(problem);
    console.log(found.length === 0 ? 'lexicon: all files as in the manifest' : `lexicon: ${found.length} problem(s)`);
    process.exitCode = found.length === 0 ? 0 : 1;
  } else {
    await make(path.resolve(option('--cache') ?? path.join(tmpdir(), 'triptych-lexicon')), option('--only')?.split(','));
  }
}
