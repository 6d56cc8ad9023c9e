/** Brings all paragraphs into the page in idle time, for screen readers: a little of each column, column by column. */
import type { FlowColumn } from './flow-column';

const idle: (run: (deadline: { timeRemaining(): number }) => void) => void =
  typeof requestIdleCallback === 'function'
    ? (run) => requestIdleCallback(run)
    : (run) => setTimeout(run, 50, { timeRemaining: () => 0 });

export class IdleFill {
  readonly #columns: () => readonly FlowColumn[];
  #asked = false;
  #stopped = false;

  constructor(columns: () => readonly FlowColumn[]) {
    this.#columns = columns;
  }
  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    idle((deadline) => {
      this.#asked = false;
      const hasTime = () => deadline.timeRemaining() > 5;
      if (!this.#stopped && this.#columns().some((c) => c.fillSome(hasTime))) this.ask();
    });
  }
  stop(): void {
    this.#stopped = true;
  }
}
