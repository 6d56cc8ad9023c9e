/**
 * Text that is being typed and not yet stored. An editor registers how to store it; closing the app or a report, undo and the
 * like wait for all of them. "Saved" is said only after the host's answer.
 */
import { create } from 'zustand';

export type SavedState = 'saved' | 'saving' | 'failed';
/** Stores what is open. False: it could not be stored, and stays in the editor. */
type Flush = () => Promise<boolean>;

interface DraftState {
  states: ReadonlyMap<string, SavedState>;
  mark: (draft: string, state: SavedState) => void;
}

export const useDrafts = create<DraftState>((set) => ({
  states: new Map(),
  mark: (draft, state) =>
    set((s) => {
      const states = new Map(s.states);
      if (state === 'saved') states.delete(draft);
      else states.set(draft, state);
      return { states };
    }),
}));

/** The worst of all drafts. */
export function savedState(states: ReadonlyMap<string, SavedState>): SavedState {
  const all = [...states.values()];
  if (all.includes('failed')) return 'failed';
  return all.includes('saving') ? 'saving' : 'saved';
}

const open = new Map<string, Flush>();

export function openDraft(draft: string, flush: Flush): () => void {
  open.set(draft, flush);
  return () => {
    if (open.get(draft) === flush) open.delete(draft);
  };
}

/** Stores all drafts. False when one could not be stored. */
export async function flushDrafts(): Promise<boolean> {
  const outcomes = await Promise.all([...open.values()].map((flush) => flush()));
  return outcomes.every(Boolean);
}
