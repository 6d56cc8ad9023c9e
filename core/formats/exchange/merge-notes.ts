/**
 * Notes from two laptops. A note is the same note when its id is; which state is newer follows from the states that it went
 * through (note-states.ts). Where both sides went on from a common state, both are kept: the later one as the note, the other one
 * as a note of its own with an id that follows from its content. So both laptops come to the same notes, whichever of them takes
 * the other's first, and the same file again changes nothing. Nothing is ever dropped.
 *
 * What the reader deleted here stays deleted unless the other side went on from it; the result says what it is, so that it can be
 * offered. What an undone import took back comes again.
 */
import type { Code, Coding } from '../../model/code';
import type { TransferReport } from '../../model/exchange';
import type { CodeId, CodingId, NoteId } from '../../model/ids';
import type { Note } from '../../model/note';
import type { NoteRevision } from '../../model/report-data';
import { orderCodes } from './code-tree';
import type { ImportedNotes } from './importer';
import { byNote, byTime, compareLines, joinStates, keyOf, type Line, lineOf } from './note-states';
import { stableUuid } from './stable-id';
import { TransferLog } from './transfer-report';

export interface NoteConflict {
  /** Where the words of this side stand now. */
  ours: NoteId;
  theirs: NoteId;
}
/** By the reader's wish, or because the import that brought it was undone. */
export type Gone = 'deleted' | 'withdrawn';
/** Which of `mine` is not shown. */
export interface GoneHere {
  notes: ReadonlyMap<NoteId, Gone>;
  codings: ReadonlyMap<CodingId, Gone>;
  codes: ReadonlyMap<CodeId, Gone>;
}
export interface Ids {
  notes: NoteId[];
  codings: CodingId[];
  codes: CodeId[];
}
export interface NotesMerge {
  /** All of the result, ours first and in their order, with what lies in the bin. */
  notes: Note[];
  /** Earlier states, oldest first. */
  revisions: NoteRevision[];
  codes: Code[];
  codings: Coding[];
  /** What is to be written: all that is new … */
  added: Ids;
  /** … notes of ours that theirs moves on … */
  updated: NoteId[];
  /** … what was withdrawn and comes again … */
  back: Ids;
  /** … and notes whose history grows. */
  remembered: NoteId[];
  /** What the reader deleted here and theirs still has. */
  setAside: Ids;
  conflicts: NoteConflict[];
  report: TransferReport;
}

const noIds = (): Ids => ({ notes: [], codings: [], codes: [] });
const noneGone: GoneHere = { notes: new Map(), codings: new Map(), codes: new Map() };

/** One merge as it goes on. */
class Merge {
  readonly notes: Map<NoteId, Note>;
  readonly histories: Map<NoteId, NoteRevision[]>;
  readonly added = noIds();
  readonly back = noIds();
  readonly setAside = noIds();
  readonly updated: NoteId[] = [];
  readonly remembered: NoteId[] = [];
  readonly conflicts: NoteConflict[] = [];
  readonly log = new TransferLog();
  readonly #gone: GoneHere;

  constructor(mine: ImportedNotes, gone: GoneHere) {
    this.notes = new Map(mine.notes.map((note) => [note.id, note]));
    this.histories = byNote(mine.revisions);
    this.#gone = gone;
  }

  takeNote(note: Note, before: readonly NoteRevision[]): void {
    const own = this.notes.get(note.id);
    if (own) this.#meet(own, note, before);
    else this.#add(note, before);
  }

