/** A report of the library as plain data, for exports and for importers that look into it, and back into the library. */
import { holdsTogether } from '../../core/formats/exchange/check-report-data';
import { orderCodes } from '../../core/formats/exchange/code-tree';
import { withNewIds } from '../../core/formats/exchange/new-ids';
import type { ReportId, RowId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { NoteRevision, ReportData, VersionData } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import { segmentSeparator } from '../../core/segment/segment';
import type { Library } from '../library/library';
import { codeOf, reportNotes } from './notes-data';

export interface ReadOptions {
  /** With the files that the versions came from. */
  originals: boolean;
  /** The library's whole codebook, not only the codes that this report uses. */
  allCodes: boolean;
}

const plain = ({ versionId, quote, position }: NoteTarget): NoteTarget => ({ versionId, quote, position });

/** Throws report-not-found. */
export function readReportData(library: Library, reportId: ReportId, { originals, allCodes }: ReadOptions): ReportData {
  const { reports, versions, rows } = library;
  const { title, kind, baseVersionId } = reports.get(reportId);
  const infos = versions.list(reportId);
  const versionData = infos.map((info): VersionData => {
    const segments = versions.segments(info.id);
    const bytes = originals ? versions.original(info.id) : null;
    return {
      info,
      text: segments.map(({ text }) => text).join(segmentSeparator),
      segments,
      ...(bytes && bytes.byteLength > 0 ? { original: { fileName: info.fileName, bytes } } : {}),
    };
  });
  const lengths = new Map(versionData.map(({ info, text }) => [info.id, text.length]));
  // "Add version" that was undone leaves passages that lead nowhere until it is done again.
  const stands = ({ versionId, position }: NoteTarget) => position.end <= (lengths.get(versionId) ?? -1);
  const own = reportNotes(library, reportId);
  const onText = (targets: readonly NoteTarget[]) => targets.filter(stands).map(plain);
  const noteIds = new Set(own.notes.map(({ id }) => id));
  const stored = rows.all(reportId);
  return {
    report: { id: reportId, title, kind, baseVersionId, rowCount: stored.length, versions: infos },
    versions: versionData,
    rows: stored,
    notes: own.notes.map((note) => ({ ...note, targets: onText(note.targets) })),
    revisions: own.revisions.map((revision) => ({ ...revision, targets: onText(revision.targets) })),
    codes: allCodes ? orderCodes(library.codes.list().map(codeOf)) : own.codes,
    codings: own.codings
      .filter(({ target }) => stands(target))
      .map((coding) => ({
        ...coding,
        target: plain(coding.target),
        noteId: coding.noteId && noteIds.has(coding.noteId) ? coding.noteId : null,
      })),
  };
}

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

/**
 * Stores a report with its rows as they are, notes and their history, codings, and the codes that the library has not yet. New
 * ids with `copy` and where one is taken. Throws file-format-unknown for data that does not hold together.
 */
export function storeReportData(library: Library, given: ReportData, copy: boolean): ReportId {
  if (given.versions.length < 2) throw new ExpectedError('too-few-versions');
  if (!holdsTogether(given)) throw new ExpectedError('file-format-unknown');
  const { reports, versions, rows, notes, codes } = library;
  const ownName = library.settings.read().coder;
  return library.write(() => {
    const data = joinedByBlankLines(copy || isTaken(library, given) ? withNewIds(given) : given);
    const { id, title, kind, baseVersionId } = data.report;
    const name = title.trim() || data.versions[0]!.info.title || data.versions[0]!.info.fileName;
    reports.insert({ id, title: name, kind, baseVersionId, createdAtMs: library.now() });
    reports.takeRowIds(id, data.rows.reduce((most, row) => Math.max(most, row.id), -1) + 1);
    const rowIds: RowId[][] = data.versions.map(() => []);
    for (const row of data.rows) {
      row.cells.forEach((cell, v) => {
        for (const segment of cell) rowIds[v]![segment] = row.id;
      });
    }
    data.versions.forEach(({ info, segments, original }, v) => {
      versions.insert(id, info, segments, original?.bytes ?? new Uint8Array(), rowIds[v]);
    });
    rows.insertAll(id, data.rows);
    const histories = new Map<string, NoteRevision[]>();
    for (const revision of data.revisions) histories.set(revision.noteId, [...(histories.get(revision.noteId) ?? []), revision]);
    for (const note of data.notes) notes.insert(note, histories.get(note.id) ?? []);
    const known = new Set(codes.list().map((code) => code.id));
    const binned = new Map(codes.list(true).map((code) => [code.id, code]));
    for (const code of data.codes) if (!known.has(code.id)) codes.put({ ...(binned.get(code.id) ?? code), deleted: false });
    for (const coding of data.codings)
      codes.insertCoding({ ...coding, reportId: id, coder: coding.coder === ownName ? '' : coding.coder });
    return id;
  });
}

/** Ordinals of versions named by id, in the order of the names. Throws version-not-found. */
export function ordinalsOf(data: ReportData, versionIds: readonly VersionId[]): number[] {
  return versionIds.map((id) => {
    const at = data.versions.findIndex(({ info }) => info.id === id);
    if (at < 0) throw new ExpectedError('version-not-found');
    return at;
  });
}
