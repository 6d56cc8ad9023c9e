/** A report that comes as plain data, into the library. read-report.ts is the way out. */
import { holdsTogether } from '../../core/formats/exchange/check-report-data';
import { withNewIds } from '../../core/formats/exchange/new-ids';
import type { ReportId, RowId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { NoteRevision, ReportData, VersionData } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import { segmentSeparator } from '../../core/segment/segment';
import type { Library } from '../library/library';
import { storeReport } from './store-report';

/**
 * The library's segments are joined by blank lines, and offsets of notes count on it. Texts of other makers may have more between
 * their segments: gives the same report with all offsets moved.
 */
function joinedByBlankLines(data: ReportData): ReportData {
  const moves = new Map<VersionId, (offset: number) => number>();
  const versions = data.versions.map((version): VersionData => {
    let end = -segmentSeparator.length;
    const segments = version.segments.map((segment) => {
      const start = end + segmentSeparator.length;
      end = start + segment.text.length;
      return { ...segment, start, end };
    });
    const text = segments.map((segment) => segment.text).join(segmentSeparator);
    if (text === version.text) return version;
    const starts = version.segments.map(({ start }) => start);
    moves.set(version.info.id, (offset) => {
      const at = lastNotAfter(starts, offset);
      const to = segments[Math.max(0, at)];
      return to ? Math.min(to.end, to.start + Math.max(0, offset - (starts[Math.max(0, at)] ?? 0))) : 0;
    });
    return { ...version, segments, text };
  });
  if (moves.size === 0) return data;
  const move = (target: NoteTarget): NoteTarget => {
    const to = moves.get(target.versionId);
    const { start, end } = target.position;
    return to ? { ...target, position: { start: to(start), end: to(end) } } : target;
  };
  return {
    ...data,
    versions,
    notes: data.notes.map((note) => ({ ...note, targets: note.targets.map(move) })),
    revisions: data.revisions.map((revision) => ({ ...revision, targets: revision.targets.map(move) })),
    codings: data.codings.map((coding) => ({ ...coding, target: move(coding.target) })),
  };
}

/** Index of the last of these ascending numbers that is not after `value`; −1 when all are. */
function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

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
 * there. Throws exchange-damaged for data that does not hold together.
 */
export async function storeReportData(library: Library, given: ReportData, copy: boolean): Promise<ReportId> {
  if (given.versions.length < 2) throw new ExpectedError('too-few-versions');
  if (!holdsTogether(given)) throw new ExpectedError('exchange-damaged');
  const data = joinedByBlankLines(copy || isTaken(library, given) ? withNewIds(given) : given);
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
  return storeReport(library, stored, () => undefined);
}
