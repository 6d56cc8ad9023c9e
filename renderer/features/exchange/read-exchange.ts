/** Has a file of an exchange format read in a worker of its own. */
import type { ExchangeImport } from '../../../core/formats/exchange/importer';
import { askOnce, type ShotWorker } from '../../bridge/one-shot-worker';
import { startWorker } from '../../bridge/trusted-worker';
import type { ReadExchange } from './exchange-job';
import workerAddress from './exchange-worker?worker&url';

export const patienceMs = 60_000;

export const exchangeReader =
  (start: () => ShotWorker): ReadExchange =>
  (job, { signal, onProgress } = {}) =>
    askOnce<ExchangeImport>(start, job, { patienceMs, signal, onProgress });

export const readExchange: ReadExchange = exchangeReader(() => startWorker(workerAddress, 'exchange'));
