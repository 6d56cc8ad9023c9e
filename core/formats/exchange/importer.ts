/**
 * The one written interface of the importers of exchange formats. They get a file's bytes, which may be hostile, and give
 * back plain data that has been checked, with a report of what was and was not taken over. import-exchange.ts is the way in.
 */
import type { Code, Coding } from '../../model/code';
import type { TransferReport } from '../../model/exchange';
import type { Note } from '../../model/note';
import type { NoteRevision, ReportData, ReportTexts } from '../../model/report-data';
import { failure, type Result } from '../../model/result';
import type { TransferLog } from './transfer-report';

export const exchangeImportFormats = [
  'tmx',
  'xliff',
  'csv',
  'xlsx',
  'beads',
  'ladder',
  'annotations',
  'qdc',
  'triptych',
] as const;
export type ExchangeImportFormat = (typeof exchangeImportFormats)[number];

export interface ExchangeImportOptions {
  /** Where the file name gives no format away or the wrong one. */
  format?: ExchangeImportFormat;
  /** The report that notes, codings or links of texts are for. */
  report?: ReportTexts;
  /** For links of texts: the two versions meant, default [0, 1]. */
  versions?: readonly [number, number];
  /** For tables: BCP 47 language of each column of text, where the person knows better. */
  languages?: readonly string[];
  /** Told now and then, for long files: how much of the file is read, 0..1. */
  progress?(done: number): void;
}

/** Notes and codes of one reader, to be merged with those that are there (merge-notes.ts). */
export interface ImportedNotes {
  notes: Note[];
  revisions: NoteRevision[];
  codes: Code[];
  codings: Coding[];
}
export interface LinkedRow {
  cells: [number[], number[]];
  score: number | null;
}
export type ExchangeContent =
  /** `ownIds`: the file is ours, and ids, notes and history are those of the report that it was made from. */
  | { kind: 'report'; data: ReportData; ownIds: boolean }
  | ({ kind: 'notes' } & ImportedNotes)
  | { kind: 'codes'; codes: Code[] }
  /** Rows of the two versions, every segment in exactly one. */
  | { kind: 'links'; rows: LinkedRow[] };

export interface ExchangeImport {
  format: ExchangeImportFormat;
  content: ExchangeContent;
  report: TransferReport;
}

/** What is no zip archive: the beginning of one that was cut off, or another kind of file altogether. */
export const notZip = (bytes: Uint8Array): Result<never> =>
  failure(bytes[0] === 0x50 && bytes[1] === 0x4b ? 'exchange-damaged' : 'exchange-other');

export interface ExchangeImporter {
  id: ExchangeImportFormat;
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /** Largest file taken, in bytes. */
  maxBytes: number;
  /** The content needs `options.report`. */
  needsReport: boolean;
  read(bytes: Uint8Array, options: ExchangeImportOptions, log: TransferLog, fileName: string): Result<ExchangeContent>;
}
