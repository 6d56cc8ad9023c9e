/** The commands that write notes; they are there with the panel closed, too. */
import { useEffect } from 'react';
import { isOverlayOpen } from '../../components/overlays';
import { type Command, useCommands } from '../../state/commands';
import { useReport } from '../../state/report';
import { NoteHistory } from './NoteHistory';
import { NotesBin } from './NotesBin';
import { goToNotesHere, writeNote, writeRowNote } from './note-actions';
import { addPassage, attachToSelection, chosenNote, goToLost, lostPassage } from './note-changes';
import { useNotesPanel } from './panel-store';

const ready = () => !isOverlayOpen() && useReport.getState().status === 'open' && useReport.getState().cursor !== null;

export const noteCommands: readonly Command[] = [
  { id: 'notes.write', group: 'notes', label: 'notes:commands.write', keys: ['N'], enabled: ready, run: writeNote },
  {
    id: 'notes.write-row',
    group: 'notes',
    label: 'notes:commands.writeRow',
    keys: ['Shift+N'],
    enabled: ready,
    run: writeRowNote,
  },
  {
    id: 'notes.add-passage',
    group: 'notes',
    label: 'notes:commands.addPassage',
    keys: ['Alt+Shift+N'],
    inFields: true,
    enabled: () => ready() && chosenNote() !== null,
    run: () => void addPassage(),
  },
  {
    id: 'notes.attach',
    group: 'notes',
    label: 'notes:commands.attach',
    keys: ['Alt+Shift+A'],
    enabled: () => {
      const note = ready() ? chosenNote() : null;
      return note !== null && note !== 'draft' && lostPassage(note) !== null;
    },
    run: () => void attachToSelection(),
  },
  { id: 'notes.lost', group: 'notes', label: 'notes:commands.lost', keys: [], enabled: ready, run: goToLost },
  { id: 'notes.here', group: 'notes', label: 'notes:commands.here', keys: ['Alt+N'], enabled: ready, run: goToNotesHere },
  {
    id: 'notes.filter',
    group: 'notes',
    label: 'notes:commands.filter',
    keys: ['Alt+Shift+F'],
    enabled: ready,
    run: () => {
      useReport.getState().setNotesOpen(true);
      useNotesPanel.getState().openFilter(true);
    },
  },
  {
    id: 'notes.bin',
    group: 'notes',
    label: 'notes:commands.bin',
    keys: [],
    enabled: ready,
    run: () => useNotesPanel.getState().openDialog({ name: 'bin' }),
  },
];

export function NotesCommands() {
  const dialog = useNotesPanel((s) => s.dialog);
  useEffect(() => useCommands.getState().register(noteCommands), []);
  const close = () => useNotesPanel.getState().openDialog(null);
  if (dialog?.name === 'bin') return <NotesBin onClose={close} />;
  if (dialog?.name === 'history') return <NoteHistory noteId={dialog.noteId} onClose={close} />;
  return null;
}
