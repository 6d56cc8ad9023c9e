/** Entry of the library process (an Electron utility process): the host of electron/services behind a message port. */
import type { FromLibrary, LibraryStart, ToLibrary } from './library-messages';
import { openHost } from './services/host';
import { WorkerExporter } from './workers/exporter';
import { WorkerIndexWriter } from './workers/worker-index-writer';

const port = process.parentPort;
const start = JSON.parse(process.argv.at(-1) ?? '{}') as LibraryStart;
const post = (message: FromLibrary) => port.postMessage(message);

const host = openHost({
  ...start,
  backUpAfterMs: 5000,
  indexWriter: (file) => new WorkerIndexWriter(start.resources.indexWorker, file),
  exporter: new WorkerExporter(start.resources.exportWorker),
  send: (name, payload) => post({ type: 'event', name, payload }),
});

port.on('message', async ({ data }: { data: ToLibrary }) => {
  if (data.type === 'call') {
    post({ type: 'answer', id: data.id, result: await host.call(data.name, data.input) });
    return;
  }
  await host.close();
  post({ type: 'answer', id: data.id, result: { ok: true, value: {} } });
});
