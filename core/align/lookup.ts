/**
 * Look-ups remembered across pairs of versions and across runs: French and Arabic meet through English at look-up, which costs
 * more than everything else in short texts.
 */

import type { Lexicon, PairTable, Phrase, Translation } from '../lexicon/lexicon';
import { primarySubtag } from '../model/languages';
import { familyKey } from './family';

/** Stems kept for each pair of languages; then it starts afresh. */
const mostKept = 60_000;

/** A translation with what the evidence asks of it each time. */
export interface Meaning extends Translation {
  /** The stems of a phrase; null for a single word. */
  words: readonly string[] | null;
  /** Its word family, '' for none and for phrases. */
  family: string;
}

/** `lang`: the translation's language. */
export function meaningOf({ key, weight }: Translation, lang: string): Meaning {
  const words = key.includes(' ') ? key.split(' ') : null;
  return { key, weight, words, family: words ? '' : familyKey(key, lang) };
}

/** The entries between two languages, in one direction, each looked up once. */
export class KnownPairs {
  private readonly table: PairTable;
  private readonly lang: string;
  private readonly found = new Map<string, readonly Meaning[]>();
  private readonly foundPhrases = new Map<string, readonly Phrase[]>();

  /** `lang`: of the translations. */
  constructor(table: PairTable, lang: string) {
    this.table = table;
    this.lang = lang;
  }

  /** As PairTable.lookup. */
  meanings(key: string): readonly Meaning[] {
    return this.found.get(key) ?? keep(this.found, key, this.lookup(key));
  }

  /** As PairTable.phrases. */
  phrases(firstKey: string): readonly Phrase[] {
    return this.foundPhrases.get(firstKey) ?? keep(this.foundPhrases, firstKey, this.table.phrases(firstKey));
  }

  private lookup(key: string): readonly Meaning[] {
    const found = this.table.lookup(key);
    return found.length > 0 ? found.map((translation) => meaningOf(translation, this.lang)) : none;
  }
}

const none: readonly Meaning[] = [];

function keep<T>(map: Map<string, T>, key: string, value: T): T {
  if (map.size >= mostKept) map.clear();
  map.set(key, value);
  return value;
}

const tables = new WeakMap<Lexicon, Map<string, KnownPairs | null>>();

/** As lexicon.entries, with a memory. */
export function entriesOf(lexicon: Lexicon, from: string, to: string): KnownPairs | null {
  let known = tables.get(lexicon);
  if (!known) {
    known = new Map();
    tables.set(lexicon, known);
  }
  const key = `${from}-${to}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const table = lexicon.entries(from, to);
  const entry = table ? new KnownPairs(table, to) : null;
  known.set(key, entry);
  return entry;
}

/** True where no file of the lexicon helps with this pair of different languages (BCP 47). */
export function withoutDictionary(from: string, to: string, lexicon: Lexicon | null): boolean {
  const [x, y] = [primarySubtag(from), primarySubtag(to)];
  return x !== y && (lexicon?.entries(x, y) ?? null) === null;
}
