import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ftsExpression } from '../../../../core/search/fts-query';
import { parseQuery } from '../../../../core/search/query';

const term = (...words: string[]) => ({ type: 'term', words, prefix: false });

describe('parseQuery', () => {
  it('reads words, phrases, prefixes, alternatives, distance, exclusion', () => {
    expect(parseQuery('ferry "old pier"')).toEqual({ groups: [[term('ferry')], [term('old', 'pier')]], excluded: [] });
    expect(parseQuery('« jetée ancienne » -bateau')).toEqual({
      groups: [[term('jetée', 'ancienne')]],
      excluded: [term('bateau')],
    });
    expect(parseQuery('nation*')?.groups).toEqual([[{ type: 'term', words: ['nation'], prefix: true }]]);
    expect(parseQuery('a | b c')?.groups).toEqual([[term('a'), term('b')], [term('c')]]);
    expect(parseQuery('a ~٥ b')).toEqual(parseQuery('a ~5 b'));
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
