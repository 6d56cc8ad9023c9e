/**
 * Look-up in one direction: over all files that join two languages, and through a third language where two meet seldom.
 */
import type { PairTable, Phrase, Translation } from './lexicon';
import { type EncodedKey, encodeKey, lookupKey } from './string-table';
import { buckets, type TermTable } from './term-table';

/** The pairs of one file in one direction: for source term s the targets starts[s] .. starts[s + 1]. */
export interface PairSource {
  source: TermTable;
  target: TermTable;
  starts: Uint32Array;
  targets: Uint32Array;
  /** 255 is weight 1. */
  weights: Uint8Array;
}

/** What is lost on the way through the pivot language. */
const pivotLoss = 0.9;
/** Derived pairs below this say nothing: both steps were doubtful. */
const pivotLeast = 0.2;
const pivotSteps = 12;
const pivotKept = 24;
const none: readonly Translation[] = [];

/** The same pairs, read the other way. */
export function reversed(pair: PairSource): PairSource {
  const { starts, next } = buckets(pair.targets, pair.target.terms.count);
  const targets = new Uint32Array(pair.targets.length);
  const weights = new Uint8Array(pair.targets.length);
  for (let term = 0; term < pair.source.terms.count; term += 1) {
    const end = pair.starts[term + 1] as number;
    for (let i = pair.starts[term] as number; i < end; i += 1) {
      const target = pair.targets[i] as number;
      const at = next[target] as number;
      next[target] = at + 1;
      targets[at] = term;
      weights[at] = pair.weights[i] as number;
    }
  }
  return { source: pair.target, target: pair.source, starts, targets, weights };
}

/** One file, one direction. */
export class DirectPairs {
  readonly #pair: PairSource;

  constructor(pair: PairSource) {
    this.#pair = pair;
  }

  /** Adds this file's translations of a key to `into`, the larger weight winning. */
  collect(key: EncodedKey, into: Map<string, number>): void {
    const { source, target, starts, targets, weights } = this.#pair;
    const id = source.keys.findKey(key);
    if (id < 0) return;
    for (let k = source.keyStarts[id] as number; k < (source.keyStarts[id + 1] as number); k += 1) {
      const term = source.keyTerms[k] as number;
      for (let i = starts[term] as number; i < (starts[term + 1] as number); i += 1) {
        const found = target.keys.get(target.keyOf[targets[i] as number] as number);
        const weight = (weights[i] as number) / 255;
        if (weight > (into.get(found) ?? 0)) into.set(found, weight);
      }
    }
  }

  /** Adds the keys with several words that begin with `word`; `prefix`: the word and a space. */
  phraseKeys(word: EncodedKey, prefix: Uint8Array, into: Set<string>): void {
    const { keys } = this.#pair.source;
    if (!keys.mayOpen(word)) return;
    const [from, to] = keys.withPrefixBytes(prefix);
    for (let id = from; id < to; id += 1) into.add(keys.get(id));
  }
}

function ranked(found: ReadonlyMap<string, number>): readonly Translation[] {
  if (found.size === 0) return none;
  return [...found].map(([key, weight]) => ({ key, weight })).sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** Its translations are looked up when they are asked for: of all phrases that begin with a word, a text holds few. */
class LazyPhrase implements Phrase {
  readonly keys: readonly string[];
  readonly #lookup: () => readonly Translation[];
  #found: readonly Translation[] | undefined;

  constructor(key: string, lookup: (key: string) => readonly Translation[]) {
    this.keys = key.split(' ');
    this.#lookup = () => lookup(key);
  }

  get translations(): readonly Translation[] {
    this.#found ??= this.#lookup();
    return this.#found;
  }
}

function phrasesOf(keys: ReadonlySet<string>, lookup: (key: string) => readonly Translation[]): readonly Phrase[] {
  if (keys.size === 0) return [];
  return [...keys].map((key) => new LazyPhrase(key, lookup)).sort((a, b) => b.keys.length - a.keys.length);
}

/** All files that join two languages. */
export class MergedPairs implements PairTable {
  readonly #parts: readonly DirectPairs[];

  constructor(parts: readonly DirectPairs[]) {
    this.#parts = parts;
  }

  lookup(key: string): readonly Translation[] {
    const encoded = lookupKey(key);
    if (!encoded) return none;
    const found = new Map<string, number>();
    for (const part of this.#parts) part.collect(encoded, found);
    return ranked(found);
  }

  phrases(firstKey: string): readonly Phrase[] {
    const word = lookupKey(firstKey);
    const prefix = encodeKey(`${firstKey} `);
    if (!word || !prefix) return [];
    const keys = new Set<string>();
    for (const part of this.#parts) part.phraseKeys(word, prefix, keys);
    return phrasesOf(keys, (key) => this.lookup(key));
  }
}

/** Look-ups remembered on the way through the pivot: texts of one matter go through the same words. */
const mostSteps = 20_000;

/** Direct pairs, if any, and those through a third language. */
export function pivoted(direct: PairTable | null, first: PairTable, second: PairTable): PairTable {
  const steps = new Map<string, readonly Translation[]>();
  const onward = (key: string): readonly Translation[] => {
    let found = steps.get(key);
    if (!found) {
      if (steps.size >= mostSteps) steps.clear();
      found = second.lookup(key);
      steps.set(key, found);
    }
    return found;
  };
  const lookup = (key: string): readonly Translation[] => {
    const found = new Map<string, number>();
    for (const middle of first.lookup(key).slice(0, pivotSteps)) {
      for (const last of onward(middle.key)) {
        const weight = pivotLoss * middle.weight * last.weight;
        if (weight >= pivotLeast && weight > (found.get(last.key) ?? 0)) found.set(last.key, weight);
      }
    }
    const derived = new Map(
      ranked(found)
        .slice(0, pivotKept)
        .map((t) => [t.key, t.weight]),
    );
    for (const { key: last, weight } of direct?.lookup(key) ?? none) {
      if (weight > (derived.get(last) ?? 0)) derived.set(last, weight);
    }
    return ranked(derived);
  };
  return {
    lookup,
    phrases: (firstKey) => {
      const keys = new Set<string>();
      for (const table of [direct, first]) for (const phrase of table?.phrases(firstKey) ?? []) keys.add(phrase.keys.join(' '));
      return phrasesOf(keys, lookup);
    },
  };
}
