/** Puts the reader together from its features, which don't know each other. */
import type { ReportId } from '../core/model/ids';
import { AlignmentTools } from './features/alignment/AlignmentTools';
import { CodesTools } from './features/codes/CodesTools';
import { NotesCommands } from './features/notes/NotesCommands';
import { NotesPanel } from './features/notes/NotesPanel';
import { type ReaderParts, ReaderScreen } from './features/reader/ReaderScreen';
import { Tour } from './features/tour/Tour';

function Tools() {
  return (
    <>
      <AlignmentTools />
      <NotesCommands />
      <CodesTools />
      <Tour />
    </>
  );
}
const parts: ReaderParts = { Notes: NotesPanel, Tools };

export function ReaderPage(props: { reportId: ReportId; onClose(): void }) {
  return <ReaderScreen {...props} parts={parts} />;
}
