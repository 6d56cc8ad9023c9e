/** The notes of the open report, and the one that is being written. The sheet draws their marks, the panel lists them. */
import { create } from 'zustand';
import type { NoteId, ReportId } from '../../core/model/ids';
import type { Note, NoteScope } from '../../core/model/note';
import type { Failure } from '../../core/model/result';
import { call } from '../bridge/call';
import type { Passage } from './row-sheet';

/** A note that has no words yet, so isn't stored yet. */
export interface NoteDraft {
  /** Names its card before and after it is stored, so that the editor stays as it is. */
  key: string;
  scope: NoteScope;
  targets: Passage[];
}

interface NotesState {
  notes: readonly Note[];
  draft: NoteDraft | null;
  /** Key of the card that is chosen: a note's key or the draft's. */
  active: string | null;
  /** Key of the card with the open editor. */
  editing: string | null;
  failure: Failure | null;
  /** Cards that began as a draft keep its key. */
  keys: ReadonlyMap<NoteId, string>;

  load(reportId: ReportId): Promise<void>;
  clear(): void;
  begin(scope: NoteScope, targets: Passage[]): void;
  dropDraft(): void;
  /** Further passages of the note that is being begun. */
  extendDraft(targets: readonly Passage[]): void;
  /** Takes over what the host stored; `from` is the draft that it was. */
  put(note: Note, from?: string): void;
  drop(id: NoteId): void;
  choose(key: string | null, editing?: boolean): void;
}

export const keyOf = (keys: ReadonlyMap<NoteId, string>, id: NoteId): string => keys.get(id) ?? id;

export const useNotes = create<NotesState>((set, get) => ({
  notes: [],
  draft: null,
  active: null,
  editing: null,
  failure: null,
  keys: new Map(),

  async load(reportId) {
    const answer = await call('notes.list', { reportId });
    if (answer.ok) set({ notes: answer.value.notes, failure: null });
    else set({ failure: answer.error });
  },
  clear: () => set({ notes: [], draft: null, active: null, editing: null, failure: null, keys: new Map() }),
  begin(scope, targets) {
    const key = crypto.randomUUID();
    set({ draft: { key, scope, targets }, active: key, editing: key });
  },
  dropDraft() {
    const { draft, active, editing } = get();
    if (!draft) return;
    set({ draft: null, active: active === draft.key ? null : active, editing: editing === draft.key ? null : editing });
  },
  extendDraft(targets) {
    set((s) => (s.draft ? { draft: { ...s.draft, scope: 'selection', targets: [...s.draft.targets, ...targets] } } : {}));
  },
  put(note, from) {
    set((s) => {
      const known = s.notes.some((n) => n.id === note.id);
      return {
        notes: known ? s.notes.map((n) => (n.id === note.id ? note : n)) : [...s.notes, note],
        keys: from === undefined ? s.keys : new Map(s.keys).set(note.id, from),
        draft: from !== undefined && s.draft?.key === from ? null : s.draft,
      };
    });
  },
  drop(id) {
    set((s) => {
      const key = keyOf(s.keys, id);
      return {
        notes: s.notes.filter((n) => n.id !== id),
        active: s.active === key ? null : s.active,
        editing: s.editing === key ? null : s.editing,
      };
    });
  },
  choose: (key, editing = false) => set({ active: key, editing: editing ? key : null }),
}));
