/** Where files of exchange formats are read: a worker of the sandboxed window. One file, one worker. */
import { importExchange } from '../../../core/formats/exchange/import-exchange';
import type { ExchangeImport } from '../../../core/formats/exchange/importer';
import { failure, type Result } from '../../../core/model/result';
import type { ShotMessage } from '../../bridge/one-shot-worker';
import type { ExchangeJob } from './exchange-job';

const everyMs = 100;
const post = (message: ShotMessage<ExchangeImport>) => self.postMessage(message);

function answer({ bytes, fileName, ...options }: ExchangeJob): Result<ExchangeImport> {
  let saidMs = 0;
  const progress = (done: number) => {
    if (performance.now() - saidMs < everyMs) return;
    saidMs = performance.now();
    post({ progress: done });
  };
  try {
    return importExchange(bytes, fileName, { ...options, progress });
  } catch {
    return failure('internal');
  }
}

self.addEventListener('message', (event: MessageEvent<ExchangeJob>) => post({ result: answer(event.data) }));
