import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../../core/search/fts-query';
import { literalForm } from '../../../../core/search/literal-form';
import { parseQuery, type Term } from '../../../../core/search/query';
import { answersQuery, querySpans } from '../../../../core/search/spans';
import { foldForSearch } from '../../../../core/text/fold';

const spansOf = (text: string, source: string, literal = false) =>
  querySpans(text, parseQuery(source)!, literal).key.map(([a, b]) => text.slice(a, b));

describe('querySpans', () => {
  it('finds folded words where they stand as written', () => {
    expect(spansOf('Le Séfa et la sefa, Sefar.', 'sefa')).toEqual(['Séfa', 'sefa']);
    expect(spansOf('قالَ إنّ المدينةَ كبيرة وبالمدينة', 'مدينة')).toEqual(['المدينةَ', 'وبالمدينة']);
    expect(spansOf('nation national nations', 'nation*')).toEqual(['nation', 'national', 'nations']);
  });
  it('reads phrases over punctuation and not over other words', () => {
    expect(spansOf('the old, pier; the old stone pier', '"old pier"')).toEqual(['old, pier']);
  });
  it('keeps letters as written where that is asked', () => {
    expect(spansOf('été ete', 'été', true)).toEqual(['été']);
    expect(spansOf('إلى الى', 'الى', true)).toEqual(['الى']);
  });
  it('tells what the line is about from what only stands in the same paragraph', () => {
    const text = 'The storm hit the ferry; another ferry left the storm.';
    const { key, others } = querySpans(text, parseQuery('ferry storm')!, false);
    expect(key.map(([a, b]) => text.slice(a, b))).toEqual(['ferry', 'ferry']);
    expect(others.map(([a, b]) => text.slice(a, b))).toEqual(['storm', 'storm']);
  });
  it('takes the stretch of words near each other, and only where they are near enough', () => {
    const text = 'old stone pier, then much later and far away an old pier';
    expect(spansOf(text, 'old ~1 pier')).toEqual(['old stone pier', 'old pier']);
    expect(spansOf(text, 'old ~0 pier')).toEqual(['old pier']);
    expect(spansOf(text, 'pier ~0 old')).toEqual(['old pier']);
    expect(spansOf('old one two three pier', 'old ~2 pier')).toEqual([]);
  });
  it('parts words as the index does: at apostrophes and blanks alike, astral letters whole', () => {
    expect(spansOf("l'ancienne et l ancienne", 'l’ancienne')).toEqual(["l'ancienne", 'l ancienne']);
    expect(spansOf('x𐐀y x', 'x')).toEqual(['x']);
    expect(spansOf('ferry🚢ferry', 'ferry')).toEqual(['ferry', 'ferry']);
  });
  it('finds letters as written however they are composed', () => {
    const apart = 'cafe\u0301 e\u0301te\u0301';
    expect(spansOf(apart, 'été', true)).toEqual(['e\u0301te\u0301']);
    expect(spansOf(apart, 'cafe', true)).toEqual([]);
  });

  const letters = [
    'a',
    'b',
    'é',
    'e\u0301',
    'A',
    'ا',
    'أ',
    'ب',
    'ة',
    'ه',
    'َ',
    'ـ',
    'ل',
    'و',
    ' ',
    ' ',
    ' ',
    '.',
    '’',
    '-',
    '🚢',
    '\u200f',
    'ﬁ',
    'İ',
  ];
  const texts = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((parts) => parts.join(''));
  it('every span is one of the phrases once it is folded like them', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (text, source, literal) => {
        const query = parseQuery(source);
        if (!query) return;
        const { key, others } = querySpans(text, query, literal);
        const form = literal ? literalForm : foldForSearch;
        const words = (s: string) => (s.match(/[\p{L}\p{M}\p{N}\p{Co}]+/gu) ?? []).join(' ');
        const wanted = query.groups
          .flat()
          .flatMap((x) => (x.type === 'term' ? phrasesOf(x as Term, { literal }).map(words) : []));
        let last = 0;
        for (const [start, end] of key) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        for (const [start, end] of [...key, ...others]) {
          const found = words(form(text.slice(start, end)));
          const near = query.groups.flat().some((x) => x.type === 'near');
          const prefix = query.groups.flat().some((x) => x.type === 'term' && x.prefix);
          if (!near) expect(prefix ? wanted.some((w) => found.startsWith(w)) : wanted.includes(found)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('answersQuery', () => {
  const text = 'Official source: a minister or a harbour master';
  it.each([
    ['official', true],
    ['minister official', true],
    ['official ferry', false],
    ['ferry | minister', true],
    ['minister -harbour', false],
    ['minister -ferry', true],
    ['"harbour master" offic*', true],
    ['official ~1 minister', false],
  ])('%s: %s', (source, answer) => {
    expect(answersQuery(text, parseQuery(source)!, false)).toBe(answer);
  });
});
