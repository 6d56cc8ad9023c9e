/** Remembers how the reader left a report: columns, panel, place. Saved a little after a change, and on leaving. */
import { useEffect } from 'react';
import { call } from '../../bridge/call';
import { openDraft } from '../../state/drafts';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';

const pauseMs = 800;

async function saveView(): Promise<boolean> {
  const { report, columns, notesOpen } = useReport.getState();
  const sheet = rowSheet();
  const position = sheet?.position() ?? null;
  // Before the sheet has come back to its place there is nothing to remember.
  if (!report || !position) return true;
  const view = { columns: columns.map(({ versionId, hidden, width }) => ({ versionId, hidden, width })), position, notesOpen };
  // A place that isn't remembered is no reason to keep someone from leaving.
  await call('report.setView', { reportId: report.id, view });
  return true;
}

export function useSavedView(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stopTimer = () => {
      if (timer) clearTimeout(timer);
      timer = null;
    };
    const soon = () => {
      stopTimer();
      timer = setTimeout(() => void saveView(), pauseMs);
    };
    const stopStore = useReport.subscribe((now, before) => {
      if (now.columns !== before.columns || now.notesOpen !== before.notesOpen || now.cursor !== before.cursor) soon();
    });
    const stopDraft = openDraft('view', () => {
      stopTimer();
      return saveView();
    });
    const scrolled = (event: Event) => {
      if (event.target instanceof HTMLElement && event.target.dataset.region === 'sheet') soon();
    };
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      stopTimer();
      stopStore();
      stopDraft();
      document.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, []);
}
