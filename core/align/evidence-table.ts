/**
 * w(a, t): how plausible it is that type a of one version and type t of another translate each other. Computed once per
 * pair of distinct types, sparse, in falling order of trust: numbers, dictionary, names by skeleton, cognates, punctuation;
 * what is learned from the texts joins later (learn.ts).
 */

import type { Lexicon, Phrase, Translation } from '../lexicon/lexicon';
import { cognateForm, cognateWeight } from '../text/cognates';
import { familyKey, sameFamily } from './family';
import { entriesOf, type KnownPairs, type Meaning, meaningOf } from './lookup';
import { doubled, PairIndex } from './pair-index';
import type { EvidenceType } from './types';
import type { AnalysedVersion, TypeInfo } from './vocabulary';

/** Sparse rows: pairs of type a stand at start[a] up to start[a + 1]. */
export interface EvidenceTable {
  start: Int32Array;
  partner: Int32Array;
  weight: Float32Array;
  /** Index into evidenceTypes. */
  source: Uint8Array;
}

export const evidenceTypes: readonly EvidenceType[] = ['lexicon', 'number', 'date', 'name', 'cognate', 'learned', 'punctuation'];
const sourceOf = (type: EvidenceType) => evidenceTypes.indexOf(type);

export const weights = {
  number: 1,
  lexicon: 0.85,
  alternative: 0.75,
  /** A word that is only part of an entry. */
  phrasePart: 0.75,
  root: 0.4,
  prefix: 0.45,
  longName: 0.7,
  name: 0.45,
  sameKey: 1,
  punctuation: 0.5,
  /** What counts less than this meets foreign text as often as its own. */
  least: 0.36,
};

/** Collects the best weight of each pair, then packs. */
export class EvidenceBuilder {
  private readonly rows: number;
  private pairs = new PairIndex();
  private weight = new Float64Array(1024);
  private source = new Uint8Array(1024);

  /** `size`: types of the first version. */
  constructor(size: number) {
    this.rows = size;
  }

  add(a: number, b: number, weight: number, type: EvidenceType): void {
    if (weight < weights.least || a >= this.rows) return;
    const known = this.pairs.size;
    const pair = this.pairs.number(a, b);
    if (pair === this.weight.length) {
      this.weight = doubled(this.weight);
      this.source = doubled(this.source);
    }
    if (pair < known && (this.weight[pair] as number) >= weight) return;
    this.weight[pair] = weight;
    this.source[pair] = sourceOf(type);
  }

  /** Another builder with the same pairs, to which more can be added. */
  copy(): EvidenceBuilder {
    const out = new EvidenceBuilder(this.rows);
    out.pairs = this.pairs.copy();
    out.weight = this.weight.slice();
    out.source = this.source.slice();
    return out;
  }

  /** Within a row, pairs stand in the order in which they were first added. */
  build(): EvidenceTable {
    const { size, left, right } = this.pairs;
    const start = new Int32Array(this.rows + 1);
    for (let k = 0; k < size; k += 1) {
      const after = (left[k] as number) + 1;
      start[after] = (start[after] as number) + 1;
    }
    for (let a = 0; a < this.rows; a += 1) start[a + 1] = (start[a + 1] as number) + (start[a] as number);
    const partner = new Int32Array(size);
    const weight = new Float32Array(size);
    const source = new Uint8Array(size);
    const next = start.slice();
    for (let k = 0; k < size; k += 1) {
      const a = left[k] as number;
      const at = next[a] as number;
      next[a] = at + 1;
      partner[at] = right[k] as number;
      weight[at] = this.weight[k] as number;
      source[at] = this.source[k] as number;
    }
    return { start, partner, weight, source };
  }
}

/** Type ids of each stem that a word of the version may have. */
export function stemIndex(version: AnalysedVersion): Map<string, number[]> {
  const index = new Map<string, number[]>();
  version.types.forEach((info, id) => {
    if (info.kind !== 'word') return;
    for (const stem of info.stems) {
      const ids = index.get(stem);
      if (ids) ids.push(id);
      else index.set(stem, [id]);
    }
  });
  return index;
}

