/** The aligner in a worker thread, kept so that the lexicon is loaded once. */
import type { AlignedRow, AlignResult, AlignVersion, SegmentLink } from '../../core/align/types';
import { ExpectedError } from '../../core/model/result';
import type { Block, Segment } from '../../core/model/text';
import type { AlignControl, Aligner } from './aligner';
import { type AlignRequest, type FromWorker, partsOf, type ToWorker } from './messages';
import { WorkerClient } from './worker-client';

export class WorkerAligner implements Aligner {
  readonly #client: WorkerClient<ToWorker, FromWorker>;

  /** `entry`: the built align-worker module; `lexicon`: folder of the compiled lexicon. */
  constructor(entry: string, lexicon: string) {
    this.#client = new WorkerClient(
      entry,
      { lexicon },
      {
        answers: ({ type }) => type === 'segmented' || type === 'aligned' || type === 'failed',
        ended: () => new ExpectedError('cancelled'),
      },
    );
  }

  async #ask(
    make: (id: number) => ToWorker,
    heard: (message: FromWorker) => void,
    before: (id: number) => Iterable<ToWorker>,
  ): Promise<FromWorker> {
    const answer = await this.#client.ask(make, heard, before);
    if (answer.type !== 'failed') return answer;
    throw answer.bug === null ? new ExpectedError(answer.code) : new Error(`alignment worker: ${answer.bug}`);
  }

  async segment(blocks: Block[], lang: string): Promise<Segment[]> {
    const segments: Segment[] = [];
    const answer = await this.#ask(
      (id) => ({ type: 'segment', id, lang }),
      (message) => {
        if (message.type === 'segments') segments.push(...message.segments);
      },
      function* (id) {
        for (const part of partsOf(blocks)) yield { type: 'blocks', id, blocks: part };
      },
    );
    if (answer.type !== 'segmented') throw new Error(`alignment worker answered ${answer.type}`);
    return segments;
  }
  async align(versions: AlignVersion[], options: AlignRequest, control: AlignControl): Promise<AlignResult> {
    const rows: AlignedRow[] = [];
    const links: SegmentLink[] = [];
    const answer = await this.#ask(
      (id) => ({ type: 'align', id, langs: versions.map(({ lang }) => lang), options, cancel: control.cancel }),
      (message) => {
        if (message.type === 'progress') control.progress(message.phase, message.done);
        else if (message.type === 'rows') rows.push(...message.rows);
        else if (message.type === 'links') links.push(...message.links);
      },
      function* (id) {
        for (const [version, { segments }] of versions.entries())
          for (const part of partsOf(segments)) yield { type: 'text', id, version, segments: part };
      },
    );
    if (answer.type !== 'aligned') throw new Error(`alignment worker answered ${answer.type}`);
    return { ...answer.result, rows, links };
  }
  close(): Promise<void> {
    return this.#client.close();
  }
}
