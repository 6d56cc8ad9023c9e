/** Segmentation and alignment as a service asks for them, wherever they run. */
import { align } from '../../core/align/align';
import { type ConfirmedRow, collectLearned } from '../../core/align/learned-words';
import { AlignCancelled, type AlignResult, type AlignVersion, type LearnedWords } from '../../core/align/types';
import { type Lexicon, LexiconDamaged } from '../../core/lexicon/lexicon';
import type { ErrorCode } from '../../core/model/error-codes';
import { ExpectedError } from '../../core/model/result';
import type { Block, Segment } from '../../core/model/text';
import { segmentDocument } from '../../core/segment/segment';
import { readLexicon } from './lexicon-files';
import type { AlignRequest, JobPhase } from './messages';

export interface AlignControl {
  /** One Int32, set to other than 0 to stop. */
  cancel: SharedArrayBuffer;
  progress: (phase: JobPhase, done: number) => void;
}
export interface Aligner {
  segment(blocks: Block[], lang: string): Promise<Segment[]>;
  /** Rejects with ExpectedError: cancelled, lexicon-damaged. */
  align(versions: AlignVersion[], options: AlignRequest, control: AlignControl): Promise<AlignResult>;
  close(): Promise<void>;
}

export const isSet = (flag: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(flag), 0) !== 0;

/** The code of an expected failure of the work; null for a bug. */
export function workErrorCode(error: unknown): ErrorCode | null {
  if (error instanceof AlignCancelled) return 'cancelled';
  if (error instanceof LexiconDamaged) return 'lexicon-damaged';
  return error instanceof ExpectedError ? error.failure.code : null;
}

/** Does the work in the thread that asks: for the worker itself, the command line and tests. */
export class LocalAligner implements Aligner {
  readonly #folder: string;
  #lexicon: Lexicon | null | undefined;
  /** What was learned last, and from which rows. */
  #learned: { rows: string; words: LearnedWords[] } | undefined;

  /** `folder`: the compiled lexicon, read when it is first wanted. */
  constructor(folder: string) {
    this.#folder = folder;
  }
  async segment(blocks: Block[], lang: string): Promise<Segment[]> {
    return segmentDocument(blocks, lang).segments;
  }
  async align(versions: AlignVersion[], options: AlignRequest, control: AlignControl): Promise<AlignResult> {
    try {
      const isCancelled = () => isSet(control.cancel);
      if (isCancelled()) throw new AlignCancelled();
      if (this.#lexicon === undefined) {
        control.progress('load', 0);
        this.#lexicon = readLexicon(this.#folder);
      }
      control.progress('align', 0);
      const { confirmed = [], ...rest } = options;
      const learned = this.#learn(confirmed, () => {
        if (isCancelled()) throw new AlignCancelled();
      });
      return align(versions, this.#lexicon, {
        ...rest,
        learned,
        isCancelled,
        onProgress: (done) => control.progress('align', done),
      });
    } catch (error) {
      const code = workErrorCode(error);
      throw code ? new ExpectedError(code) : error;
    }
  }
  async close(): Promise<void> {}

  /** Counted anew only when the rows are others than last time: a stretch is aligned again in a moment, and again. */
  #learn(confirmed: readonly ConfirmedRow[], tick: () => void): LearnedWords[] {
    const rows = JSON.stringify(confirmed);
    if (this.#learned?.rows !== rows) this.#learned = { rows, words: collectLearned(confirmed, tick) };
    return this.#learned.words;
  }
}