const latin = /^[a-z]/;

const none: readonly Phrase[] = [];

/** Every stem of a phrase entry that stands in the text in a row, with the entry's translations. */
function phrasesInText(version: AnalysedVersion, entries: KnownPairs, tick: () => void): Map<number, Translation[]> {
  const found = new Map<number, Translation[]>();
  const stems = new Set<string>();
  for (const info of version.types) for (const stem of info.stems) stems.add(stem);
  const candidates = version.types.map((info) => {
    tick();
    if (info.kind !== 'word') return none;
    const phrases: Phrase[] = [];
    // Most entries go on with a word that the text does not have.
    for (const stem of info.stems)
      for (const phrase of entries.phrases(stem)) if (phrase.keys.every((key) => stems.has(key))) phrases.push(phrase);
    return phrases.length > 0 ? phrases : none;
  });
  for (const tokens of version.tokens) {
    tick();
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      for (const phrase of candidates[tokens[at]?.type ?? 0] ?? none) {
        const { length } = phrase.keys;
        if (at + length > tokens.length) continue;
        if (!phrase.keys.every((key, k) => version.types[tokens[at + k]?.type ?? 0]?.stems.includes(key))) continue;
        if (phrase.translations.length === 0) continue;
        const types = tokens.slice(at, at + length).map((token) => token.type);
        for (const type of types) {
          const list = found.get(type) ?? [];
          for (const translation of phrase.translations) if (!list.includes(translation)) list.push(translation);
          found.set(type, list);
        }
        break;
      }
    }
  }
  return found;
}

/** Pairs of types that stand side by side somewhere, as first * size + second. */
function adjacentTypes(version: AnalysedVersion, tick: () => void): Set<number> {
  const out = new Set<number>();
  for (const tokens of version.tokens) {
    tick();
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      out.add((tokens[at]?.type ?? 0) * version.types.length + (tokens[at + 1]?.type ?? 0));
    }
  }
  return out;
}

/** The types that make up a phrase where its words stand in a row; none where they do not. */
function typesOfPhrase(
  words: readonly string[],
  stems: Map<string, number[]>,
  neighbours: Set<number>,
  size: number,
): Set<number> {
  const found = new Set<number>();
  for (let k = 0; k + 1 < words.length; k += 1) {
    let met = false;
    for (const first of stems.get(words[k] ?? '') ?? []) {
      for (const second of stems.get(words[k + 1] ?? '') ?? []) {
        if (!neighbours.has(first * size + second)) continue;
        met = true;
        found.add(first).add(second);
      }
    }
    if (!met) return new Set();
  }
  return found;
}

function addDictionary(
  a: AnalysedVersion,
  b: AnalysedVersion,
  entries: KnownPairs,
  table: EvidenceBuilder,
  swapped: boolean,
  tick: () => void,
): void {
  const stems = stemIndex(b);
  const families = new Map<string, number[]>();
  b.types.forEach((info, id) => {
    tick();
    if (info.kind !== 'word') return;
    const key = familyKey(info.stems[0] ?? '', b.lang);
    if (key === '') return;
    const ids = families.get(key);
    if (ids) ids.push(id);
    else families.set(key, [id]);
  });
  const add = (x: number, y: number, weight: number) =>
    swapped ? table.add(y, x, weight, 'lexicon') : table.add(x, y, weight, 'lexicon');
  const neighbours = adjacentTypes(b, tick);
  const addMeaning = (id: number, { key: word, weight: own, words, family }: Meaning, trust: number) => {
    const weight = trust * own;
    // No kind of pair that comes of it would count.
    if (weights.lexicon * weight < weights.least) return;
    if (words) {
      const part = weights.lexicon * trust * weights.phrasePart * own;
      for (const partner of typesOfPhrase(words, stems, neighbours, b.types.length)) add(id, partner, part);
      return;
    }
    for (const partner of stems.get(word) ?? []) {
      const exact = b.types[partner]?.stems[0] === word;
      add(id, partner, (exact ? weights.lexicon : weights.alternative) * weight);
    }
    const related = (b.lang === 'ar' ? weights.root : weights.prefix) * weight;
    if (related < weights.least || family === '') return;
    for (const partner of families.get(family) ?? []) {
      if (sameFamily(word, b.types[partner]?.stems[0] ?? '', b.lang)) add(id, partner, related);
    }
  };
  const phrases = phrasesInText(a, entries, tick);
  a.types.forEach((info, id) => {
    tick();
    if (info.kind !== 'word') return;
    info.stems.forEach((stem, nth) => {
      for (const meaning of entries.meanings(stem)) addMeaning(id, meaning, nth === 0 ? 1 : 0.8);
    });
    for (const translation of phrases.get(id) ?? []) addMeaning(id, meaningOf(translation, b.lang), weights.phrasePart);
  });
}

