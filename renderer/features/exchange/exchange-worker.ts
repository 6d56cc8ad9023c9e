/** Where files of exchange formats are read: a worker of the sandboxed window. One file, one worker. */
import { importExchange } from '../../../core/formats/exchange/import-exchange';
import { failure, type Result } from '../../../core/model/result';
import type { ExchangeJob, ReadExchange } from './exchange-job';

type Answer = Awaited<ReturnType<ReadExchange>>;

function answer({ bytes, fileName, languages }: ExchangeJob): Answer {
  try {
    return importExchange(bytes, fileName, languages ? { languages } : {});
  } catch {
    return failure('internal') as Result<never>;
  }
}

self.addEventListener('message', (event: MessageEvent<ExchangeJob>) => self.postMessage(answer(event.data)));
