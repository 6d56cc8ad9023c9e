import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { crossingRows, longestIncreasing, neighbourInOrder, staysInOrder } from '../../../../renderer/state/crossings';

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

describe('an edit in a long report', () => {
  const inPlaces = (firsts: readonly number[]): Row[] =>
    firsts.map((first, i) => ({ id: (i + 1) as RowId, cells: [[first]], score: null, status: 'automatic' }));
  /** A report in order but for a stretch of rows that stands further down. */
  const moved = (count: number, from: number, length: number, by: number): number[] => {
    const firsts = Array.from({ length: count }, (_, i) => i);
    const stretch = firsts.splice(from, length);
    firsts.splice(from + by, 0, ...stretch);
    return firsts;
  };

  test('where the new row stands in order, counting all again finds the same crossings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 60 }),
        fc.nat({ max: 10 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 8, max: 15 }),
        fc.nat({ max: 58 }),
        (count, from, length, by, at) => {
          const rows = inPlaces(moved(count, from, length, by));
          const index = at % (count - 1);
          const before = crossingRows(rows, 0);
          const gone = rows.slice(index, index + 2);
          const joined: Row = {
            id: 1000 as RowId,
            cells: [gone.flatMap((row) => row.cells[0]!).sort((a, b) => a - b)],
            score: null,
            status: 'edited',
          };
          const after = rows.toSpliced(index, 2, joined);
          const isCrossing = (id: RowId) => before.has(id);
          fc.pre(!gone.some((row) => before.has(row.id)));
          if (!staysInOrder((i) => after[i] ?? null, 0, [index], isCrossing)) return;
          expect(crossingRows(after, 0)).toEqual(before);
        },
      ),
    );
  });

  test('a row that was carried elsewhere is not in order', () => {
    const rows = inPlaces([0, 1, 2, 7, 3, 4, 5, 6, 8]);
    expect(
      staysInOrder(
        (i) => rows[i] ?? null,
        0,
        [3],
        () => false,
      ),
    ).toBe(false);
    expect(
      staysInOrder(
        (i) => rows[i] ?? null,
        0,
        [1],
        () => false,
      ),
    ).toBe(true);
  });

  test('empty cells and crossing rows are looked past', () => {
    const rows = inPlaces([0, 9, 1, 2]);
    rows.splice(2, 0, { id: 50 as RowId, cells: [[]], score: null, status: 'automatic' });
    expect(
      staysInOrder(
        (i) => rows[i] ?? null,
        0,
        [2, 3],
        (id) => id === 2,
      ),
    ).toBe(true);
  });
});
