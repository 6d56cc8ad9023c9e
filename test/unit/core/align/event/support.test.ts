import { describe, expect, it } from 'vitest';
import type { PairComparison } from '../../../../../core/align/event/compare-pair';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { standings } from '../../../../../core/align/event/standing';
import { type ComparedPair, lead, transitive, withSupport } from '../../../../../core/align/event/support';
import { versionOf } from './texts';

const version = prepareForEvent(
  versionOf({
    lang: 'en',
    paragraphs: [
      'Bridge collapses near Marava, many hurt',
      'Marava – Our correspondent',
      'A bridge near Marava collapsed on Monday.',
      'Police closed the road.',
      'Trains stopped.',
    ],
  }),
);
const size = 5;
/** Cells of the two last units on either side, behind heading, place line and lead. */
const body = [18, 19, 23, 24];
const chance = 0.01;

function pair(x: number, y: number, similarity: number[], at: number[] = body): ComparedPair {
  const cells = new Float32Array(size * size).fill(chance);
  at.forEach((cell, k) => {
    cells[cell] = similarity[k] ?? chance;
  });
  return { x, y, comparison: { a: version, b: version, rows: size, columns: size, similarity: cells } as PairComparison };
}
const alone = ({ comparison }: ComparedPair) => standings(comparison.similarity, size);
const supported = (pairs: ComparedPair[]) => withSupport(pairs, () => undefined);

describe('withSupport', () => {
  it('leaves the bodies of two versions as they stand', () => {
    const given = pair(0, 1, [0.5, 0.01, 0.01, 0.25]);
    const [found] = supported([given]);
    for (const cell of body) expect(found?.[cell]).toBeCloseTo(alone(given)[cell] ?? 0);
  });

  it('takes heading and lead that are alike for more so than they look, not the place line between them', () => {
    const given = pair(0, 1, [0.1, 0.1, 0.1, 0.1], [0, 6, 12, 18]);
    const [found] = supported([given]);
    const gained = (cell: number) => (found?.[cell] ?? 0) - (alone(given)[cell] ?? 0);
    expect(gained(0)).toBeCloseTo(lead.gain);
    expect(gained(12)).toBeCloseTo(lead.gain);
    expect(gained(6)).toBeCloseTo(0);
    expect(gained(18)).toBeCloseTo(0);
  });

  it('lifts a pair whose two ways over a third version hold, up to the weaker way', () => {
    const pairs = [pair(0, 1, [0.1]), pair(0, 2, [0.01, 0.5]), pair(1, 2, [0.01, 0.3])];
    const [first] = supported(pairs);
    const [before, weaker] = [alone(pairs[0]!)[18] ?? 0, alone(pairs[2]!)[19] ?? 0];
    expect(first?.[18]).toBeGreaterThan(before);
    expect(first?.[18]).toBeLessThan(weaker);
  });

  it('asks a price where there are third versions, and lowers nothing by more', () => {
    const pairs = [pair(0, 1, [0.4, 0.1, 0.01, 0.3]), pair(0, 2, []), pair(1, 2, [0.2, 0.2, 0.2, 0.2])];
    supported(pairs).forEach((values, p) => {
      const before = alone(pairs[p]!);
      for (const cell of body) expect(values[cell]).toBeGreaterThanOrEqual((before[cell] ?? 0) - transitive.price - 1e-4);
    });
    expect(supported(pairs)[1]?.[20]).toBeCloseTo((alone(pairs[1]!)[20] ?? 0) - transitive.price);
  });

  it('follows versions in both directions', () => {
    const pairs = [pair(0, 1, [0.5]), pair(0, 2, [0.5]), pair(1, 2, [])];
    const [, , last] = supported(pairs);
    expect(last?.[18]).toBeGreaterThan((alone(pairs[2]!)[18] ?? 0) + 1);
  });
});
