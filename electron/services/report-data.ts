/** A report that comes as plain data, into the library. read-report.ts is the way out. */
import { holdsTogether } from '../../core/formats/exchange/check-report-data';
import { withNewIds } from '../../core/formats/exchange/new-ids';
import type { ReportId, RowId } from '../../core/model/ids';
import type { NoteRevision, ReportData } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import type { Library } from '../library/library';
import { storeReport } from './store-report';

function isTaken({ reports, versions, notes, codes }: Library, data: ReportData): boolean {
  return (
    reports.state(data.report.id) !== null ||
    data.versions.some(({ info }) => versions.has(info.id)) ||
    data.notes.some(({ id }) => notes.has(id)) ||
    data.codings.some(({ id }) => codes.coding(id) !== null)
  );
}

function storeNotes({ notes, codes }: Library, { report, ...data }: ReportData, ownName: string): void {
  const histories = new Map<string, NoteRevision[]>();
  for (const revision of data.revisions) histories.set(revision.noteId, [...(histories.get(revision.noteId) ?? []), revision]);
  for (const note of data.notes)
    notes.insert({ ...note, author: note.author === ownName ? '' : note.author }, histories.get(note.id) ?? []);
  const known = new Set(codes.list().map((code) => code.id));
  const binned = new Map(codes.list(true).map((code) => [code.id, code]));
  for (const code of data.codes) if (!known.has(code.id)) codes.put({ ...(binned.get(code.id) ?? code), deleted: false });
  for (const coding of data.codings)
    codes.insertCoding({ ...coding, reportId: report.id, coder: coding.coder === ownName ? '' : coding.coder });
}

/**
 * Stores a report with its rows as they are, notes and their history, codings, and the codes that the library has not yet. New
 * ids with `copy` and where one is taken. In parts, with room for other work between them; nobody sees the report before all of it is
 * there. `progress`: the part that is stored, 0 to 1; what it throws ends the storing, and nothing of the report is there then. Throws
 * exchange-damaged for data that does not hold together. Its texts are joined by blank lines (core/formats/exchange/blank-lines.ts).
 */
export async function storeReportData(
  library: Library,
  given: ReportData,
  copy: boolean,
  progress: (done: number) => void = () => undefined,
): Promise<ReportId> {
  if (given.versions.length < 2) throw new ExpectedError('too-few-versions');
  if (!holdsTogether(given)) throw new ExpectedError('exchange-damaged');
  const data = copy || isTaken(library, given) ? withNewIds(given) : given;
  const { id, title, kind, baseVersionId } = data.report;
  const stored = {
    id,
    title: title.trim() || data.versions[0]!.info.title || data.versions[0]!.info.fileName,
    kind,
    baseVersionId,
    versions: data.versions.map(({ info, segments, original }) => ({
      record: info,
      segments,
      original: original?.bytes ?? new Uint8Array(),
    })),
    rows: (takeRowIds: (count: number) => RowId) => {
      // The ids are those of the file: the next one that is taken is free.
      takeRowIds(data.rows.reduce((most, row) => Math.max(most, row.id), -1) + 1);
      return data.rows;
    },
    last: () => storeNotes(library, data, library.settings.read().coder),
  };
  return storeReport(library, stored, progress);
}
