/** What a row is to someone who checks an alignment. Host and window count with the same rules. */
import type { Row } from './report';

/** Automatic rows scored lower than this want a reader's eye. */
export const checkBelow = 0.6;

/** `single`: one version alone has it, so there is nothing to be sure of. `edited`: a reader made it and has seen it. */
export type RowState = 'confirmed' | 'edited' | 'automatic' | 'check' | 'single';

const filledCells = (row: Row): number => row.cells.reduce((n, cell) => n + (cell.length > 0 ? 1 : 0), 0);

export function rowState(row: Row): RowState {
  if (row.status !== 'automatic') return row.status;
  if (filledCells(row) < 2) return 'single';
  return row.score === null || row.score < checkBelow ? 'check' : 'automatic';
}

/** An empty cell somewhere: a version that says nothing of it. */
export const hasOmission = (row: Row): boolean => filledCells(row) < row.cells.length;

/** Cells of different length: 2–1, 3–1–1 and so on; empty cells don't count. */
export function isUneven(row: Row): boolean {
  const lengths = new Set(row.cells.filter((cell) => cell.length > 0).map((cell) => cell.length));
  return lengths.size > 1;
}

export interface RowCounts {
  confirmed: number;
  toCheck: number;
  omissions: number;
}

/** Adds a row to the counts, or with `sign` −1 takes it off. */
export function countRow(counts: RowCounts, row: Row, sign: 1 | -1 = 1): void {
  const state = rowState(row);
  if (state === 'confirmed') counts.confirmed += sign;
  if (state === 'check') counts.toCheck += sign;
  if (hasOmission(row)) counts.omissions += sign;
}
