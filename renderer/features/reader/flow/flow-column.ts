/**
 * One version's text as it runs on, in its own scroller. It stands in chunks of 40 paragraphs: those near the view are filled at
 * once, the others in idle time, and what is out of view isn't drawn (content-visibility). Knows one column only;
 * flow-controller.ts joins them. Heights are CSS pixels from the beginning of the text.
 */
import type { VersionInfo } from '../../../../core/model/report';
import type { RowBook } from '../../../state/row-book';
import { type SheetWords, segmentElements } from '../sheet/row-dom';
import type { Edge } from './ribbons';
import type { Viewport } from './scroll-map';

const chunkSize = 40;
/** Height of a paragraph that isn't loaded. */
const unknownParagraph = 110;

interface Chunk {
  start: number;
  size: number;
  element: HTMLElement;
  /** By place in the chunk; null while it waits. */
  holders: HTMLElement[] | null;
}
export interface ColumnEvents {
  /** Paragraphs came in. */
  filled: () => void;
  /** A paragraph near the view isn't loaded. */
  wanted: (version: number, segment: number) => void;
  /** What stands over a paragraph that is drawn now. */
  chip: (paragraph: { version: number; segment: number }) => HTMLElement | null;
}

export class FlowColumn {
  readonly version: VersionInfo;
  readonly scroller: HTMLElement;
  readonly #text: HTMLElement;
  readonly #book: RowBook;
  readonly #words: SheetWords;
  readonly #events: ColumnEvents;
  readonly #chunks: Chunk[] = [];
  readonly #observer: IntersectionObserver;
  /** All chunks before this one stand. */
  #filledTo = 0;
  /** Where the last programmed scroll led: its event is no wish of the reader's. */
  expected = -1;

