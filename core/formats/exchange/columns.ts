/** What all exports look at: the versions chosen as columns, and the rows with their segments. */

import type { Row } from '../../model/report';
import type { ReportData, VersionData } from '../../model/report-data';
import type { Segment } from '../../model/text';

export interface Column {
  /** Index of the version's cell in every row. */
  v: number;
  version: VersionData;
}
export interface TableRow {
  row: Row;
  /** One array a column. */
  cells: Segment[][];
}

export const columnsOf = (data: ReportData, versions: readonly number[]): Column[] =>
  versions.flatMap((v) => {
    const version = data.versions[v];
    return version ? [{ v, version }] : [];
  });

/** Rows in reading order; those that are empty in all chosen versions are left out. */
export function tableRows(data: ReportData, columns: readonly Column[]): TableRow[] {
  return data.rows
    .map((row) => ({
      row,
      cells: columns.map(({ v, version }) => (row.cells[v] ?? []).flatMap((index) => version.segments[index] ?? [])),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

/** The base version's column, or the first one when the base is not among those chosen. */
export const baseColumn = (data: ReportData, columns: readonly Column[]): Column | undefined =>
  columns.find(({ version }) => version.info.id === data.report.baseVersionId) ?? columns[0];

/** `Title — Outlet, date`, as far as they are known; the language when nothing is. */
export function versionName({ version }: Column): string {
  const { title, outlet, date, lang } = version.info;
  return [title || outlet, [title ? outlet : '', date].filter(Boolean).join(', ')].filter(Boolean).join(' — ') || lang;
}

/** Text of a cell: one line a segment. */
export const cellText = (cell: readonly Segment[]): string => cell.map((segment) => segment.text).join('\n');
