/** A few rows of a report, for a look at it before it goes out or comes in. */
import type { ReportData } from '../../model/report-data';
import { cellText, columnsOf, tableRows } from './columns';

const shownLength = 220;

/** `versions`: ordinals, in the order of the columns. Null: the version has nothing in that row. */
export function sampleRows(data: ReportData, versions: readonly number[], count: number): (string | null)[][] {
  const rows = tableRows(data, columnsOf(data, versions));
  // Texts often begin with lines that each version has alone.
  const telling = Math.max(
    0,
    rows.findIndex(({ cells }) => cells.filter((cell) => cell.length > 0).length > 1),
  );
  return rows
    .slice(telling, telling + count)
    .map(({ cells }) => cells.map((cell) => (cell.length === 0 ? null : cellText(cell).slice(0, shownLength))));
}
