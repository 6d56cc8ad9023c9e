/**
 * The commands of a report, kept across restarts: what undo takes back and redo does again. A new command forgets those that
 * were undone.
 */
import type { HistoryLabel, HistoryState } from '../../core/contract/schemas';
import type { CodingId, NoteId, ReportId, RowId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { AlignmentKind, Row, RowPatch } from '../../core/model/report';
import type { CodeState, CodingState } from './codes';
import type { Database } from './connection';
import type { NoteState } from './notes';
import type { VersionDetails } from './versions';

export interface BaseState {
  base: VersionId;
  /** Ids of all rows in reading order. */
  order: RowId[];
}
export interface AlignmentState {
  kind: AlignmentKind;
  rows: Row[];
  /** One a version. */
  related: boolean[];
}
export interface BoilerplateMark {
  versionId: VersionId;
  segment: number;
  boilerplate: boolean;
}
/** Codes, their use and notes that one command changed together. */
export interface CodingStates {
  codes: CodeState[];
  codings: CodingState[];
  notes: { id: NoteId; state: NoteState }[];
}
/** A version's place taken by another text of it, with all that points into the text. */
export interface RevisionState {
  version: VersionId;
  base: VersionId;
  alignment: AlignmentState;
  notes: { id: NoteId; targets: NoteTarget[] }[];
  codings: { id: CodingId; target: NoteTarget }[];
}
/** What a command changed. Both ends are there, so that undo and redo are one function. */
export type Change =
  | { type: 'rows'; patch: RowPatch }
  /** Several, in the order in which they apply. */
  | { type: 'row-list'; patches: RowPatch[] }
  | { type: 'note'; noteId: NoteId; before: NoteState; after: NoteState }
  | { type: 'codes'; before: CodingStates; after: CodingStates }
  | { type: 'base'; before: BaseState; after: BaseState }
  | { type: 'boilerplate'; versionId: VersionId; segment: number; before: boolean; after: boolean }
  | { type: 'boilerplate-list'; before: BoilerplateMark[]; after: BoilerplateMark[] }
  | { type: 'revision'; before: RevisionState; after: RevisionState }
  | { type: 'title'; before: string; after: string }
  | { type: 'version'; versionId: VersionId; before: VersionDetails; after: VersionDetails }
  /** `added`: the version that came in with it; undo takes it out of the report. */
  | { type: 'alignment'; before: AlignmentState; after: AlignmentState; added: VersionId | null };

export interface Command {
  number: number;
  label: HistoryLabel;
  session: string | null;
  change: Change;
}
interface StoredCommand {
  number: number;
  label: HistoryLabel;
  session: string | null;
  change: string;
}
/** Older commands can no longer be undone. Alignments hold all rows twice, hence a bound. */
const kept = 500;

const revive = (c: StoredCommand | undefined): Command | null => (c ? { ...c, change: JSON.parse(c.change) as Change } : null);

export function historyTable(db: Database, now: () => number) {
  const columns = 'number, label, session, change';
  const lastDone = db.prepare<[string], StoredCommand>(
    `select ${columns} from command where report_id = ? and undone = 0 order by number desc limit 1`,
  );
  const firstUndone = db.prepare<[string], StoredCommand>(
    `select ${columns} from command where report_id = ? and undone = 1 order by number limit 1`,
  );
  const labels = db.prepare<[string, string], HistoryState>(
    `select (select label from command where report_id = ? and undone = 0 order by number desc limit 1) as undo,
            (select label from command where report_id = ? and undone = 1 order by number limit 1) as redo`,
  );
  const forget = db.prepare<[string]>('delete from command where report_id = ? and undone = 1');
  const prune = db.prepare<[string, number]>('delete from command where report_id = ? and number <= ?');
  const insert = db.prepare(
    `insert into command (report_id, number, label, session, change, done_at_ms)
     values (?, coalesce((select max(number) from command where report_id = ?), 0) + 1, ?, ?, ?, ?) returning number`,
  );
  const replace = db.prepare<[string, number, string, number]>(
    'update command set change = ?, done_at_ms = ? where report_id = ? and number = ?',
  );
  const mark = db.prepare<[number, string, number]>('update command set undone = ? where report_id = ? and number = ?');

  const state = (reportId: ReportId): HistoryState => labels.get(reportId, reportId)!;
  return {
    state,
    nextUndo: (reportId: ReportId): Command | null => revive(lastDone.get(reportId)),
    nextRedo: (reportId: ReportId): Command | null => revive(firstUndone.get(reportId)),
    /** A note's changes of one session join the command that began the session: its last change, or its creation. */
    record(reportId: ReportId, label: HistoryLabel, change: Change, session: string | null = null): HistoryState {
      const last = session === null || firstUndone.get(reportId) ? null : revive(lastDone.get(reportId));
      if (
        last?.session === session &&
        label === 'note-update' &&
        last?.change.type === 'note' &&
        change.type === 'note' &&
        last.change.noteId === change.noteId
      ) {
        replace.run(JSON.stringify({ ...change, before: last.change.before }), now(), reportId, last.number);
        return state(reportId);
      }
      forget.run(reportId);
      const { number } = insert.get(reportId, reportId, label, session, JSON.stringify(change), now()) as { number: number };
      prune.run(reportId, number - kept);
      return state(reportId);
    },
    setUndone: (reportId: ReportId, number: number, undone: boolean) => void mark.run(undone ? 1 : 0, reportId, number),
  };
}
export type HistoryTable = ReturnType<typeof historyTable>;
