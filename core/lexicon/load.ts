/**
 * Opens compiled lexicon files. The host reads and decompresses them; core gets bytes. Nothing is decoded to strings here:
 * loading is checksums, views and one hash a table.
 */
import { type Container, readContainer } from './container';
import { FrequencyList } from './frequency';
import { type FrequencyTable, type Lexicon, LexiconDamaged, type PairTable } from './lexicon';
import { DirectPairs, MergedPairs, type PairSource, pivoted, reversed } from './pair-table';
import { StringTable } from './string-table';
import { groupByStem, invert, keysAreCurrent, type TermTable } from './term-table';

/** The language through which two languages meet that few dictionaries join directly. */
const pivot = 'en';

interface OpenFile {
  label: string;
  container: Container;
  terms: Map<string, TermTable>;
}

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

function largest(values: Uint32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) if ((values[i] as number) > most) most = values[i] as number;
  return most;
}

function isAscending(starts: Uint32Array): boolean {
  for (let i = 1; i < starts.length; i += 1) if ((starts[i] as number) < (starts[i - 1] as number)) return false;
  return starts.length > 0 && starts[0] === 0;
}

function openStrings(file: { label: string; container: Container }, name: string): StringTable {
  const bytes = section(file, name, Uint8Array);
  const starts = section(file, `${name}Starts`, Uint32Array);
  mustBe(file, isAscending(starts) && starts.at(-1) === bytes.length, `strings of ${name}`);
  return new StringTable(bytes, starts);
}

function openTerms(file: { label: string; container: Container }, lang: string): TermTable {
  const terms = openStrings(file, `${lang}.terms`);
  const keys = openStrings(file, `${lang}.keys`);
  const keyOf = section(file, `${lang}.keyOf`, Uint32Array);
  mustBe(file, keyOf.length === terms.count && (terms.count === 0 || largest(keyOf) < keys.count), `keys of ${lang}`);
  const { starts, members } = invert(keyOf, keys.count);
  const table = { lang, terms, keys, keyOf, keyStarts: starts, keyTerms: members };
  return keysAreCurrent(table) ? table : groupByStem(terms, lang);
}

function openFile(label: string, bytes: Uint8Array): OpenFile {
  const file: OpenFile = { label, container: readContainer(label, bytes), terms: new Map() };
  for (const name of file.container.sections.keys()) {
    const lang = /^(\w+)\.terms$/.exec(name)?.[1];
    if (lang !== undefined) file.terms.set(lang, openTerms(file, lang));
  }
  return file;
}

function openPairs(file: OpenFile): PairSource[] {
  const sources: PairSource[] = [];
  for (const name of file.container.sections.keys()) {
    const match = /^(\w+)-(\w+)\.starts$/.exec(name);
    if (!match) continue;
    const [, from = '', to = ''] = match;
    const source = file.terms.get(from);
    const target = file.terms.get(to);
    if (!source || !target) throw new LexiconDamaged(file.label, `terms of ${from}-${to} missing`);
    const starts = section(file, name, Uint32Array);
    const targets = section(file, `${from}-${to}.targets`, Uint32Array);
    const weights = section(file, `${from}-${to}.weights`, Uint8Array);
    mustBe(
      file,
      isAscending(starts) &&
        starts.length === source.terms.count + 1 &&
        starts.at(-1) === targets.length &&
        weights.length === targets.length &&
        (targets.length === 0 || largest(targets) < target.terms.count),
      `pairs of ${from}-${to}`,
    );
    sources.push({ source, target, starts, targets, weights });
  }
  return sources;
}

class LoadedLexicon implements Lexicon {
  readonly #direct = new Map<string, PairSource[]>();
  readonly #tables = new Map<string, PairTable | null>();
  readonly #frequencies: ReadonlyMap<string, FrequencyTable>;

  constructor(files: readonly OpenFile[]) {
    const frequencies = new Map<string, FrequencyTable>();
    for (const file of files) {
      for (const pair of openPairs(file)) {
        this.#add(`${pair.source.lang}-${pair.target.lang}`, pair);
      }
      for (const [lang, table] of file.terms) {
        const name = `${lang}.frequency`;
        if (!file.container.sections.has(name)) continue;
        const values = section(file, name, Float32Array);
        mustBe(file, values.length === table.terms.count, `frequencies of ${lang}`);
        frequencies.set(lang, new FrequencyList(table, values));
      }
    }
    this.#frequencies = frequencies;
  }

  #add(name: string, pair: PairSource): void {
    const list = this.#direct.get(name);
    if (list) list.push(pair);
    else this.#direct.set(name, [pair]);
  }

  #sources(from: string, to: string): PairSource[] {
    return [...(this.#direct.get(`${from}-${to}`) ?? []), ...(this.#direct.get(`${to}-${from}`) ?? []).map(reversed)];
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
    return this.#frequencies.get(lang) ?? null;
  }
}

/** Opens lexicon files: file name to decompressed bytes. Throws LexiconDamaged. */
export function loadLexicon(files: ReadonlyMap<string, Uint8Array>): Lexicon {
  return new LoadedLexicon([...files].map(([label, bytes]) => openFile(label, bytes)));
}
