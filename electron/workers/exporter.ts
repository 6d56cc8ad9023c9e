/** Making the files of an export: in this thread, or in a worker so that notes are saved while a long report is being written. */
import { Worker } from 'node:worker_threads';
import { exportReport } from '../../core/formats/exchange/export-report';
import type { Exported, ExportOptions } from '../../core/formats/exchange/exporter';
import type { ExportFormat } from '../../core/model/exchange';
import type { ReportData } from '../../core/model/report-data';
import { ExpectedError, type Result } from '../../core/model/result';

export interface ExportWork {
  format: ExportFormat;
  data: ReportData;
  options: ExportOptions;
}
export interface ReportExporter {
  /** Throws ExpectedError: what exportReport answers, cancelled. */
  run(work: ExportWork): Promise<Exported>;
  /** Ends what is being made; it then throws `cancelled`. */
  cancel(): Promise<void>;
}

function exportedOf(result: Result<Exported>): Exported {
  if (!result.ok) throw new ExpectedError(result.error.code, result.error.params);
  return result.value;
}

export class LocalExporter implements ReportExporter {
  async run({ format, data, options }: ExportWork): Promise<Exported> {
    return exportedOf(exportReport(format, data, options));
  }
  async cancel(): Promise<void> {
    // Nothing can come between the beginning and the end of the one step.
  }
}

/** A thread an export: it ends with it, and its memory goes. */
export class WorkerExporter implements ReportExporter {
  readonly #entry: string;
  readonly #running = new Set<Worker>();

  /** `entry`: the built export-worker module. */
  constructor(entry: string) {
    this.#entry = entry;
  }

  async run(work: ExportWork): Promise<Exported> {
    const worker = new Worker(this.#entry, { workerData: work });
    this.#running.add(worker);
    try {
      const result = await new Promise<Result<Exported>>((settle, fail) => {
        worker.once('message', settle);
        worker.once('error', fail);
        worker.once('exit', () => fail(new ExpectedError('cancelled')));
      });
      return exportedOf(result);
    } finally {
      this.#running.delete(worker);
    }
  }
  async cancel(): Promise<void> {
    await Promise.all([...this.#running].map((worker) => worker.terminate()));
  }
}
