/**
 * Opens compiled lexicon files. The host reads and decompresses them; core gets bytes. Nothing is decoded to strings here: loading
 * is a checksum, views and one look at every number that points into a table. Indexes are made for the languages that are asked
 * for, when they are.
 */
import { type Container, readContainer } from './container';
import { FrequencyList } from './frequency';
import { type FrequencyTable, type Lexicon, LexiconDamaged, type PairTable } from './lexicon';
import { DirectPairs, MergedPairs, type PairSource, pivoted, reversed } from './pair-table';
import { StringTable } from './string-table';
import { groupByStem, invert, keysAreCurrent, type TermTable } from './term-table';

/** The language through which two languages meet that few dictionaries join directly. */
const pivot = 'en';

function section<T extends Uint8Array | Uint32Array | Float32Array>(
  file: { label: string; container: Container },
  name: string,
  type: abstract new (...args: never[]) => T,
): T {
  const array = file.container.sections.get(name);
  if (!(array instanceof type)) throw new LexiconDamaged(file.label, `section ${name} missing`);
  return array;
}

function mustBe(file: { label: string }, condition: boolean, what: string): void {
  if (!condition) throw new LexiconDamaged(file.label, `${what} do not fit together`);
}

/** The largest value, 0 of none, and whether values never fall: one pass, because opening reads every number once. */
function survey(values: Uint32Array): { most: number; rising: boolean } {
  let most = 0;
  let rising = true;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value >= most) most = value;
    else rising = false;
  }
  return { most, rising };
}

const isAscending = (starts: Uint32Array) => starts[0] === 0 && survey(starts).rising;
const allBelow = (values: Uint32Array, limit: number) => values.length === 0 || survey(values).most < limit;

function openStrings(file: { label: string; container: Container }, name: string): StringTable {
  const bytes = section(file, name, Uint8Array);
  const starts = section(file, `${name}Starts`, Uint32Array);
  mustBe(file, isAscending(starts) && starts.at(-1) === bytes.length, `strings of ${name}`);
  return new StringTable(bytes, starts);
}

/** Terms whose sections fit together, not yet indexed. */
interface StoredTerms {
  terms: StringTable;
  keys: StringTable;
  keyOf: Uint32Array;
}

function storedTerms(file: { label: string; container: Container }, lang: string): StoredTerms {
  const terms = openStrings(file, `${lang}.terms`);
  const keys = openStrings(file, `${lang}.keys`);
  const keyOf = section(file, `${lang}.keyOf`, Uint32Array);
  mustBe(file, keyOf.length === terms.count && allBelow(keyOf, keys.count), `keys of ${lang}`);
  return { terms, keys, keyOf };
}

function indexed({ terms, keys, keyOf }: StoredTerms, lang: string): TermTable {
  if (!keysAreCurrent({ lang, terms, keys, keyOf })) return groupByStem(terms, lang);
  const { starts, members } = invert(keyOf, keys.count);
  return { lang, terms, keys, keyOf, keyStarts: starts, keyTerms: members };
}

/** A file that has been checked as a whole. What look-ups need beside the file's own sections is made language by language. */
class OpenFile {
  readonly label: string;
  readonly container: Container;
  readonly #stored = new Map<string, StoredTerms>();
  readonly #terms = new Map<string, TermTable>();

  constructor(label: string, bytes: Uint8Array) {
    this.label = label;
    this.container = readContainer(label, bytes);
    for (const name of this.container.sections.keys()) {
      const lang = /^(\w+)\.terms$/.exec(name)?.[1];
      if (lang !== undefined) this.#stored.set(lang, storedTerms(this, lang));
    }
  }

