/**
 * Keeps the reader at the same words when the sheet changes its shape: another text size, a wider column, the panel opened, the
 * rows drawn anew. Remembers the place while the reader moves and goes back to it when the shape has changed.
 */
import type { RowId } from '../../../../core/model/ids';
import { readingPlace, scrollRowTo } from './scrolling';
import type { SheetView } from './sheet-view';

interface Kept {
  row: RowId;
  /** Distance of the row's upper edge from the top of the view, in CSS pixels. */
  offset: number;
}

export class PlaceKeeper {
  readonly #view: SheetView;
  readonly #scroller: HTMLElement;
  readonly #currentIndex: () => number | null;
  readonly #find: (id: RowId) => Promise<number>;
  readonly #observer: ResizeObserver | null;
  #kept: Kept | null = null;
  #settling = 0;
  #asked = false;
  #width: number;

  /** `find` gives the place of a row, loading what it takes; −1 when it is gone. */
  constructor(view: SheetView, scroller: HTMLElement, currentIndex: () => number | null, find: (id: RowId) => Promise<number>) {
    this.#view = view;
    this.#scroller = scroller;
    this.#currentIndex = currentIndex;
    this.#find = find;
    this.#width = scroller.clientWidth;
    scroller.addEventListener('scroll', this.note, { passive: true });
    this.#observer = typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.#resized()) : null;
    this.#observer?.observe(scroller);
  }
  stop(): void {
    this.#scroller.removeEventListener('scroll', this.note);
    this.#observer?.disconnect();
  }

  /** Remembers where the reader is, once a frame at most. */
  readonly note = (): void => {
    if (this.#asked || this.#settling > 0) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      if (this.#settling === 0) this.#kept = this.read();
    });
  };
  read(): Kept | null {
    const place = readingPlace(this.#view, this.#scroller, this.#currentIndex());
    return place && { row: place.row as RowId, offset: place.offset };
  }
  /** Goes back to the place that was remembered. */
  async settle(): Promise<void> {
    const kept = this.#kept;
    if (!kept) return;
    this.#settling += 1;
    const index = await this.#find(kept.row);
    if (index >= 0) await scrollRowTo(this.#scroller, () => this.#view.rowById(kept.row), kept.offset);
    this.#settling -= 1;
  }
  #resized(): void {
    if (this.#scroller.clientWidth === this.#width) return;
    this.#width = this.#scroller.clientWidth;
    void this.settle();
  }
}
