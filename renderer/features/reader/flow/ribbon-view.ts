/** Draws the ribbons between the columns that stand beside each other, for the rows that can be seen in either. */
import type { Row } from '../../../../core/model/report';
import { rowState } from '../../../../core/model/row-state';
import type { Direction } from '../../../../core/model/text';
import type { RowBook } from '../../../state/row-book';
import type { FlowColumn } from './flow-column';
import { bandPath, type Edge, isSeen, omissionPath, type Side } from './ribbons';
import { runsOf } from './spine';

/** Room between the edge of a paragraph's box and its text. */
const inset = 5;
const namespace = 'http://www.w3.org/2000/svg';

function draw(tag: 'path' | 'circle', className: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, tag);
  element.setAttribute('class', className);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Rows of which something can be seen in either column, in reading order. */
function rowsSeen(book: RowBook, columns: readonly FlowColumn[]): { index: number; row: Row }[] {
  const found = new Map<number, Row>();
  for (const column of columns) {
    const [first, last] = column.seen();
    for (let segment = first; segment <= last; segment++) {
      const id = book.rowOf(column.version.ordinal, segment);
      const index = id === null ? -1 : book.indexOf(id);
      const row = index >= 0 ? book.rowAt(index) : null;
      if (row) found.set(index, row);
    }
  }
  return [...found].map(([index, row]) => ({ index, row })).sort((a, b) => a.index - b.index);
}

const isBoilerplate = (book: RowBook, row: Row): boolean =>
  row.cells.every((_, version) => book.segmentsOf(row, version).every((s) => s.boilerplate));

export class RibbonView {
  readonly #book: RowBook;
  readonly #direction: Direction;

  constructor(book: RowBook, direction: Direction) {
    this.#book = book;
    this.#direction = direction;
  }

  /** What stands between two columns, the first before the second in the interface's direction. `current`: index of the row to lift out. */
  draw(gap: SVGSVGElement, first: FlowColumn, second: FlowColumn, current: number | null): SVGElement[] {
    const { width, height } = gap.getBoundingClientRect();
    const [left, right] = this.#direction === 'ltr' ? [first, second] : [second, first];
    const shapes: SVGElement[] = [];
    const lifted: SVGElement[] = [];
    for (const { index, row } of rowsSeen(this.#book, [left, right])) {
      const of = (column: FlowColumn): Edge[] =>
        runsOf(row.cells[column.version.ordinal] ?? []).map(([from, to]) => {
          const edge = column.edgeOf(from, to);
          const { scrollTop } = column.scroller;
          return { top: edge.top - scrollTop + inset, bottom: edge.bottom - scrollTop - inset };
        });
      const edges = { left: of(left), right: of(right) };
      const isCurrent = index === current;
      const className = `ribbon ${isCurrent ? 'cur' : ''} ${rowState(row) === 'check' ? 'check' : ''}`;
      const into = isCurrent ? lifted : shapes;
      for (const a of edges.left) {
        for (const b of edges.right) {
          if (isSeen([a, b], height)) into.push(draw('path', className, { d: bandPath(a, b, width) }));
        }
      }
      const alone: Side | null = edges.left.length === 0 ? 'right' : edges.right.length === 0 ? 'left' : null;
      if (!alone || isBoilerplate(this.#book, row)) continue;
      for (const edge of edges[alone]) {
        if (!isSeen([edge], height)) continue;
        const { path, x, y } = omissionPath(edge, alone, width);
        into.push(draw('path', `${className} alone`, { d: path }));
        into.push(draw('circle', `ribbon-end ${isCurrent ? 'cur' : ''}`, { cx: String(x), cy: String(y), r: '3.5' }));
      }
    }
    return [...shapes, ...lifted];
  }
}