function addNames(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceBuilder, tick: () => void): void {
  const bones = new Map<string, number[]>();
  b.types.forEach((info, id) => {
    if (info.skeleton.length < 3) return;
    const ids = bones.get(info.skeleton);
    if (ids) ids.push(id);
    else bones.set(info.skeleton, [id]);
  });
  a.types.forEach((info, id) => {
    tick();
    if (info.skeleton.length < 3) return;
    for (const partner of bones.get(info.skeleton) ?? [])
      table.add(id, partner, info.skeleton.length >= 4 ? weights.longName : weights.name, 'name');
  });
}

function addCognates(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceBuilder, tick: () => void): void {
  const keyLength = Math.max(a.types.length, b.types.length) > 4000 ? 4 : 3;
  const usable = (info: TypeInfo) => info.kind === 'word' && latin.test(info.norm) && info.norm.length >= 3;
  const buckets = new Map<string, { id: number; form: string }[]>();
  b.types.forEach((info, id) => {
    if (!usable(info)) return;
    const form = cognateForm(info.norm);
    const key = form.slice(0, keyLength);
    const list = buckets.get(key);
    if (list) list.push({ id, form });
    else buckets.set(key, [{ id, form }]);
  });
  a.types.forEach((info, id) => {
    tick();
    if (!usable(info)) return;
    const own = cognateForm(info.norm);
    for (const { id: partner, form } of buckets.get(own.slice(0, keyLength)) ?? []) {
      const other = b.types[partner];
      if (!other || Math.abs(other.norm.length - info.norm.length) > 5) continue;
      const spelt = info.norm === other.norm ? cognateWeight(info.norm, other.norm) : cognateWeight(own, form);
      const weight = Math.max(spelt, info.key === other.key ? 0.7 : 0);
      if (weight > 0) table.add(id, partner, weight, 'cognate');
    }
  });
}

/** All evidence between the types of two versions that does not come from where they stand. */
export function buildEvidence(
  a: AnalysedVersion,
  b: AnalysedVersion,
  lexicon: Lexicon | null,
  tick: () => void = () => undefined,
): EvidenceBuilder {
  const table = new EvidenceBuilder(a.types.length);
  const sameLanguage = a.lang === b.lang;
  a.types.forEach((info, id) => {
    const partner = b.byKey.get(info.key);
    if (partner === undefined) return;
    if (info.kind === 'number') table.add(id, partner, weights.number, info.key.startsWith('@') ? 'date' : 'number');
    else if (info.kind === 'punctuation') table.add(id, partner, weights.punctuation, 'punctuation');
    else if (sameLanguage) table.add(id, partner, weights.sameKey, 'cognate');
  });
  if (lexicon && !sameLanguage) {
    const forth = entriesOf(lexicon, a.lang, b.lang);
    if (forth) addDictionary(a, b, forth, table, false, tick);
    const back = entriesOf(lexicon, b.lang, a.lang);
    if (back) addDictionary(b, a, back, table, true, tick);
  }
  addCognates(a, b, table, tick);
  addNames(a, b, table, tick);
  return table;
}
