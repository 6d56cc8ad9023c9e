/** The library: all reports, or what a person can begin with where there is none yet. Files may be dropped or pasted anywhere. */
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listen } from '../../bridge/call';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { Icon } from '../../components/Icon';
import { isOverlayOpen } from '../../components/overlays';
import { TopBar } from '../../components/TopBar';
import { runCommand, runKey } from '../../state/commands';
import { incomingFrom } from '../../state/incoming';
import { useNavigation } from '../../state/navigation';
import { BinButton } from './BinButton';
import { FirstStart } from './FirstStart';
import { useLibrary } from './library-store';
import { Notices } from './Notices';
import { ReportList } from './ReportList';

/** Paste anywhere but in a field begins a new report. */
function usePasteAndKeys(): void {
  const newReport = useNavigation((s) => s.newReport);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isOverlayOpen() || !event.clipboardData || (event.target as Element | null)?.closest?.('input, textarea')) return;
      const incoming = incomingFrom(event.clipboardData);
      if (incoming.length > 0) newReport(incoming);
    };
    const onKeyDown = (event: KeyboardEvent) => void runKey(event);
    document.addEventListener('paste', onPaste);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [newReport]);
}

/** Drag events of children come in pairs of leave and enter; what counts is whether the pointer is still inside. */
function useFileDrop() {
  const [over, setOver] = useState(false);
  const newReport = useNavigation((s) => s.newReport);
  return {
    over,
    handlers: {
      onDragEnter: () => setOver(true),
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const incoming = incomingFrom(event.dataTransfer);
        if (incoming.length > 0) newReport(incoming);
      },
    },
  };
}

export function LibraryScreen({ notices }: { notices: readonly string[] }) {
  const { t } = useTranslation(['library', 'common']);
  const { reports, bin, failure, load } = useLibrary();
  const newReport = useNavigation((s) => s.newReport);
  const { over, handlers } = useFileDrop();
  usePasteAndKeys();
  useEffect(() => {
    document.title = t('common:appName');
  }, [t]);
  useEffect(() => {
    void load();
    return listen('reports.changed', () => void load());
  }, [load]);

  const empty = reports?.length === 0;
  return (
    <div className={over ? 'screen library drop-over' : 'screen library'} {...handlers}>
      <TopBar title={<span className="wordmark">{t('common:appName')}</span>}>
        <span className="grow" />
        {reports && !empty && (
          <>
            <Button icon="search" onClick={() => runCommand('app.search')}>
              {t('search')}
            </Button>
            <Button variant="primary" icon="plus" onClick={() => newReport()}>
              {t('newReport')}
            </Button>
          </>
        )}
      </TopBar>
      <main className="library-body" aria-busy={reports === null && !failure}>
        <Notices notices={notices} />
        {failure && <ErrorMessage failure={failure} />}
        {empty && <FirstStart />}
        {reports && !empty && <ReportList reports={reports} />}
        {reports && (!empty || bin.length > 0) && <BinButton />}
      </main>
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <Icon name="files" size={44} />
          <p>{t('dropHere')}</p>
        </div>
      )}
    </div>
  );
}
