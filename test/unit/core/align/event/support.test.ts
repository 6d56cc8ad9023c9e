import { describe, expect, it } from 'vitest';
import type { PairComparison } from '../../../../../core/align/event/compare-pair';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { type ComparedPair, withSupport } from '../../../../../core/align/event/support';
import { versionOf } from './texts';

const version = prepareForEvent(versionOf({ lang: 'en', paragraphs: ['Head.', 'Lead.', 'One.', 'Two.'] }));
const size = 4;
/** Cells (2, 2), (2, 3), (3, 2), (3, 3), behind heading and lead. */
const body = [10, 11, 14, 15];

function pair(x: number, y: number, similarity: number[], at: number[] = body): ComparedPair {
  const cells = new Float32Array(size * size);
  at.forEach((cell, k) => {
    cells[cell] = similarity[k] ?? 0;
  });
  return { x, y, comparison: { a: version, b: version, rows: size, columns: size, similarity: cells } as PairComparison };
}
const lifted = (pairs: ComparedPair[]) =>
  withSupport(pairs, () => undefined).map((similarity) => body.map((cell) => similarity[cell] ?? -1));

describe('withSupport', () => {
  it('leaves the bodies of two versions as they are', () => {
    expect(lifted([pair(0, 1, [0.5, 0, 0, 0.25])])).toEqual([[0.5, 0, 0, 0.25]]);
  });

  it('takes headings and leads that are alike for more so than they look, and makes nothing from nothing', () => {
    const [similarity] = withSupport([pair(0, 1, [0.2, 0.2, 0.2], [0, 6, 5])], () => undefined);
    expect(similarity?.[0]).toBeGreaterThan(0.2);
    expect(similarity?.[5]).toBeGreaterThan(0.2);
    expect(similarity?.[6]).toBeCloseTo(0.2);
    expect(similarity?.[1]).toBe(0);
  });

  it('lifts a pair whose two ways over a third version hold, up to the weaker way', () => {
    const [first] = lifted([pair(0, 1, [0.1, 0, 0, 0]), pair(0, 2, [0, 0.5, 0, 0]), pair(1, 2, [0, 0.25, 0, 0])]);
    expect(first?.[0]).toBeGreaterThan(0.1);
    expect(first?.[0]).toBeLessThan(0.25);
    expect(first?.[1]).toBe(0);
  });

  it('never lowers anything', () => {
    const given = [
      [0.4, 0.1, 0, 0.3],
      [0, 0, 0, 0],
      [0.2, 0.2, 0.2, 0.2],
    ];
    const pairs = [pair(0, 1, given[0]!), pair(0, 2, given[1]!), pair(1, 2, given[2]!)];
    lifted(pairs).forEach((values, p) => {
      values.forEach((value, k) => {
        expect(value).toBeGreaterThanOrEqual(Math.fround(given[p]?.[k] ?? 2));
      });
    });
  });

  it('follows versions in both directions', () => {
    const [, , last] = lifted([pair(0, 1, [0.5, 0, 0, 0]), pair(0, 2, [0.5, 0, 0, 0]), pair(1, 2, [0, 0, 0, 0])]);
    expect(last?.[0]).toBeGreaterThan(0.2);
  });
});
