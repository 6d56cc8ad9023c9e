/** Notes with their targets. Each saved state is also a line of note_revision, which nothing ever changes. */
import type { NoteId, ReportId } from '../../core/model/ids';
import type { Note, NoteScope, NoteTarget } from '../../core/model/note';
import type { NoteRevision } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import type { Database } from './connection';
import { reviveTarget, type StoredTarget, storedTarget, targetColumns } from './targets';

/** What of a note can change. Without targets or scope, those that it has stay. */
export interface NoteState {
  body: string;
  deleted: boolean;
  targets?: NoteTarget[];
  scope?: NoteScope;
  /** Deleted because the import that brought it was undone, not by the reader's wish. */
  withdrawn?: boolean;
  /** When this state came to be, where that is not now: undoing an import gives a note its former time back. */
  savedAtMs?: number;
  /** The revision that undoing an import goes back to. */
  backTo?: number;
}
export interface NewNote {
  id: NoteId;
  reportId: ReportId;
  scope: NoteScope;
  body: string;
  targets: readonly NoteTarget[];
}
export interface SavedState {
  revision: number;
  body: string;
  deleted: boolean;
  /** Null: as the note had them when schema 2 began. */
  targets: NoteTarget[] | null;
  savedAtMs: number;
  /** Null but where undoing an import went back to an earlier revision. */
  backTo: number | null;
}
interface StoredNote {
  id: NoteId;
  reportId: ReportId;
  scope: NoteScope;
  body: string;
  createdAtMs: number;
  updatedAtMs: number;
  revision: number;
  author: string;
  deletedAtMs: number | null;
  withdrawn: number;
}
interface StoredRevision {
  revision: number;
  body: string;
  deleted: number;
  targets: string | null;
  savedAtMs: number;
  backTo: number | null;
}
type TargetOfNote = StoredTarget & { noteId: NoteId };

const columns = `note.id, report_id as reportId, scope, body, created_at_ms as createdAtMs, updated_at_ms as updatedAtMs,
  revision, author, deleted_at_ms as deletedAtMs, withdrawn`;
const revive = ({ deletedAtMs: _, withdrawn: __, author, ...note }: StoredNote, targets: NoteTarget[]): Note => ({
  ...note,
  targets,
  ...(author === '' ? {} : { author }),
});
const reviveRevision = ({ targets, deleted, ...saved }: StoredRevision): SavedState => ({
  ...saved,
  deleted: deleted === 1,
  targets: targets === null ? null : (JSON.parse(targets) as NoteTarget[]),
});
const plain = ({ versionId, quote, position }: NoteTarget): NoteTarget => ({ versionId, quote, position });

