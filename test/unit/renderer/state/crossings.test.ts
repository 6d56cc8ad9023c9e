import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { crossingRows, longestIncreasing, neighbourInOrder } from '../../../../renderer/state/crossings';

const rowsWith = (cells: readonly number[][]): Row[] =>
  cells.map((cell, i) => ({ id: i as RowId, cells: [[i], cell], score: 1, status: 'automatic' }));

/** Length of a longest increasing subsequence by trying all: slow and plain. */
function longestByTrying(values: readonly number[]): number {
  const best: number[] = [];
  values.forEach((value, i) => {
    best[i] = 1 + Math.max(0, ...values.slice(0, i).map((v, j) => (v < value ? best[j]! : 0)));
  });
  return Math.max(0, ...best);
}

describe('crossings', () => {
  test('the run found is increasing and as long as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 }), (values) => {
        const run = longestIncreasing(values);
        expect(run.length).toBe(longestByTrying(values));
        for (let i = 1; i < run.length; i++) {
          expect(run[i]!).toBeGreaterThan(run[i - 1]!);
          expect(values[run[i]!]!).toBeGreaterThan(values[run[i - 1]!]!);
        }
      }),
    );
  });
  test('one moved paragraph is one crossing, whichever way it went', () => {
    expect([...crossingRows(rowsWith([[0], [5], [1], [2], [3], [4]]), 1)]).toEqual([1]);
    expect([...crossingRows(rowsWith([[1], [2], [3], [4], [0]]), 1)]).toEqual([4]);
  });
  test('a stretch that moved as one is named once, at its beginning', () => {
    expect([...crossingRows(rowsWith([[0], [4], [5], [1], [2], [3]]), 1)]).toEqual([1]);
  });
  test('omissions cross nothing, and a version in its own order has no crossing', () => {
    expect(crossingRows(rowsWith([[0], [], [1, 2], [], [3]]), 1).size).toBe(0);
    expect(crossingRows(rowsWith([[0], [1]]), 0).size).toBe(0);
  });
  test('where it would stand: behind the paragraph before it, else before the one after it', () => {
    expect(neighbourInOrder([5], 6)).toBe(4);
    expect(neighbourInOrder([0], 6)).toBe(1);
    expect(neighbourInOrder([0], 1)).toBeNull();
    expect(neighbourInOrder([], 6)).toBeNull();
  });
});
