/** Progress in even steps and a chance to cancel. A tick costs one look at the clock, so it may stand at every row of every stage. */
import { AlignCancelled, type AlignOptions } from './types';

export class Progress {
  private done = 0;
  private from = 0;
  private to = 1;
  private askedAt = performance.now();
  private ticks = 0;
  private readonly options: AlignOptions;

  constructor(options: AlignOptions) {
    this.options = options;
  }

  /** The stage that follows covers this part of the whole. */
  stage(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.report(from);
    this.ask();
  }

  /** part: 0..1 of the stage. */
  readonly at = (part: number): void => {
    this.report(this.from + (this.to - this.from) * part);
    this.tick();
  };

  readonly tick = (): void => {
    this.ticks += 1;
    this.ask();
  };

  finish(): void {
    this.report(1);
  }

  private report(done: number): void {
    if (done < this.done + 0.005 && done < 1) return;
    this.done = Math.max(done, this.done);
    this.options.onProgress?.(this.done);
  }

  private ask(): void {
    const now = performance.now();
    if (now - this.askedAt < 40 && this.ticks > 1) return;
    this.askedAt = now;
    if (this.options.isCancelled?.()) throw new AlignCancelled();
  }
}
