/**
 * The one written interface of all exporters. An exporter gets a report as plain data and gives back files as bytes; it
 * reaches for nothing else, so it runs in any worker and in Node alike. export-report.ts is the way in.
 */
import type { ExportFormat, TransferReport } from '../../model/exchange';
import type { ReportData } from '../../model/report-data';
import type { Result } from '../../model/result';
import type { ExportLabels } from './labels';
import type { TransferLog } from './transfer-report';

export interface ExportOptions {
  /** Ordinals of the versions wanted, in the order of the columns. Default: all, as the report has them. */
  versions?: readonly number[];
  /** Default true. Formats that can't hold notes say so in the transfer report. */
  notes?: boolean;
  /** Written into files that name the program that made them. */
  appVersion: string;
  /** Moment of the export, for the same bytes from the same data. */
  nowMs: number;
  /** The few words that an export adds itself, in the reader's language; English by default. */
  labels?: ExportLabels;
  /** Told now and then how many rows of how many are written. */
  progress?(done: number, total: number): void;
}

export interface ExportedFile {
  /** Proposed name: letters, digits, spaces, hyphens, one dot; without direction marks. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
export interface Exported {
  /** One file, but for XLIFF of three and more versions: one a pair with the first column. */
  files: ExportedFile[];
  report: TransferReport;
}

export interface Exporter {
  id: ExportFormat;
  /** Lower case, without the dot. */
  extension: string;
  mediaType: string;
  /** 'two': takes exactly two versions. */
  versions: 'any' | 'two';
  /** Errors: too-few-versions, too-many-versions, version-not-found (all found before this is called). */
  export(data: ReportData, options: ResolvedOptions, log: TransferLog): Result<ExportedFile[]>;
}

/** Options with every default in place and versions checked. */
export interface ResolvedOptions {
  versions: readonly number[];
  notes: boolean;
  appVersion: string;
  nowMs: number;
  labels: ExportLabels;
  /** Base name for files. */
  name: string;
  /** To be called for each row that is written, so that a long export can show how far it is. */
  tick(): void;
}
