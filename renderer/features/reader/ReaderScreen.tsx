/** The reader: bar, sheet of rows, the panel beside it, status line. Notes and row editing come in as parts (ReaderPage.tsx). */
import { type ComponentType, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportId } from '../../../core/model/ids';
import { listen } from '../../bridge/call';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { flushDrafts } from '../../state/drafts';
import { useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { FindBar } from './find/FindBar';
import { FlowReader } from './flow/FlowReader';
import { usePrintedRows } from './printing';
import { ReaderBar } from './ReaderBar';
import { SheetTable } from './SheetTable';
import { StatusLine } from './StatusLine';
import { useReaderCommands } from './use-reader-commands';
import { useSavedView } from './use-saved-view';
import { VersionDialog } from './VersionDialog';
import '../../styles/reader-columns.css';
import '../../styles/reader-dialogs.css';
import '../../styles/reader.css';
import '../../styles/reader-sheet.css';
import '../../styles/reader-marks.css';
import '../../styles/reader-print.css';

export interface ReaderParts {
  /** The panel beside the text. */
  Notes: ComponentType;
  /** Commands, menus and dialogs that are there with or without the panel. */
  Tools: ComponentType;
}
interface ReaderScreenProps {
  reportId: ReportId;
  onClose(): void;
  parts: ReaderParts;
}

export function ReaderScreen({ reportId, onClose, parts: { Notes, Tools } }: ReaderScreenProps) {
  const { t } = useTranslation('reader');
  const status = useReport((s) => s.status);
  const failure = useReport((s) => s.failure);
  const title = useReport((s) => s.report?.title);
  const mode = useReport((s) => s.mode);
  const notesOpen = useReport((s) => s.notesOpen);
  const notesRevision = useReport((s) => s.notesRevision);

  useEffect(() => {
    void useReport.getState().open(reportId);
    // A version that another part of the window added brings new columns and rows.
    const stop = listen('reports.changed', (changed) => {
      // What this window did it has the outcome of.
      if (changed.reason === 'edit') return;
      if (changed.reportId === null || changed.reportId === reportId) void useReport.getState().reloadIfGrown();
    });
    return () => {
      stop();
      useReport.getState().close();
      useNotes.getState().clear();
    };
  }, [reportId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a higher revision means that the notes changed in the host
  useEffect(() => void useNotes.getState().load(reportId), [reportId, notesRevision]);
  const close = async () => {
    // What could not be stored stays in its editor, with the reason beside it.
    if (await flushDrafts()) onClose();
  };
  useReaderCommands(close);
  useSavedView();
  const isPrinting = usePrintedRows();
  useEffect(() => {
    document.title = title ? `${title} – Triptych` : 'Triptych';
  }, [title]);

  if (status === 'failed' && failure) {
    return (
      <main className="reader-failed">
        <ErrorMessage failure={failure} />
        <Button onClick={onClose}>{t('backToLibrary')}</Button>
      </main>
    );
  }
  return (
    <div className="reader" aria-busy={status !== 'open'}>
      <ReaderBar onClose={() => void close()} />
      <div className={notesOpen ? 'reader-body with-panel' : 'reader-body'}>
        <main className="reader-main">
          <FindBar />
          {status === 'open' && (mode === 'flow' && !isPrinting ? <FlowReader /> : <SheetTable />)}
        </main>
        {notesOpen && <Notes />}
      </div>
      <StatusLine />
      <Tools />
      <VersionDialog />
    </div>
  );
}
