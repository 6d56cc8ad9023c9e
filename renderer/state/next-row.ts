/** Going from row to row by what they are: unsure, with an omission, uneven. */
import type { Row } from '../../core/model/report';
import { useReport } from './report';
import { rowSheet } from './row-sheet';

/** The next row that fits, from the current one on, and on from the other end; null when there is none. */
export async function nextRow(fits: (row: Row) => boolean, step: 1 | -1): Promise<number | null> {
  const { book, cursor, want } = useReport.getState();
  const count = book?.rowCount ?? 0;
  const start = cursor?.index ?? (step === 1 ? -1 : count);
  for (let i = 1; book && i <= count; i++) {
    const index = (((start + step * i) % count) + count) % count;
    if (!book.rowAt(index)) await want(index);
    const row = book.rowAt(index);
    if (row && fits(row)) return index;
  }
  return null;
}

/** Goes there; false when no row fits. */
export async function goToRow(fits: (row: Row) => boolean, step: 1 | -1): Promise<boolean> {
  const index = await nextRow(fits, step);
  if (index === null) return false;
  await rowSheet()?.focusCell(index);
  return true;
}
