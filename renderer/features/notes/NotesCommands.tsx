/** The commands that write notes; they are there with the panel closed, too. */
import { useEffect } from 'react';
import { isOverlayOpen } from '../../components/overlays';
import { type Command, useCommands } from '../../state/commands';
import { useReport } from '../../state/report';
import { writeNote, writeRowNote } from './note-actions';

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
];

export function NotesCommands() {
  useEffect(() => useCommands.getState().register(noteCommands), []);
  return null;
}
