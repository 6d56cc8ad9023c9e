/** One export, wherever it runs: what it is to be, and what comes of it. Plain data. */
import { exportReport } from '../../core/formats/exchange/export-report';
import type { Exported, ExportOptions } from '../../core/formats/exchange/exporter';
import type { ReportPart } from '../../core/formats/exchange/report-parts';
import { sampleRows } from '../../core/formats/exchange/sample-rows';
import type { ExportFormat, ExportPhase, ExportPurpose } from '../../core/model/exchange';
import type { ReportData } from '../../core/model/report-data';
import { type Result, success } from '../../core/model/result';

export interface ExportWork {
  purpose: ExportPurpose;
  format: ExportFormat;
  options: Omit<ExportOptions, 'progress'>;
}
export interface MadeExport extends Exported {
  /** The first rows, for a look at formats that are no text. */
  sample: (string | null)[][];
}
export type TellExport = (phase: ExportPhase, done: number, total: number) => void;

export type ToExportWorker = { type: 'part'; part: ReportPart } | { type: 'make'; work: ExportWork };
export type FromExportWorker =
  | { type: 'progress'; phase: ExportPhase; done: number; total: number }
  | { type: 'done'; result: Result<MadeExport> };

const sampleSize = 4;

/** Errors: those of exportReport. */
export function makeExport(
  { format, options }: Pick<ExportWork, 'format' | 'options'>,
  data: ReportData,
  tell: TellExport,
): Result<MadeExport> {
  const made = exportReport(format, data, { ...options, progress: (done, total) => tell('make', done, total) });
  if (!made.ok) return made;
  const versions = options.versions ?? data.versions.map((_, v) => v);
  return success({ ...made.value, sample: sampleRows(data, versions, sampleSize) });
}
