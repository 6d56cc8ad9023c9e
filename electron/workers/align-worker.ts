/** Entry of the alignment worker: one request after the other, the lexicon kept between them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AlignSegment } from '../../core/align/types';
import type { Block } from '../../core/model/text';
import { LocalAligner, workErrorCode } from './aligner';
import { type FromWorker, type JobPhase, partsOf, type ToWorker } from './messages';

const aligner = new LocalAligner((workerData as { lexicon: string }).lexicon);
const post = (message: FromWorker) => parentPort?.postMessage(message);
/** Often enough for a bar that moves; the window need not draw each step of the search. */
const progressEveryMs = 100;

/** What has come of the requests that are still to come. */
const texts = new Map<number, { blocks: Block[]; versions: AlignSegment[][] }>();
const textOf = (id: number) => {
  const known = texts.get(id) ?? { blocks: [], versions: [] };
  texts.set(id, known);
  return known;
};
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Between two parts the other side gets its turn. */
async function postParts<T>(all: readonly T[], message: (part: T[]) => FromWorker): Promise<void> {
  for (const part of partsOf(all)) {
    post(message(part));
    await breathe();
  }
}

async function answer(request: Extract<ToWorker, { type: 'segment' | 'align' }>): Promise<FromWorker> {
  const { id } = request;
  const { blocks, versions } = textOf(id);
  texts.delete(id);
  try {
    if (request.type === 'segment') {
      await postParts(await aligner.segment(blocks, request.lang), (segments) => ({ type: 'segments', id, segments }));
      return { type: 'segmented', id };
    }
    let saidMs = 0;
    let said: JobPhase | null = null;
    const progress = (phase: JobPhase, done: number) => {
      const nowMs = performance.now();
      if (phase === said && nowMs - saidMs < progressEveryMs) return;
      said = phase;
      saidMs = nowMs;
      post({ type: 'progress', id, phase, done });
    };
    const given = request.langs.map((lang, v) => ({ lang, segments: versions[v] ?? [] }));
    const { rows, links, ...result } = await aligner.align(given, request.options, { cancel: request.cancel, progress });
    await postParts(rows, (part) => ({ type: 'rows', id, rows: part }));
    await postParts(links, (part) => ({ type: 'links', id, links: part }));
    return { type: 'aligned', id, result };
  } catch (error) {
    const code = workErrorCode(error);
    const bug = code ? null : error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { type: 'failed', id, code: code ?? 'internal', bug };
  }
}

let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'blocks') textOf(message.id).blocks.push(...message.blocks);
  else if (message.type === 'text') {
    const { versions } = textOf(message.id);
    const text = versions[message.version] ?? [];
    text.push(...message.segments);
    versions[message.version] = text;
  } else
    queue = queue.then(async () => {
      post(await answer(message));
    });
});