  #meet(own: Note, note: Note, before: readonly NoteRevision[]): void {
    const mine = lineOf(own, this.histories.get(note.id) ?? []);
    const theirs = lineOf(note, before);
    const verdict = compareLines(mine, theirs);
    const gone = this.#gone.notes.get(note.id);
    if (verdict === 'same' || verdict === 'ours') {
      this.#remember(note.id, mine, theirs);
      if (gone) this.#offer(own, gone);
      else if (verdict === 'ours') this.log.leave('note-older', note.body);
    } else if (verdict === 'theirs' || gone) this.#update(own, note, mine, theirs);
    else this.#keepBoth(own, note, mine, theirs);
  }

  takeCodes(mine: readonly Code[], theirs: readonly Code[], usedAnew: ReadonlySet<CodeId>): Code[] {
    const known = new Map<CodeId, Code>(mine.map((code) => [code.id, code]));
    const added = theirs.filter(({ id }) => !known.has(id));
    for (const code of theirs) {
      const own = known.get(code.id);
      const gone = this.#gone.codes.get(code.id);
      if (!own) this.added.codes.push(code.id);
      // Somebody gave it to a passage that this library hadn't: it is in use again.
      else if (gone === 'withdrawn' || (gone && usedAnew.has(code.id))) this.back.codes.push(code.id);
      else if (gone) {
        this.setAside.codes.push(code.id);
        this.log.leave('code-binned', own.name);
      } else if (own.name !== code.name || own.description !== code.description || own.parentId !== code.parentId)
        this.log.leave('code-differs', code.name);
    }
    this.log.take('codes', this.added.codes.length + this.back.codes.length);
    return orderCodes([...mine, ...added]);
  }

  takeCodings(mine: readonly Coding[], theirs: readonly Coding[]): Coding[] {
    const codings = new Map(mine.map((coding) => [coding.id, coding]));
    for (const coding of theirs) {
      const { id, noteId, target } = coding;
      const gone = this.#gone.codings.get(id);
      if (!codings.has(id)) {
        codings.set(id, { ...coding, noteId: noteId !== null && this.notes.has(noteId) ? noteId : null });
        this.added.codings.push(id);
      } else if (gone === 'withdrawn') this.back.codings.push(id);
      else if (gone) {
        this.setAside.codings.push(id);
        this.log.leave('coding-removed', target.quote.exact);
      }
    }
    this.log.take('codings', this.added.codings.length + this.back.codings.length);
    return [...codings.values()];
  }

  #add(note: Note, before: readonly NoteRevision[]): void {
    this.notes.set(note.id, note);
    this.histories.set(
      note.id,
      before.map((state) => ({ ...state, noteId: note.id })),
    );
    this.added.notes.push(note.id);
    this.log.take('notes');
  }

  /** It was here, and is not shown. */
  #offer({ id, body }: Note, gone: Gone): void {
    if (gone === 'withdrawn') {
      this.back.notes.push(id);
      this.log.take('notes');
      return;
    }
    this.setAside.notes.push(id);
    this.log.leave('note-binned', body);
  }

  #remember(id: NoteId, mine: Line, theirs: Line): void {
    if ([...theirs.keys].every((key) => mine.keys.has(key))) return;
    const present = keyOf(mine.now);
    this.histories.set(
      id,
      joinStates(mine.before, theirs.before, [theirs.now]).filter((state) => keyOf(state) !== present),
    );
    this.remembered.push(id);
  }

  /** What stood here before stays in the history. */
  #update(own: Note, note: Note, mine: Line, theirs: Line): void {
    const present = keyOf(theirs.now);
    this.notes.set(note.id, { ...note, createdAtMs: own.createdAtMs });
    this.histories.set(
      note.id,
      joinStates(mine.before, [mine.now], theirs.before).filter((state) => keyOf(state) !== present),
    );
    this.updated.push(note.id);
    this.log.take('notes');
  }

  #keepBoth(own: Note, note: Note, mine: Line, theirs: Line): void {
    const theirsIsLater = byTime(theirs.now, mine.now) > 0;
    const [loser, line] = theirsIsLater ? [own, mine] : [note, theirs];
    const copyId = stableUuid(`copy ${note.id} ${keyOf(line.now)}`) as NoteId;
    const copy = this.notes.get(copyId);
    const gone = this.#gone.notes.get(copyId);
    if (theirsIsLater) this.#update(own, note, mine, theirs);
    if (copy && gone) this.#offer(copy, gone);
    else if (!copy) this.#add({ ...loser, id: copyId }, line.before);
    if (copy && !theirsIsLater && gone !== 'withdrawn') return;
    this.conflicts.push(theirsIsLater ? { ours: copyId, theirs: note.id } : { ours: note.id, theirs: copyId });
    this.log.leave('note-conflict', note.body);
  }
}

/** `mine` is all that this library has, with what `gone` says is not shown. */
export function mergeNotes(mine: ImportedNotes, theirs: ImportedNotes, gone: GoneHere = noneGone): NotesMerge {
  const merge = new Merge(mine, gone);
  const theirHistories = byNote(theirs.revisions);
  for (const note of theirs.notes) merge.takeNote(note, theirHistories.get(note.id) ?? []);
  const codings = merge.takeCodings(mine.codings, theirs.codings);
  const anew = new Set(merge.added.codings);
  const usedAnew = new Set(theirs.codings.filter(({ id }) => anew.has(id)).map(({ codeId }) => codeId));
  const codes = merge.takeCodes(mine.codes, theirs.codes, usedAnew);
  const { notes, histories, added, updated, back, remembered, setAside, conflicts, log } = merge;
  return {
    notes: [...notes.values()],
    revisions: [...histories.values()].flat(),
    codes,
    codings,
    added,
    updated,
    back,
    remembered,
    setAside,
    conflicts,
    report: log.report(),
  };
}
