import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../../../../core/model/report';
import { printReport, usePrinting } from '../../../../../renderer/features/reader/printing';
import { useReport } from '../../../../../renderer/state/report';
import { RowBook, sectionSize } from '../../../../../renderer/state/row-book';
import { useToasts } from '../../../../../renderer/state/toasts';
import { setLanguage } from '../../support/show';

const rowCount = sectionSize * 3 + 7;
const rowsFrom = (offset: number, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    id: (offset + i + 1) as Row['id'],
    cells: [[offset + i]],
    score: null,
    status: 'automatic' as const,
  }));

describe('printing', () => {
  let book: RowBook;
  const print = vi.fn();
  beforeEach(async () => {
    await setLanguage('en');
    book = new RowBook(rowCount, 1);
    book.fill(0, rowsFrom(0, sectionSize), [[]]);
    print.mockReset();
    vi.stubGlobal('print', print);
    useReport.setState({ status: 'open', book, mode: 'rows' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    useReport.setState({ status: 'closed', book: null });
    useToasts.setState({ toasts: [] });
    usePrinting.setState({ on: false });
  });
  const want = async (index: number): Promise<void> => {
    const section = book.sectionAt(index)!;
    book.fill(section.start, rowsFrom(section.start, section.size), [[]]);
  };

  it('brings in all rows before the dialog opens', async () => {
    useReport.setState({ want });
    print.mockImplementation(() => expect(book.isComplete).toBe(true));
    await printReport();
    expect(print).toHaveBeenCalledTimes(1);
    expect(useToasts.getState().toasts).toEqual([]);
  });
  it('prints nothing when rows can’t be had, and says so', async () => {
    useReport.setState({ want: async () => undefined });
    await printReport();
    expect(print).not.toHaveBeenCalled();
    expect(useToasts.getState().toasts.map((t) => t.tone)).toEqual(['error']);
  });
  it('prints nothing when the report was closed meanwhile', async () => {
    useReport.setState({
      want: async (index) => {
        await want(index);
        useReport.setState({ book: null });
      },
    });
    await printReport();
    expect(print).not.toHaveBeenCalled();
    expect(useToasts.getState().toasts).toEqual([]);
  });
});
