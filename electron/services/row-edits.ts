/** Row edits planned on the rows as they stand in the library. */
import { planEdit, type RowStretch } from '../../core/align/edits';
import { type PlacedRow, planLink, planRange } from '../../core/align/range-edits';
import type { RowEdit } from '../../core/contract/schemas';
import type { ReportId, RowId } from '../../core/model/ids';
import type { RowPatch } from '../../core/model/report';
import { ExpectedError, type Result } from '../../core/model/result';
import type { Library } from '../library/library';

/** More than a reader selects by hand; keeps one step of the history small. */
const maxRange = 20_000;

/** The rows from one to the other, in whichever order they are given, with `margin` rows on either side as far as there are. */
export function rangeOf({ rows }: Library, reportId: ReportId, a: RowId, b: RowId, margin: number): RowStretch {
  const places = [rows.placeOf(reportId, a), rows.placeOf(reportId, b)];
  const first = Math.min(...places);
  const last = Math.max(...places);
  if (last - first >= maxRange) throw new ExpectedError('edit-impossible');
  const at = Math.max(0, first - margin);
  return { at, rows: rows.page(reportId, at, last - at + 1 + margin) };
}

function wanted<T>(planned: Result<T>): T {
  if (!planned.ok) throw new ExpectedError(planned.error.code, planned.error.params);
  return planned.value;
}

/** The patches of an edit, in the order in which they apply. Throws row-not-found, edit-impossible. */
export function planRowEdit(library: Library, reportId: ReportId, edit: RowEdit): RowPatch[] {
  const { reports, rows } = library;
  const nextId = () => reports.takeRowIds(reportId, 1);
  const placed = (id: RowId): PlacedRow => {
    const at = rows.placeOf(reportId, id);
    return { at, row: rows.page(reportId, at, 1)[0]! };
  };
  switch (edit.type) {
    case 'link':
      return wanted(planLink(placed(edit.rowId), placed(edit.toRowId), edit.version, nextId));
    case 'confirm-rows':
    case 'merge-rows':
    case 'shift-up':
    case 'shift-down':
      return [wanted(planRange(rangeOf(library, reportId, edit.rowId, edit.lastRowId, 1), edit, nextId))];
    default:
      return [wanted(planEdit(rangeOf(library, reportId, edit.rowId, edit.rowId, 1), edit, nextId))];
  }
}
