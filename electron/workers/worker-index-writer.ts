/** The index writer in a worker thread. */
import type { FromIndexWorker, IndexWork, ToIndexWorker } from './index-messages';
import type { IndexWriter } from './index-writer';
import { WorkerClient } from './worker-client';

export class WorkerIndexWriter implements IndexWriter {
  readonly #client: WorkerClient<ToIndexWorker, FromIndexWorker>;

  /** `entry`: the built index-worker module; `file`: the index. */
  constructor(entry: string, file: string) {
    // In the background: indexing goes on at the next start.
    const ended = () => new Error('indexing worker has ended');
    this.#client = new WorkerClient(entry, { file }, { answers: () => true, ended, background: true });
  }
  async write(work: IndexWork): Promise<void> {
    const { error } = await this.#client.ask((id) => ({ id, work }));
    if (error) throw Object.assign(new Error(`indexing worker: ${error.message}`), { code: error.code });
  }
  close(): Promise<void> {
    return this.#client.close();
  }
}
