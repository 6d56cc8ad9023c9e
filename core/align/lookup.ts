/**
 * Look-ups remembered across pairs of versions and across runs: French and Arabic meet through English at look-up, which costs
 * more than everything else in short texts.
 */
import type { Lexicon, PairTable, Phrase, Translation } from '../lexicon/lexicon';

/** Stems kept for each pair of languages; then it starts afresh. */
const mostKept = 60_000;

class RememberedPairs implements PairTable {
  private readonly table: PairTable;
  private readonly found = new Map<string, readonly Translation[]>();
  private readonly foundPhrases = new Map<string, readonly Phrase[]>();

  constructor(table: PairTable) {
    this.table = table;
  }

  lookup(key: string): readonly Translation[] {
    return this.found.get(key) ?? keep(this.found, key, this.table.lookup(key));
  }

  phrases(firstKey: string): readonly Phrase[] {
    return this.foundPhrases.get(firstKey) ?? keep(this.foundPhrases, firstKey, this.table.phrases(firstKey));
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): T {
  if (map.size >= mostKept) map.clear();
  map.set(key, value);
  return value;
}

const tables = new WeakMap<Lexicon, Map<string, PairTable | null>>();

/** As lexicon.entries, with a memory. */
export function entriesOf(lexicon: Lexicon, from: string, to: string): PairTable | null {
  let known = tables.get(lexicon);
  if (!known) {
    known = new Map();
    tables.set(lexicon, known);
  }
  const key = `${from}-${to}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const table = lexicon.entries(from, to);
  const entry = table ? new RememberedPairs(table) : null;
  known.set(key, entry);
  return entry;
}

/** True where no file of the lexicon helps with this pair of different languages (BCP 47). */
export function withoutDictionary(from: string, to: string, lexicon: Lexicon | null): boolean {
  const [x = '', y = ''] = [from, to].map((lang) => lang.toLowerCase().split('-')[0]);
  return x !== y && (lexicon?.entries(x, y) ?? null) === null;
}
