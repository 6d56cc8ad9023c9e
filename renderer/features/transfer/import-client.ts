/**
 * Has a file read in a worker of its own and ends that worker whatever happens: an importer that hangs is stopped after half a
 * minute, one that breaks down breaks down alone. At most two at a time.
 */
import type { ImportOutcome, ImportRequest, ImportResponse } from '../../../core/formats/worker-protocol';
import { failure, type Result } from '../../../core/model/result';
import { startWorker } from '../../bridge/trusted-worker';
import workerAddress from './import-worker?worker&url';

export type ImportJob =
  | Omit<Extract<ImportRequest, { kind: 'file' }>, 'id'>
  | Omit<Extract<ImportRequest, { kind: 'pasted' }>, 'id'>;
export type ReadImport = (job: ImportJob) => Promise<Result<ImportOutcome>>;
/** As much of a Worker as is used here. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export const patienceMs = 30_000;
const atOnce = 2;

const startImportWorker = (): ImportWorker => startWorker(workerAddress, 'import');

function readInWorker(job: ImportJob, start: () => ImportWorker): Promise<Result<ImportOutcome>> {
  return new Promise((resolve) => {
    let worker: ImportWorker | null = null;
    const end = (result: Result<ImportOutcome>) => {
      clearTimeout(timer);
      worker?.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end(failure('import-stopped')), patienceMs);
    try {
      worker = start();
      worker.addEventListener('message', (event) => end((event as MessageEvent<ImportResponse>).data.result));
      worker.addEventListener('error', () => end(failure('import-stopped')));
      worker.addEventListener('messageerror', () => end(failure('import-stopped')));
      worker.postMessage({ ...job, id: 1 });
    } catch {
      end(failure('internal'));
    }
  });
}

/** Makes a reader with a queue of its own. */
export function createImportReader(start: () => ImportWorker = startImportWorker): ReadImport {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      return await readInWorker(job, start);
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

export const readImport: ReadImport = createImportReader();
