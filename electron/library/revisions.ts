/** Revisions of versions, and the passages that have to follow a text when it is replaced. */
import type { RevisionOutcome } from '../../core/contract/revisions';
import type { CodingId, ReportId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { Database } from './connection';
import { reviveTarget, type StoredTarget, storedTarget, targetColumns } from './targets';

export interface RevisionRecord {
  versionId: VersionId;
  previousId: VersionId;
  madeAtMs: number;
  outcome: RevisionOutcome;
}
interface StoredRevision extends Omit<RevisionRecord, 'outcome'> {
  outcome: string;
}
export interface CodingTarget {
  id: CodingId;
  target: NoteTarget;
}

export function revisionsTable(db: Database) {
  const insert = db.prepare<[string, string, string, string, number]>(
    'insert into revision (version_id, report_id, previous_id, outcome, made_at_ms) values (?, ?, ?, ?, ?)',
  );
  const present = db.prepare<[string], StoredRevision>(
    `select version_id as versionId, previous_id as previousId, made_at_ms as madeAtMs, outcome from revision
     join version on version.id = revision.version_id
     where revision.report_id = ? and version.removed = 0 order by made_at_ms desc`,
  );
  const before = db.prepare<[string], { id: VersionId }>(
    `with recursive chain (id) as (
       values (?) union select previous_id from revision join chain on revision.version_id = chain.id
     ) select id from chain`,
  );
  const codings = db.prepare<[string, string], StoredTarget & { id: CodingId }>(
    `select id, ${targetColumns} from coding where report_id = ? and version_id in (select value from json_each(?))
     order by created_at_ms, id`,
  );
  const retarget = db.prepare(
    `update coding set version_id = @versionId, exact = @exact, prefix = @prefix, suffix = @suffix,
       start_offset = @start, end_offset = @end where id = @id`,
  );

  return {
    insert(reportId: ReportId, { versionId, previousId, outcome, madeAtMs }: RevisionRecord): void {
      insert.run(versionId, reportId, previousId, JSON.stringify(outcome), madeAtMs);
    },
    /** Of the versions that the report has now, newest first. */
    list: (reportId: ReportId): RevisionRecord[] =>
      present.all(reportId).map((r) => ({ ...r, outcome: JSON.parse(r.outcome) as RevisionOutcome })),
    /** A version and those whose place it took, one after the other. */
    chain: (id: VersionId): VersionId[] => before.all(id).map((r) => r.id),
    /** Codings on some versions, taken back ones, too. */
    codings: (reportId: ReportId, versionIds: readonly VersionId[]): CodingTarget[] =>
      codings.all(reportId, JSON.stringify(versionIds)).map(({ id, ...target }) => ({ id, target: reviveTarget(target) })),
    setCodingTarget: (id: CodingId, target: NoteTarget): void => void retarget.run({ id, ...storedTarget(target) }),
  };
}
export type RevisionsTable = ReturnType<typeof revisionsTable>;
