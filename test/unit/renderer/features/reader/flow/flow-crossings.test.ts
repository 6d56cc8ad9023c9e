import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../../../core/model/report';
import { answerOf } from '../../../../../../renderer/features/reader/flow/flow-crossings';

const row = { cells: [[9], [4, 5], [], [2]] } as unknown as Row;

describe('what answers a paragraph that stands out of order', () => {
  it('is the base version’s, when it has the row and can be seen', () => {
    expect(answerOf(row, 3, [0, 1, 2, 3], 0)).toEqual({ version: 0, segment: 9 });
    expect(answerOf(row, 3, [1, 2, 3], 0)).toEqual({ version: 1, segment: 4 });
  });
  it('else the nearest column’s that has something', () => {
    expect(answerOf(row, 3, [0, 1, 2, 3], 2)).toEqual({ version: 1, segment: 4 });
    expect(answerOf(row, 0, [0, 1, 2, 3], 0)).toEqual({ version: 1, segment: 4 });
    expect(answerOf(row, 0, [3, 0, 2, 1], 0)).toEqual({ version: 3, segment: 2 });
  });
  it('is nothing in a row of one version', () => {
    expect(answerOf({ ...row, cells: [[], [4], [], []] }, 1, [0, 1, 2, 3], 0)).toBeNull();
  });
});
