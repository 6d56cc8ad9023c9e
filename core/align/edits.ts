/**
 * Row edits: pure functions from a stretch of rows to a patch. A patch names the rows it removes and inserts, so its inverse is
 * the patch with the two exchanged: undo needs no second implementation.
 */
import type { RowId } from '../model/ids';
import type { Row, RowPatch, RowStatus } from '../model/report';
import { failure, type Result, success } from '../model/result';

export type RowEdit =
  | { type: 'merge-next'; rowId: RowId }
  /** The cell's segments from `segment` on go to a new row below; the other cells stay. */
  | { type: 'split'; rowId: RowId; version: number; segment: number }
  /** Each cell's first `cuts[version]` segments stay; the others go to a new row below. */
  | { type: 'split-row'; rowId: RowId; cuts: readonly number[] }
  /** The cell's first segment joins the row above (a new row when there is none). */
  | { type: 'move-up'; rowId: RowId; version: number }
  /** The cell's last segment joins the row below (a new row when there is none). */
  | { type: 'move-down'; rowId: RowId; version: number }
  | { type: 'confirm'; rowId: RowId; confirmed: boolean };

/** Consecutive rows around the one edited. `at` is the reading-order index of rows[0]. */
export interface RowStretch {
  at: number;
  rows: readonly Row[];
}

const byIndex = (a: number, b: number) => a - b;
const isEmpty = (cells: readonly number[][]) => cells.every((c) => c.length === 0);
const withCell = (cells: readonly number[][], version: number, segments: readonly number[]): number[][] =>
  cells.map((c, v) => (v === version ? [...segments].sort(byIndex) : c));

export const invertPatch = (p: RowPatch): RowPatch => ({ at: p.at, remove: p.insert, insert: p.remove });

/** Applies a patch to rows in memory. The caller has checked that p.remove stands at p.at. */
export function applyPatch(rows: readonly Row[], p: RowPatch): Row[] {
  return [...rows.slice(0, p.at), ...p.insert, ...rows.slice(p.at + p.remove.length)];
}

/**
 * Plans an edit. `stretch` must hold the row and its direct neighbours where they exist. New rows take ids from `nextId`; a row
 * whose content changes gets a new id, too, so that an id always means one content.
 * Errors: row-not-found; edit-impossible (nothing to merge with, an empty cell to move, a split that would leave a row empty).
 */
export function planEdit(stretch: RowStretch, edit: RowEdit, nextId: () => RowId): Result<RowPatch> {
  const i = stretch.rows.findIndex((r) => r.id === edit.rowId);
  const row = stretch.rows[i];
  if (!row) return failure('row-not-found');
  if ('version' in edit && !row.cells[edit.version]) return failure('edit-impossible');
  const make = (cells: number[][], status: RowStatus = 'edited'): Row => ({ id: nextId(), cells, score: null, status });
  const patch = (from: number, count: number, insert: Row[]): Result<RowPatch> =>
    success({
      at: stretch.at + from,
      remove: stretch.rows.slice(from, from + count),
      insert: insert.filter((r) => !isEmpty(r.cells)),
    });

  switch (edit.type) {
    case 'merge-next': {
      const next = stretch.rows[i + 1];
      if (!next) return failure('edit-impossible');
      return patch(i, 2, [make(row.cells.map((c, v) => [...c, ...(next.cells[v] ?? [])].sort(byIndex)))]);
    }
    case 'split': {
      const cell = row.cells[edit.version]!;
      const cut = cell.indexOf(edit.segment);
      if (cut < 0) return failure('edit-impossible');
      const upper = withCell(row.cells, edit.version, cell.slice(0, cut));
      if (isEmpty(upper)) return failure('edit-impossible');
      const lower = row.cells.map((_, v) => (v === edit.version ? cell.slice(cut) : []));
      return patch(i, 1, [make(upper), make(lower)]);
    }
    case 'split-row': {
      const upper = row.cells.map((c, v) => c.slice(0, edit.cuts[v] ?? c.length));
      const lower = row.cells.map((c, v) => c.slice(edit.cuts[v] ?? c.length));
      if (isEmpty(upper) || isEmpty(lower)) return failure('edit-impossible');
      return patch(i, 1, [make(upper), make(lower)]);
    }
    case 'move-up':
    case 'move-down': {
      const up = edit.type === 'move-up';
      const cell = row.cells[edit.version]!;
      const moved = up ? cell[0] : cell.at(-1);
      if (moved === undefined) return failure('edit-impossible');
      const rest = make(withCell(row.cells, edit.version, up ? cell.slice(1) : cell.slice(0, -1)));
      const neighbour = stretch.rows[up ? i - 1 : i + 1];
      if (!neighbour && isEmpty(rest.cells)) return failure('edit-impossible');
      const other = neighbour
        ? make(withCell(neighbour.cells, edit.version, [...(neighbour.cells[edit.version] ?? []), moved]))
        : make(row.cells.map((_, v) => (v === edit.version ? [moved] : [])));
      return patch(up && neighbour ? i - 1 : i, neighbour ? 2 : 1, up ? [other, rest] : [rest, other]);
    }
    case 'confirm': {
      const status: RowStatus = edit.confirmed ? 'confirmed' : 'automatic';
      if (row.status === status) return failure('edit-impossible');
      return patch(i, 1, [{ ...row, status }]);
    }
  }
}