export function notesTable(db: Database, now: () => number) {
  const one = db.prepare<[string], StoredNote>(`select ${columns} from note where id = ?`);
  const ofReport = db.prepare<[string, number], StoredNote>(
    `select ${columns} from note where report_id = ? and (deleted_at_ms is not null) = ? order by created_at_ms, id`,
  );
  const targetsOf = db.prepare<[string], StoredTarget>(
    `select ${targetColumns} from note_target where note_id = ? order by ordinal`,
  );
  const targetsOfReport = db.prepare<[string, number], TargetOfNote>(
    `select note_id as noteId, ${targetColumns} from note join note_target on note_target.note_id = note.id
     where note.report_id = ? and (note.deleted_at_ms is not null) = ? order by note_id, note_target.ordinal`,
  );
  const counts = db.prepare<[], { reportId: ReportId; n: number }>(
    'select report_id as reportId, count(*) as n from note where deleted_at_ms is null group by report_id',
  );
  const insert = db.prepare(
    `insert into note (id, report_id, scope, body, revision, created_at_ms, updated_at_ms, author)
     values (@id, @reportId, @scope, @body, @revision, @createdAtMs, @updatedAtMs, @author)`,
  );
  const insertTarget = db.prepare(
    `insert into note_target (note_id, ordinal, version_id, exact, prefix, suffix, start_offset, end_offset)
     values (@noteId, @ordinal, @versionId, @exact, @prefix, @suffix, @start, @end)`,
  );
  const dropTargets = db.prepare<[string]>('delete from note_target where note_id = ?');
  // States from elsewhere are kept under numbers above the present one's.
  const update = db.prepare(
    `update note set body = @body, scope = coalesce(@scope, scope), deleted_at_ms = @deletedAtMs, withdrawn = @withdrawn,
       revision = 1 + max(revision, coalesce((select max(revision) from note_revision where note_id = @id), 0)),
       updated_at_ms = @savedAtMs where id = @id`,
  );
  const remember = db.prepare(
    `insert into note_revision (note_id, revision, body, deleted, targets, saved_at_ms, back_to)
     values (@id, @revision, @body, @deleted, @targets, @savedAtMs, @backTo)`,
  );
  const revisions = db.prepare<[string], StoredRevision>(
    `select revision, body, deleted, targets, saved_at_ms as savedAtMs, back_to as backTo from note_revision
     where note_id = ? order by revision`,
  );
  const lastRevision = db.prepare<[string], { n: number | null }>(
    'select max(revision) as n from note_revision where note_id = ?',
  );
  const drop = db.prepare<[string]>('delete from note where report_id = ? and deleted_at_ms is not null');

  const stored = (id: NoteId): StoredNote => {
    const found = one.get(id);
    if (!found) throw new ExpectedError('note-not-found');
    return found;
  };
  const get = (id: NoteId): Note => revive(stored(id), targetsOf.all(id).map(reviveTarget));
  const setTargets = (id: NoteId, targets: readonly NoteTarget[]): void => {
    dropTargets.run(id);
    targets.forEach((t, ordinal) => {
      insertTarget.run({ noteId: id, ordinal, ...storedTarget(t) });
    });
  };
  const rememberPresent = (id: NoteId, backTo: number | null = null): Note => {
    const { deletedAtMs, revision, body, updatedAtMs } = stored(id);
    const note = get(id);
    const targets = JSON.stringify(note.targets);
    remember.run({ id, revision, body, deleted: deletedAtMs === null ? 0 : 1, targets, savedAtMs: updatedAtMs, backTo });
    return note;
  };
  const rememberState = (id: NoteId, { body, targets, savedAtMs }: NoteRevision, revision: number): void => {
    remember.run({ id, revision, body, deleted: 0, targets: JSON.stringify(targets.map(plain)), savedAtMs, backTo: null });
  };
  return {
    /** Throws note-not-found. Notes in the bin are found, too: see state. */
    get,
    has: (id: NoteId): boolean => one.get(id) !== undefined,
    state(id: NoteId): NoteState {
      const { body, deletedAtMs, withdrawn } = stored(id);
      return { body, deleted: deletedAtMs !== null, ...(withdrawn === 1 ? { withdrawn: true } : {}) };
    },
    /** `binned`: those in the bin instead of the others. */
    list(reportId: ReportId, binned = false): Note[] {
      const targets = new Map<NoteId, StoredTarget[]>();
      for (const t of targetsOfReport.all(reportId, binned ? 1 : 0)) {
        const list = targets.get(t.noteId);
        if (list) list.push(t);
        else targets.set(t.noteId, [t]);
      }
      return ofReport.all(reportId, binned ? 1 : 0).map((n) => revive(n, (targets.get(n.id) ?? []).map(reviveTarget)));
    },
    counts: (): Map<ReportId, number> => new Map(counts.all().map((c) => [c.reportId, c.n])),
    /** Every saved state, oldest first. */
    revisions: (id: NoteId): SavedState[] => revisions.all(id).map(reviveRevision),
    /** The highest number of all states that are kept of it. */
    lastRevision: (id: NoteId): number => lastRevision.get(id)?.n ?? 0,
    create(note: NewNote): Note {
      const atMs = now();
      const { id, reportId, scope, body } = note;
      insert.run({ id, reportId, scope, body, revision: 1, createdAtMs: atMs, updatedAtMs: atMs, author: '' });
      setTargets(id, note.targets);
      return rememberPresent(id);
    },
    /** Takes a note over from elsewhere as it is, with the states that it went through, which are numbered anew where they must be. */
    insert(note: Note, history: readonly NoteRevision[]): Note {
      const { id, reportId, scope, body, createdAtMs, updatedAtMs, author = '' } = note;
      const numbers = new Set(history.map((state) => state.revision));
      const fit = numbers.size === history.length && [...numbers].every((number) => number < note.revision);
      const revision = fit ? note.revision : history.length + 1;
      insert.run({ id, reportId, scope, body, revision, createdAtMs, updatedAtMs, author });
      setTargets(id, note.targets);
      history.forEach((state, k) => {
        rememberState(id, state, fit ? state.revision : k + 1);
      });
      return rememberPresent(id);
    },
    /** Keeps further states that the note had elsewhere. They don't become what the note is. */
    remember(id: NoteId, states: readonly NoteRevision[]): void {
      const from = 1 + Math.max(stored(id).revision, lastRevision.get(id)?.n ?? 0);
      states.forEach((state, k) => {
        rememberState(id, state, from + k);
      });
    },
    save(id: NoteId, state: NoteState): Note {
      const savedAtMs = state.savedAtMs ?? now();
      const changed = update.run({
        id,
        body: state.body,
        scope: state.scope ?? null,
        deletedAtMs: state.deleted ? now() : null,
        withdrawn: state.deleted && state.withdrawn ? 1 : 0,
        savedAtMs,
      });
      if (changed.changes === 0) throw new ExpectedError('note-not-found');
      if (state.targets) setTargets(id, state.targets);
      return rememberPresent(id, state.backTo ?? null);
    },
    /** For good. Answers how many there were. */
    emptyBin: (reportId: ReportId): number => drop.run(reportId).changes,
  };
}
export type NotesTable = ReturnType<typeof notesTable>;
