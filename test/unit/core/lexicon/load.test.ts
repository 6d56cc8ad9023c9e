import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContainer, writeContainer } from '../../../../core/lexicon/container';
import { type Lexicon, LexiconDamaged } from '../../../../core/lexicon/lexicon';
import { loadLexicon } from '../../../../core/lexicon/load';
import { StringTable } from '../../../../core/lexicon/string-table';
import { groupByStem, keysAreCurrent, type TermTable } from '../../../../core/lexicon/term-table';
import { normaliseWord } from '../../../../core/text/normalise';
import { stem } from '../../../../core/text/stem';

const folder = path.resolve('resources/lexicon');
const files = new Map<string, Uint8Array>();
let lexicon: Lexicon;

const key = (word: string, lang: string) => stem(normaliseWord(word, lang), lang);
const weightOf = (from: string, word: string, to: string, other: string) =>
  lexicon
    .entries(from, to)
    ?.lookup(key(word, from))
    .find((t) => t.key === key(other, to))?.weight ?? 0;

beforeAll(() => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.bin.br'))) {
    files.set(name, brotliDecompressSync(readFileSync(path.join(folder, name))));
  }
  lexicon = loadLexicon(files);
});

describe('the compiled lexicon', () => {
  it.each([
    ['en', 'meeting', 'ar', 'لقاء'],
    ['en', 'leaders', 'ar', 'القيادات'],
    ['ar', 'الأسرى', 'en', 'prisoners'],
    ['en', 'government', 'fr', 'gouvernement'],
    ['fr', 'négociations', 'en', 'talks'],
    ['fr', 'blocus', 'ar', 'حصار'],
    ['ar', 'نازحين', 'fr', 'déplacés'],
    ['en', 'January', 'ar', 'يناير'],
    ['en', 'dogs', 'fr', 'chiens'],
  ])('%s %s – %s %s', (from, word, to, other) => {
    expect(weightOf(from, word, to, other)).toBeGreaterThan(0.5);
    expect(weightOf(to, other, from, word)).toBeCloseTo(weightOf(from, word, to, other), 5);
  });

  it('knows places in three languages', () => {
    expect(weightOf('fr', 'Tlemcen', 'ar', 'تلمسان')).toBe(1);
    expect(weightOf('en', 'Flensburg', 'fr', 'Flensbourg')).toBe(1);
  });

  it('finds phrases by their first word, longest first', () => {
    const phrases = lexicon.entries('en', 'ar')?.phrases(key('security', 'en')) ?? [];
    const council = phrases.find((p) => p.keys.join(' ') === `${key('security', 'en')} ${key('council', 'en')}`);
    expect(council?.translations.map((t) => t.key)).toContain(`${key('مجلس', 'ar')} ${key('الأمن', 'ar')}`);
    const lengths = phrases.map((p) => p.keys.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  it('goes from French to Arabic through English where no direct pair stands', () => {
    expect(weightOf('fr', 'charpentier', 'ar', 'نجار')).toBeGreaterThan(0.2);
  });

  it('has no table for languages it does not hold, nor for a language and itself', () => {
    expect(lexicon.entries('de', 'fr')).toBeNull();
    expect(lexicon.entries('en', 'en')).toBeNull();
    expect(lexicon.frequency('de')).toBeNull();
  });

  it('gives weights above 0 up to 1, heaviest first, each key once', () => {
    for (const word of ['set', 'go', 'peace', 'house', 'unheardofword']) {
      const found = lexicon.entries('en', 'ar')?.lookup(key(word, 'en')) ?? [];
      const weights = found.map((t) => t.weight);
      expect(weights.every((w) => w > 0 && w <= 1)).toBe(true);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      expect(new Set(found.map((t) => t.key)).size).toBe(found.length);
    }
  });

  it.each(['en', 'fr', 'ar'])('ranks frequent words of %s above rare ones', (lang) => {
    const [frequent, middle, rare] = {
      en: ['the', 'said', 'platypus'],
      fr: ['de', 'dit', 'ornithorynque'],
      ar: ['في', 'قال', 'خنفساء'],
    }[lang] as [string, string, string];
    const table = lexicon.frequency(lang);
    const p = (word: string) => table?.probability(key(word, lang)) ?? 0;
    expect(p(frequent)).toBeGreaterThan(p(middle));
    expect(p(middle)).toBeGreaterThan(p(rare));
    expect(p(rare)).toBe(table?.floor);
  });
});

describe('loadLexicon', () => {
  const tableOf = (bytes: Uint8Array, lang: string): TermTable => {
    const { sections } = readContainer('x', bytes);
    const strings = (name: string) =>
      new StringTable(sections.get(name) as Uint8Array, sections.get(`${name}Starts`) as Uint32Array);
    const terms = strings(`${lang}.terms`);
    const keyOf = sections.get(`${lang}.keyOf`) as Uint32Array;
    return { lang, terms, keys: strings(`${lang}.keys`), keyOf, keyStarts: new Uint32Array(), keyTerms: new Uint32Array() };
  };

  it('groups the terms anew when the stemmer has changed since the build', () => {
    const name = [...files.keys()].find((file) => file.startsWith('cldr')) ?? '';
    const bytes = files.get(name) as Uint8Array;
    const { meta, sections } = readContainer(name, bytes);
    const table = tableOf(bytes, 'en');
    expect(keysAreCurrent(table, Number.POSITIVE_INFINITY)).toBe(true);
    // A stemmer that left every word as it is.
    const changed = new Map(sections);
    changed.set('en.keys', table.terms.bytes);
    changed.set('en.keysStarts', table.terms.starts);
    changed.set(
      'en.keyOf',
      Uint32Array.from({ length: table.terms.count }, (_, id) => id),
    );
    const loaded = loadLexicon(new Map([['changed', writeContainer(meta, changed)]]));
    const month = key('January', 'en');
    expect(loaded.entries('en', 'fr')?.lookup(month)).toEqual(
      loadLexicon(new Map([[name, bytes]]))
        .entries('en', 'fr')
        ?.lookup(month),
    );
    expect(loaded.entries('en', 'fr')?.lookup(month).length).toBeGreaterThan(0);
  });

  it('refuses sections that do not fit together although the checksum is right', () => {
    const table = groupByStem(StringTable.of(['house']), 'en');
    const sections = new Map<string, Uint8Array | Uint32Array>([
      ['en.terms', table.terms.bytes],
      ['en.termsStarts', table.terms.starts],
      ['en.keys', table.keys.bytes],
      ['en.keysStarts', table.keys.starts],
      ['en.keyOf', Uint32Array.of(5)],
    ]);
    const load = () => loadLexicon(new Map([['x', writeContainer({ name: 'x', licence: 'CC0-1.0' }, sections)]]));
    expect(load).toThrow(LexiconDamaged);
    sections.set('en.keyOf', Uint32Array.of(0));
    expect(load).not.toThrow();
    sections.set('en-fr.starts', Uint32Array.of(0, 1));
    expect(load).toThrow(LexiconDamaged);
    sections.delete('en.termsStarts');
    expect(load).toThrow(LexiconDamaged);
  });
});
