/** The aligner in a worker thread, started when it is first wanted and kept, so that the lexicon is loaded once. */
import { Worker } from 'node:worker_threads';
import type { AlignResult, AlignVersion } from '../../core/align/types';
import { ExpectedError } from '../../core/model/result';
import type { Block, Segment } from '../../core/model/text';
import type { AlignControl, Aligner } from './aligner';
import type { AlignRequest, FromWorker, JobPhase, ToWorker } from './messages';

interface Waiting {
  settle: (answer: FromWorker) => void;
  fail: (error: Error) => void;
  progress: (phase: JobPhase, done: number) => void;
}

export class WorkerAligner implements Aligner {
  readonly #entry: string;
  readonly #lexicon: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;

  /** `entry`: the built align-worker module; `lexicon`: folder of the compiled lexicon. */
  constructor(entry: string, lexicon: string) {
    this.#entry = entry;
    this.#lexicon = lexicon;
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { workerData: { lexicon: this.#lexicon } });
    worker.on('message', (message: FromWorker) => {
      const waiting = this.#waiting.get(message.id);
      if (message.type === 'progress') waiting?.progress(message.phase, message.done);
      else {
        this.#waiting.delete(message.id);
        waiting?.settle(message);
      }
    });
    const gone = (error: Error) => {
      if (this.#worker === worker) this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { fail } of waiting) fail(error);
    };
    worker.on('error', gone);
    worker.on('exit', () => gone(new ExpectedError('cancelled')));
    this.#worker = worker;
    return worker;
  }

  async #ask(make: (id: number) => ToWorker, progress: Waiting['progress'] = () => undefined): Promise<FromWorker> {
    const worker = this.#worker ?? this.#start();
    const id = this.#nextId++;
    const answer = await new Promise<FromWorker>((settle, fail) => {
      this.#waiting.set(id, { settle, fail, progress });
      worker.postMessage(make(id));
    });
    if (answer.type !== 'failed') return answer;
    throw answer.bug === null ? new ExpectedError(answer.code) : new Error(`alignment worker: ${answer.bug}`);
  }

  async segment(blocks: Block[], lang: string): Promise<Segment[]> {
    const answer = await this.#ask((id) => ({ type: 'segment', id, blocks, lang }));
    if (answer.type !== 'segmented') throw new Error(`alignment worker answered ${answer.type}`);
    return answer.segments;
  }
  async align(versions: AlignVersion[], options: AlignRequest, control: AlignControl): Promise<AlignResult> {
    const answer = await this.#ask((id) => ({ type: 'align', id, versions, options, cancel: control.cancel }), control.progress);
    if (answer.type !== 'aligned') throw new Error(`alignment worker answered ${answer.type}`);
    return answer.result;
  }
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
