/**
 * Keeps the reader at the same words when the sheet changes its shape: another text size, a wider column, the panel opened, the
 * rows drawn anew. Remembers the place while the reader moves and goes back to it when the shape has changed.
 */
import type { RowId } from '../../../../core/model/ids';
import { readingPlace, scrollRowTo } from './scrolling';
import type { SheetView } from './sheet-view';

const restMs = 120;

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
  #timer: ReturnType<typeof setTimeout> | null = null;
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
    if (this.#timer) clearTimeout(this.#timer);
    this.#scroller.removeEventListener('scroll', this.note);
    this.#observer?.disconnect();
  }

  /** Remembers where the reader is once the sheet rests: measuring in each frame would cost scrolling its smoothness. */
  readonly note = (): void => {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#settling === 0) this.#kept = this.read();
    }, restMs);
  };
  read(): Kept | null {
    const place = readingPlace(this.#view, this.#scroller, this.#currentIndex());
    const kept = this.#kept;
    // Scrolling goes by whole pixels: what is off by so little is the same place, else each return would drift further.
    if (kept && place && kept.row === place.row && Math.abs(kept.offset - place.offset) < 2) return kept;
    return place && { row: place.row as RowId, offset: place.offset };
  }
  /** Takes over a place that was remembered elsewhere, and goes there. */
  async returnTo(row: RowId, offset: number): Promise<void> {
    this.#kept = { row, offset };
    await this.settle();
  }
  /** Goes back to the place that was remembered. */
  async settle(): Promise<void> {
    const kept = this.#kept;
    if (!kept) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#settling += 1;
    const index = await this.#find(kept.row);
    if (index >= 0) await scrollRowTo(this.#scroller, () => this.#view.rowById(kept.row), kept.offset);
    this.#settling -= 1;
    this.note();
  }
  #resized(): void {
    if (this.#scroller.clientWidth === this.#width) return;
    this.#width = this.#scroller.clientWidth;
    void this.settle();
  }
}
