/** Where the window is: the screen, the sheet or dialog over it. Features ask for each other here instead of importing each other. */
import { create } from 'zustand';
import type { FileToken, ReportId, RowId, VersionId } from '../../core/model/ids';

export type Route = { name: 'library' } | { name: 'reader'; reportId: ReportId } | { name: 'search' };
/** What a search begins with; what is left out stays as it was. */
export interface SearchPreset {
  query?: string;
  /** Null: the whole library. */
  reportId: ReportId | null;
}
/** A stretch of a paragraph that a search has found, offsets within the paragraph; `index` is its row's place. */
export interface FoundPlace {
  reportId: ReportId;
  versionId: VersionId;
  segment: number;
  start: number;
  end: number;
  rowId: RowId;
  index: number;
}
/** Something dropped or pasted that a new report begins with. */
export type Incoming =
  | { type: 'file'; file: File }
  /** A file that the host was asked to open. */
  | { type: 'chosen'; token: FileToken; name: string }
  | { type: 'pasted'; pasted: { html?: string; text?: string } };
export type Sheet =
  /** `id` stays while more is added to one that is open. */
  | { name: 'new-report'; id: number; incoming: Incoming[] }
  | { name: 'add-version'; reportId: ReportId; incoming: Incoming[] }
  /** Another text of a version, which takes the place of the one it has. */
  | { name: 'new-revision'; reportId: ReportId; versionId: VersionId; incoming: Incoming[] };
export type Sample = 'ferry' | 'udhr';
export type DialogName = 'settings' | 'keys' | 'about';

interface Navigation {
  route: Route;
  sheet: Sheet | null;
  dialog: DialogName | null;
  /** A sample report on its way into the library. */
  sample: Sample | null;
  /** The report of which it is shown what its last revisions changed. */
  revisionsOf: ReportId | null;
  /** The report that a search was begun from: the way back. */
  searchFrom: ReportId | null;
  searchPreset: SearchPreset | null;
  /** The place that the open report was opened at by a search. */
  found: FoundPlace | null;
  /** Files of the system's that wait until the open sheet, which is for something else, is closed. */
  waiting: readonly Incoming[];
  openReport(reportId: ReportId): void;
  /** Null: back to the results as they were. */
  openSearch(preset: SearchPreset | null): void;
  openFound(found: FoundPlace): void;
  openLibrary(): void;
  newReport(incoming?: Incoming[]): void;
  /** Keeps files for a new report until the open sheet is closed. */
  wait(incoming: readonly Incoming[]): void;
  /** Files that the system hands over: a new report, or more for the one that is begun. True where they have to wait. */
  handOver(incoming: Incoming[]): boolean;
  addVersion(reportId: ReportId, incoming?: Incoming[]): void;
  newRevision(reportId: ReportId, versionId: VersionId, incoming?: Incoming[]): void;
  showRevisions(reportId: ReportId): void;
  closeRevisions(): void;
  closeSheet(): void;
  openSample(sample: Sample): void;
  closeSample(): void;
  openDialog(dialog: DialogName): void;
  closeDialog(): void;
}

let lastSheet = 0;
const freshSheet = (incoming: Incoming[]): Sheet => {
  lastSheet += 1;
  return { name: 'new-report', id: lastSheet, incoming };
};

/** The sheet goes; files that waited for that begin a new report. */
const withoutSheet = ({ waiting }: Pick<Navigation, 'waiting'>): Pick<Navigation, 'sheet' | 'waiting'> =>
  waiting.length > 0 ? { sheet: freshSheet([...waiting]), waiting: [] } : { sheet: null, waiting };

export const useNavigation = create<Navigation>((set, get) => ({
  route: { name: 'library' },
  sheet: null,
  dialog: null,
  sample: null,
  revisionsOf: null,
  searchFrom: null,
  searchPreset: null,
  found: null,
  waiting: [],
  openReport: (reportId) => set((s) => ({ ...withoutSheet(s), route: { name: 'reader', reportId }, sample: null, found: null })),
  openSearch(preset) {
    const { route, searchFrom } = get();
    const here = route.name === 'reader' ? route.reportId : null;
    const from = preset === null || route.name === 'search' ? searchFrom : here;
    set((s) => ({ ...withoutSheet(s), route: { name: 'search' }, searchPreset: preset, searchFrom: from, found: null }));
  },
  openFound: (found) => set({ route: { name: 'reader', reportId: found.reportId }, found, searchPreset: null }),
  openLibrary: () => set((s) => ({ ...withoutSheet(s), route: { name: 'library' }, revisionsOf: null, found: null })),
  newReport: (incoming = []) =>
    set(({ sheet }) => ({ sheet: sheet?.name === 'new-report' ? { ...sheet, incoming } : freshSheet(incoming), dialog: null })),
  wait: (incoming) => set((s) => ({ waiting: [...s.waiting, ...incoming] })),
  handOver(incoming) {
    const { sheet, wait, newReport } = get();
    const waits = sheet !== null && sheet.name !== 'new-report';
    if (waits) wait(incoming);
    else newReport(incoming);
    return waits;
  },
  addVersion: (reportId, incoming = []) => set({ sheet: { name: 'add-version', reportId, incoming }, dialog: null }),
  newRevision: (reportId, versionId, incoming = []) =>
    set({ sheet: { name: 'new-revision', reportId, versionId, incoming }, dialog: null }),
  showRevisions: (revisionsOf) => set({ revisionsOf }),
  closeRevisions: () => set({ revisionsOf: null }),
  closeSheet: () => set(withoutSheet),
  openSample: (sample) => set({ sample }),
  closeSample: () => set({ sample: null }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
}));
