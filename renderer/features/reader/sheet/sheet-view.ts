/**
 * The body of the table: one tbody a section of about 200 rows, in it blocks of five, both drawn only near the view
 * (content-visibility): the page keeps few sections in mind, and what it has to lay out at once is small. Mended in place by
 * row patches. Knows nothing of React or the stores; SheetTable.tsx connects it.
 */
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import type { BookChange, Section } from '../../../state/row-book';
import { whenIdle } from '../../../state/when-idle';
import {
  blockElement,
  crossingChip,
  estimatedTextHeight,
  renumberRow,
  rowElement,
  rowPadding,
  type SheetContext,
} from './row-dom';

/** Height of a row that isn't loaded, in CSS pixels. */
const unknownRow = 120;

/** Rows that are laid out together: while a reader scrolls, each block must fit into one frame. */
const blockRows = 5;
/** Rows that get new numbers in one piece: some milliseconds. */
const numberedAtOnce = 600;

/** Room for text in one column in CSS pixels. */
const measureRoom = (table: HTMLTableElement, columns: number): number => (table.clientWidth - 46) / Math.max(1, columns) - 36;

/** A wish for the height of what isn't laid out; it grows with the text, in its lines and in their number. */
function setEstimate(element: HTMLElement, rows: number, text: number): void {
  const grown = `${Math.round(text)}px * var(--text-scale) * var(--text-scale)`;
  element.style.setProperty('contain-intrinsic-block-size', `auto calc(${rows * rowPadding}px + ${grown})`);
}

export interface Place {
  index: number;
  version: number;
}

export class SheetView {
  readonly #table: HTMLTableElement;
  readonly #wanted: (index: number) => void;
  readonly #observer: IntersectionObserver | null;
  #context: SheetContext | null = null;
  #bodies = new Map<number, HTMLTableSectionElement>();
  #rows = new Map<RowId, HTMLTableRowElement>();
  /** By section: the place from which its rows were numbered last. */
  readonly #numbered = new Map<number, number>();
  #callOff: () => void = () => undefined;
  /** Measured once a drawing: measuring in between makes the page lay out each time. */
  #room: number | null = null;
  #current: { row: HTMLElement | null; cell: HTMLElement | null } = { row: null, cell: null };

