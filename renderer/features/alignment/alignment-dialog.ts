/** Which of the alignment's own pieces is open: the choice of where to split, or aligning again. */
import { create } from 'zustand';
import type { Cursor } from '../../state/report';

interface AlignmentDialog {
  splitting: Cursor | null;
  realigning: boolean;
  split(place: Cursor | null): void;
  realign(open: boolean): void;
}

export const useAlignmentDialog = create<AlignmentDialog>((set) => ({
  splitting: null,
  realigning: false,
  split: (splitting) => set({ splitting }),
  realign: (realigning) => set({ realigning }),
}));
