import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../../core/align/conflicts';
import { groupRows, type Link } from '../../../../core/align/rows';

const link = (a: number, left: number[], b: number, right: number[], score = 0.9): Link => ({ a, b, left, right, score });
const cells = (rows: { cells: number[][] }[]) => rows.map((row) => row.cells);

describe('groupRows', () => {
  it('keeps a bead together and orders rows by the base', () => {
    const rows = groupRows([2, 3], [link(0, [0], 1, [1, 2]), link(0, [1], 1, [0])], 0.5, {});
    expect(cells(rows)).toEqual([
      [[0], [1, 2]],
      [[1], [0]],
    ]);
    expect(cells(groupRows([2, 3], [link(0, [0], 1, [1, 2]), link(0, [1], 1, [0])], 0.5, { base: 1 }))).toEqual([
      [[1], [0]],
      [[0], [1, 2]],
    ]);
  });

  it('does not let one doubtful link join two groups', () => {
    const firm = [0, 1].flatMap((k) => [link(0, [k], 1, [k]), link(0, [k], 2, [k]), link(1, [k], 2, [k])]);
    const rows = groupRows([2, 2, 2], [...firm, link(0, [0], 2, [1], 0.3)], 0.5, {});
    expect(cells(rows)).toEqual([
      [[0], [0], [0]],
      [[1], [1], [1]],
    ]);
  });

  it('joins them where links are sure enough', () => {
    const firm = [0, 1].map((k) => link(0, [k], 1, [k]));
    expect(cells(groupRows([2, 2, 1], [...firm, link(0, [0, 1], 2, [0], 0.8)], 0.9, {}, 0.75))).toEqual([[[0, 1], [0, 1], [0]]]);
  });

  it('places what the base lacks behind its neighbour in its own version', () => {
    expect(cells(groupRows([2, 3], [link(0, [0], 1, [0]), link(0, [1], 1, [2])], 0.5, {}))).toEqual([
      [[0], [0]],
      [[], [1]],
      [[1], [2]],
    ]);
  });

  it('scores a row by the links between all its members', () => {
    const [row] = groupRows([1, 1, 1], [link(0, [0], 1, [0], 0.9), link(0, [0], 2, [0], 0.9)], 0.5, {});
    expect(row?.score).toBeCloseTo(0.6);
  });

  it('does not doubt a row because a third version holds its beads together', () => {
    const beads = [link(0, [0], 1, [0]), link(0, [1], 1, [1]), link(0, [0, 1], 2, [0]), link(1, [0, 1], 2, [0])];
    const [row] = groupRows([2, 2, 1], beads, 0.5, {});
    expect(row?.cells).toEqual([[0, 1], [0, 1], [0]]);
    expect(row?.score).toBeCloseTo(0.9);
  });

  it('takes fixed rows as given', () => {
    const fixed = [{ cells: [[0], [1]] }];
    const rows = groupRows([2, 2], [link(0, [0], 1, [0]), link(0, [1], 1, [1])], 0.5, { fixed });
    expect(rows.find((row) => row.fixed === 0)?.cells).toEqual([[0], [1]]);
    expect(cells(rows)).toContainEqual([[1], []]);
  });
});

describe('findConflicts', () => {
  it('reports a link that its rows do not follow', () => {
    const rows = [
      { cells: [[0], [0], []], score: 0.9 },
      { cells: [[], [], [0]], score: null },
    ];
    const conflicts = findConflicts(rows, [
      { from: [0, 0], to: [1, 0], score: 0.9 },
      { from: [1, 0], to: [2, 0], score: 0.4 },
    ]);
    expect(conflicts).toEqual([
      {
        segments: [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
      },
    ]);
  });

  it('is silent where rows and links agree', () => {
    expect(findConflicts([{ cells: [[0], [0]], score: 1 }], [{ from: [0, 0], to: [1, 0], score: 1 }])).toEqual([]);
  });
});
