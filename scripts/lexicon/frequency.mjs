// Background frequencies: hand-written rank lists, function words, and a share for every word of the supplement.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addTermSections } from './compile.mjs';
import { sha256 } from './debian.mjs';
import { parseSupplement, supplementLanguages } from './supplement.mjs';

const million = 1e6;
/**
 * A function word that no line of the list names; a word of the supplement: by Zipf's law what the word of rank 10,000 has, and the
 * supplement holds about so many.
 */
const functionShare = 800 / million;
const supplementShare = 10 / million;

/** The sections of the frequency file and its sources. */
export function frequencySections(core, folder, supplementFolder) {
  const { byBytes, encodeKey, functionWords, groupByStem, StringTable, tokenise } = core;
  const sections = new Map();
  const sources = [];
  const supplementRows = readdirSync(supplementFolder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => parseSupplement(readFileSync(path.join(supplementFolder, file), 'utf8')));
  for (const [column, lang] of supplementLanguages.entries()) {
    const shares = new Map();
    const raise = (raw, share) => {
      for (const token of tokenise(raw, lang)) {
        if (token.kind !== 'word' || encodeKey(token.norm) === null) continue;
        shares.set(token.norm, Math.max(share, shares.get(token.norm) ?? 0));
      }
    };
    const bytes = readFileSync(path.join(folder, `${lang}.txt`));
    for (const line of bytes.toString('utf8').split('\n')) {
      const [, count, words] = /^(\d+) (.+)$/.exec(line) ?? [];
      if (words) raise(words, Number(count) / million);
    }
    for (const word of functionWords(lang)) if (!shares.has(word)) raise(word, functionShare);
    for (const { cells } of supplementRows) for (const term of cells[column] ?? []) raise(term, supplementShare);
    const terms = [...shares.keys()].sort(byBytes);
    addTermSections(sections, groupByStem(StringTable.of(terms), lang));
    sections.set(
      `${lang}.frequency`,
      Float32Array.from(terms, (term) => shares.get(term)),
    );
    sources.push({ file: `frequency/${lang}.txt`, rows: terms.length, sha256: sha256(bytes) });
  }
  return { sections, sources };
}
