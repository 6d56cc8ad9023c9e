/** Entry of the indexing worker: folding and inserting cost a core of its own while a large report comes in. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromIndexWorker, ToIndexWorker } from './index-messages';
import { LocalIndexWriter } from './index-writer';

const writer = new LocalIndexWriter((workerData as { file: string }).file);

let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', ({ id, work }: ToIndexWorker) => {
  queue = queue.then(async () => {
    const error = await writer.write(work).then(
      () => null,
      (reason: unknown) => ({
        message: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
        code: reason instanceof Error && 'code' in reason ? String(reason.code) : '',
      }),
    );
    parentPort?.postMessage({ id, error } satisfies FromIndexWorker);
  });
});
