import { describe, expect, test } from 'vitest';
import { planEdit } from '../../../../../core/align/edits';
import type { RowId } from '../../../../../core/model/ids';
import type { Row } from '../../../../../core/model/report';
import type { Segment } from '../../../../../core/model/text';
import { splitCuts, splitVersion } from '../../../../../renderer/features/alignment/split-cuts';

const row = (cells: number[][]): Row => ({ id: 1 as RowId, cells, score: null, status: 'automatic' });
/** Segments of the lengths given, by version and index. */
const bookOf = (lengths: number[][]) => ({
  segmentsOf: (r: Row, version: number): Segment[] =>
    (r.cells[version] ?? []).map((index) => ({
      index,
      kind: 'paragraph',
      boilerplate: false,
      start: 0,
      end: lengths[version]![index]!,
      text: 'x'.repeat(lengths[version]![index]!),
      sentences: [],
    })),
});

describe('a row split in all versions', () => {
  test.each([
    [
      'two and two',
      [
        [0, 1],
        [0, 1],
      ],
      [
        [10, 10],
        [10, 10],
      ],
      [1, 1],
    ],
    ['a single one stays above', [[0, 1], [0], []], [[10, 10], [10], []], [1, 1, 0]],
    [
      'where about as much text lies before',
      [
        [0, 1],
        [0, 1, 2],
      ],
      [
        [30, 10],
        [15, 15, 10],
      ],
      [1, 2],
    ],
    [
      'never a whole cell',
      [
        [0, 1],
        [0, 1],
      ],
      [
        [90, 1],
        [1, 90],
      ],
      [1, 1],
    ],
  ] as [string, number[][], number[][], number[]][])('%s', (_, cells, lengths, cuts) => {
    const target = row(cells);
    expect(splitCuts(bookOf(lengths), target, 0, 1)).toEqual(cuts);
    let next = 2;
    const edit = { type: 'split-row', rowId: target.id, cuts } as const;
    expect(planEdit({ at: 0, rows: [target] }, edit, () => next++ as RowId).ok).toBe(true);
  });
  test('goes by the version wanted, else by the first that has several', () => {
    expect(
      splitVersion(
        row([
          [0, 1],
          [0, 1],
        ]),
        1,
      ),
    ).toBe(1);
    expect(splitVersion(row([[0], [0, 1]]), 0)).toBe(1);
    expect(splitVersion(row([[0], []]), 0)).toBeNull();
  });
});
