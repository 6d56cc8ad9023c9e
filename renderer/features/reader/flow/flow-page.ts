/** The columns of the flow as one page: where a node stands, and which elements belong to a row. What marks and lights draw on. */
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import type { RowBook } from '../../../state/row-book';
import { rangeWithin, type SegmentStretch } from '../sheet/offsets';
import type { Place } from '../sheet/sheet-view';
import type { FlowColumn } from './flow-column';
import type { Paragraph } from './move-paragraph';

export class FlowPage {
  columns: readonly FlowColumn[] = [];
  book: RowBook | null = null;
  #current: HTMLElement[] = [];

  column(version: number): FlowColumn | null {
    return this.columns.find((c) => c.version.ordinal === version) ?? null;
  }
  segment(version: number, segment: number): HTMLElement | null {
    return this.column(version)?.segment(segment) ?? null;
  }
  paragraphOf(node: Node | null): Paragraph | null {
    const element = node instanceof Element ? node : node?.parentElement;
    const holder = element?.closest<HTMLElement>('.flow-seg');
    return holder ? { version: Number(holder.dataset.v), segment: Number(holder.dataset.segment) } : null;
  }
  placeOf(node: Node | null): Place | null {
    const paragraph = this.paragraphOf(node);
    return paragraph && this.placeOfParagraph(paragraph);
  }
  placeOfParagraph({ version, segment }: Paragraph): Place | null {
    const id = this.book?.rowOf(version, segment);
    const index = id == null ? -1 : (this.book?.indexOf(id) ?? -1);
    return index < 0 ? null : { index, version };
  }
  /** Draws the paragraphs of rows anew of which something else is said now. */
  redraw(rows: readonly Row[]): void {
    for (const column of this.columns) {
      for (const row of rows) for (const segment of row.cells[column.version.ordinal] ?? []) column.redraw(segment);
    }
  }
  /** How far down in its paragraph a stretch stands, 0..1. */
  shareOf({ version, segment, start, end }: SegmentStretch): number {
    const holder = this.column(version)?.ensure(segment);
    const text = this.segment(version, segment);
    if (!holder || !text) return 0;
    const [box, part] = [holder.getBoundingClientRect(), rangeWithin(text, start, end).getBoundingClientRect()];
    return Math.max(0, Math.min(1, (part.top - box.top) / Math.max(1, box.height)));
  }
  /** Where the pin of a row's notes stands: with version −1 at the first column that has the row. */
  pinHolder(id: RowId, version: number): HTMLElement | null {
    const row = this.book?.rowAt(this.book.indexOf(id));
    for (const column of this.columns) {
      const { ordinal } = column.version;
      const first = row?.cells[ordinal]?.[0];
      if (first !== undefined && (version < 0 || version === ordinal)) return column.holder(first);
    }
    return null;
  }
  hasPin(id: RowId, version: number, pin: Element): boolean {
    return pin.isConnected && pin.parentElement === this.pinHolder(id, version);
  }
  /** Lifts out the current row's paragraphs, and of them the one where the reader is. */
  setCurrent(place: Place | null, paragraph: Paragraph | null): void {
    for (const element of this.#current) {
      element.classList.remove('cur', 'seg-cur');
      element.tabIndex = -1;
    }
    const row = place && this.book?.rowAt(place.index);
    this.#current = this.columns.flatMap((column) =>
      (row?.cells[column.version.ordinal] ?? []).flatMap((segment) => column.holder(segment) ?? []),
    );
    for (const element of this.#current) element.classList.add('cur');
    const own = paragraph && this.column(paragraph.version)?.holder(paragraph.segment);
    if (!own) return;
    own.classList.add('seg-cur');
    own.tabIndex = 0;
    if (!this.#current.includes(own)) this.#current.push(own);
  }
}