  /** How many terms the file has in each language. */
  get termCounts(): ReadonlyMap<string, number> {
    return new Map([...this.#stored].map(([lang, { terms }]) => [lang, terms.count]));
  }

  terms(lang: string): TermTable {
    let table = this.#terms.get(lang);
    if (!table) {
      const stored = this.#stored.get(lang);
      if (!stored) throw new LexiconDamaged(this.label, `terms of ${lang} missing`);
      table = indexed(stored, lang);
      this.#terms.set(lang, table);
    }
    return table;
  }
}

/** The pairs of one file, checked; its terms are opened when a look-up wants them. */
interface StoredPairs {
  from: string;
  to: string;
  open(): PairSource;
}

function storedPairs(file: OpenFile): StoredPairs[] {
  const counts = file.termCounts;
  const found: StoredPairs[] = [];
  for (const name of file.container.sections.keys()) {
    const match = /^(\w+)-(\w+)\.starts$/.exec(name);
    if (!match) continue;
    const [, from = '', to = ''] = match;
    const sources = counts.get(from);
    const meanings = counts.get(to);
    if (sources === undefined || meanings === undefined) throw new LexiconDamaged(file.label, `terms of ${from}-${to} missing`);
    const starts = section(file, name, Uint32Array);
    const targets = section(file, `${from}-${to}.targets`, Uint32Array);
    const weights = section(file, `${from}-${to}.weights`, Uint8Array);
    mustBe(
      file,
      isAscending(starts) &&
        starts.length === sources + 1 &&
        starts.at(-1) === targets.length &&
        weights.length === targets.length &&
        allBelow(targets, meanings),
      `pairs of ${from}-${to}`,
    );
    found.push({ from, to, open: () => ({ source: file.terms(from), target: file.terms(to), starts, targets, weights }) });
  }
  return found;
}

class LoadedLexicon implements Lexicon {
  readonly #direct = new Map<string, StoredPairs[]>();
  readonly #tables = new Map<string, PairTable | null>();
  readonly #frequencies = new Map<string, () => FrequencyTable>();
  readonly #opened = new Map<string, FrequencyTable>();

  constructor(files: readonly OpenFile[]) {
    for (const file of files) {
      for (const pairs of storedPairs(file)) this.#add(`${pairs.from}-${pairs.to}`, pairs);
      for (const [lang, count] of file.termCounts) {
        const name = `${lang}.frequency`;
        if (!file.container.sections.has(name)) continue;
        const values = section(file, name, Float32Array);
        mustBe(file, values.length === count, `frequencies of ${lang}`);
        this.#frequencies.set(lang, () => new FrequencyList(file.terms(lang), values));
      }
    }
  }

  #add(name: string, pairs: StoredPairs): void {
    const list = this.#direct.get(name);
    if (list) list.push(pairs);
    else this.#direct.set(name, [pairs]);
  }

  #sources(from: string, to: string): PairSource[] {
    const forth = this.#direct.get(`${from}-${to}`) ?? [];
    const back = this.#direct.get(`${to}-${from}`) ?? [];
    return [...forth.map((pairs) => pairs.open()), ...back.map((pairs) => reversed(pairs.open()))];
  }

  entries(fromLang: string, toLang: string): PairTable | null {
    const name = `${fromLang}-${toLang}`;
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const table = this.#make(fromLang, toLang);
    this.#tables.set(name, table);
    return table;
  }

  #make(from: string, to: string): PairTable | null {
    if (from === to) return null;
    const direct = this.#sources(from, to);
    const table = direct.length > 0 ? new MergedPairs(direct.map((pair) => new DirectPairs(pair))) : null;
    if (from === pivot || to === pivot) return table;
    const first = this.entries(from, pivot);
    const second = this.entries(pivot, to);
    return first && second ? pivoted(table, first, second) : table;
  }

  frequency(lang: string): FrequencyTable | null {
    const known = this.#opened.get(lang);
    if (known) return known;
    const table = this.#frequencies.get(lang)?.() ?? null;
    if (table) this.#opened.set(lang, table);
    return table;
  }
}

/** Opens lexicon files: file name to decompressed bytes. Throws LexiconDamaged. */
export function loadLexicon(files: ReadonlyMap<string, Uint8Array>): Lexicon {
  return new LoadedLexicon([...files].map(([label, bytes]) => new OpenFile(label, bytes)));
}
