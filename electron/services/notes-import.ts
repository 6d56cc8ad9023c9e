/** Notes, codes and codings from another laptop or another coder, put beside those that are there; one step to undo. */

import type { ChangeOutcome, HistoryLabel } from '../../core/contract/schemas';
import type { ImportedNotes } from '../../core/formats/exchange/importer';
import { type Ids, mergeNotes, type NotesMerge } from '../../core/formats/exchange/merge-notes';
import { byNote, keyOf } from '../../core/formats/exchange/note-states';
import { stableUuid } from '../../core/formats/exchange/stable-id';
import { TransferLog } from '../../core/formats/exchange/transfer-report';
import type { Code } from '../../core/model/code';
import type { TransferReport } from '../../core/model/exchange';
import type { CodeId, CodingId, NoteId, ReportId } from '../../core/model/ids';
import type { Note, NoteTarget } from '../../core/model/note';
import type { CodingStates } from '../library/history';
import type { Library } from '../library/library';
import type { NoteState } from '../library/notes';
import { codeOf, everyNote } from './notes-data';

export interface NotesImport extends Pick<NotesMerge, 'updated' | 'conflicts' | 'report' | 'setAside'> {
  /** With those that came out of the bin again. */
  added: NoteId[];
  /** Who coded what came in. */
  coders: string[];
  outcome: ChangeOutcome;
}

/** Targets in versions that this library doesn't have can't be stored; what is left of such notes are their words. */
function onlyKnown(library: Library, reportId: ReportId, theirs: ImportedNotes, log: TransferLog): ImportedNotes {
  const known = new Set(library.versions.list(reportId).map((version) => version.id));
  const stands = (target: NoteTarget): boolean => {
    if (!known.has(target.versionId)) log.leave('version-unknown', target.quote.exact);
    return known.has(target.versionId);
  };
  return {
    ...theirs,
    notes: theirs.notes.map((note) => ({ ...note, targets: note.targets.filter(stands) })),
    revisions: theirs.revisions.map((r) => ({ ...r, targets: r.targets.filter((t) => known.has(t.versionId)) })),
    codings: theirs.codings.filter(({ target }) => stands(target)),
  };
}

/** A report that was taken in as a copy has notes of its own: what another report of this library has goes by another id here. */
function underFreeIds({ notes, codes }: Library, reportId: ReportId, theirs: ImportedNotes): ImportedNotes {
  const here = <T extends string>(id: T): T => stableUuid(`in ${reportId} ${id}`) as T;
  const noteId = (id: NoteId): NoteId => (notes.has(id) && notes.get(id).reportId !== reportId ? here(id) : id);
  const codingId = (id: CodingId): CodingId => ((codes.coding(id)?.reportId ?? reportId) === reportId ? id : here(id));
  return {
    codes: theirs.codes,
    notes: theirs.notes.map((note) => ({ ...note, id: noteId(note.id) })),
    revisions: theirs.revisions.map((state) => ({ ...state, noteId: noteId(state.noteId) })),
    codings: theirs.codings.map((coding) => ({
      ...coding,
      id: codingId(coding.id),
      noteId: coding.noteId && noteId(coding.noteId),
    })),
  };
}

/** What an import would do, without doing it: its `report` is a preview. */
export function planImport(library: Library, reportId: ReportId, theirs: ImportedNotes): NotesMerge {
  library.reports.get(reportId);
  const log = new TransferLog();
  const given = underFreeIds(library, reportId, onlyKnown(library, reportId, theirs, log));
  const { mine, gone } = everyNote(library, reportId);
  const merged = mergeNotes(mine, given, gone);
  return { ...merged, report: { taken: merged.report.taken, left: [...log.report().left, ...merged.report.left] } };
}

const noStates = (): CodingStates => ({ codes: [], codings: [], notes: [] });
interface Step {
  before: CodingStates;
  after: CodingStates;
}

function takeNotes(library: Library, reportId: ReportId, merged: NotesMerge, coder: string | undefined, step: Step): void {
  const { notes } = library;
  const ownName = library.settings.read().coder;
  const byId = new Map(merged.notes.map((note) => [note.id, note]));
  const histories = byNote(merged.revisions);
  const statesOf = (id: NoteId) => histories.get(id) ?? [];
  const missing = (id: NoteId) => {
    const { targets } = notes.get(id);
    const there = new Set(notes.revisions(id).map((state) => keyOf({ ...state, noteId: id, targets: state.targets ?? targets })));
    return statesOf(id).filter((state) => !there.has(keyOf(state)));
  };
  for (const id of merged.added.notes) {
    const note = byId.get(id) as Note;
    const author = note.author ?? coder ?? '';
    notes.insert({ ...note, reportId, author: author === ownName ? '' : author }, statesOf(id));
    const state: NoteState = { body: note.body, deleted: false, savedAtMs: note.updatedAtMs };
    step.before.notes.push({ id, state: { ...state, deleted: true, withdrawn: true } });
    step.after.notes.push({ id, state });
  }
  for (const id of merged.updated) {
    const old = notes.get(id);
    const { body, targets, scope, updatedAtMs } = byId.get(id) as Note;
    const backTo = notes.lastRevision(id);
    const before = { ...notes.state(id), targets: old.targets, scope: old.scope, savedAtMs: old.updatedAtMs, backTo };
    const after: NoteState = { body, deleted: false, targets, scope, savedAtMs: updatedAtMs };
    notes.remember(id, missing(id));
    notes.save(id, after);
    step.before.notes.push({ id, state: before });
    step.after.notes.push({ id, state: after });
  }
  for (const id of merged.remembered) notes.remember(id, missing(id));
  comeBack(library, merged.back.notes, step, true);
}

