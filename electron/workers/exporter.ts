/** Making the files of an export: in this thread, or in a worker so that notes are saved while a long report is being written. */
import { Worker } from 'node:worker_threads';
import { type ReportPart, reportAssembly } from '../../core/formats/exchange/report-parts';
import type { ExportPurpose } from '../../core/model/exchange';
import { ExpectedError, type Result } from '../../core/model/result';
import {
  type ExportWork,
  type FromExportWorker,
  type MadeExport,
  makeExport,
  type TellExport,
  type ToExportWorker,
} from './make-export';

export interface ReportExporter {
  /** Takes the report as it is read. Throws ExpectedError: what exportReport answers, cancelled; and what reading it throws. */
  run(work: ExportWork, parts: AsyncIterable<ReportPart>, tell?: TellExport): Promise<MadeExport>;
  /** Ends what is being made for this purpose; it then throws `cancelled`. */
  cancel(purpose: ExportPurpose): Promise<void>;
}

function madeOf(result: Result<MadeExport>): MadeExport {
  if (!result.ok) throw new ExpectedError(result.error.code, result.error.params);
  return result.value;
}

export class LocalExporter implements ReportExporter {
  async run(work: ExportWork, parts: AsyncIterable<ReportPart>, tell: TellExport = () => undefined): Promise<MadeExport> {
    const assembly = reportAssembly();
    for await (const part of parts) assembly.take(part);
    return madeOf(makeExport(work, assembly.report(), tell));
  }
  async cancel(): Promise<void> {
    // Nothing can come between the beginning and the end of the one step.
  }
}

/** A thread an export: it ends with it, and its memory goes. */
export class WorkerExporter implements ReportExporter {
  readonly #entry: string;
  readonly #running = new Map<Worker, ExportPurpose>();

  /** `entry`: the built export-worker module. */
  constructor(entry: string) {
    this.#entry = entry;
  }

  async run(work: ExportWork, parts: AsyncIterable<ReportPart>, tell: TellExport = () => undefined): Promise<MadeExport> {
    const worker = new Worker(this.#entry);
    const post = (message: ToExportWorker) => worker.postMessage(message);
    this.#running.set(worker, work.purpose);
    const made = new Promise<Result<MadeExport>>((settle, fail) => {
      worker.on('message', (message: FromExportWorker) => {
        if (message.type === 'done') settle(message.result);
        else tell(message.phase, message.done, message.total);
      });
      worker.once('error', fail);
      worker.once('exit', () => {
        this.#running.delete(worker);
        fail(new ExpectedError('cancelled'));
      });
    });
    // Also where reading the report fails first.
    made.catch(() => undefined);
    try {
      for await (const part of parts) {
        if (!this.#running.has(worker)) break;
        post({ type: 'part', part });
      }
      post({ type: 'make', work });
      return madeOf(await made);
    } finally {
      this.#running.delete(worker);
      await worker.terminate();
    }
  }
  async cancel(purpose: ExportPurpose): Promise<void> {
    const ending = [...this.#running].flatMap(([worker, madeFor]) => (madeFor === purpose ? [worker] : []));
    for (const worker of ending) this.#running.delete(worker);
    await Promise.all(ending.map((worker) => worker.terminate()));
  }
}
