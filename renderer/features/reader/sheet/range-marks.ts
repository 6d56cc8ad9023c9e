/** Marks the selected rows in the sheet: for eyes by an edge and a ground, for screen readers by aria-selected. */
import { rangeOf, useRowRange } from '../../../state/row-range';
import type { SheetView } from './sheet-view';

export class RangeMarks {
  readonly #view: SheetView;
  readonly #stop: () => void;
  #marked: HTMLElement[] = [];

  constructor(view: SheetView) {
    this.#view = view;
    this.#stop = useRowRange.subscribe((now, before) => {
      if (now.anchor !== before.anchor || now.head !== before.head) this.draw();
    });
  }
  stop(): void {
    this.#stop();
  }
  /** Rows that were drawn anew get their marks again. */
  draw(): void {
    const range = rangeOf(useRowRange.getState());
    const now: HTMLElement[] = [];
    for (let i = range?.first ?? 0; range && i <= range.last; i++) {
      const row = this.#view.row(i);
      if (row) now.push(row);
    }
    const kept = new Set(now);
    for (const row of this.#marked) {
      if (kept.has(row)) continue;
      row.classList.remove('in-range');
      row.removeAttribute('aria-selected');
    }
    for (const row of now) {
      row.classList.add('in-range');
      row.setAttribute('aria-selected', 'true');
    }
    this.#marked = now;
  }
}
