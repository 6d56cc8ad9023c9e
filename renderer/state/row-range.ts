/** Rows selected one after the other, and a cell that is picked up to be linked elsewhere. The sheet draws both, row edits use them. */
import { create } from 'zustand';
import type { RowId } from '../../core/model/ids';
import { useReport } from './report';

export interface RowRange {
  first: number;
  last: number;
}
interface RowRangeState {
  /** Where the selection began and where it has got to: reading-order indices. */
  anchor: number | null;
  head: number | null;
  picked: { rowId: RowId; version: number } | null;
  /** Selects from the anchor, or from `from` when nothing is selected, to `head`. */
  extend(from: number, head: number): void;
  clear(): void;
  pick(picked: RowRangeState['picked']): void;
}

export const useRowRange = create<RowRangeState>((set) => ({
  anchor: null,
  head: null,
  picked: null,
  extend: (from, head) => set((s) => ({ anchor: s.anchor ?? from, head })),
  clear: () => set({ anchor: null, head: null }),
  pick: (picked) => set({ picked }),
}));

export function rangeOf({ anchor, head }: Pick<RowRangeState, 'anchor' | 'head'>): RowRange | null {
  return anchor === null || head === null ? null : { first: Math.min(anchor, head), last: Math.max(anchor, head) };
}
export const selectedRange = (): RowRange | null => rangeOf(useRowRange.getState());

// Rows that come and go, another report, or the reader's going elsewhere: what was selected is not what it was.
useReport.subscribe((now, before) => {
  const range = selectedRange();
  if (now.report?.id !== before.report?.id) useRowRange.getState().pick(null);
  if (!range) return;
  const left = now.cursor !== null && (now.cursor.index < range.first || now.cursor.index > range.last);
  if (left || now.book !== before.book || now.report?.rowCount !== before.report?.rowCount) useRowRange.getState().clear();
});
