/** Entry of the export worker: takes a report part by part, makes one export of it, then it ends. */
import { parentPort } from 'node:worker_threads';
import { reportAssembly } from '../../core/formats/exchange/report-parts';
import { type FromExportWorker, makeExport, type ToExportWorker } from './make-export';

const assembly = reportAssembly();
const post = (message: FromExportWorker, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);

parentPort?.on('message', (message: ToExportWorker) => {
  if (message.type === 'part') {
    assembly.take(message.part);
    const { done, total } = assembly.progress();
    post({ type: 'progress', phase: 'read', done, total });
    return;
  }
  const result = makeExport(message.work, assembly.report(), (phase, done, total) =>
    post({ type: 'progress', phase, done, total }),
  );
  const buffers = result.ok ? result.value.files.map(({ bytes }) => bytes.buffer as ArrayBuffer) : [];
  post({ type: 'done', result }, [...new Set(buffers)]);
  parentPort?.close();
});
