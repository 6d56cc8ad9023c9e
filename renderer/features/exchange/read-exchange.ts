/**
 * Has a file of an exchange format read in a worker of its own, which is ended whatever happens: an importer that hangs is stopped
 * after a minute.
 */
import type { ExchangeImport } from '../../../core/formats/exchange/importer';
import { failure, type Result } from '../../../core/model/result';
import { startWorker } from '../../bridge/trusted-worker';
import type { ReadExchange } from './exchange-job';
import workerAddress from './exchange-worker?worker&url';

/** As much of a Worker as is used here. */
export type ExchangeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export const patienceMs = 60_000;

export const exchangeReader =
  (start: () => ExchangeWorker): ReadExchange =>
  (job) =>
    new Promise((resolve) => {
      let worker: ExchangeWorker | null = null;
      const end = (result: Result<ExchangeImport>) => {
        clearTimeout(timer);
        worker?.terminate();
        resolve(result);
      };
      const timer = setTimeout(() => end(failure('import-stopped')), patienceMs);
      try {
        worker = start();
        worker.addEventListener('message', (event) => end((event as MessageEvent<Result<ExchangeImport>>).data));
        worker.addEventListener('error', () => end(failure('import-stopped')));
        worker.addEventListener('messageerror', () => end(failure('import-stopped')));
        worker.postMessage(job);
      } catch {
        end(failure('internal'));
      }
    });

export const readExchange: ReadExchange = exchangeReader(() => startWorker(workerAddress, 'exchange'));
