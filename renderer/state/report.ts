/**
 * The report that is open: what it is, its rows (a RowBook), columns, the place where the reader is, and undo. SQLite is the
 * truth; this is the window's copy, mended with the patches that each change answers with.
 */
import { create } from 'zustand';
import type { ChangeOutcome } from '../../core/contract/calls';
import type { HistoryState, ReportViewState, RowEdit } from '../../core/contract/schemas';
import type { ReportId, RowId, VersionId } from '../../core/model/ids';
import type { ReportInfo, VersionInfo } from '../../core/model/report';
import type { Failure, Result } from '../../core/model/result';
import { countRow, type RowCounts } from '../../core/model/row-state';
import { call } from '../bridge/call';
import { type Column, columnsOf } from './columns';
import { flushDrafts } from './drafts';
import { type FoundPlace, useNavigation } from './navigation';
import { type BookChange, RowBook, sectionSize } from './row-book';
import { createRowLoader, type RowLoader } from './row-loader';
import { rowSheet } from './row-sheet';

/** The cell where the reader is: reading-order index of the row and the version's ordinal. */
export interface Cursor {
  index: number;
  version: number;
}
type Listener = (changes: readonly BookChange[]) => void;

interface ReportState {
  status: 'closed' | 'opening' | 'open' | 'failed';
  failure: Failure | null;
  report: ReportInfo | null;
  /** Replaced on opening and reloading, changed in place by edits: see bookRevision. */
  book: RowBook | null;
  /** Counts up when rows come in or change. */
  bookRevision: number;
  history: HistoryState;
  counts: RowCounts;
  columns: readonly Column[];
  notesOpen: boolean;
  /** Level rows, or each version running on as its own text. */
  mode: ReportViewState['mode'];
  /** Columns that stay while the others follow the text. */
  frozen: readonly VersionId[];
  cursor: Cursor | null;
  /** Where the last jump came from: by row, for rows move. */
  returnTo: { rowId: RowId; version: number } | null;
  /** Place to return to after opening. */
  restore: ReportViewState['position'];
  /** Counts up when notes changed in the host by undo or redo. */
  notesRevision: number;

  open(id: ReportId): Promise<void>;
  /** Reads rows and all again, and stays where the reader is. */
  reload(): Promise<void>;
  /** Reloads when the host has other versions of it than the window. */
  reloadIfGrown(): Promise<void>;
  close(): void;
  setColumns(columns: readonly Column[]): void;
  setNotesOpen(open: boolean): void;
  /** Shows the report in the other way, at the same place. */
  setMode(mode: ReportViewState['mode']): void;
  toggleFrozen(id: VersionId): void;
  setCursor(cursor: Cursor): void;
  /** Remembers the place that a jump leaves; null forgets it. */
  setReturn(place: Cursor | null): void;
  setHistory(history: HistoryState): void;
  /** Loads the section of a row. */
  want(index: number): Promise<void>;
  /** Runs a change after those before it, so that it sees their outcome. `make` gives null when there is nothing to do. */
  change(make: () => Promise<Result<ChangeOutcome>> | null): Promise<Result<ChangeOutcome> | null>;
  editRow(make: (state: ReportState) => RowEdit | null): Promise<Result<ChangeOutcome> | null>;
  undo(): Promise<Result<ChangeOutcome> | null>;
  redo(): Promise<Result<ChangeOutcome> | null>;
}

const nothingToUndo: HistoryState = { undo: null, redo: null };
const noCounts: RowCounts = { confirmed: 0, toCheck: 0, omissions: 0 };
const listeners = new Set<Listener>();
let loader: RowLoader | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** Tells of rows that came in or changed, for what is drawn without React. */
export function onBookChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const versionOf = (report: ReportInfo | null, id: VersionId): VersionInfo | null =>
  report?.versions.find((v) => v.id === id) ?? null;

/**
 * Looks through the rows that are loaded; then where the row was when the report was made (ids count up in reading order, and
 * edits move rows by little); then through all others in order. −1 when it isn't there.
 */
export async function findRow(id: RowId): Promise<number> {
  const { book, want } = useReport.getState();
  if (!book) return -1;
  const isOver = () => book.indexOf(id) >= 0 || useReport.getState().book !== book;
  for (const guess of [id - 1, id - 1 - sectionSize, id - 1 + sectionSize]) {
    const index = Math.max(0, Math.min(guess, book.rowCount - 1));
    if (!isOver() && book.sectionAt(index)) await want(index);
  }
  for (let i = 0; i < book.sections.length && !isOver(); i++) {
    const section = book.sections.find((s) => !s.rows && s.size > 0);
    if (!section) break;
    await want(section.start);
    if (!section.rows) break;
  }
  return book.indexOf(id);
}