  constructor(version: VersionInfo, scroller: HTMLElement, book: RowBook, words: SheetWords, events: ColumnEvents) {
    this.version = version;
    this.scroller = scroller;
    this.#book = book;
    this.#words = words;
    this.#events = events;
    this.#text = document.createElement('div');
    this.#text.className = 'flow-text';
    this.#text.lang = version.lang;
    this.#text.dir = version.direction;
    for (let start = 0; start < version.segmentCount; start += chunkSize) {
      const size = Math.min(chunkSize, version.segmentCount - start);
      const element = document.createElement('div');
      element.className = 'flow-chunk';
      element.dataset.chunk = String(this.#chunks.length);
      element.style.blockSize = `${this.#estimate(start, size)}px`;
      this.#chunks.push({ start, size, element, holders: null });
    }
    this.#text.append(...this.#chunks.map((c) => c.element));
    scroller.replaceChildren(this.#text);
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { root: scroller, rootMargin: '1200px 0px' });
    for (const chunk of this.#chunks) this.#observer.observe(chunk.element);
  }
  destroy(): void {
    this.#observer.disconnect();
    this.#text.remove();
  }

  get viewport(): Viewport {
    const { clientHeight, scrollHeight } = this.scroller;
    return { height: clientHeight, max: Math.max(0, scrollHeight - clientHeight) };
  }
  /** The paragraph at the top of the view, and how far its upper edge is from there. */
  place(): { segment: number; offset: number } {
    const { scrollTop } = this.scroller;
    const segment = this.segmentAt(scrollTop);
    return { segment, offset: this.edgeOf(segment, segment).top - scrollTop };
  }
  comeBack({ segment, offset }: { segment: number; offset: number }): void {
    this.ensure(segment);
    this.scrollTo(this.edgeOf(segment, segment).top - offset);
  }
  get height(): number {
    return this.scroller.scrollHeight;
  }
  /** Scrolls without being taken for the reader. */
  scrollTo(offset: number): void {
    if (Math.abs(this.scroller.scrollTop - offset) >= 0.5) this.scroller.scrollTop = offset;
    this.expected = this.scroller.scrollTop;
  }
  /** The paragraph's box, which may hold more than its text. */
  holder(segment: number): HTMLElement | null {
    const chunk = this.#chunkOf(segment);
    return chunk?.holders?.[segment - chunk.start] ?? null;
  }
  segment(segment: number): HTMLElement | null {
    return this.holder(segment)?.querySelector<HTMLElement>('[data-s]') ?? null;
  }
  /** Draws a paragraph now, if it is loaded. */
  ensure(segment: number): HTMLElement | null {
    const chunk = this.#chunkOf(segment);
    if (chunk) this.#fill(chunk);
    return this.holder(segment);
  }
  /** From the upper edge of one paragraph to the lower edge of another; estimated where they aren't drawn. */
  edgeOf(first: number, last: number): Edge {
    return { top: this.#boxOf(first).top, bottom: this.#boxOf(last).bottom };
  }
  /** The paragraph at a height. */
  segmentAt(height: number): number {
    const chunk = this.#chunkAt(height);
    if (!chunk) return 0;
    if (!chunk.holders) {
      const { offsetTop, offsetHeight } = chunk.element;
      const share = (height - offsetTop) / Math.max(1, offsetHeight);
      return chunk.start + Math.max(0, Math.min(chunk.size - 1, Math.floor(share * chunk.size)));
    }
    const top = this.#top();
    let at = 0;
    for (let i = 0; i < chunk.holders.length; i++) {
      if (chunk.holders[i]!.getBoundingClientRect().top - top > height) break;
      at = i;
    }
    return chunk.start + at;
  }
  /** First and last paragraph that can be seen. */
  seen(): [number, number] {
    const { scrollTop, clientHeight } = this.scroller;
    return [this.segmentAt(scrollTop), this.segmentAt(scrollTop + clientHeight)];
  }
  /** Fills waiting chunks from the beginning on while there is time; false when all that is loaded in one piece stands. */
  fillSome(hasTime: () => boolean): boolean {
    for (; this.#filledTo < this.#chunks.length; this.#filledTo++) {
      const chunk = this.#chunks[this.#filledTo]!;
      if (chunk.holders) continue;
      if (!this.#isLoaded(chunk)) return false;
      if (!hasTime()) return true;
      this.#fill(chunk);
    }
    return false;
  }
  /** Draws a paragraph anew of which something else is said now. */
  redraw(segment: number): void {
    const holder = this.holder(segment);
    if (holder) this.#write(holder, segment);
  }
  /** Fills what has come in and stands near the view. */
  take(): void {
    const { scrollTop, clientHeight } = this.scroller;
    const from = this.#chunks.indexOf(this.#chunkAt(scrollTop - 1200) ?? this.#chunks[0]!);
    for (const chunk of this.#chunks.slice(Math.max(0, from))) {
      if (chunk.element.offsetTop > scrollTop + clientHeight + 1200) break;
      this.#fill(chunk);
    }
  }

  #top(): number {
    return this.#text.getBoundingClientRect().top;
  }
  #boxOf(segment: number): Edge {
    const holder = this.holder(segment);
    const top = this.#top();
    if (holder) {
      const box = holder.getBoundingClientRect();
      return { top: box.top - top, bottom: box.bottom - top };
    }
    const chunk = this.#chunkOf(segment);
    if (!chunk) return { top: 0, bottom: 0 };
    const each = chunk.element.offsetHeight / chunk.size;
    const start = chunk.element.offsetTop + each * (segment - chunk.start);
    return { top: start, bottom: start + each };
  }
  #chunkOf(segment: number): Chunk | null {
    return this.#chunks[Math.floor(segment / chunkSize)] ?? null;
  }
  #chunkAt(height: number): Chunk | null {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#chunks[middle]!.element.offsetTop <= height) low = middle;
      else high = middle - 1;
    }
    return this.#chunks[low] ?? null;
  }
  #isLoaded({ start, size }: Chunk): boolean {
    for (let i = start; i < start + size; i++) if (!this.#book.segment(this.version.ordinal, i)) return this.#book.isComplete;
    return true;
  }
  #estimate(start: number, size: number): number {
    let height = 0;
    for (let i = start; i < start + size; i++) {
      const segment = this.#book.segment(this.version.ordinal, i);
      height += segment ? Math.ceil(segment.text.length / 44) * 29 + 16 : unknownParagraph;
    }
    return height;
  }
  #fill(chunk: Chunk): void {
    if (chunk.holders || !this.#isLoaded(chunk)) return;
    this.#observer.unobserve(chunk.element);
    const holders: HTMLElement[] = [];
    for (let i = chunk.start; i < chunk.start + chunk.size; i++) {
      const holder = document.createElement('div');
      holder.className = 'flow-seg';
      holder.tabIndex = -1;
      holder.dataset.v = String(this.version.ordinal);
      holder.dataset.segment = String(i);
      this.#write(holder, i);
      holders.push(holder);
    }
    chunk.holders = holders;
    chunk.element.style.setProperty('contain-intrinsic-block-size', `auto ${this.#estimate(chunk.start, chunk.size)}px`);
    chunk.element.style.removeProperty('block-size');
    chunk.element.replaceChildren(...holders);
    this.#events.filled();
  }
  #write(holder: HTMLElement, index: number): void {
    const segment = this.#book.segment(this.version.ordinal, index);
    const chip = this.#events.chip({ version: this.version.ordinal, segment: index });
    holder.replaceChildren(...(chip ? [chip] : []), ...(segment ? segmentElements(segment, this.#words) : []));
  }
  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const chunk = this.#chunks[Number((entry.target as HTMLElement).dataset.chunk)];
      if (!entry.isIntersecting || !chunk || chunk.holders) continue;
      if (this.#isLoaded(chunk)) this.#fill(chunk);
      else this.#events.wanted(this.version.ordinal, chunk.start);
    }
  }
}
