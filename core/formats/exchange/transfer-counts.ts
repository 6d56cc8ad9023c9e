/** What formats of rows have in common in their transfer reports. */
import type { ReportData } from '../../model/report-data';
import type { Column, TableRow } from './columns';
import type { NoteMarks } from './note-marks';
import type { TransferLog } from './transfer-report';
import { hasForbiddenCharacters } from './xml-writer';

/**
 * Versions, rows and notes taken; notes and codings left. Codes show as names beside the notes that they were given in:
 * codings without such a note are left.
 */
export function countTable(
  data: ReportData,
  columns: readonly Column[],
  rows: readonly TableRow[],
  marks: NoteMarks | null,
  log: TransferLog,
): void {
  const notes = marks?.notes ?? [];
  const shown = new Set<string>(notes.map(({ note }) => note.id));
  log.take('versions', columns.length);
  log.take('rows', rows.length);
  log.take('notes', notes.length);
  log.leave('notes-left-out', '', data.notes.length - notes.length);
  log.leave('codes-left-out', '', data.codings.filter(({ noteId }) => noteId === null || !shown.has(noteId)).length);
}

/** A report that came in, or goes out whole. */
export function countReport({ versions, rows, notes }: ReportData, log: TransferLog): void {
  log.take('versions', versions.length);
  log.take(
    'segments',
    versions.reduce((sum, { segments }) => sum + segments.length, 0),
  );
  log.take('rows', rows.length);
  log.take('notes', notes.length);
}

/** Formats of XML have no place for some characters. */
export function leaveForbidden(columns: readonly Column[], log: TransferLog): void {
  for (const { version } of columns) {
    if (hasForbiddenCharacters(version.text)) log.leave('characters-replaced', version.info.title || version.info.lang);
  }
}
