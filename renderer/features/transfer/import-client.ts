/**
 * Has a file read in a worker of its own and ends that worker whatever happens: an importer that hangs is stopped after half a
 * minute, one that breaks down breaks down alone. At most two at a time.
 */
import type { ImportOutcome, ImportRequest } from '../../../core/formats/worker-protocol';
import type { Result } from '../../../core/model/result';
import { askOnce, type ShotWorker } from '../../bridge/one-shot-worker';
import { startWorker } from '../../bridge/trusted-worker';
import workerAddress from './import-worker?worker&url';

export type ImportJob =
  | Omit<Extract<ImportRequest, { kind: 'file' }>, 'id'>
  | Omit<Extract<ImportRequest, { kind: 'pasted' }>, 'id'>;
export type ReadImport = (job: ImportJob) => Promise<Result<ImportOutcome>>;

export const patienceMs = 30_000;
const atOnce = 2;

const startImportWorker = (): ShotWorker => startWorker(workerAddress, 'import');

/** Makes a reader with a queue of its own. */
export function createImportReader(start: () => ShotWorker = startImportWorker): ReadImport {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      return await askOnce<ImportOutcome>(start, { ...job, id: 1 } satisfies ImportRequest, { patienceMs });
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

export const readImport: ReadImport = createImportReader();
