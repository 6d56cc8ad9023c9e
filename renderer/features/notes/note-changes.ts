/** Changes to stored notes other than their words: passages, earlier states, the bin. Each waits in the report's queue. */
import type { ChangeOutcome } from '../../../core/contract/calls';
import type { NoteId, ReportId } from '../../../core/model/ids';
import type { Note } from '../../../core/model/note';
import { type Result, success } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { i18n } from '../../i18n/i18n';
import { flushDrafts } from '../../state/drafts';
import { keyOf, useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { wentThrough } from '../../state/report-failure';
import { type Passage, rowSheet } from '../../state/row-sheet';
import { announce } from '../../state/toasts';
import { goToCard } from './note-actions';

type Changed = { note: Note; outcome: ChangeOutcome };

/** False: it failed, and the failure has been said. */
async function change(make: () => Promise<Result<Changed>>): Promise<boolean> {
  // What is being typed is a step of its own and comes first.
  if (!(await flushDrafts())) return false;
  const outcome = await useReport.getState().change(async () => {
    const answer = await make();
    if (!answer.ok) return answer;
    useNotes.getState().put(answer.value.note);
    return success(answer.value.outcome);
  });
  return wentThrough(outcome);
}

export const setPassages = (noteId: NoteId, kept: number[], added: Passage[]) =>
  change(() => call('notes.setPassages', { noteId, kept, added }));

/** The stored note that is chosen, or the one that is being begun. */
export function chosenNote(): Note | 'draft' | null {
  const { active, draft, notes, keys } = useNotes.getState();
  if (active === null) return null;
  if (draft?.key === active) return 'draft';
  return notes.find((note) => keyOf(keys, note.id) === active) ?? null;
}

/** Adds what is selected to the chosen note. */
export async function addPassage(): Promise<void> {
  const note = chosenNote();
  const selected = rowSheet()?.selection() ?? [];
  if (!note || selected.length === 0) return announce(i18n.t('notes:passages.how'));
  if (note === 'draft') useNotes.getState().extendDraft(selected);
  else if (
    !(await setPassages(
      note.id,
      note.targets.map((_, place) => place),
      selected,
    ))
  )
    return;
  rowSheet()?.clearSelection();
}

export const removePassage = (note: Note, place: number) =>
  setPassages(
    note.id,
    note.targets.map((_, i) => i).filter((i) => i !== place),
    [],
  );

/** Puts a lost passage on what is selected. */
export async function attachPassage(note: Note, place: number): Promise<void> {
  const selected = rowSheet()?.selection() ?? [];
  if (selected.length === 0) return announce(i18n.t('notes:passages.how'));
  const kept = note.targets.map((_, i) => i).filter((i) => i !== place);
  if (!(await setPassages(note.id, kept, selected))) return;
  rowSheet()?.clearSelection();
  announce(i18n.t('notes:passages.attached'));
}

/** Place of the first lost passage among a note's; −1 for a note that stands nowhere; null for one that has lost nothing. */
export function lostPassage(note: Note): number | null {
  if (note.targets.length === 0) return -1;
  const place = note.targets.findIndex((target) => target.orphan);
  return place < 0 ? null : place;
}

/** The lost passage of the chosen note, on what is selected. */
export async function attachToSelection(): Promise<void> {
  const note = chosenNote();
  const place = note && note !== 'draft' ? lostPassage(note) : null;
  if (note && note !== 'draft' && place !== null) await attachPassage(note, place);
}

/** Chooses a note that has lost its place; again, the next one. */
export function goToLost(): void {
  const { notes, keys, active } = useNotes.getState();
  const lost = notes.filter((note) => lostPassage(note) !== null).map((note) => keyOf(keys, note.id));
  const next = lost[(lost.indexOf(active ?? '') + 1) % Math.max(1, lost.length)];
  if (next) goToCard(next);
  else announce(i18n.t('notes:passages.noneLost'));
}

export async function restoreRevision(noteId: NoteId, revision: number): Promise<boolean> {
  const went = await change(() => call('notes.restoreRevision', { noteId, revision }));
  if (went) announce(i18n.t('notes:history.restored'));
  return went;
}

export async function restoreNote(noteId: NoteId): Promise<boolean> {
  const went = await change(() => call('notes.restore', { noteId }));
  if (went) announce(i18n.t('notes:bin.restored'));
  return went;
}

export const emptyBin = (reportId: ReportId) => call('notes.emptyBin', { reportId });
