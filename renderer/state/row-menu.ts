/** Where a reader asked for the menu of a row: the sheet opens it, the alignment part shows it. */
import { create } from 'zustand';
import type { Cursor } from './report';

interface RowMenuState {
  /** Page coordinates of the menu's corner. */
  open: { place: Cursor; x: number; y: number } | null;
  show(place: Cursor, x: number, y: number): void;
  close(): void;
}

export const useRowMenu = create<RowMenuState>((set) => ({
  open: null,
  show: (place, x, y) => set({ open: { place, x, y } }),
  close: () => set({ open: null }),
}));
