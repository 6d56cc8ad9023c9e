/**
 * Rows of the alignment in reading order. The order is a real number per row, so that an edit writes only the rows it touches;
 * pages and places are counted on the covering index report_row_order.
 */
import type { ConfirmedRow } from '../../core/align/learned-words';
import type { ReportId, RowId, VersionId } from '../../core/model/ids';
import type { Row, RowPatch, RowStatus } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import { checkBelow, type RowCounts } from '../../core/model/row-state';
import type { Database } from './connection';

interface StoredRow {
  id: RowId;
  cells: string;
  score: number | null;
  status: RowStatus;
}
const revive = (r: StoredRow): Row => ({ id: r.id, cells: JSON.parse(r.cells), score: r.score, status: r.status });
const filledOf = (cells: readonly number[][]): number => cells.reduce((bits, c, v) => (c.length > 0 ? bits | (1 << v) : bits), 0);
/** Distance between the keys of neighbours as first stored: room for some forty halvings. */
const keyStep = 1024;

export function rowsTable(db: Database) {
  const page = db.prepare<[string, number, number], StoredRow>(
    `with wanted as (select report_id, id, order_key from report_row where report_id = ? order by order_key limit ? offset ?)
     select r.id, r.cells, r.score, r.status from wanted join report_row r using (report_id, id) order by wanted.order_key`,
  );
  const keys = db.prepare<[string, number, number], { key: number }>(
    'select order_key as key from report_row where report_id = ? order by order_key limit ? offset ?',
  );
  const count = db.prepare<[string], { n: number }>('select count(*) as n from report_row where report_id = ?');
  const place = db.prepare<[string, string, number], { n: number }>(
    `select count(*) as n from report_row
     where report_id = ? and order_key < (select order_key from report_row where report_id = ? and id = ?)`,
  );
  const exists = db.prepare<[string, number], { n: number }>('select 1 as n from report_row where report_id = ? and id = ?');
  const insert = db.prepare(
    'insert into report_row (report_id, id, order_key, cells, filled, score, status) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare<[string, number]>('delete from report_row where report_id = ? and id = ?');
  const removeAll = db.prepare<[string]>('delete from report_row where report_id = ?');
  const setKey = db.prepare<[number, string, number]>('update report_row set order_key = ? where report_id = ? and id = ?');
  const setRowOf = db.prepare<[number, string, number]>('update segment set row_id = ? where version_id = ? and number = ?');
  const clearRowOf = db.prepare<[string]>('update segment set row_id = null where version_id = ?');
  const versionIds = db.prepare<[string], { id: VersionId }>(
    'select id from version where report_id = ? and removed = 0 order by ordinal',
  );
  const ids = db.prepare<[string], { id: RowId }>('select id from report_row where report_id = ? order by order_key');
  const counts = db.prepare<[number, string], { filled: number; status: RowStatus; low: number; n: number }>(
    `select filled, status, score is null or score < ? as low, count(*) as n from report_row where report_id = ? group by 1, 2, 3`,
  );

  const confirmed = db.prepare<[string, number], { place: string; lang: string; text: string }>(
    `with taught as (
       select r.report_id, r.id, r.cells from report_row r join report p on p.id = r.report_id
       where r.status = 'confirmed' and p.kind = 'translation' and p.deleted_at_ms is null and p.id <> ?
       order by p.created_at_ms desc, r.order_key desc limit ?)
     select t.report_id || ' ' || t.id as place, v.lang, group_concat(s.text, ' ') as text
     from taught t, json_each(t.cells) cell
     join version v on v.report_id = t.report_id and v.ordinal = cell.key and v.removed = 0, json_each(cell.value) n
     join segment s on s.version_id = v.id and s.number = n.value group by place, v.id`,
  );

  const all = (reportId: ReportId): Row[] => page.all(reportId, -1, 0).map(revive);
  const store = (reportId: ReportId, row: Row, key: number) =>
    void insert.run(reportId, row.id, key, JSON.stringify(row.cells), filledOf(row.cells), row.score, row.status);
  const write = (reportId: ReportId, row: Row, key: number, versions: readonly { id: VersionId }[]) => {
    store(reportId, row, key);
    row.cells.forEach((cell, v) => {
      const version = versions[v];
      if (version) for (const segment of cell) setRowOf.run(row.id, version.id, segment);
    });
  };
  const setOrder = (reportId: ReportId, order: readonly RowId[]) => {
    // Keys are unique, so all rows first step aside below zero.
    order.forEach((id, i) => {
      setKey.run(-(i + 1), reportId, id);
    });
    order.forEach((id, i) => {
      setKey.run((i + 1) * keyStep, reportId, id);
    });
  };
  const keyAt = (reportId: ReportId, at: number): number | null => (at < 0 ? null : (keys.get(reportId, 1, at)?.key ?? null));

  return {
    all,
    count: (reportId: ReportId): number => count.get(reportId)?.n ?? 0,
    page: (reportId: ReportId, offset: number, limit: number): Row[] => page.all(reportId, limit, offset).map(revive),
    order: (reportId: ReportId): RowId[] => ids.all(reportId).map((r) => r.id),
    /** Place in reading order. Throws row-not-found. */
    placeOf(reportId: ReportId, id: RowId): number {
      if (!exists.get(reportId, id)) throw new ExpectedError('row-not-found');
      return place.get(reportId, reportId, id)!.n;
    },
    /** The rows of a new report, whose segments were stored with the ids of their rows. */
    insertAll(reportId: ReportId, rows: readonly Row[]): void {
      this.insertFrom(reportId, rows, 0);
    },
    /** The same for a part of them; `first`: the place of its first row. */
    insertFrom(reportId: ReportId, rows: readonly Row[], first: number): void {
      rows.forEach((row, i) => {
        store(reportId, row, (first + i + 1) * keyStep);
      });
    },
    /** Replaces all rows. Their order is that of the list. */
    replaceAll(reportId: ReportId, rows: readonly Row[]): void {
      removeAll.run(reportId);
      const versions = versionIds.all(reportId);
      for (const { id } of versions) clearRowOf.run(id);
      rows.forEach((row, i) => {
        write(reportId, row, (i + 1) * keyStep, versions);
      });
    },
    setOrder,
    /** Texts of confirmed rows of other translations in the library, those of the newest reports, at most `limit`. */
    confirmedElsewhere(reportId: ReportId | '', limit: number): ConfirmedRow[] {
      const byRow = new Map<string, { lang: string; text: string }[]>();
      for (const { place: at, lang, text } of confirmed.all(reportId, limit)) {
        const cells = byRow.get(at) ?? [];
        cells.push({ lang, text });
        byRow.set(at, cells);
      }
      return [...byRow.values()].map((cells) => ({ cells }));
    },
    /** The rows to remove must stand where the patch says: anything else is a bug, and nothing is written. */
    applyPatch(reportId: ReportId, patch: RowPatch): void {
      const standing = patch.remove.length > 0 ? page.all(reportId, patch.remove.length, patch.at) : [];
      if (standing.length !== patch.remove.length || standing.some((r, i) => r.id !== patch.remove[i]!.id))
        throw new Error('patch does not fit the rows');
      const room = patch.insert.length + 1;
      let before = keyAt(reportId, patch.at - 1);
      let after = keyAt(reportId, patch.at + patch.remove.length);
      for (const r of patch.remove) remove.run(reportId, r.id);
      if (before !== null && after !== null && (after - before) / room < 1e-6) {
        setOrder(reportId, this.order(reportId));
        before = keyAt(reportId, patch.at - 1);
        after = keyAt(reportId, patch.at);
      }
      const low = before ?? (after ?? 0) - room * keyStep;
      const high = after ?? low + room * keyStep;
      const versions = versionIds.all(reportId);
      patch.insert.forEach((row, i) => {
        write(reportId, row, low + ((high - low) * (i + 1)) / room, versions);
      });
    },
    counts(reportId: ReportId): RowCounts {
      const sums: RowCounts = { confirmed: 0, toCheck: 0, omissions: 0 };
      const complete = (1 << versionIds.all(reportId).length) - 1;
      for (const { filled, status, low, n } of counts.all(checkBelow, reportId)) {
        if (status === 'confirmed') sums.confirmed += n;
        // At least two bits: see rowState.
        if (status === 'automatic' && low === 1 && (filled & (filled - 1)) !== 0) sums.toCheck += n;
        if (filled !== complete) sums.omissions += n;
      }
      return sums;
    },
  };
}
export type RowsTable = ReturnType<typeof rowsTable>;
