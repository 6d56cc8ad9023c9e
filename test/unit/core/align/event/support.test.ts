import { describe, expect, it } from 'vitest';
import type { PairComparison } from '../../../../../core/align/event/compare-pair';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { type ComparedPair, withSupport } from '../../../../../core/align/event/support';
import { versionOf } from './texts';

const version = prepareForEvent(versionOf({ lang: 'en', paragraphs: ['One.', 'Two.'] }));
const pair = (x: number, y: number, similarity: number[]): ComparedPair => ({
  x,
  y,
  comparison: { a: version, b: version, rows: 2, columns: 2, similarity: Float32Array.from(similarity) } as PairComparison,
});
const idle = () => undefined;

describe('withSupport', () => {
  it('leaves two versions as they are', () => {
    expect([...withSupport([pair(0, 1, [0.5, 0, 0, 0.25])], idle)[0]!]).toEqual([0.5, 0, 0, 0.25]);
  });

  it('lifts a pair whose two ways over a third version hold, up to the weaker way', () => {
    const [lifted] = withSupport([pair(0, 1, [0.1, 0, 0, 0]), pair(0, 2, [0, 0.5, 0, 0]), pair(1, 2, [0, 0.25, 0, 0])], idle);
    expect(lifted?.[0]).toBeGreaterThan(0.1);
    expect(lifted?.[0]).toBeLessThan(0.25);
    expect(lifted?.[1]).toBe(0);
  });

  it('never lowers anything', () => {
    const pairs = [pair(0, 1, [0.4, 0.1, 0, 0.3]), pair(0, 2, [0, 0, 0, 0]), pair(1, 2, [0.2, 0.2, 0.2, 0.2])];
    withSupport(pairs, idle).forEach((lifted, p) => {
      lifted.forEach((value, cell) => {
        expect(value).toBeGreaterThanOrEqual(pairs[p]?.comparison.similarity[cell] ?? 2);
      });
    });
  });

  it('follows versions in both directions', () => {
    const pairs = [pair(0, 1, [0.5, 0, 0, 0]), pair(0, 2, [0.5, 0, 0, 0]), pair(1, 2, [0, 0, 0, 0])];
    const lifted = withSupport(pairs, idle);
    expect(lifted[2]?.[0]).toBeGreaterThan(0.2);
  });
});
