/**
 * Printing prints the sheet of rows, whichever mode is on screen: on paper rows stand level, and there is nothing to scroll. All
 * rows are brought in before the dialog opens.
 */
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { i18n } from '../../i18n/i18n';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { showToast, useToasts } from '../../state/toasts';

/** `on`: the sheet of rows is shown for the printer. */
export const usePrinting = create<{ on: boolean }>(() => ({ on: false }));

/** Brings in what is missing; false when it can't be had or another report is open meanwhile. */
async function allRows(): Promise<boolean> {
  const { book, want } = useReport.getState();
  while (book && !book.isComplete && useReport.getState().book === book) {
    const missing = book.sections.find((s) => !s.rows && s.size > 0);
    if (!missing) break;
    await want(missing.start);
    if (!missing.rows) return false;
  }
  return book !== null && useReport.getState().book === book && book.isComplete;
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

export async function printReport(): Promise<void> {
  const { book } = useReport.getState();
  if (!book || usePrinting.getState().on) return;
  const waiting = book.isComplete ? null : showToast({ message: i18n.t('reader:print.loading') });
  const isThere = await allRows();
  if (waiting !== null) useToasts.getState().dismiss(waiting);
  if (!isThere) {
    if (useReport.getState().book === book) showToast({ message: i18n.t('reader:print.failed'), tone: 'error' });
    return;
  }
  showRows();
  await nextFrame();
  await nextFrame();
  window.print();
}

function showRows(): void {
  if (useReport.getState().mode !== 'flow' || usePrinting.getState().on) return;
  // Where the flow comes back to.
  useReport.setState((s) => ({ restore: rowSheet()?.position() ?? s.restore }));
  flushSync(() => usePrinting.setState({ on: true }));
}

/** While the reader is on screen: the system may begin printing by itself, and only it says when printing is over. */
export function usePrintedRows(): boolean {
  useEffect(() => {
    const end = () => usePrinting.setState({ on: false });
    window.addEventListener('beforeprint', showRows);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', showRows);
      window.removeEventListener('afterprint', end);
      end();
    };
  }, []);
  return usePrinting((s) => s.on);
}