  /** `wanted` is called with the first row of a section that comes near the view and isn't loaded. */
  constructor(table: HTMLTableElement, scroller: HTMLElement, wanted: (index: number) => void) {
    this.#table = table;
    this.#wanted = wanted;
    this.#observer =
      typeof IntersectionObserver === 'function'
        ? new IntersectionObserver((entries) => this.#seen(entries), { root: scroller, rootMargin: '600px 0px' })
        : null;
  }
  destroy(): void {
    this.#observer?.disconnect();
    this.#callOff();
    this.#numbered.clear();
    for (const body of this.#bodies.values()) body.remove();
    this.#bodies.clear();
    this.#rows.clear();
  }

  /** Draws all that is loaded anew: another report, other words, a reload. */
  draw(context: SheetContext): void {
    this.destroy();
    this.#context = context;
    this.#room = null;
    for (const section of context.book.sections) this.#addBody(section);
  }
  get context(): SheetContext | null {
    return this.#context;
  }

  take(changes: readonly BookChange[]): void {
    const book = this.#context?.book;
    if (!book) return;
    for (const change of changes) {
      const body = this.#bodies.get(change.section.key) ?? this.#addBody(change.section);
      if (change.type === 'filled') this.#fill(change.section, body);
      else if (change.type === 'dropped') this.#empty(change.section, body);
      else if (change.type === 'marked') this.#splice(body, change.at, change.rows.length, change.rows, change.section);
      else this.#splice(body, change.at, change.removed, change.inserted, change.section);
    }
    this.#renumber();
  }

  row(index: number): HTMLTableRowElement | null {
    const row = this.#context?.book.rowAt(index);
    return row ? (this.#rows.get(row.id) ?? null) : null;
  }
  rowById(id: RowId): HTMLTableRowElement | null {
    return this.#rows.get(id) ?? null;
  }
  /** Where the pin of a row's notes stands: in a cell, or with version −1 beside the row's number. */
  pinHolder(id: RowId, version: number): Element | null {
    return this.#rows.get(id)?.querySelector(version < 0 ? 'th.g .marks' : `td[data-v="${version}"]`) ?? null;
  }
  /** True where a row's pin still stands in its place: asked for thousands at once, so no selector looks for the place. */
  hasPin(id: RowId, _version: number, pin: Element): boolean {
    return this.#rows.get(id)?.contains(pin) ?? false;
  }
  cell(place: Place): HTMLElement | null {
    return this.row(place.index)?.querySelector<HTMLElement>(`td[data-v="${place.version}"]`) ?? null;
  }
  /** The element of a segment's text, where its row is loaded. */
  segment(version: number, segment: number): HTMLElement | null {
    const id = this.#context?.book.rowOf(version, segment);
    return id == null ? null : (this.#rows.get(id)?.querySelector(`td[data-v="${version}"] [data-s="${segment}"]`) ?? null);
  }
  placeOf(node: Node | null): Place | null {
    const element = node instanceof Element ? node : node?.parentElement;
    const row = element?.closest<HTMLElement>('tr[data-row]');
    const index = row ? (this.#context?.book.indexOf(Number(row.dataset.row) as RowId) ?? -1) : -1;
    if (index < 0) return null;
    const version = element?.closest<HTMLElement>('td[data-v]')?.dataset.v;
    return { index, version: version === undefined ? -1 : Number(version) };
  }
  /** First row whose lower edge is below `top` (page coordinates). What isn't near the view isn't measured: it would be laid out. */
  firstRowBelow(top: number): { id: RowId; top: number } | null {
    const isBelow = (element: Element) => element.getBoundingClientRect().bottom > top + 1;
    for (const section of this.#context?.book.sections ?? []) {
      const body = this.#bodies.get(section.key);
      if (!section.rows?.length || !body || !isBelow(body)) continue;
      const block = [...body.children].find(isBelow);
      const row = block && [...block.children].find(isBelow);
      if (row) return { id: Number((row as HTMLElement).dataset.row) as RowId, top: row.getBoundingClientRect().top };
    }
    return null;
  }

  setCurrent(place: Place | null): void {
    const row = place ? this.row(place.index) : null;
    const cell = place ? this.cell(place) : null;
    // A row that a patch brings is drawn a moment later; until then the focus must not fall away.
    if (place && !cell) return;
    if (this.#current.row !== row) {
      this.#current.row?.classList.remove('cur');
      row?.classList.add('cur');
    }
    if (this.#current.cell !== cell) {
      this.#current.cell?.classList.remove('cell-cur');
      this.#current.cell?.removeAttribute('tabindex');
      cell?.classList.add('cell-cur');
      cell?.setAttribute('tabindex', '0');
    }
    this.#current = { row, cell };
  }
  /** Puts the cells of all rows in a new order of columns. */
  reorder(order: readonly number[]): void {
    if (!this.#context) return;
    this.#context = { ...this.#context, order };
    for (const row of this.#rows.values()) {
      const cells = [...row.querySelectorAll<HTMLElement>('td[data-v]')];
      row.append(...order.flatMap((v) => cells.find((c) => c.dataset.v === String(v)) ?? []));
    }
  }
  /** Sets or takes away the chip of a cell that stands out of its version's order. */
  setCrossing(id: RowId, version: number, crossing: boolean): void {
    const cell = this.#rows.get(id)?.querySelector<HTMLElement>(`td[data-v="${version}"]`);
    const row = this.#context?.book.rowAt(this.#context.book.indexOf(id));
    const chip = cell?.querySelector(':scope > .cross');
    if (!crossing) chip?.remove();
    else if (cell && row && this.#context && !chip) cell.prepend(crossingChip(row, version, this.#context.words));
  }

  #addBody(section: Section): HTMLTableSectionElement {
    const body = document.createElement('tbody');
    body.setAttribute('role', 'rowgroup');
    body.dataset.section = String(section.key);
    this.#bodies.set(section.key, body);
    this.#table.append(body);
    if (section.rows) this.#fill(section, body);
    else this.#empty(section, body);
    return body;
  }
  #fill(section: Section, body: HTMLTableSectionElement): void {
    const context = this.#context;
    if (!context || !section.rows) return;
    this.#observer?.unobserve(body);
    body.style.removeProperty('block-size');
    this.#numbered.set(section.key, section.start);
    this.#room ??= measureRoom(this.#table, context.order.length);
    let whole = 0;
    const blocks: HTMLElement[] = [];
    for (let from = 0; from < section.rows.length; from += blockRows) {
      const rows = section.rows.slice(from, from + blockRows);
      const block = blockElement();
      let height = 0;
      rows.forEach((row, i) => {
        const element = rowElement(row, section.start + from + i, context);
        this.#rows.set(row.id, element);
        block.append(element);
        height += estimatedTextHeight(row, context.book, this.#room ?? 0);
      });
      setEstimate(block, rows.length, height);
      whole += height;
      blocks.push(block);
    }
    setEstimate(body, section.rows.length, whole);
    body.replaceChildren(...blocks);
  }
  #empty(section: Section, body: HTMLTableSectionElement): void {
    for (const row of body.querySelectorAll<HTMLElement>('tr[data-row]')) this.#rows.delete(Number(row.dataset.row) as RowId);
    body.replaceChildren();
    body.style.blockSize = `${section.size * unknownRow}px`;
    this.#observer?.observe(body);
  }
  #splice(body: HTMLTableSectionElement, at: number, removed: number, inserted: readonly Row[], section: Section): void {
    const context = this.#context;
    if (!context) return;
    this.#numbered.delete(section.key);
    const rows = [...body.getElementsByTagName('tr')];
    const before = rows[at] ?? null;
    const block = before?.parentElement ?? body.lastElementChild ?? body.appendChild(blockElement());
    inserted.forEach((row, i) => {
      const element = rowElement(row, section.start + at + i, context);
      this.#rows.set(row.id, element);
      block.insertBefore(element, before);
    });
    for (const gone of rows.slice(at, at + removed)) {
      const id = Number(gone.dataset.row) as RowId;
      if (this.#rows.get(id) === gone) this.#rows.delete(id);
      this.#forgetCurrent(gone);
      const home = gone.parentElement;
      gone.remove();
      // An empty block would keep the height that it had.
      if (home?.childElementCount === 0) home.remove();
    }
  }
  /** Rows behind an edit get their new numbers, the first at once, the others in pauses: there may be 100,000. */
  #renumber(): void {
    this.#callOff();
    let left = numberedAtOnce;
    for (const section of this.#context?.book.sections ?? []) {
      const body = this.#bodies.get(section.key);
      if (!section.rows || !body || this.#numbered.get(section.key) === section.start) continue;
      if (left <= 0) {
        this.#callOff = whenIdle(() => this.#renumber(), 500);
        return;
      }
      left -= section.size;
      this.#numbered.set(section.key, section.start);
      [...body.getElementsByTagName('tr')].forEach((row, i) => {
        const index = section.start + i;
        if (this.#context && row.getAttribute('aria-rowindex') !== String(index + 2))
          renumberRow(row, index, this.#context.words);
      });
    }
  }
  #forgetCurrent(row: Element): void {
    if (this.#current.row === row) this.#current = { row: null, cell: null };
  }
  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const key = Number((entry.target as HTMLElement).dataset.section);
      const section = this.#context?.book.sections.find((s) => s.key === key);
      if (entry.isIntersecting && section && !section.rows) this.#wanted(section.start);
    }
  }
}