/** Notes of the bin as they were when they went there; those that were withdrawn as if they had never been there. */
function comeBack({ notes }: Library, ids: readonly NoteId[], step: Step, again: boolean): void {
  for (const id of ids) {
    const time = again ? { savedAtMs: notes.get(id).updatedAtMs } : {};
    const before = { ...notes.state(id), ...time };
    const after: NoteState = { body: before.body, deleted: false, ...time };
    notes.save(id, after);
    step.before.notes.push({ id, state: before });
    step.after.notes.push({ id, state: after });
  }
}

/** New codes, and codes out of the bin. */
function takeCodes({ codes }: Library, added: readonly Code[], back: readonly CodeId[], step: Step): void {
  for (const code of added) {
    codes.put({ ...code, deleted: false });
    step.before.codes.push({ ...code, deleted: true, withdrawn: true });
    step.after.codes.push({ ...code, deleted: false });
  }
  for (const id of back) {
    const old = codes.get(id);
    const now = { ...codeOf(old), deleted: false };
    codes.put(now);
    step.before.codes.push(old);
    step.after.codes.push(now);
  }
}

function comeBackOnPassages({ codes }: Library, ids: readonly CodingId[], step: Step): void {
  for (const id of ids) {
    const stored = codes.coding(id);
    if (!stored) continue;
    const { codeId, deleted, withdrawn = false } = stored;
    codes.setCoding({ id, codeId, deleted: false });
    step.before.codings.push({ id, codeId, deleted, withdrawn });
    step.after.codings.push({ id, codeId, deleted: false });
  }
}

function takeCodings(library: Library, reportId: ReportId, merged: NotesMerge, step: Step): string[] {
  const { codes, notes } = library;
  const ownName = library.settings.read().coder;
  const added = new Set(merged.added.codings);
  const coders = new Set<string>();
  for (const coding of merged.codings) {
    const { id, codeId, noteId, coder } = coding;
    // A passage whose code came along with nothing can't be stored.
    if (!added.has(id) || !codes.has(codeId)) continue;
    coders.add(coder);
    const known = noteId !== null && notes.has(noteId) ? noteId : null;
    codes.insertCoding({ ...coding, reportId, noteId: known, coder: coder === ownName ? '' : coder });
    step.before.codings.push({ id, codeId, deleted: true, withdrawn: true });
    step.after.codings.push({ id, codeId, deleted: false });
  }
  comeBackOnPassages(library, merged.back.codings, step);
  return [...coders];
}

function record({ history }: Library, reportId: ReportId, label: HistoryLabel, { before, after }: Step): ChangeOutcome {
  const changed = after.codes.length + after.codings.length + after.notes.length > 0;
  const state = changed ? history.record(reportId, label, { type: 'codes', before, after }) : history.state(reportId);
  return { patches: [], reload: false, notesChanged: changed, focusRow: null, history: state };
}

/** To be called within library.write. `coder`: whose these are where the file doesn't say; without it, this reader's own. */
export function importNotes(library: Library, reportId: ReportId, theirs: ImportedNotes, coder?: string): NotesImport {
  const merged = planImport(library, reportId, theirs);
  const step: Step = { before: noStates(), after: noStates() };
  const isNew = new Set(merged.added.codes);
  takeCodes(
    library,
    merged.codes.filter(({ id }) => isNew.has(id)),
    merged.back.codes,
    step,
  );
  takeNotes(library, reportId, merged, coder, step);
  const coders = takeCodings(library, reportId, merged, step);
  return {
    added: [...merged.added.notes, ...merged.back.notes],
    updated: merged.updated,
    conflicts: merged.conflicts,
    setAside: merged.setAside,
    report: merged.report,
    coders,
    outcome: record(library, reportId, 'notes-import', step),
  };
}

/**
 * What an import left in the bin, or off the passages, because the reader had put it there. One step to undo. What has come back
 * meanwhile is passed over. To be called within library.write.
 */
export function bringBack(library: Library, reportId: ReportId, wanted: Ids): ChangeOutcome {
  const { notes, codes } = library;
  library.reports.get(reportId);
  const step: Step = { before: noStates(), after: noStates() };
  const mine = wanted.notes.filter((id) => notes.has(id) && notes.get(id).reportId === reportId && notes.state(id).deleted);
  const off = wanted.codings.filter((id) => {
    const coding = codes.coding(id);
    return coding?.reportId === reportId && coding.deleted;
  });
  takeCodes(
    library,
    [],
    wanted.codes.filter((id) => codes.has(id) && codes.get(id).deleted),
    step,
  );
  comeBack(library, mine, step, false);
  comeBackOnPassages(library, off, step);
  return record(library, reportId, 'bring-back', step);
}

/** Adds the codes of a codebook that are not there yet; one step of the report to undo. To be called within library.write. */
export function importCodes(
  library: Library,
  reportId: ReportId,
  theirs: readonly Code[],
): { report: TransferReport; outcome: ChangeOutcome } {
  library.reports.get(reportId);
  const log = new TransferLog();
  const here = new Map(library.codes.list().map((code) => [code.id, code]));
  const binned = new Set(library.codes.list(true).map((code) => code.id));
  for (const code of theirs) {
    const own = here.get(code.id);
    if (own && (own.name !== code.name || own.parentId !== code.parentId)) log.leave('code-differs', code.name);
  }
  const step: Step = { before: noStates(), after: noStates() };
  takeCodes(
    library,
    theirs.filter(({ id }) => !here.has(id) && !binned.has(id)),
    // Who takes a codebook in wants its codes.
    theirs.filter(({ id }) => binned.has(id)).map(({ id }) => id),
    step,
  );
  log.take('codes', step.after.codes.length);
  return { report: log.report(), outcome: record(library, reportId, 'codes-import', step) };
}
