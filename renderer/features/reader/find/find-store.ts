/** What is looked for in the open report, and what was found. The bar shows it, the sheet lights it. */
import { create } from 'zustand';
import { visibleVersions } from '../../../state/columns';
import { useReport } from '../../../state/report';
import { findMatches, type Match, matchFrom } from './find-matches';

interface FindState {
  open: boolean;
  /** Counts the times it was asked for: the field takes the focus each time. */
  shown: number;
  query: string;
  matches: readonly Match[];
  /** Index of the match that is gone to; −1 for none. */
  current: number;
  /** All rows have been looked through. */
  done: boolean;
  show(): void;
  close(): void;
  look(query: string): void;
  step(by: 1 | -1): void;
}

let asked = 0;

export const useFind = create<FindState>((set, get) => ({
  open: false,
  shown: 0,
  query: '',
  matches: [],
  current: -1,
  done: true,
  show() {
    set((s) => ({ open: true, shown: s.shown + 1 }));
    if (get().query) get().look(get().query);
  },
  close() {
    asked += 1;
    set({ open: false, matches: [], current: -1, done: true });
  },
  look(query) {
    const { book, columns, cursor } = useReport.getState();
    asked += 1;
    const mine = asked;
    set({ query, matches: [], current: -1, done: false });
    if (!book) return;
    void findMatches(
      book,
      visibleVersions(columns),
      query,
      () => mine !== asked,
      (matches, done) => {
        if (mine !== asked) return;
        const { current } = get();
        const start = current >= 0 ? current : matchFrom(matches, cursor?.index ?? 0, (id) => book.indexOf(id));
        set({ matches, done, current: start });
      },
    );
  },
  step(by) {
    const { matches, current } = get();
    if (matches.length > 0) set({ current: (current + by + matches.length) % matches.length });
  },
}));
