/**
 * A new report into the library in parts of a few milliseconds, so that notes are saved and calls answered in between, however
 * long the report is. Nobody sees it before the last part: it comes in as one that is not finished, and if it never is (the power
 * goes, the disk is full), it is taken away again here or at the next start.
 */
import type { ReportId, RowId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';
import type { Segment } from '../../core/model/text';
import type { Library } from '../library/library';
import type { ReportRecord } from '../library/reports';
import type { VersionRecord } from '../library/versions';

export interface StoredVersion {
  record: VersionRecord;
  segments: readonly Segment[];
  original: Uint8Array;
}
export interface StoredReport extends Omit<ReportRecord, 'view' | 'openedAtMs' | 'createdAtMs'> {
  versions: readonly StoredVersion[];
  /** In reading order; gives the ids that `takeRowIds` has taken for this report. */
  rows(takeRowIds: (count: number) => RowId): readonly Row[];
  /** What is written together with the end of the report, such as its notes. */
  last?(): void;
}

/** How long one part holds the library process up, in milliseconds. */
const partMs = 6;
/** Segments or rows between two looks at the clock. */
const stepSize = 16;

/** Segments and rows that are taken away in one part. */
const dropSize = 500;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function* steps(
  { reports, versions, rows }: Library,
  { versions: given, rows: makeRows, last: _, ...report }: StoredReport,
  nowMs: number,
) {
  yield reports.begin({ ...report, createdAtMs: nowMs });
  const all = makeRows((count) => reports.takeRowIds(report.id, count));
  const rowIds: RowId[][] = given.map(() => []);
  for (const row of all) {
    row.cells.forEach((cell, v) => {
      for (const segment of cell) rowIds[v]![segment] = row.id;
    });
  }
  for (const [v, { record, segments, original }] of given.entries()) {
    yield versions.insertWithoutText(report.id, record, original);
    for (let from = 0; from < segments.length; from += stepSize)
      yield versions.insertSegments(record.id, segments.slice(from, from + stepSize), rowIds[v]);
  }
  for (let from = 0; from < all.length; from += stepSize)
    yield rows.insertFrom(report.id, all.slice(from, from + stepSize), from);
}

/** Takes away what was begun, in parts as well. */
async function takeAway(library: Library, id: ReportId): Promise<void> {
  while (library.writePart(() => library.reports.dropSomeOf(id, dropSize))) await breathe();
  library.write(() => library.reports.dropBegun(id));
}

/**
 * `progress`: the part that is stored, 0 to 1; what it throws ends the storing. Rejects with that or with what the library throws; nothing
 * of the report is there then.
 */
export async function storeReport(library: Library, report: StoredReport, progress: (done: number) => void): Promise<ReportId> {
  const total = report.versions.reduce((sum, { segments }) => sum + segments.length / stepSize, 1) * 1.4;
  const work = steps(library, report, library.now());
  let done = 0;
  try {
    for (let more = true; more; ) {
      more = library.writePart(() => {
        const untilMs = performance.now() + partMs;
        while (performance.now() < untilMs) {
          if (work.next().done) return false;
          done += 1;
        }
        return true;
      });
      progress(Math.min(1, done / total));
      await breathe();
    }
    // On the disk, with all the parts before it, when this returns.
    library.write(() => {
      report.last?.();
      library.reports.finish(report.id);
    });
  } catch (error) {
    try {
      await takeAway(library, report.id);
    } catch {
      // Where nothing can be written, nothing can be taken away either: the next start does it.
    }
    throw error;
  }
  return report.id;
}
