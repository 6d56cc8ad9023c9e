/** The index writer in a worker thread, started with the first work. */
import { Worker } from 'node:worker_threads';
import type { FromIndexWorker, IndexWork, ToIndexWorker } from './index-messages';
import type { IndexWriter } from './index-writer';

interface Waiting {
  done: () => void;
  fail: (error: Error) => void;
}

export class WorkerIndexWriter implements IndexWriter {
  readonly #entry: string;
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;

  /** `entry`: the built index-worker module; `file`: the index. */
  constructor(entry: string, file: string) {
    this.#entry = entry;
    this.#file = file;
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { workerData: { file: this.#file } });
    worker.on('message', ({ id, error }: FromIndexWorker) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === null) waiting?.done();
      else waiting?.fail(Object.assign(new Error(`indexing worker: ${error.message}`), { code: error.code }));
    });
    const gone = (error: Error) => {
      if (this.#worker === worker) this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { fail } of waiting) fail(error);
    };
    worker.on('error', gone);
    worker.on('exit', () => gone(new Error('indexing worker has ended')));
    // Indexing goes on at the next start; it keeps nothing from ending.
    worker.unref();
    this.#worker = worker;
    return worker;
  }
  write(work: IndexWork): Promise<void> {
    const worker = this.#worker ?? this.#start();
    const id = this.#nextId++;
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      worker.postMessage({ id, work } satisfies ToIndexWorker);
    });
  }
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
