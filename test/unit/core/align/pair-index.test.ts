import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubled, PairIndex } from '../../../../core/align/pair-index';

describe('PairIndex', () => {
  it('numbers pairs in the order in which they are met first, and a copy goes its own way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(200_000)), { maxLength: 4000 }), fc.nat(4000), (pairs, copiedAt) => {
        let index = new PairIndex();
        let before = index;
        const expected = new Map<string, number>();
        pairs.forEach(([a, b], k) => {
          if (k === copiedAt) {
            before = index;
            index = index.copy();
          }
          const key = `${a} ${b}`;
          if (!expected.has(key)) expected.set(key, expected.size);
          expect(index.number(a, b)).toBe(expected.get(key));
        });
        expect(index.size).toBe(expected.size);
        expect([...expected.keys()].map((_, k) => `${index.left[k]} ${index.right[k]}`)).toEqual([...expected.keys()]);
        if (before !== index) expect(before.size).toBeLessThanOrEqual(copiedAt);
      }),
      { numRuns: 30 },
    );
  });
});

describe('doubled', () => {
  it('keeps the values and their kind', () => {
    expect(doubled(Float64Array.of(1.5, 2))).toEqual(Float64Array.of(1.5, 2, 0, 0));
    expect(doubled(Int32Array.of(7))).toEqual(Int32Array.of(7, 0));
    expect(doubled(Uint8Array.of(255))).toEqual(Uint8Array.of(255, 0));
  });
});
