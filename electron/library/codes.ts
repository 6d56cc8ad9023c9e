/** The codebook of the library and the passages that its codes were given. What is deleted stays in the bin until that is emptied. */
import type { Code, Coding } from '../../core/model/code';
import type { CodeId, CodingId, NoteId, ReportId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { Database } from './connection';
import { reviveTarget, type StoredTarget, storedTarget, targetColumns } from './targets';

/** All of a code: what a change records before and after. */
export interface CodeState extends Code {
  deleted: boolean;
  /** Deleted because the step that made it was undone, not by the reader's wish. */
  withdrawn?: boolean;
}
/** What of a coding can change. */
export interface CodingState {
  id: CodingId;
  codeId: CodeId;
  deleted: boolean;
  /** As with codes. */
  withdrawn?: boolean;
}
/** `coder` is empty for the library's own reader. */
export type StoredCoding = Coding & { reportId: ReportId };

interface CodeRow extends Code {
  deletedAtMs: number | null;
  withdrawn: number;
}
/** A coding with whether it was taken off. */
export type CodingWithState = StoredCoding & Pick<CodingState, 'deleted' | 'withdrawn'>;
interface CodingRow extends StoredTarget {
  id: CodingId;
  reportId: ReportId;
  codeId: CodeId;
  noteId: NoteId | null;
  coder: string;
  createdAtMs: number;
}
const codeColumns = `id, parent_id as parentId, name, description, colour, ordinal as "order", deleted_at_ms as deletedAtMs, withdrawn`;
const codingColumns = `coding.id, report_id as reportId, code_id as codeId, ${targetColumns}, note_id as noteId, coder,
  created_at_ms as createdAtMs`;
const live = 'coding.deleted = 0 and code_id in (select id from code where deleted_at_ms is null)';

const reviveCode = ({ deletedAtMs, withdrawn, ...code }: CodeRow): CodeState => ({
  ...code,
  deleted: deletedAtMs !== null,
  ...(withdrawn === 1 ? { withdrawn: true } : {}),
});
const reviveCoding = ({ id, reportId, codeId, noteId, coder, createdAtMs, ...target }: CodingRow): StoredCoding => ({
  id,
  reportId,
  codeId,
  target: reviveTarget(target),
  noteId,
  coder,
  createdAtMs,
});
type StateRow = CodingRow & { deleted: number; withdrawn: number };
const reviveState = ({ deleted, withdrawn, ...row }: StateRow): CodingWithState => ({
  ...reviveCoding(row),
  deleted: deleted === 1,
  ...(withdrawn === 1 ? { withdrawn: true } : {}),
});

export function codesTable(db: Database, now: () => number) {
  const all = db.prepare<[number], CodeRow>(
    `select ${codeColumns} from code where (deleted_at_ms is not null) = ? order by ordinal, name, id`,
  );
  const one = db.prepare<[string], CodeRow>(`select ${codeColumns} from code where id = ?`);
  const put = db.prepare(
    `insert into code (id, parent_id, name, description, colour, ordinal, deleted_at_ms, withdrawn)
     values (@id, @parentId, @name, @description, @colour, @order, @deletedAtMs, @withdrawn)
     on conflict (id) do update set parent_id = excluded.parent_id, name = excluded.name, description = excluded.description,
       colour = excluded.colour, ordinal = excluded.ordinal, deleted_at_ms = excluded.deleted_at_ms,
       withdrawn = excluded.withdrawn`,
  );
  const emptyBin = db.prepare('delete from code where deleted_at_ms is not null');
  const uses = db.prepare<[], { codeId: CodeId; n: number }>(
    `select code_id as codeId, count(*) as n from coding join report on report.id = coding.report_id
     where coding.deleted = 0 and report.deleted_at_ms is null group by code_id`,
  );
  const ofReport = db.prepare<[string], CodingRow>(
    `select ${codingColumns} from coding where report_id = ? and ${live} order by created_at_ms, coding.rowid`,
  );
  const ofCode = db.prepare<[string], CodingRow>(
    `select ${codingColumns} from coding where code_id = ? and deleted = 0 order by created_at_ms, rowid`,
  );
  const coding = db.prepare<[string], StateRow>(`select ${codingColumns}, deleted, withdrawn from coding where id = ?`);
  const everyOfReport = db.prepare<[string], StateRow>(
    `select ${codingColumns}, deleted, withdrawn from coding where report_id = ? order by created_at_ms, coding.rowid`,
  );
  const used = db.prepare<[string, string], { n: number }>(
    `select exists (select 1 from coding where code_id = ? and deleted = 0)
         or exists (select 1 from code where parent_id = ? and deleted_at_ms is null) as n`,
  );
  const insertCoding = db.prepare(
    `insert into coding (id, report_id, code_id, version_id, exact, prefix, suffix, start_offset, end_offset, note_id, coder,
       created_at_ms, deleted)
     values (@id, @reportId, @codeId, @versionId, @exact, @prefix, @suffix, @start, @end, @noteId, @coder, @createdAtMs, 0)`,
  );
  const setCoding = db.prepare('update coding set code_id = @codeId, deleted = @deleted, withdrawn = @withdrawn where id = @id');

  return {
    /** Throws code-not-found. Codes in the bin are found, too. */
    get(id: CodeId): CodeState {
      const found = one.get(id);
      if (!found) throw new ExpectedError('code-not-found');
      return reviveCode(found);
    },
    list: (binned = false): CodeState[] => all.all(binned ? 1 : 0).map(reviveCode),
    has: (id: CodeId): boolean => one.get(id) !== undefined,
    put({ deleted, withdrawn = false, ...code }: CodeState): void {
      put.run({ ...code, deletedAtMs: deleted ? now() : null, withdrawn: deleted && withdrawn ? 1 : 0 });
    },
    /** True while a passage of any report has it, or a code stands below it. */
    isUsed: (id: CodeId): boolean => used.get(id, id)?.n === 1,
    /** For good, with the passages. Answers how many codes there were. */
    emptyBin: (): number => emptyBin.run().changes,
    /** How many passages of all reports have each code. */
    uses: (): Map<CodeId, number> => new Map(uses.all().map((u) => [u.codeId, u.n])),

    codings: (reportId: ReportId): StoredCoding[] => ofReport.all(reportId).map(reviveCoding),
    /** In all reports. */
    codingsOf: (id: CodeId): StoredCoding[] => ofCode.all(id).map(reviveCoding),
    coding(id: CodingId): CodingWithState | null {
      const found = coding.get(id);
      return found ? reviveState(found) : null;
    },
    /** With those that were taken off, and those whose code lies in the bin. */
    everyCoding: (reportId: ReportId): CodingWithState[] => everyOfReport.all(reportId).map(reviveState),
    insertCoding({ id, reportId, codeId, target, noteId, coder, createdAtMs }: StoredCoding): void {
      insertCoding.run({ id, reportId, codeId, ...storedTarget(target), noteId, coder, createdAtMs });
    },
    /** One that is gone for good stays gone. */
    setCoding({ id, codeId, deleted, withdrawn = false }: CodingState): void {
      setCoding.run({ id, codeId, deleted: deleted ? 1 : 0, withdrawn: deleted && withdrawn ? 1 : 0 });
    },
  };
}
export type CodesTable = ReturnType<typeof codesTable>;
