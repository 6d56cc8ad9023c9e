import { describe, expect, test } from 'vitest';
import { planEdit } from '../../../../../core/align/edits';
import type { RowId } from '../../../../../core/model/ids';
import type { Row } from '../../../../../core/model/report';
import { canMergeNext, splitPoints } from '../../../../../renderer/features/alignment/row-edits';
import { RowBook } from '../../../../../renderer/state/row-book';

const row = (cells: number[][]): Row => ({ id: 1 as RowId, cells, score: 0.5, status: 'automatic' });

describe('where a cell can be split', () => {
  test.each([
    [[[0, 1, 2], [0]], 0, [0, 1, 2]],
    [[[0, 1, 2], []], 0, [1, 2]],
    [[[0], [0]], 0, [0]],
    [[[0], []], 0, []],
    [[[], [0]], 0, []],
  ])('%j in version %i: before %j, and the host agrees', (cells, version, expected) => {
    const target = row(cells);
    const points = splitPoints({ row: target, version });
    expect(points).toEqual(expected);
    let next = 2;
    for (const segment of points) {
      const planned = planEdit(
        { at: 0, rows: [target] },
        { type: 'split', rowId: target.id, version, segment },
        () => next++ as RowId,
      );
      expect(planned.ok).toBe(true);
    }
  });
});

test('the last row has nothing to merge with', () => {
  const book = new RowBook(2, 1);
  expect(canMergeNext({ book, cursor: { index: 0, version: 0 } })).toBe(true);
  expect(canMergeNext({ book, cursor: { index: 1, version: 0 } })).toBe(false);
  expect(canMergeNext({ book: null, cursor: null })).toBe(false);
});
