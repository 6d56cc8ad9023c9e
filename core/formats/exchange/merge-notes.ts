/**
 * Notes from two laptops. A note is the same note when its id is; which state is newer follows from the revisions: a state
 * that the other side once had is older than what that side has now. Where both sides went on from a common state, both are
 * kept, the other one as a note of its own with an id that follows from its content, so that importing the same file again
 * changes nothing. Nothing is ever dropped.
 */
import type { Code, Coding } from '../../model/code';
import type { TransferReport } from '../../model/exchange';
import type { CodeId, NoteId } from '../../model/ids';
import type { Note } from '../../model/note';
import type { NoteRevision } from '../../model/report-data';
import { orderCodes } from './code-tree';
import type { ImportedNotes } from './importer';
import { stableUuid } from './stable-id';
import { TransferLog } from './transfer-report';

export interface NoteConflict {
  /** Ours, which stays as it is. */
  id: NoteId;
  /** Theirs, kept under this id. */
  copyId: NoteId;
}
export interface NotesMerge {
  /** All notes of the result, ours first and in their order. */
  notes: Note[];
  revisions: NoteRevision[];
  codes: Code[];
  codings: Coding[];
  /** Ids of what is to be written: notes that are new, and notes of ours that theirs moves on. */
  added: NoteId[];
  updated: NoteId[];
  conflicts: NoteConflict[];
  report: TransferReport;
}

/** What makes two states of a note the same to a reader. */
const contentOf = ({ body, targets }: Pick<Note, 'body' | 'targets'>): string =>
  JSON.stringify([body, targets.map(({ versionId, quote, position }) => [versionId, quote.exact, position.start, position.end])]);

const stateOf = (revision: number, note: Pick<Note, 'body' | 'targets'>): string => `${revision} ${contentOf(note)}`;

type Verdict = 'same' | 'theirs' | 'ours' | 'conflict';

function compare(mine: Note, theirs: Note, myHistory: readonly NoteRevision[], theirHistory: readonly NoteRevision[]): Verdict {
  if (contentOf(mine) === contentOf(theirs)) return theirs.revision > mine.revision ? 'theirs' : 'same';
  const had = (history: readonly NoteRevision[], state: Note): boolean =>
    history.some((r) => stateOf(r.revision, r) === stateOf(state.revision, state));
  if (theirs.revision > mine.revision && had(theirHistory, mine)) return 'theirs';
  if (mine.revision > theirs.revision && had(myHistory, theirs)) return 'ours';
  return 'conflict';
}

function historyOf(revisions: readonly NoteRevision[]): Map<NoteId, NoteRevision[]> {
  const map = new Map<NoteId, NoteRevision[]>();
  for (const revision of revisions) {
    const list = map.get(revision.noteId) ?? [];
    list.push(revision);
    map.set(revision.noteId, list);
  }
  return map;
}

/** Revisions of both sides, each state once, oldest first. */
function joinHistories(a: readonly NoteRevision[], b: readonly NoteRevision[]): NoteRevision[] {
  const states = new Map<string, NoteRevision>();
  for (const revision of [...a, ...b]) {
    const key = stateOf(revision.revision, revision);
    if (!states.has(key)) states.set(key, revision);
  }
  return [...states.values()].sort((x, y) => x.revision - y.revision || x.savedAtMs - y.savedAtMs);
}

function mergeCodes(mine: readonly Code[], theirs: readonly Code[], log: TransferLog): Code[] {
  const known = new Map<CodeId, Code>(mine.map((code) => [code.id, code]));
  const added = theirs.filter((code) => {
    const own = known.get(code.id);
    if (own && (own.name !== code.name || own.description !== code.description || own.parentId !== code.parentId)) {
      log.leave('code-differs', code.name);
    }
    return !own;
  });
  log.take('codes', added.length);
  return orderCodes([...mine, ...added]);
}

export function mergeNotes(mine: ImportedNotes, theirs: ImportedNotes): NotesMerge {
  const log = new TransferLog();
  const notes = new Map<NoteId, Note>(mine.notes.map((note) => [note.id, note]));
  const histories = historyOf(mine.revisions);
  const theirHistories = historyOf(theirs.revisions);
  const added: NoteId[] = [];
  const updated: NoteId[] = [];
  const conflicts: NoteConflict[] = [];
  /** Where codings of a note of theirs belong, if it had to move. */
  const movedTo = new Map<NoteId, NoteId>();
  const add = (note: Note, history: readonly NoteRevision[]): void => {
    notes.set(note.id, note);
    histories.set(
      note.id,
      history.map((revision) => ({ ...revision, noteId: note.id })),
    );
    added.push(note.id);
    log.take('notes');
  };
  for (const note of theirs.notes) {
    const own = notes.get(note.id);
    const history = theirHistories.get(note.id) ?? [];
    if (!own) {
      add(note, history);
      continue;
    }
    const ownHistory = histories.get(note.id) ?? [];
    const verdict = compare(own, note, ownHistory, history);
    if (verdict === 'ours') log.leave('note-older', note.body);
    if (verdict === 'same' || verdict === 'ours') continue;
    if (verdict === 'theirs') {
      notes.set(note.id, { ...note, createdAtMs: own.createdAtMs });
      // What stood here before stays in the history.
      const before: NoteRevision = {
        noteId: own.id,
        revision: own.revision,
        body: own.body,
        targets: own.targets,
        savedAtMs: own.updatedAtMs,
      };
      histories.set(note.id, joinHistories([...ownHistory, before], history));
      updated.push(note.id);
      log.take('notes');
      continue;
    }
    const copyId = stableUuid(`copy ${note.id} ${stateOf(note.revision, note)}`) as NoteId;
    movedTo.set(note.id, copyId);
    if (notes.has(copyId)) continue;
    add({ ...note, id: copyId }, history);
    conflicts.push({ id: note.id, copyId });
    log.leave('note-conflict', note.body);
  }
  const codes = mergeCodes(mine.codes, theirs.codes, log);
  const codings = new Map(mine.codings.map((coding) => [coding.id, coding]));
  for (const coding of theirs.codings) {
    if (codings.has(coding.id)) continue;
    const noteId = coding.noteId === null ? null : (movedTo.get(coding.noteId) ?? coding.noteId);
    codings.set(coding.id, { ...coding, noteId: noteId !== null && notes.has(noteId) ? noteId : null });
    log.take('codings');
  }
  return {
    notes: [...notes.values()],
    revisions: [...histories.values()].flat(),
    codes,
    codings: [...codings.values()],
    added,
    updated,
    conflicts,
    report: log.report(),
  };
}
