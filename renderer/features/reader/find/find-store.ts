/** What is looked for in the open report, and what was found. The bar shows it, the sheet lights it. */
import { create } from 'zustand';
import { visibleVersions } from '../../../state/columns';
import { useReport } from '../../../state/report';
import { findMatches, type Match } from './find-matches';

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
    let beforeThen = 0;
    void findMatches(
      book,
      visibleVersions(columns),
      query,
      cursor?.index ?? 0,
      () => mine !== asked,
      ({ matches, before, done }) => {
        if (mine !== asked) return;
        const { current } = get();
        // The first match from here on; without any, the first of all once everything was looked through.
        const first = before < matches.length ? before : done && matches.length > 0 ? 0 : -1;
        set({ matches, done, current: current >= 0 ? current + before - beforeThen : first });
        beforeThen = before;
      },
    );
  },
  step(by) {
    const { matches, current } = get();
    if (matches.length > 0) set({ current: (current + by + matches.length) % matches.length });
  },
}));
