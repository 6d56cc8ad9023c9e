import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachedForms, withoutArticle } from '../../../../core/search/arabic-particles';
import { ftsExpression } from '../../../../core/search/fts-query';
import { compareByContext, kwicLines, matchSpans } from '../../../../core/search/kwic';
import { parseQuery } from '../../../../core/search/query';

const term = (...words: string[]) => ({ type: 'term', words, prefix: false });
const spansOf = (text: string, source: string, literal = false) =>
  matchSpans(text, parseQuery(source)!, literal).map(([a, b]) => text.slice(a, b));

describe('parseQuery', () => {
  it('reads words, phrases, prefixes, alternatives, distance, exclusion', () => {
    expect(parseQuery('ferry "old pier"')).toEqual({ groups: [[term('ferry')], [term('old', 'pier')]], excluded: [] });
    expect(parseQuery('« jetée ancienne » -bateau')).toEqual({
      groups: [[term('jetée', 'ancienne')]],
      excluded: [term('bateau')],
    });
    expect(parseQuery('nation*')?.groups).toEqual([[{ type: 'term', words: ['nation'], prefix: true }]]);
    expect(parseQuery('a | b c')?.groups).toEqual([[term('a'), term('b')], [term('c')]]);
    expect(parseQuery('a ~5 b ~3 c')?.groups).toEqual([
      [{ type: 'near', terms: [term('a'), term('b'), term('c')], distance: 5 }],
    ]);
  });
  it('has nothing to look for without a word', () => {
    for (const source of ['', '  ', '"', '-x', '*', '~5', '|', '؟!']) expect(parseQuery(source)).toBeNull();
  });
  it('takes any text for words and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        const query = parseQuery(source);
        if (query) expect(ftsExpression(query, 'folded', { literal: false })).toMatch(/^\{folded\} : \(.*\)$/su);
      }),
    );
  });
});

describe('attached particles', () => {
  it('finds a word with and without them, whole words only', () => {
    expect(withoutArticle('والميناء')).toBe('ميناء');
    expect(withoutArticle('الى')).toBe('الى');
    expect(attachedForms('مدينه', 'first')).toContain('بالمدينه');
    expect(attachedForms('ولد', 'first')).not.toContain('لد');
    expect(attachedForms('port', 'first')).toEqual(['port']);
  });
});

describe('ftsExpression', () => {
  it('quotes every word, so that FTS5 syntax is text', () => {
    expect(ftsExpression(parseQuery('OR NEAR "a""b"')!, 'folded', { literal: false })).not.toMatch(/[^"]OR[^ "]/);
    expect(ftsExpression(parseQuery('Été')!, 'folded', { literal: false })).toBe('{folded} : ("ete")');
    expect(ftsExpression(parseQuery('Été')!, 'literal', { literal: true })).toBe('{literal} : ("été")');
    expect(ftsExpression(parseQuery('a -b')!, 'folded', { literal: false })).toBe('{folded} : (("a") NOT ("b"))');
    expect(ftsExpression(parseQuery('a ~2 b*')!, 'folded', { literal: false })).toBe('{folded} : (NEAR("a" "b" *, 2))');
  });
});

describe('matchSpans', () => {
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
});

describe('kwicLines', () => {
  const text = 'One two three four ferry five six seven eight ferry nine.';
  it('cuts context at blanks and gives the text back when joined', () => {
    const lines = kwicLines(text, parseQuery('ferry')!, { literal: false, context: 12 });
    expect(lines.map((l) => l.match)).toEqual(['ferry', 'ferry']);
    for (const l of lines) {
      expect(text).toContain(l.pre + l.match + l.post);
      expect(l.pre.length).toBeLessThanOrEqual(12);
    }
  });
  it('sorts by either side', () => {
    const collator = new Intl.Collator('en');
    const lines = kwicLines('b ferry z and a ferry y', parseQuery('ferry')!, { literal: false, context: 8 });
    expect([...lines].sort(compareByContext('right', collator)).map((l) => l.post.trim()[0])).toEqual(['y', 'z']);
    expect([...lines].sort(compareByContext('left', collator)).map((l) => l.pre.trim().at(-1))).toEqual(['a', 'b']);
  });
});
