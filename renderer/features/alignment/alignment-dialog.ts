/** Which of the alignment's own pieces is open: the choice of where to split, or aligning again. */
import { create } from 'zustand';
import type { Cursor } from '../../state/report';

interface AlignmentDialog {
  splitting: Cursor | null;
  /** All versions are split, at about the same place. */
  splitsAll: boolean;
  realigning: boolean;
  /** Selected rows are being aligned again: how much of it is done, 0..1, and how to stop it. */
  rangeWork: { done: number; cancel(): void } | null;
  split(place: Cursor | null, all?: boolean): void;
  realign(open: boolean): void;
  setRangeWork(work: AlignmentDialog['rangeWork']): void;
}

export const useAlignmentDialog = create<AlignmentDialog>((set) => ({
  splitting: null,
  splitsAll: false,
  realigning: false,
  rangeWork: null,
  split: (splitting, splitsAll = false) => set({ splitting, splitsAll }),
  realign: (realigning) => set({ realigning }),
  setRangeWork: (rangeWork) => set({ rangeWork }),
}));