/** Rows that a patch may bring; with more, all rows are read again. */
const mostPatched = 3 * sectionSize;

export const useReport = create<ReportState>((set, get) => {
  const tell = (changes: readonly BookChange[]) => {
    set((s) => ({ bookRevision: s.bookRevision + 1 }));
    for (const listener of listeners) listener(changes);
  };

  async function read(id: ReportId): Promise<boolean> {
    const answer = await call('report.open', { reportId: id });
    if (get().status === 'closed' || (get().report && get().report?.id !== id)) return false;
    if (!answer.ok) {
      set({ status: 'failed', failure: answer.error });
      return false;
    }
    const { report, view, history, counts } = answer.value;
    loader?.stop();
    const book = new RowBook(report.rowCount, report.versions.length);
    loader = createRowLoader(id, book, {
      // The first page comes in before the book is the one on screen.
      change: (changes) => get().book === book && tell(changes),
      failure: (failure) => set({ failure }),
    });
    // A search leads to a place in the text; else the reader comes back to where it was left.
    const { found: place } = useNavigation.getState();
    const found = place?.reportId === id && !get().report ? place : null;
    await Promise.all([loader.want(0), found ? loader.want(found.index) : null]);
    if (get().status === 'closed') return false;
    const columns = get().report
      ? // A new revision has its version's place under an id of its own.
        get().columns.map((c) => ({ versionId: report.versions[c.version]?.id ?? c.versionId, hidden: c.hidden, width: c.width }))
      : view.columns;
    set((s) => ({
      status: 'open',
      report,
      book,
      history,
      counts,
      columns: columnsOf(report.versions, columns).map((c) => (c.versionId === found?.versionId ? { ...c, hidden: false } : c)),
      bookRevision: s.bookRevision + 1,
      ...(s.report
        ? {}
        : {
            notesOpen: view.notesOpen,
            mode: view.mode ?? 'rows',
            frozen: view.frozen ?? [],
            restore: found ? restoreTo(found, report) : view.position,
          }),
    }));
    loader.loadRest();
    return true;
  }

  async function take(outcome: ChangeOutcome): Promise<void> {
    set({ history: outcome.history });
    if (outcome.reload || (outcome.patches.length > 0 && !applyPatches(outcome))) await get().reload();
    else if (outcome.boilerplate) applyMarks(outcome.boilerplate, outcome.focusRow);
    else if (outcome.patches.length === 0 && !outcome.notesChanged) await refreshInfo();
    if (outcome.notesChanged) set((s) => ({ notesRevision: s.notesRevision + 1 }));
  }
  /** What a change without row patches did: title, version details, marks. */
  async function refreshInfo(): Promise<void> {
    const { report } = get();
    const answer = report && (await call('report.open', { reportId: report.id }));
    if (answer?.ok) set({ report: answer.value.report, counts: answer.value.counts, history: answer.value.history });
  }
  function applyMarks(marks: NonNullable<ChangeOutcome['boilerplate']>, focusRow: number | null): void {
    const { book, report, cursor } = get();
    if (!book || !report) return;
    const changes = book.mark(marks.map((m) => ({ ...m, version: versionOf(report, m.versionId)?.ordinal ?? -1 })));
    if (focusRow !== null && cursor) set({ cursor: { ...cursor, index: Math.min(focusRow, book.rowCount - 1) } });
    tell(changes);
  }
  /**
   * False where the window's rows are others than the host's were: a job and an edit that crossed each other on the way. Also for more rows
   * than a few sections hold: they would all become one, which the page has to lay out whole.
   */
  function applyPatches({ patches, focusRow }: ChangeOutcome): boolean {
    const { book, report } = get();
    if (!book || !report) return true;
    const counts = { ...get().counts };
    let cursor = get().cursor;
    const changes: BookChange[] = [];
    for (const patch of patches) {
      if (!book.fits(patch) || patch.insert.length > mostPatched) return false;
      for (const row of patch.remove) countRow(counts, row, -1);
      for (const row of patch.insert) countRow(counts, row);
      const kept = cursor ? (book.rowAt(cursor.index)?.id ?? null) : null;
      changes.push(...book.apply(patch));
      if (cursor) cursor = { ...cursor, index: followCursor(cursor.index, kept, patch, book) };
    }
    if (focusRow !== null && cursor) cursor = { ...cursor, index: Math.min(focusRow, book.rowCount - 1) };
    set({ counts, cursor, report: { ...report, rowCount: book.rowCount } });
    tell(changes);
    if (!book.isComplete) loader?.loadRest();
    return true;
  }

  return {
    status: 'closed',
    failure: null,
    report: null,
    book: null,
    bookRevision: 0,
    history: nothingToUndo,
    counts: noCounts,
    columns: [],
    notesOpen: true,
    mode: 'rows',
    frozen: [],
    cursor: null,
    returnTo: null,
    restore: null,
    notesRevision: 0,

    async open(id) {
      get().close();
      set({ status: 'opening' });
      await read(id);
    },
    async reload() {
      const { report, book, cursor } = get();
      if (!report) return;
      const row = cursor && book ? book.rowAt(cursor.index) : null;
      const segment = cursor && row ? row.cells[cursor.version]?.[0] : undefined;
      if (!(await read(report.id)) || !cursor || !row) return;
      const found = await findRow(row.id);
      const id = segment === undefined ? null : (get().book?.rowOf(cursor.version, segment) ?? null);
      const index = found >= 0 ? found : id === null ? cursor.index : (get().book?.indexOf(id) ?? cursor.index);
      const last = (get().book?.rowCount ?? 1) - 1;
      set({ cursor: { version: cursor.version, index: Math.max(0, Math.min(index, last)) } });
    },
    async reloadIfGrown() {
      const { report, reload } = get();
      const answer = report && (await call('report.open', { reportId: report.id }));
      const ids = (info: ReportInfo) => info.versions.map((v) => v.id).join(' ');
      if (answer?.ok && get().report?.id === report?.id && ids(answer.value.report) !== ids(get().report ?? report!))
        await reload().then(() => set((s) => ({ notesRevision: s.notesRevision + 1 })));
    },
    close() {
      loader?.stop();
      loader = null;
      set({
        status: 'closed',
        failure: null,
        report: null,
        book: null,
        history: nothingToUndo,
        counts: noCounts,
        columns: [],
        cursor: null,
        returnTo: null,
        restore: null,
      });
    },
    setColumns: (columns) => set({ columns }),
    setNotesOpen: (notesOpen) => set({ notesOpen }),
    setMode: (mode) => set((s) => ({ mode, restore: rowSheet()?.position() ?? s.restore })),
    toggleFrozen: (id) => set((s) => ({ frozen: s.frozen.includes(id) ? s.frozen.filter((f) => f !== id) : [...s.frozen, id] })),
    setCursor: (cursor) => set({ cursor }),
    setReturn(place) {
      const row = place && get().book?.rowAt(place.index);
      set({ returnTo: row ? { rowId: row.id, version: place.version } : null });
    },
    setHistory: (history) => set({ history }),
    want: async (index) => loader?.want(index),

    change(make) {
      const run = async () => {
        const asked = make();
        const answer = asked && (await asked);
        if (answer?.ok) await take(answer.value);
        return answer;
      };
      const outcome = queue.then(run, run);
      queue = outcome.catch(() => undefined);
      return outcome;
    },
    editRow: (make) =>
      get().change(() => {
        const { report } = get();
        const edit = make(get());
        return report && edit && call('rows.edit', { reportId: report.id, edit });
      }),
    undo: () => stepHistory('history.undo'),
    redo: () => stepHistory('history.redo'),
  };

  async function stepHistory(name: 'history.undo' | 'history.redo'): Promise<Result<ChangeOutcome> | null> {
    const { report, change } = get();
    // What is being typed is a step of its own and has to be in the history first.
    if (!report || !(await flushDrafts())) return null;
    return change(() => call(name, { reportId: report.id }));
  }
});

/** A found place as a place to come back to: a little below the top, so that what goes before it is in view. */
const restoreTo = ({ rowId, versionId }: FoundPlace, report: ReportInfo): ReportState['restore'] => ({
  rowId,
  version: versionOf(report, versionId)?.ordinal ?? 0,
  offset: 120,
});

/** Where the cursor's row went: by its id, else to the place of what was changed, else moved along. */
function followCursor(
  index: number,
  kept: RowId | null,
  patch: { at: number; remove: readonly unknown[]; insert: readonly unknown[] },
  book: RowBook,
): number {
  const same = kept === null ? -1 : book.indexOf(kept);
  if (same >= 0) return same;
  const moved = index >= patch.at + patch.remove.length ? index + patch.insert.length - patch.remove.length : index;
  return Math.max(0, Math.min(moved, book.rowCount - 1));
}
