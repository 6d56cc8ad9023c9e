/**
 * Edits of several rows at once, and of two rows far apart: pure functions to patches, like those of one row (edits.ts), so that
 * a range is one step to undo.
 */
import type { RowId } from '../model/ids';
import type { Row, RowPatch } from '../model/report';
import { failure, type Result, success } from '../model/result';
import type { RowStretch } from './edits';

export type RangeEdit =
  | { type: 'confirm-rows'; rowId: RowId; lastRowId: RowId; confirmed: boolean }
  /** All rows become one. */
  | { type: 'merge-rows'; rowId: RowId; lastRowId: RowId }
  /** The version's first segment of each row goes to the row above it, as move-up does for one row. */
  | { type: 'shift-up'; rowId: RowId; lastRowId: RowId; version: number }
  /** The last segment of each row goes to the row below. */
  | { type: 'shift-down'; rowId: RowId; lastRowId: RowId; version: number };

const joined = (a: readonly number[], b: readonly number[]): number[] => [...a, ...b].sort((x, y) => x - y);
const isFilled = (row: Row): boolean => row.cells.some((cell) => cell.length > 0);
const replaced = (row: Row, version: number, cell: readonly number[]): number[][] =>
  row.cells.map((c, v) => (v === version ? [...cell] : c));

/** Cells of the rows that a shift touches: all but the one pushed against give a segment, all but the one at the other end get one. */
function shifted(rows: readonly Row[], version: number, up: boolean): number[][][] {
  const cells = rows.map((r) => r.cells[version] ?? []);
  const still = up ? 0 : rows.length - 1;
  const moved = cells.map((cell, i) => (i === still ? [] : up ? cell.slice(0, 1) : cell.slice(-1)));
  return rows.map((row, i) => {
    const kept = cells[i]!.filter((segment) => !moved[i]!.includes(segment));
    return replaced(row, version, joined(kept, moved[up ? i + 1 : i - 1] ?? []));
  });
}

/**
 * Plans a range edit. `stretch` must hold all rows of the range and its direct neighbours where they exist; ids as in planEdit.
 * Errors: row-not-found; edit-impossible (nothing changes, one row to merge, nothing to shift, no row to shift to).
 */
export function planRange(stretch: RowStretch, edit: RangeEdit, nextId: () => RowId): Result<RowPatch> {
  const ends = [edit.rowId, edit.lastRowId].map((id) => stretch.rows.findIndex((r) => r.id === id));
  const from = Math.min(...ends);
  const to = Math.max(...ends);
  if (from < 0) return failure('row-not-found');
  const patch = (first: number, last: number, insert: readonly Row[]): Result<RowPatch> =>
    success({ at: stretch.at + first, remove: stretch.rows.slice(first, last + 1), insert: insert.filter(isFilled) });

  switch (edit.type) {
    case 'confirm-rows': {
      const status = edit.confirmed ? 'confirmed' : 'automatic';
      const rows = stretch.rows.slice(from, to + 1);
      if (rows.every((r) => r.status === status)) return failure('edit-impossible');
      return patch(
        from,
        to,
        rows.map((r) => ({ ...r, status })),
      );
    }
    case 'merge-rows': {
      if (from === to) return failure('edit-impossible');
      const rows = stretch.rows.slice(from, to + 1);
      const cells = rows.reduce<number[][]>(
        (sum, r) => sum.map((cell, v) => joined(cell, r.cells[v] ?? [])),
        rows[0]!.cells.map(() => []),
      );
      return patch(from, to, [{ id: nextId(), cells, score: null, status: 'edited' }]);
    }
    case 'shift-up':
    case 'shift-down': {
      const up = edit.type === 'shift-up';
      const first = up ? from - 1 : from;
      const last = up ? to : to + 1;
      const rows = stretch.rows.slice(Math.max(0, first), last + 1);
      if (rows.length !== last - first + 1) return failure('edit-impossible');
      const moving = stretch.rows.slice(from, to + 1);
      if (!moving.some((r) => (r.cells[edit.version]?.length ?? 0) > 0)) return failure('edit-impossible');
      const cells = shifted(rows, edit.version, up);
      return patch(
        first,
        last,
        cells.map((c) => ({ id: nextId(), cells: c, score: null, status: 'edited' })),
      );
    }
  }
}

/** A row and its place in reading order. */
export interface PlacedRow {
  at: number;
  row: Row;
}

/**
 * Links a cell to a row wherever that stands: its segments go there, and a row that is left empty goes. The patches apply in the
 * order given. Errors: edit-impossible (the same row, an empty cell).
 */
export function planLink(source: PlacedRow, target: PlacedRow, version: number, nextId: () => RowId): Result<RowPatch[]> {
  const cell = source.row.cells[version] ?? [];
  if (source.row.id === target.row.id || cell.length === 0) return failure('edit-impossible');
  const change = ({ at, row }: PlacedRow, next: readonly number[]): RowPatch => {
    const made: Row = { id: nextId(), cells: replaced(row, version, next), score: null, status: 'edited' };
    return { at, remove: [row], insert: isFilled(made) ? [made] : [] };
  };
  const give = change(source, []);
  const take = change(target, joined(target.row.cells[version] ?? [], cell));
  // From the end on: a row that goes must not move the place of the other.
  return success([give, take].sort((a, b) => b.at - a.at));
}
