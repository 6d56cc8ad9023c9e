/**
 * The terms of one language in one lexicon file, as surface words (phrases with spaces), and the stem keys under which they
 * are found. The file carries the keys ready made; when the stemmer has changed since, they are made anew at load: slower,
 * but never wrong.
 */
import { stem } from '../text/stem';
import { byBytes, encodeKey, StringTable } from './string-table';

export interface TermTable {
  lang: string;
  terms: StringTable;
  keys: StringTable;
  /** For every term the id of its key. */
  keyOf: Uint32Array;
  /** Per key the terms that have it: keyStarts[k] .. keyStarts[k + 1] in keyTerms. */
  keyStarts: Uint32Array;
  keyTerms: Uint32Array;
}

/** The stem key of a term: its words' stems with a space between. */
export function keyOfTerm(term: string, lang: string): string {
  if (!term.includes(' ')) return stem(term, lang);
  return term
    .split(' ')
    .map((word) => stem(word, lang))
    .join(' ');
}

/** Groups terms by their stem keys. */
export function groupByStem(terms: StringTable, lang: string): TermTable {
  const keyTexts: string[] = [];
  for (let id = 0; id < terms.count; id += 1) {
    const key = keyOfTerm(terms.get(id), lang);
    // A stemmer may leave a letter that the table cannot hold; such a term stays under its own spelling.
    keyTexts.push(encodeKey(key) === null ? terms.get(id) : key);
  }
  const distinct = [...new Set(keyTexts)].sort(byBytes);
  const ids = new Map(distinct.map((key, id) => [key, id]));
  const keyOf = Uint32Array.from(keyTexts, (key) => ids.get(key) ?? 0);
  const { starts, members } = invert(keyOf, distinct.length);
  return { lang, terms, keys: StringTable.of(distinct), keyOf, keyStarts: starts, keyTerms: members };
}

/** Where the bucket of each value starts, count + 1 of them, and a copy to fill the buckets by: the first half of a counting sort. */
export function buckets(values: Uint32Array, count: number): { starts: Uint32Array; next: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < values.length; i += 1) {
    const after = (values[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  return { starts, next: starts.slice() };
}

/** Buckets of the positions that hold each value, ascending. */
export function invert(values: Uint32Array, count: number): { starts: Uint32Array; members: Uint32Array } {
  const { starts, next } = buckets(values, count);
  const members = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    const at = next[value] as number;
    members[at] = i;
    next[value] = at + 1;
  }
  return { starts, members };
}

/** False when a sample of the terms has other stems now than the table says. `sample`: how many to look at. */
export function keysAreCurrent(table: Pick<TermTable, 'lang' | 'terms' | 'keys' | 'keyOf'>, sample = 48): boolean {
  const step = Math.max(1, Math.floor(table.terms.count / sample));
  for (let id = 0; id < table.terms.count; id += step) {
    const term = table.terms.get(id);
    const key = keyOfTerm(term, table.lang);
    const stored = table.keys.get(table.keyOf[id] ?? 0);
    if (stored !== key && !(encodeKey(key) === null && stored === term)) return false;
  }
  return true;
}
