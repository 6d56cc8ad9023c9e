/** What the panel of notes shows beside the cards: its filter, and which dialog is open. */
import { create } from 'zustand';
import type { NoteId } from '../../../core/model/ids';
import { cardElement } from '../../state/show-note';
import { type NoteFilter, noFilter } from './note-filter';

interface PanelState {
  filterOpen: boolean;
  filter: NoteFilter;
  dialog: { name: 'bin' } | { name: 'history'; noteId: NoteId } | null;
  /** Key of a card that is to be there, in view or not. */
  wanted: string | null;
  setFilter(change: Partial<NoteFilter>): void;
  openFilter(open: boolean): void;
  openDialog(dialog: PanelState['dialog']): void;
  /** Takes the focus to a card. */
  focusCard(key: string): void;
}

export const useNotesPanel = create<PanelState>((set) => ({
  filterOpen: false,
  filter: noFilter,
  dialog: null,
  wanted: null,
  setFilter: (change) => set((s) => ({ filter: { ...s.filter, ...change } })),
  // A filter that can't be seen must not hide notes.
  openFilter: (filterOpen) => set(filterOpen ? { filterOpen } : { filterOpen, filter: noFilter }),
  openDialog: (dialog) => set({ dialog }),
  focusCard: (wanted) => {
    set({ wanted });
    requestAnimationFrame(() => cardElement(wanted)?.focus());
  },
}));
