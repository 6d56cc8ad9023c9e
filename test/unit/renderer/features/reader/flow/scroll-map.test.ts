import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPosition, offsetFor, positionAt, type StretchPair } from '../../../../../../renderer/features/reader/flow/scroll-map';

const figure = fc.double({ min: 0, max: 1e5, noNaN: true });
const view = fc.record({ height: fc.integer({ min: 50, max: 2000 }), max: fc.integer({ min: 0, max: 200_000 }) });

/** Rows in the order of both texts, with gaps of any size between them. */
const rows = fc
  .array(fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 900 }))), { maxLength: 20 })
  .map((steps) => {
    let from = 0;
    let to = 0;
    const pairs: StretchPair[] = steps.map(([gapA, a, gapB, b]) => {
      const pair = { fromTop: from + gapA!, fromBottom: from + gapA! + a!, toTop: to + gapB!, toBottom: to + gapB! + b! };
      from = pair.fromBottom;
      to = pair.toBottom;
      return pair;
    });
    return { pairs, ends: { from: from + 300, to: to + 500 } };
  });
const anyRows = fc.array(fc.record({ fromTop: figure, fromBottom: figure, toTop: figure, toBottom: figure }), { maxLength: 12 });

describe('mapPosition', () => {
  it('leads each row to its counterpart, and proportionally through it', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), ({ pairs, ends }, share) => {
        for (const p of pairs) {
          const at = p.fromTop + share * (p.fromBottom - p.fromTop);
          expect(mapPosition(pairs, at, ends)).toBeCloseTo(p.toTop + share * (p.toBottom - p.toTop), 4);
        }
      }),
    );
  });
  it('never goes back, whatever the rows are', () => {
    fc.assert(
      fc.property(anyRows, figure, figure, (pairs, x, y) => {
        const ends = { from: 1e5, to: 8e4 };
        const low = mapPosition(pairs, Math.min(x, y), ends);
        expect(mapPosition(pairs, Math.max(x, y), ends)).toBeGreaterThanOrEqual(low - 1e-6);
      }),
    );
  });
  it('stays within the second text and joins the ends', () => {
    fc.assert(
      fc.property(anyRows, figure, (pairs, x) => {
        const ends = { from: 1e5, to: 8e4 };
        const at = mapPosition(pairs, x, ends);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(ends.to + 1e-6);
      }),
    );
    expect(mapPosition([], 0, { from: 100, to: 300 })).toBe(0);
    expect(mapPosition([], 100, { from: 100, to: 300 })).toBe(300);
    expect(mapPosition([], 25, { from: 100, to: 300 })).toBe(75);
  });
});

describe('positionAt and offsetFor', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), (v, share) => {
        const offset = share * v.max;
        expect(offsetFor(positionAt(offset, v), v)).toBeCloseTo(offset, 3);
      }),
    );
  });
  it('read something that is in view, from the first line to the last', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), (v, share) => {
        const offset = share * v.max;
        const line = positionAt(offset, v) - offset;
        expect(line).toBeGreaterThanOrEqual(-1e-6);
        expect(line).toBeLessThanOrEqual(v.height + 1e-6);
      }),
    );
    expect(positionAt(0, { height: 600, max: 5000 })).toBe(0);
    expect(positionAt(5000, { height: 600, max: 5000 })).toBe(5600);
    expect(positionAt(2000, { height: 600, max: 5000 })).toBe(2200);
  });
});
