/**
 * A report of the library as plain data, for exports and for importers that look into it. It is read in parts: between two of them
 * the process saves notes and answers the window, however long the report is.
 */
import { orderCodes } from '../../core/formats/exchange/code-tree';
import { partSize, type ReportPart, reportAssembly } from '../../core/formats/exchange/report-parts';
import type { ReportId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { ReportData, ReportTexts } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import type { Library } from '../library/library';
import { codeOf, reportNotes } from './notes-data';

export interface ReadOptions {
  /** With the files that the versions came from. */
  originals: boolean;
  /** The library's whole codebook, not only the codes that this report uses. */
  allCodes: boolean;
}

const plain = ({ versionId, quote, position }: NoteTarget): NoteTarget => ({ versionId, quote, position });

function notesPart(
  library: Library,
  reportId: ReportId,
  ends: ReadonlyMap<VersionId, number>,
  allCodes: boolean,
): Extract<ReportPart, { type: 'notes' }> {
  // "Add version" that was undone leaves passages that lead nowhere until it is done again.
  const stands = ({ versionId, position }: NoteTarget) => position.end <= (ends.get(versionId) ?? -1);
  const onText = (targets: readonly NoteTarget[]) => targets.filter(stands).map(plain);
  const own = reportNotes(library, reportId);
  const noteIds = new Set(own.notes.map(({ id }) => id));
  const me = library.settings.read().coder;
  return {
    type: 'notes',
    // On another laptop this reader is somebody else.
    notes: own.notes.map((note) => ({ ...note, author: note.author || me, targets: onText(note.targets) })),
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

/** Throws report-not-found. */
export function* reportParts(library: Library, reportId: ReportId, options: ReadOptions): Generator<ReportPart> {
  const { reports, versions, rows } = library;
  const { title, kind, baseVersionId } = reports.get(reportId);
  const infos = versions.list(reportId);
  const rowCount = rows.count(reportId);
  const total = infos.reduce((sum, { segmentCount }) => sum + segmentCount, rowCount);
  yield { type: 'head', report: { id: reportId, title, kind, baseVersionId }, versions: infos, total };
  const ends = new Map<VersionId, number>();
  for (const [v, { id, segmentCount, fileName }] of infos.entries()) {
    ends.set(id, 0);
    for (let from = 0; from < segmentCount; from += partSize) {
      const numbers = Array.from({ length: Math.min(partSize, segmentCount - from) }, (_, i) => from + i);
      const segments = versions.segmentsNamed(id, numbers);
      ends.set(id, segments.at(-1)?.end ?? 0);
      yield { type: 'segments', version: v, segments };
    }
    const bytes = options.originals ? versions.original(id) : null;
    if (bytes && bytes.byteLength > 0) yield { type: 'original', version: v, fileName, bytes };
  }
  for (let from = 0; from < rowCount; from += partSize) yield { type: 'rows', rows: rows.page(reportId, from, partSize) };
  yield notesPart(library, reportId, ends, options.allCodes);
}

/** All at once, within a change that needs it so. Throws report-not-found. */
export function readReportData(library: Library, reportId: ReportId, options: ReadOptions): ReportData {
  const assembly = reportAssembly();
  for (const part of reportParts(library, reportId, options)) assembly.take(part);
  return assembly.report();
}

/** Readings that may be begun again because something was written meanwhile. The last one lets nothing come between. */
const gentleReadings = 4;

/**
 * The parts with room between them for other work. When something is written meanwhile they begin again, with another head: what
 * comes out is one state of the report.
 */
export async function* gentleParts(library: Library, reportId: ReportId, options: ReadOptions): AsyncGenerator<ReportPart> {
  for (let reading = 1; ; reading += 1) {
    const before = library.writesSoFar();
    for (const part of reportParts(library, reportId, options)) {
      yield part;
      if (reading < gentleReadings) await new Promise((resolve) => setImmediate(resolve));
    }
    if (reading >= gentleReadings || library.writesSoFar() === before) return;
  }
}

/** What readers of notes, codes and rows look into, with the library's whole codebook. Throws report-not-found. */
export async function readTexts(library: Library, reportId: ReportId) {
  const assembly = reportAssembly();
  for await (const part of gentleParts(library, reportId, { originals: false, allCodes: true })) assembly.take(part);
  const { report, versions, codes } = assembly.report();
  return {
    report: { id: report.id },
    versions: versions.map(({ info, text }) => ({ info, text })),
    codes: codes.map(({ id }) => ({ id })),
  } satisfies ReportTexts;
}

/** Ordinals of versions named by id, in the order of the names. Throws version-not-found. */
export function ordinalsOf(library: Library, reportId: ReportId, versionIds: readonly VersionId[]): number[] {
  const infos = library.versions.list(reportId);
  return versionIds.map((id) => {
    const at = infos.findIndex((info) => info.id === id);
    if (at < 0) throw new ExpectedError('version-not-found');
    return at;
  });
}
