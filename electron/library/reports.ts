/** Reports: what they are called, which version their rows follow, how the reader left them. Deleted ones stay in the bin. */
import type { ReportViewState } from '../../core/contract/schemas';
import type { ReportId, RowId, VersionId } from '../../core/model/ids';
import type { AlignmentKind } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import type { Database } from './connection';

export interface ReportRecord {
  id: ReportId;
  title: string;
  kind: AlignmentKind;
  baseVersionId: VersionId;
  view: ReportViewState | null;
  createdAtMs: number;
  openedAtMs: number | null;
}
interface Stored extends Omit<ReportRecord, 'view'> {
  view: string | null;
}
/** In place of the time at which a report went to the bin: it is still being stored, and is not there for anybody. */
const unfinished = 0;
const columns = `id, title, kind, base_version_id as baseVersionId, view, created_at_ms as createdAtMs, opened_at_ms as openedAtMs`;
const revive = (stored: Stored): ReportRecord => ({ ...stored, view: stored.view === null ? null : JSON.parse(stored.view) });

export function reportsTable(db: Database) {
  const one = db.prepare<[string], Stored>(`select ${columns} from report where id = ? and deleted_at_ms is null`);
  const all = db.prepare<[], Stored>(
    `select ${columns} from report where deleted_at_ms is null order by coalesce(opened_at_ms, created_at_ms) desc, id`,
  );
  const insert = db.prepare<[string, string, string, string, number, number]>(
    'insert into report (id, title, kind, base_version_id, next_row_id, created_at_ms) values (?, ?, ?, ?, ?, ?)',
  );
  const begin = db.prepare<[string]>(`update report set deleted_at_ms = ${unfinished} where id = ?`);
  const finish = db.prepare<[string]>(`update report set deleted_at_ms = null where id = ? and deleted_at_ms = ${unfinished}`);
  const dropUnfinished = db.prepare(`delete from report where deleted_at_ms = ${unfinished}`);
  const dropBegun = db.prepare<[string]>(`delete from report where id = ? and deleted_at_ms = ${unfinished}`);
  const dropSegments = db.prepare<[string, number]>(
    `delete from segment where (version_id, number) in
     (select s.version_id, s.number from version v join segment s on s.version_id = v.id where v.report_id = ? limit ?)`,
  );
  const dropRows = db.prepare<[string, number]>(
    `delete from report_row where (report_id, id) in (select report_id, id from report_row where report_id = ? limit ?)`,
  );
  const title = db.prepare<[string, string]>('update report set title = ? where id = ?');
  const kind = db.prepare<[string, string]>('update report set kind = ? where id = ?');
  const base = db.prepare<[string, string]>('update report set base_version_id = ? where id = ?');
  const view = db.prepare<[string, string]>('update report set view = ? where id = ?');
  const opened = db.prepare<[number, string]>('update report set opened_at_ms = ? where id = ?');
  const bin = db.prepare<[number | null, string]>('update report set deleted_at_ms = ? where id = ?');
  const binned = db.prepare<[], { id: ReportId; title: string; kind: AlignmentKind; deletedAtMs: number }>(
    `select id, title, kind, deleted_at_ms as deletedAtMs from report where deleted_at_ms > ${unfinished}
     order by deleted_at_ms desc, id`,
  );
  const purge = db.prepare<[string]>(`delete from report where id = ? and deleted_at_ms > ${unfinished}`);
  const takeIds = db.prepare<[number, string], { next: number }>(
    'update report set next_row_id = next_row_id + ? where id = ? returning next_row_id as next',
  );
  const state = db.prepare<[string], { deletedAtMs: number | null }>(
    'select deleted_at_ms as deletedAtMs from report where id = ?',
  );
  const counts = db.prepare<[], { reportId: ReportId; rows: number }>(
    'select report_id as reportId, count(*) as rows from report_row group by report_id',
  );

  return {
    /** Throws report-not-found, for reports in the bin, too. */
    get(id: ReportId): ReportRecord {
      const found = one.get(id);
      if (!found) throw new ExpectedError('report-not-found');
      return revive(found);
    },
    /** Where it stands; null for one that is not stored at all. */
    state(id: ReportId): 'library' | 'bin' | null {
      const found = state.get(id);
      return found ? (found.deletedAtMs === null ? 'library' : 'bin') : null;
    },
    /** Last opened first. */
    list: (): ReportRecord[] => all.all().map(revive),
    rowCounts: (): Map<ReportId, number> => new Map(counts.all().map((c) => [c.reportId, c.rows])),
    insert(report: Omit<ReportRecord, 'view' | 'openedAtMs'>): void {
      insert.run(report.id, report.title, report.kind, report.baseVersionId, 0, report.createdAtMs);
    },
    /** As `insert`, for a report that is not there for anybody before `finish`. */
    begin(report: Omit<ReportRecord, 'view' | 'openedAtMs'>): void {
      this.insert(report);
      begin.run(report.id);
    },
    finish: (id: ReportId) => void finish.run(id),
    /** Takes away so many segments or rows of a report that was begun; false when there are none left. */
    dropSomeOf(id: ReportId, most: number): boolean {
      if (state.get(id)?.deletedAtMs !== unfinished) return false;
      return dropSegments.run(id, most).changes > 0 || dropRows.run(id, most).changes > 0;
    },
    /** Takes away a report that was begun and not finished. */
    dropBegun: (id: ReportId) => void dropBegun.run(id),
    /** At the start, when nothing can be under way: takes away all that was begun and never finished. */
    dropUnfinished: () => void dropUnfinished.run(),
    setTitle: (id: ReportId, value: string) => void title.run(value, id),
    setKind: (id: ReportId, value: AlignmentKind) => void kind.run(value, id),
    setBase: (id: ReportId, value: VersionId) => void base.run(value, id),
    setView: (id: ReportId, value: ReportViewState) => void view.run(JSON.stringify(value), id),
    markOpened: (id: ReportId, atMs: number) => void opened.run(atMs, id),
    /** Into the bin, or with null out of it. Throws report-not-found when no such report is stored at all. */
    setDeleted(id: ReportId, atMs: number | null): void {
      if (bin.run(atMs, id).changes === 0) throw new ExpectedError('report-not-found');
    },
    /** Those in the bin, the last deleted first. */
    binned: () => binned.all(),
    /** For good, with all that belongs to it; only from the bin. Answers how many there were. */
    purge: (id: ReportId): number => (purge.run(id).changes > 0 ? 1 : 0),
    /** The first of `count` row ids that nobody has used. */
    takeRowIds(id: ReportId, count: number): RowId {
      const taken = takeIds.get(count, id);
      if (!taken) throw new ExpectedError('report-not-found');
      return (taken.next - count) as RowId;
    },
  };
}
export type ReportsTable = ReturnType<typeof reportsTable>;
