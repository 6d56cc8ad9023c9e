/**
 * Which dialog of the exports and imports is open. Bars, lists and keys of other features ask for it here. Files that come together
 * are taken one after the other.
 */
import { create } from 'zustand';
import type { ReportId } from '../../core/model/ids';
import type { Result } from '../../core/model/result';

/** A file on its way in; its bytes are fetched when they are wanted. */
export interface ExchangeSource {
  name: string;
  read(): Promise<Result<Uint8Array>>;
}
export type ExchangeDialog =
  | { name: 'export'; reportId: ReportId }
  | { name: 'import'; source: ExchangeSource }
  | { name: 'import-notes'; reportId: ReportId };

interface Exchange {
  dialog: ExchangeDialog | null;
  /** Files that wait for the dialog to be free. */
  waiting: readonly ExchangeSource[];
  /** Files of this run of imports that have been dealt with. */
  dealt: number;
  exportReport(reportId: ReportId): void;
  importReport(source: ExchangeSource): void;
  importNotes(reportId: ReportId): void;
  /** Closes the dialog; the next file that waits opens it again. */
  close(): void;
  /** Closes the dialog and forgets the files that wait. */
  closeAll(): void;
}

const nothingOpen = { dialog: null, waiting: [], dealt: 0 } as const;

export const useExchange = create<Exchange>((set) => ({
  ...nothingOpen,
  exportReport: (reportId) => set({ dialog: { name: 'export', reportId } }),
  importReport: (source) =>
    set((s) => (s.dialog === null ? { dialog: { name: 'import', source } } : { waiting: [...s.waiting, source] })),
  importNotes: (reportId) => set({ dialog: { name: 'import-notes', reportId } }),
  close: () =>
    set(({ dialog, waiting: [next, ...rest], dealt }) =>
      next
        ? { dialog: { name: 'import', source: next }, waiting: rest, dealt: dialog?.name === 'import' ? dealt + 1 : 0 }
        : nothingOpen,
    ),
  closeAll: () => set(nothingOpen),
}));
