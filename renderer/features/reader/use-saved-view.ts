/** Remembers how the reader left a report: columns, panel, place. Saved a little after a change, and on leaving. */
import { useEffect } from 'react';
import { call } from '../../bridge/call';
import { openDraft } from '../../state/drafts';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';

const pauseMs = 800;

async function saveView(): Promise<boolean> {
  const { report, columns, notesOpen, mode, frozen } = useReport.getState();
  const sheet = rowSheet();
  const position = sheet?.position() ?? null;
  // Before the sheet has come back to its place there is nothing to remember.
  if (!report || !position) return true;
  const shown = columns.map(({ versionId, hidden, width }) => ({ versionId, hidden, width }));
  const view = { columns: shown, position, notesOpen, mode, frozen: [...frozen] };
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
      const kept = ['columns', 'notesOpen', 'cursor', 'mode', 'frozen'] as const;
      if (kept.some((name) => now[name] !== before[name])) soon();
    });
    const stopDraft = openDraft('view', () => {
      stopTimer();
      return saveView();
    });
    const scrolled = (event: Event) => {
      if (event.target instanceof HTMLElement && event.target.closest('[data-region="sheet"]')) soon();
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
