/**
 * One version's text as it runs on, in its own scroller. It stands in chunks of 40 paragraphs: those near the view are filled at
 * once, the others in idle time. What is out of view isn't drawn (content-visibility): not the blocks of five in a chunk, nor the
 * chunks, nor the parts of 25 chunks, so that the page keeps few boxes in mind and has little to lay out at once. Knows one column
 * only; flow-controller.ts joins them. Heights are CSS pixels from the beginning of the text.
 */
import type { VersionInfo } from '../../../../core/model/report';
import type { RowBook } from '../../../state/row-book';
import { type SheetWords, segmentElements } from '../sheet/row-dom';
import type { Edge } from './ribbons';
import type { Viewport } from './scroll-map';

/** How far from the view paragraphs are filled at once, in CSS pixels. */
const nearby = 1200;
const chunkSize = 40;
const partChunks = 25;
/** Paragraphs that are laid out together: while a reader scrolls, each block must fit into one frame. */
const blockSize = 5;
/** What a paragraph takes beside its text. */
const paragraphPadding = 16;
/** Height of a paragraph that isn't loaded. */
const unknownParagraph = 110;

interface Chunk {
  start: number;
  size: number;
  element: HTMLElement;
  /** By place in the chunk; null while it waits. */
  holders: HTMLElement[] | null;
}

/** The last of the boxes, which stand below each other, that begins at or above a height of the window. */
function lastAbove(boxes: ArrayLike<Element>, height: number): Element | null {
  let low = 0;
  let high = boxes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (boxes[middle]!.getBoundingClientRect().top <= height) low = middle;
    else high = middle - 1;
  }
  return boxes[low] ?? null;
}
const box = (className: string): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  return element;
};
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
    this.#text = box('flow-text');
    this.#text.lang = version.lang;
    this.#text.dir = version.direction;
    for (let start = 0; start < version.segmentCount; start += chunkSize) {
      const size = Math.min(chunkSize, version.segmentCount - start);
      const element = box('flow-chunk');
      element.dataset.chunk = String(this.#chunks.length);
      element.style.blockSize = `calc(${this.#estimate(start, size)})`;
      this.#chunks.push({ start, size, element, holders: null });
    }
    for (let from = 0; from < this.#chunks.length; from += partChunks) {
      const part = box('flow-part');
      part.append(...this.#chunks.slice(from, from + partChunks).map((c) => c.element));
      this.#text.append(part);
      this.#expectPart(part);
    }
    scroller.replaceChildren(this.#text);
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
      root: scroller,
      rootMargin: `${nearby}px 0px`,
    });
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
    const top = this.#top();
    const from = this.#boxOf(first, top);
    return first === last ? from : { top: from.top, bottom: this.#boxOf(last, top).bottom };
  }
  /** The paragraph at a height. */
  segmentAt(height: number): number {
    const at = height + this.#top();
    const chunk = this.#chunkAt(at);
    if (!chunk) return 0;
    // By blocks: a paragraph of a block out of view would have that one laid out.
    const holder = lastAbove(lastAbove(chunk.element.children, at)?.children ?? [], at);
    if (holder instanceof HTMLElement) return Number(holder.dataset.segment);
    const { top, height: own } = chunk.element.getBoundingClientRect();
    const share = (at - top) / Math.max(1, own);
    return chunk.start + Math.max(0, Math.min(chunk.size - 1, Math.floor(share * chunk.size)));
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
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const from = this.#chunkAt(top - nearby);
    for (const chunk of from ? this.#chunks.slice(from.start / chunkSize) : []) {
      if (chunk.element.getBoundingClientRect().top > bottom + nearby) break;
      this.#fill(chunk);
    }
  }

  #top(): number {
    return this.#text.getBoundingClientRect().top;
  }
  #boxOf(segment: number, top: number): Edge {
    const holder = this.holder(segment);
    const chunk = this.#chunkOf(segment);
    const { top: start, bottom } = (holder ?? chunk?.element ?? this.#text).getBoundingClientRect();
    if (holder || !chunk) return { top: start - top, bottom: bottom - top };
    const each = (bottom - start) / chunk.size;
    const own = start - top + each * (segment - chunk.start);
    return { top: own, bottom: own + each };
  }
  #chunkOf(segment: number): Chunk | null {
    return this.#chunks[Math.floor(segment / chunkSize)] ?? null;
  }
  /** The chunk at a height of the window. */
  #chunkAt(height: number): Chunk | null {
    const element = lastAbove(lastAbove(this.#text.children, height)?.children ?? [], height);
    return element instanceof HTMLElement ? (this.#chunks[Number(element.dataset.chunk)] ?? null) : null;
  }
  #isLoaded({ start, size }: Chunk): boolean {
    for (let i = start; i < start + size; i++) if (!this.#book.segment(this.version.ordinal, i)) return this.#book.isComplete;
    return true;
  }
  /** A wish for the height of what isn't laid out; it grows with the text, in its lines and in their number. */
  #estimate(start: number, size: number): string {
    let text = 0;
    for (let i = start; i < start + size; i++) {
      const segment = this.#book.segment(this.version.ordinal, i);
      text += segment ? Math.ceil(segment.text.length / 44) * 29 : unknownParagraph - paragraphPadding;
    }
    return `${size * paragraphPadding}px + ${text}px * var(--text-scale) * var(--text-scale)`;
  }
  #expect(element: HTMLElement, start: number, size: number): void {
    element.style.setProperty('contain-intrinsic-block-size', `auto calc(${this.#estimate(start, size)})`);
  }
  #expectPart(part: HTMLElement): void {
    const first = this.#chunks[Number((part.firstElementChild as HTMLElement).dataset.chunk)]!;
    this.#expect(part, first.start, Math.min(partChunks * chunkSize, this.version.segmentCount - first.start));
  }
  #fill(chunk: Chunk): void {
    if (chunk.holders || !this.#isLoaded(chunk)) return;
    this.#observer.unobserve(chunk.element);
    const holders: HTMLElement[] = [];
    for (let i = chunk.start; i < chunk.start + chunk.size; i++) {
      const holder = box('flow-seg');
      holder.tabIndex = -1;
      holder.dataset.v = String(this.version.ordinal);
      holder.dataset.segment = String(i);
      this.#write(holder, i);
      holders.push(holder);
    }
    chunk.holders = holders;
    for (let from = 0; from < chunk.size; from += blockSize) {
      const block = box('flow-block');
      block.append(...holders.slice(from, from + blockSize));
      this.#expect(block, chunk.start + from, Math.min(blockSize, chunk.size - from));
      chunk.element.append(block);
    }
    this.#expect(chunk.element, chunk.start, chunk.size);
    chunk.element.style.removeProperty('block-size');
    if (chunk.element.parentElement) this.#expectPart(chunk.element.parentElement);
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
