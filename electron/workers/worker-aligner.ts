/** The aligner in a worker thread, kept so that the lexicon is loaded once. */
import type { AlignResult, AlignVersion } from '../../core/align/types';
import { ExpectedError } from '../../core/model/result';
import type { Block, Segment } from '../../core/model/text';
import type { AlignControl, Aligner } from './aligner';
import type { AlignRequest, FromWorker, JobPhase, ToWorker } from './messages';
import { WorkerClient } from './worker-client';

export class WorkerAligner implements Aligner {
  readonly #client: WorkerClient<ToWorker, FromWorker>;

  /** `entry`: the built align-worker module; `lexicon`: folder of the compiled lexicon. */
  constructor(entry: string, lexicon: string) {
    this.#client = new WorkerClient(
      entry,
      { lexicon },
      { answers: ({ type }) => type !== 'progress', ended: () => new ExpectedError('cancelled') },
    );
  }

  async #ask(
    make: (id: number) => ToWorker,
    progress: (phase: JobPhase, done: number) => void = () => undefined,
  ): Promise<FromWorker> {
    const answer = await this.#client.ask(make, (message) => {
      if (message.type === 'progress') progress(message.phase, message.done);
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
  close(): Promise<void> {
    return this.#client.close();
  }
}
