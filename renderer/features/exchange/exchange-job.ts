/** What goes to the worker that reads exchange files, and what comes back. */
import type { ExchangeImport } from '../../../core/formats/exchange/importer';
import type { Result } from '../../../core/model/result';

export interface ExchangeJob {
  bytes: Uint8Array;
  fileName: string;
  /** Of a table's columns of text, where a person has said so. */
  languages?: readonly string[];
}
export type ReadExchange = (job: ExchangeJob) => Promise<Result<ExchangeImport>>;
