/** Where the window is: the screen, the sheet or dialog over it. Features ask for each other here instead of importing each other. */
import { create } from 'zustand';
import type { ReportId } from '../../core/model/ids';

export type Route = { name: 'library' } | { name: 'reader'; reportId: ReportId };
/** Something dropped or pasted that a new report begins with. */
export type Incoming = { type: 'file'; file: File } | { type: 'pasted'; pasted: { html?: string; text?: string } };
export type Sheet =
  | { name: 'new-report'; incoming: Incoming[] }
  | { name: 'add-version'; reportId: ReportId; incoming: Incoming[] };
export type Sample = 'ferry' | 'udhr';
export type DialogName = 'settings' | 'keys' | 'about';

interface Navigation {
  route: Route;
  sheet: Sheet | null;
  dialog: DialogName | null;
  /** A sample report on its way into the library. */
  sample: Sample | null;
  openReport(reportId: ReportId): void;
  openLibrary(): void;
  newReport(incoming?: Incoming[]): void;
  addVersion(reportId: ReportId, incoming?: Incoming[]): void;
  closeSheet(): void;
  openSample(sample: Sample): void;
  closeSample(): void;
  openDialog(dialog: DialogName): void;
  closeDialog(): void;
}

export const useNavigation = create<Navigation>((set) => ({
  route: { name: 'library' },
  sheet: null,
  dialog: null,
  sample: null,
  openReport: (reportId) => set({ route: { name: 'reader', reportId }, sheet: null, sample: null }),
  openLibrary: () => set({ route: { name: 'library' }, sheet: null }),
  newReport: (incoming = []) => set({ sheet: { name: 'new-report', incoming }, dialog: null }),
  addVersion: (reportId, incoming = []) => set({ sheet: { name: 'add-version', reportId, incoming }, dialog: null }),
  closeSheet: () => set({ sheet: null }),
  openSample: (sample) => set({ sample }),
  closeSample: () => set({ sample: null }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
}));
