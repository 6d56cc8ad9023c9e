/** What goes to the worker that reads exchange files, and what comes back. */
import type { ExchangeImport, ExchangeImportFormat } from '../../../core/formats/exchange/importer';
import type { ReportTexts } from '../../../core/model/report-data';
import type { Result } from '../../../core/model/result';

export interface ExchangeJob {
  bytes: Uint8Array;
  fileName: string;
  /** Where the name doesn't say it. */
  format?: ExchangeImportFormat;
  /** Of a table's columns of text, where a person has said so. */
  languages?: readonly string[];
  /** The report that notes or rows are for. */
  report?: ReportTexts;
}
export interface ReadOptions {
  /** Stops the reading, which then answers `cancelled`. */
  signal?: AbortSignal;
  /** 0..1. */
  onProgress?(done: number): void;
}
export type ReadExchange = (job: ExchangeJob, options?: ReadOptions) => Promise<Result<ExchangeImport>>;
