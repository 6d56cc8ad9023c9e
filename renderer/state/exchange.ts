/** Which dialog of the exports and imports is open. Bars, lists and keys of other features ask for it here. */
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
  exportReport(reportId: ReportId): void;
  importReport(source: ExchangeSource): void;
  importNotes(reportId: ReportId): void;
  close(): void;
}

export const useExchange = create<Exchange>((set) => ({
  dialog: null,
  exportReport: (reportId) => set({ dialog: { name: 'export', reportId } }),
  importReport: (source) => set({ dialog: { name: 'import', source } }),
  importNotes: (reportId) => set({ dialog: { name: 'import-notes', reportId } }),
  close: () => set({ dialog: null }),
}));
