import { describe, expect, it } from 'vitest';
import { ftsExpression } from '../../../../core/search/fts-query';
import { parseQuery } from '../../../../core/search/query';

describe('ftsExpression', () => {
  it('quotes every word, so that FTS5 syntax is text', () => {
    expect(ftsExpression(parseQuery('OR NEAR "a""b"')!, 'folded', { literal: false })).not.toMatch(/[^"]OR[^ "]/);
    expect(ftsExpression(parseQuery('Été')!, 'folded', { literal: false })).toBe('{folded} : ("ete")');
    expect(ftsExpression(parseQuery('Été')!, 'literal', { literal: true })).toBe('{literal} : ("été")');
    expect(ftsExpression(parseQuery('a -b')!, 'folded', { literal: false })).toBe('{folded} : (("a") NOT ("b"))');
    expect(ftsExpression(parseQuery('a ~2 b*')!, 'folded', { literal: false })).toBe('{folded} : (NEAR("a" "b" *, 2))');
  });
});
