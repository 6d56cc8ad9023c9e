/** Notes with their targets. Each saved state is also a line of note_revision, which nothing ever changes. */
import type { NoteId, ReportId, VersionId } from '../../core/model/ids';
import type { Note, NoteScope, NoteTarget } from '../../core/model/note';
import { ExpectedError } from '../../core/model/result';
import type { Database } from './connection';

/** What of a note can change. */
export interface NoteState {
  body: string;
  deleted: boolean;
}
interface StoredNote {
  id: NoteId;
  reportId: ReportId;
  scope: NoteScope;
  body: string;
  createdAtMs: number;
  updatedAtMs: number;
  revision: number;
  deletedAtMs: number | null;
}
interface StoredTarget {
  noteId: NoteId;
  versionId: VersionId;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}
const columns = `note.id, report_id as reportId, scope, body, created_at_ms as createdAtMs, updated_at_ms as updatedAtMs,
  revision, deleted_at_ms as deletedAtMs`;
const targetColumns = `note_id as noteId, version_id as versionId, exact, prefix, suffix, start_offset as start, end_offset as end`;
const reviveTarget = (t: StoredTarget): NoteTarget => ({
  versionId: t.versionId,
  quote: { exact: t.exact, prefix: t.prefix, suffix: t.suffix },
  position: { start: t.start, end: t.end },
});
const revive = ({ deletedAtMs: _, ...note }: StoredNote, targets: NoteTarget[]): Note => ({ ...note, targets });

export function notesTable(db: Database, now: () => number) {
  const one = db.prepare<[string], StoredNote>(`select ${columns} from note where id = ?`);
  const ofReport = db.prepare<[string], StoredNote>(
    `select ${columns} from note where report_id = ? and deleted_at_ms is null order by created_at_ms, id`,
  );
  const targetsOf = db.prepare<[string], StoredTarget>(
    `select ${targetColumns} from note_target where note_id = ? order by ordinal`,
  );
  const targetsOfReport = db.prepare<[string], StoredTarget>(
    `select ${targetColumns} from note join note_target on note_target.note_id = note.id
     where note.report_id = ? and note.deleted_at_ms is null order by note_id, note_target.ordinal`,
  );
  const counts = db.prepare<[], { reportId: ReportId; n: number }>(
    'select report_id as reportId, count(*) as n from note where deleted_at_ms is null group by report_id',
  );
  const insert = db.prepare(
    `insert into note (id, report_id, scope, body, revision, created_at_ms, updated_at_ms)
     values (@id, @reportId, @scope, @body, 1, @atMs, @atMs)`,
  );
  const insertTarget = db.prepare(
    `insert into note_target (note_id, ordinal, version_id, exact, prefix, suffix, start_offset, end_offset)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare(
    `update note set body = @body, deleted_at_ms = @deletedAtMs, revision = revision + 1, updated_at_ms = @atMs where id = @id`,
  );
  const remember = db.prepare(
    `insert into note_revision (note_id, revision, body, deleted, saved_at_ms)
     select id, revision, body, deleted_at_ms is not null, updated_at_ms from note where id = ?`,
  );

  const stored = (id: NoteId): StoredNote => {
    const found = one.get(id);
    if (!found) throw new ExpectedError('note-not-found');
    return found;
  };
  const get = (id: NoteId): Note => revive(stored(id), targetsOf.all(id).map(reviveTarget));
  return {
    /** Throws note-not-found. Notes in the bin are found, too: see state. */
    get,
    state(id: NoteId): NoteState {
      const found = stored(id);
      return { body: found.body, deleted: found.deletedAtMs !== null };
    },
    list(reportId: ReportId): Note[] {
      const targets = new Map<NoteId, StoredTarget[]>();
      for (const t of targetsOfReport.all(reportId)) {
        const list = targets.get(t.noteId);
        if (list) list.push(t);
        else targets.set(t.noteId, [t]);
      }
      return ofReport.all(reportId).map((n) => revive(n, (targets.get(n.id) ?? []).map(reviveTarget)));
    },
    counts: (): Map<ReportId, number> => new Map(counts.all().map((c) => [c.reportId, c.n])),
    create(note: { id: NoteId; reportId: ReportId; scope: NoteScope; body: string; targets: readonly NoteTarget[] }): Note {
      insert.run({ id: note.id, reportId: note.reportId, scope: note.scope, body: note.body, atMs: now() });
      note.targets.forEach((t, i) => {
        const { exact, prefix, suffix } = t.quote;
        insertTarget.run(note.id, i, t.versionId, exact, prefix, suffix, t.position.start, t.position.end);
      });
      remember.run(note.id);
      return get(note.id);
    },
    save(id: NoteId, state: NoteState): Note {
      const atMs = now();
      const changed = update.run({ id, body: state.body, deletedAtMs: state.deleted ? atMs : null, atMs });
      if (changed.changes === 0) throw new ExpectedError('note-not-found');
      remember.run(id);
      return get(id);
    },
  };
}
export type NotesTable = ReturnType<typeof notesTable>;
