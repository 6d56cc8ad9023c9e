/**
 * Printing, on paper or into a PDF file, prints the sheet of rows, whichever mode is on screen: on paper rows stand level, and there is nothing to scroll. All
 * rows are brought in before the dialog opens.
 */
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { call } from '../../bridge/call';
import { i18n } from '../../i18n/i18n';
import { useReport } from '../../state/report';
import { sayFailure } from '../../state/report-failure';
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

/** Shows all rows for the printer; false when that can't be, which is said. */
async function readyToPrint(): Promise<boolean> {
  const { book } = useReport.getState();
  if (!book || usePrinting.getState().on) return false;
  const waiting = book.isComplete ? null : showToast({ message: i18n.t('reader:print.loading') });
  const isThere = await allRows();
  if (waiting !== null) useToasts.getState().dismiss(waiting);
  if (!isThere) {
    if (useReport.getState().book === book) showToast({ message: i18n.t('reader:print.failed'), tone: 'error' });
    return false;
  }
  showRows();
  await nextFrame();
  await nextFrame();
  return true;
}

export async function printReport(): Promise<void> {
  if (await readyToPrint()) window.print();
}

/** Asks for a place and saves there what printing would put on paper. */
export async function savePdf(): Promise<void> {
  if (!(await readyToPrint())) return;
  const waiting = showToast({ message: i18n.t('reader:print.making') });
  const saved = await call('files.savePdf', { name: useReport.getState().report?.title || i18n.t('reader:print.untitled') });
  useToasts.getState().dismiss(waiting);
  usePrinting.setState({ on: false });
  if (!saved.ok) sayFailure(saved.error);
  else if (saved.value.name !== null) showToast({ message: i18n.t('reader:print.saved', { name: saved.value.name }) });
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
