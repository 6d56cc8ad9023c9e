/** Entry of the alignment worker: one request after the other, the lexicon kept between them. */
import { parentPort, workerData } from 'node:worker_threads';
import { LocalAligner, workErrorCode } from './aligner';
import type { FromWorker, JobPhase, ToWorker } from './messages';

const aligner = new LocalAligner((workerData as { lexicon: string }).lexicon);
const post = (message: FromWorker) => parentPort?.postMessage(message);
/** Often enough for a bar that moves; the window need not draw each step of the search. */
const progressEveryMs = 100;

async function answer(request: ToWorker): Promise<FromWorker> {
  const { id } = request;
  try {
    if (request.type === 'segment')
      return { type: 'segmented', id, segments: await aligner.segment(request.blocks, request.lang) };
    let saidMs = 0;
    let said: JobPhase | null = null;
    const progress = (phase: JobPhase, done: number) => {
      const nowMs = performance.now();
      if (phase === said && nowMs - saidMs < progressEveryMs) return;
      said = phase;
      saidMs = nowMs;
      post({ type: 'progress', id, phase, done });
    };
    return {
      type: 'aligned',
      id,
      result: await aligner.align(request.versions, request.options, { cancel: request.cancel, progress }),
    };
  } catch (error) {
    const code = workErrorCode(error);
    const bug = code ? null : error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { type: 'failed', id, code: code ?? 'internal', bug };
  }
}

let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: ToWorker) => {
  queue = queue.then(async () => post(await answer(request)));
});
