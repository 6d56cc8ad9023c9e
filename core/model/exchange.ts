/** The words of exports and imports of whole reports: formats, and what a transfer took over and left. */

/** In the order in which a reader is offered them: for reading, for translation tools, for research, everything. */
export const exportFormats = [
  'txt',
  'md',
  'html',
  'docx',
  'epub',
  'tmx',
  'xliff',
  'tei',
  'beads',
  'ladder',
  'csv',
  'xlsx',
  'annotations',
  'qdpx',
  'qdc',
  'triptych',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export is at: reading the report, or writing the file. */
export const exportPhases = ['read', 'make'] as const;
export type ExportPhase = (typeof exportPhases)[number];

/** What an export is made for: a look at it, or the file itself. Each is stopped by itself. */
export const exportPurposes = ['preview', 'file'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];

/** Formats that are lines of text: how such a file begins says more than its rows. */
export const textFormats: ReadonlySet<ExportFormat> = new Set([
  ...exportFormats.filter((format) => !['html', 'docx', 'epub', 'xlsx', 'qdpx', 'triptych'].includes(format)),
]);

/** Everything that can be left behind or changed on the way. Each has a message `exchange:transfer.<code>` in the locales. */
export const transferCodes = [
  // export
  'notes-left-out',
  'codes-left-out',
  'rows-left-out',
  'crossing-left-out',
  'characters-replaced',
  'cell-cut',
  'original-missing',
  // import of texts and rows
  'markup-dropped',
  'unit-without-text',
  'language-unknown',
  'versions-over-limit',
  'own-data-damaged',
  'segment-twice',
  'segment-missing',
  'segment-out-of-range',
  'line-not-understood',
  'column-ignored',
  'sheet-ignored',
  'formula-ignored',
  // import of notes and codes
  'annotation-not-understood',
  'version-unknown',
  'quotation-not-found',
  'position-repaired',
  'code-unknown',
  'code-without-name',
  'note-without-target',
  // merging
  'note-conflict',
  'note-older',
  'note-binned',
  'coding-removed',
  'code-binned',
  'code-differs',
] as const;
export type TransferCode = (typeof transferCodes)[number];

export const transferKinds = ['versions', 'segments', 'rows', 'notes', 'codes', 'codings', 'files'] as const;
export type TransferKind = (typeof transferKinds)[number];
export type TransferCounts = Record<TransferKind, number>;

export interface TransferLeft {
  code: TransferCode;
  count: number;
  /** At most five, each at most 120 UTF-16 units; foreign text, to be isolated when shown. */
  examples: string[];
}
export interface TransferReport {
  taken: TransferCounts;
  left: TransferLeft[];
}
