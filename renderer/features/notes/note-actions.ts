/** Writing, storing and deleting notes. */
import type { NoteId } from '../../../core/model/ids';
import type { NoteScope } from '../../../core/model/note';
import type { Row } from '../../../core/model/report';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { i18n } from '../../i18n/i18n';
import { visibleVersions } from '../../state/columns';
import { flushDrafts } from '../../state/drafts';
import { keyOf, useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { sayFailure } from '../../state/report-failure';
import { type Passage, rowSheet } from '../../state/row-sheet';
import { announce, showToast, useToasts } from '../../state/toasts';
import { placeOf } from './note-list';
import { useNotesPanel } from './panel-store';

/** Whole segments of a row's cells as passages. */
function passagesOf(row: Row, versions: readonly number[]): Passage[] {
  const { book, report } = useReport.getState();
  return versions.flatMap((version) => {
    const versionId = report?.versions[version]?.id;
    if (!book || !versionId) return [];
    return book.segmentsOf(row, version).map(({ start, end }) => ({ versionId, start, end }));
  });
}

async function begin(scope: NoteScope, targets: Passage[]): Promise<void> {
  if (targets.length === 0) return;
  // The note before this one is stored first, or stays open with what is wrong.
  if (!(await flushDrafts())) return;
  rowSheet()?.clearSelection();
  useReport.getState().setNotesOpen(true);
  useNotes.getState().begin(scope, targets);
}

/** A note on the selected text, else on the current cell, else (where the cell is empty) on the row. */
export function writeNote(): void {
  const selected = rowSheet()?.selection();
  if (selected && selected.length > 0) {
    void begin('selection', selected);
    return;
  }
  const { cursor, book } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  if (!cursor || !row) return;
  const cell = passagesOf(row, [cursor.version]);
  if (cell.length > 0) void begin('cell', cell);
  else writeRowNote();
}

/** A note on all that the current row has in the columns on screen. */
export function writeRowNote(): void {
  const { cursor, book, columns } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  if (row) void begin('row', passagesOf(row, visibleVersions(columns)));
}

export type Stored = { id: NoteId; failure: null } | { id: null; failure: Failure };

/** Stores a draft's first words. */
export async function createNote(
  { key, scope, targets }: { key: string; scope: NoteScope; targets: readonly Passage[] },
  body: string,
  session: string,
): Promise<Stored> {
  const { report, setHistory } = useReport.getState();
  if (!report) return { id: null, failure: { code: 'report-not-found' } };
  const answer = await call('notes.create', { reportId: report.id, scope, body, targets: [...targets], session });
  if (!answer.ok) return { id: null, failure: answer.error };
  useNotes.getState().put(answer.value.note, key);
  setHistory(answer.value.history);
  return { id: answer.value.note.id, failure: null };
}

export async function updateNote(id: NoteId, body: string, session: string): Promise<Stored> {
  const answer = await call('notes.update', { noteId: id, body, session });
  if (!answer.ok) return { id: null, failure: answer.error };
  useNotes.getState().put(answer.value.note);
  useReport.getState().setHistory(answer.value.history);
  return { id, failure: null };
}

/** The message of the last deletion. */
let deletion = -1;

export async function deleteNote(id: NoteId): Promise<void> {
  const answer = await call('notes.delete', { noteId: id });
  if (!answer.ok) return sayFailure(answer.error);
  useNotes.getState().drop(id);
  useReport.getState().setHistory(answer.value.history);
  // Its button is about the newest step: one of an earlier deletion would do nothing.
  useToasts.getState().dismiss(deletion);
  deletion = showToast({
    message: i18n.t('notes:deleted'),
    action: {
      label: i18n.t('common:undo'),
      // Undo takes back the newest step: after another one, this button must not take back that one.
      run: () => void (useReport.getState().history.undo === 'note-delete' && useReport.getState().undo()),
    },
  });
}

/** Goes to a note's place in the text and takes the focus there. */
export async function goToNote(index: number | null, version: number): Promise<void> {
  if (index !== null) await rowSheet()?.focusCell(index, version);
}

/** Chooses a note that another one names; says so when it is gone. */
export function showNote(id: NoteId): void {
  const { notes, keys } = useNotes.getState();
  if (!notes.some((note) => note.id === id)) {
    showToast({ message: i18n.t('notes:link.gone') });
    return;
  }
  goToCard(keyOf(keys, id));
}

/** Takes the focus to a card of the panel. */
export function goToCard(key: string): void {
  useReport.getState().setNotesOpen(true);
  useNotes.getState().choose(key);
  useNotesPanel.getState().focusCard(key);
}

/** Cards of the notes that stand on a row, whichever cell; those on the version where the reader is come first. */
function keysAt(index: number, version: number): string[] {
  const { notes, keys } = useNotes.getState();
  const { book, report } = useReport.getState();
  const versions = report?.versions ?? [];
  const standing = notes.flatMap((note) => {
    const there = note.targets
      .filter((target) => !target.orphan)
      .map(({ versionId, position }) => placeOf(book, versions, [{ versionId, ...position }]))
      .filter((place) => place?.index === index);
    return there.length > 0 ? [{ key: keyOf(keys, note.id), own: there.some((place) => place?.version === version) }] : [];
  });
  return [...standing.filter(({ own }) => own), ...standing.filter(({ own }) => !own)].map(({ key }) => key);
}

/** Goes to the note of the row where the reader is; pressed again, to the next one there. */
export function goToNotesHere(): void {
  const { cursor } = useReport.getState();
  const keys = cursor ? keysAt(cursor.index, cursor.version) : [];
  if (keys.length === 0) {
    announce(i18n.t('notes:noneHere'));
    return;
  }
  goToCard(keys[(keys.indexOf(useNotes.getState().active ?? '') + 1) % keys.length]!);
}
