import { describe, expect, it } from 'vitest';
import type { RowId } from '../../../../../../core/model/ids';
import type { Row } from '../../../../../../core/model/report';
import { runsOf, spineNear, spineOf, windowAround } from '../../../../../../renderer/features/reader/flow/spine';

const rowsOf = (...cells: number[][][]): Row[] =>
  cells.map((c, i) => ({ id: (i + 1) as RowId, cells: c, score: null, status: 'automatic' }) as unknown as Row);

describe('spineOf', () => {
  it('leaves out omissions and rows that cross', () => {
    const rows = rowsOf([[0], [0]], [[1], []], [[2], [5]], [[3], [1, 2]], [[4], [3]], [[5], [6]]);
    expect(spineOf(rows, 0, 1)).toEqual([
      { from: [0, 0], to: [0, 0] },
      { from: [3, 3], to: [1, 2] },
      { from: [4, 4], to: [3, 3] },
      { from: [5, 5], to: [6, 6] },
    ]);
  });
  it('goes by the first column’s own order', () => {
    const spine = spineOf(rowsOf([[3], [3]], [[0], [0]], [[1], [1]]), 1, 0);
    expect(spine.map((r) => r.from[0])).toEqual([0, 1, 3]);
  });
});

describe('spineNear', () => {
  it('takes rows on both sides of a segment', () => {
    const spine = spineOf(rowsOf(...Array.from({ length: 20 }, (_, i) => [[i], [i]])), 0, 1);
    expect(spineNear(spine, 10, 2).map((r) => r.from[0])).toEqual([9, 10, 11, 12]);
    expect(spineNear(spine, 0, 2).map((r) => r.from[0])).toEqual([0, 1, 2]);
    expect(spineNear([], 4, 2)).toEqual([]);
  });
});

describe('runsOf', () => {
  it('parts a cell where segments from elsewhere were linked', () => {
    expect(runsOf([2, 3, 7, 8, 9])).toEqual([
      [2, 3],
      [7, 9],
    ]);
    expect(runsOf([])).toEqual([]);
  });
});

describe('windowAround', () => {
  const book = (rowCount: number, placeOf: (segment: number) => number) => ({
    rowCount,
    rowOf: (_: number, segment: number) =>
      segment >= 0 && segment < rowCount && placeOf(segment) >= 0 ? (segment as RowId) : null,
    indexOf: (id: RowId) => placeOf(id),
  });
  it('holds the rows on both sides of a paragraph, however long the report is', () => {
    for (const at of [0, 30, 5000, 99_999]) {
      const { first, count } = windowAround(
        book(100_000, (s) => s),
        0,
        at,
      )!;
      expect(first).toBeLessThanOrEqual(Math.max(0, at - 100));
      expect(first + count).toBeGreaterThanOrEqual(Math.min(100_000, at + 100));
      expect(count).toBeLessThan(500);
    }
  });
  it('goes by the neighbours when the paragraph itself has moved far away', () => {
    const { first, count } = windowAround(
      book(10_000, (s) => (s === 500 ? 9000 : s)),
      0,
      500,
    )!;
    expect(first).toBeLessThan(500);
    expect(first + count).toBeGreaterThan(500);
  });
  it('is nothing where nothing is loaded', () => {
    expect(
      windowAround(
        book(10_000, (s) => (s < 1000 ? s : -1)),
        0,
        5000,
      ),
    ).toBeNull();
  });
});
