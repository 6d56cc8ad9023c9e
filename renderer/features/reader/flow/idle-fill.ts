/** Brings all paragraphs into the page in pauses, for screen readers: a little of each column, column by column. */
import { whenIdle } from '../../../state/when-idle';
import type { FlowColumn } from './flow-column';

export class IdleFill {
  readonly #columns: () => readonly FlowColumn[];
  #stop: (() => void) | null = null;

  constructor(columns: () => readonly FlowColumn[]) {
    this.#columns = columns;
  }
  ask(): void {
    this.#stop ??= whenIdle((rest) => {
      this.#stop = null;
      const hasTime = () => rest.timeRemaining() > 5;
      if (this.#columns().some((c) => c.fillSome(hasTime))) this.ask();
    });
  }
  stop(): void {
    this.#stop?.();
  }
}
