/** What every export of rows begins with: its columns, its rows, the notes on them. */
import type { ReportData } from '../../model/report-data';
import { baseColumn, type Column, columnsOf, type TableRow, tableRows } from './columns';
import type { ResolvedOptions } from './exporter';
import { type NoteMarks, noteMarks } from './note-marks';

export interface Page {
  columns: Column[];
  rows: TableRow[];
  /** Undefined only where no version was chosen. */
  base: Column | undefined;
  /** Null where notes are not wanted. */
  marks: NoteMarks | null;
}

export function pageOf(data: ReportData, { versions, notes }: Pick<ResolvedOptions, 'versions' | 'notes'>): Page {
  const columns = columnsOf(data, versions);
  const rows = tableRows(data, columns);
  return { columns, rows, base: baseColumn(data, columns), marks: notes ? noteMarks(data, columns, rows) : null };
}
