import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { countRow, hasOmission, isUneven, rowState } from '../../../../core/model/row-state';

const row = (cells: number[][], score: number | null, status: Row['status'] = 'automatic'): Row => ({
  id: 1 as RowId,
  cells,
  score,
  status,
});

describe('what a row is to check', () => {
  test('automatic rows are to check below .6 or without a score, unless one version alone has them', () => {
    expect(rowState(row([[0], [0]], 0.6))).toBe('automatic');
    expect(rowState(row([[0], [0]], 0.59))).toBe('check');
    expect(rowState(row([[0], [0]], null))).toBe('check');
    expect(rowState(row([[0], []], null))).toBe('single');
  });
  test('what a reader confirmed or made is not to check', () => {
    expect(rowState(row([[0], [0]], 0.1, 'confirmed'))).toBe('confirmed');
    expect(rowState(row([[0], [0]], null, 'edited'))).toBe('edited');
  });
  test('omissions and uneven rows', () => {
    expect(hasOmission(row([[0], []], null))).toBe(true);
    expect(hasOmission(row([[0], [1]], 1))).toBe(false);
    expect(isUneven(row([[0, 1], [4], []], 1))).toBe(true);
    expect(isUneven(row([[0, 1], [4, 5], []], 1))).toBe(false);
  });
  test('counting a row and taking it off again leaves nothing', () => {
    const counts = { confirmed: 0, toCheck: 0, omissions: 0 };
    const rows = [row([[0], []], null), row([[1], [0]], 0.2), row([[2], [1]], 0.9, 'confirmed')];
    for (const r of rows) countRow(counts, r);
    expect(counts).toEqual({ confirmed: 1, toCheck: 1, omissions: 1 });
    for (const r of rows) countRow(counts, r, -1);
    expect(counts).toEqual({ confirmed: 0, toCheck: 0, omissions: 0 });
  });
});
