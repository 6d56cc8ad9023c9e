/**
 * Builds the elements of a row. The sheet is built without React: a report may have 100,000 rows, all of them stand in the page
 * (so that find-in-page and screen readers reach them), and React's bookkeeping would take more memory than the page itself.
 * Text only ever becomes text nodes.
 */
import type { RowId } from '../../../../core/model/ids';
import type { Row, VersionInfo } from '../../../../core/model/report';
import { isUneven, type RowState, rowState } from '../../../../core/model/row-state';
import type { Direction, Segment } from '../../../../core/model/text';
import { markBidiControls } from '../../../../core/text/direction';
import type { RowBook } from '../../../state/row-book';

/** The sheet's own words, in the interface language. */
export interface SheetWords {
  language: string;
  direction: Direction;
  omission: string;
  boilerplate: string;
  number: (value: number) => string;
  /** Name of a row's mark; score 0..1 or null. */
  mark: (state: RowState, score: number | null) => string;
  /** Chip of a cell out of its own order: the paragraph's number there. */
  crossing: (paragraph: number) => string;
  crossingHint: string;
  uneven: string;
}

export interface SheetContext {
  book: RowBook;
  versions: readonly VersionInfo[];
  /** All versions, hidden ones too, as their columns follow each other. */
  order: readonly number[];
  words: SheetWords;
  isCrossing: (id: RowId, version: number) => boolean;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const bidiControls = /([\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069])/;

/** Text as text nodes; a direction control stays where it is (offsets count it), shut in an isolate that shows its name. */
function appendText(element: HTMLElement, text: string): void {
  if (!bidiControls.test(text)) {
    element.append(text);
    return;
  }
  for (const part of text.split(bidiControls)) {
    if (part === '') continue;
    if (!bidiControls.test(part)) {
      element.append(part);
      continue;
    }
    const mark = make('bdi', 'bidi-mark', { 'data-mark': markBidiControls(part).slice(1, -1) });
    mark.append(part);
    element.append(mark);
  }
}

const classOf: Record<Segment['kind'], string> = {
  heading: 'seg reading head',
  paragraph: 'seg reading',
  'list-item': 'seg reading item',
  quotation: 'seg reading quoted',
};

/**
 * An element of which many are needed, as a clone of the first: one call makes a whole row, where each element takes several.
 */
function cloneOf<E extends HTMLElement>(shells: Map<string, E>, key: string, first: () => E): E {
  let shell = shells.get(key);
  if (!shell) {
    shell = first();
    shells.set(key, shell);
  }
  return shell.cloneNode(true) as E;
}
const segmentShells = new Map<string, HTMLElement>();
const rowShells = new WeakMap<SheetContext, Map<string, HTMLTableRowElement>>();
const markShells = new WeakMap<SheetWords, Map<string, HTMLElement>>();

function shellsFor<K extends WeakKey, E>(all: WeakMap<K, Map<string, E>>, key: K): Map<string, E> {
  const known = all.get(key) ?? new Map<string, E>();
  all.set(key, known);
  return known;
}

/** One segment: its text and nothing else in `[data-s]`; what is said about it stands beside it. */
export function segmentElements(segment: Segment, words: SheetWords): HTMLElement[] {
  const { kind, index } = segment;
  const element = cloneOf(segmentShells, kind, () => make(kind === 'heading' ? 'h2' : 'p', classOf[kind]));
  element.setAttribute('data-s', String(index));
  if (kind === 'heading' && segment.level) element.dataset.level = String(segment.level);
  appendText(element, segment.text);
  if (!segment.boilerplate) return [element];
  element.classList.add('boiler');
  const tag = make('span', 'boiler-tag', { lang: words.language, dir: words.direction });
  tag.append(words.boilerplate);
  return [tag, element];
}

export function crossingChip(row: Row, version: number, words: SheetWords): HTMLElement {
  const chip = make('button', 'cross', {
    type: 'button',
    tabindex: '-1',
    lang: words.language,
    dir: words.direction,
    title: words.crossingHint,
  });
  const arrow = make('span', '', { 'aria-hidden': 'true' });
  arrow.append('↕ ');
  chip.append(arrow, words.crossing((row.cells[version]?.[0] ?? 0) + 1));
  return chip;
}

/** A row of by-lines and links alone: a version without them leaves nothing out, and its empty cell says nothing. */
const isBoilerplateRow = (row: Row, book: RowBook): boolean =>
  row.cells.every((_, version) => book.segmentsOf(row, version).every((segment) => segment.boilerplate));

function fillCell(cell: HTMLElement, row: Row, version: number, { words, book, isCrossing }: SheetContext): void {
  const segments = book.segmentsOf(row, version);
  if (segments.length === 0) {
    cell.classList.add('omitted');
    if (isBoilerplateRow(row, book)) return;
    const none = make('span', 'none', { lang: words.language, dir: words.direction });
    none.append(words.omission);
    cell.append(none);
    return;
  }
  if (isCrossing(row.id, version)) cell.append(crossingChip(row, version, words));
  for (const segment of segments) cell.append(...segmentElements(segment, words));
}

/** The mark of a row, and the shape of an uneven one (2∶1). */
function fillMarks(marks: Element, row: Row, { words, order }: SheetContext): void {
  const state = rowState(row);
  if (state !== 'single') {
    const name = words.mark(state, row.score);
    const first = () => make('span', `mark ${state}`, { role: 'img', 'aria-label': name, title: name });
    marks.append(cloneOf(shellsFor(markShells, words), `${state} ${name}`, first));
  }
  if (isUneven(row)) {
    const shape = make('span', 'uneven', { title: words.uneven });
    shape.append(order.map((v) => (row.cells[v]?.length ? words.number(row.cells[v].length) : '–')).join('∶'));
    marks.append(shape);
  }
}

/** A row without what differs from row to row: the gutter with its number and marks, and the cells. */
function rowShell({ versions, order }: SheetContext): HTMLTableRowElement {
  const shell = make('tr', '', { role: 'row' });
  const gutter = make('th', 'g', { role: 'rowheader', scope: 'row' });
  // Stays in view beside a tall row.
  const marks = make('span', 'marks');
  marks.append(make('span', 'n'));
  gutter.append(marks);
  shell.append(gutter);
  for (const version of order) {
    const { lang, direction } = versions[version]!;
    shell.append(make('td', '', { role: 'gridcell', 'data-v': String(version), lang, dir: direction }));
  }
  return shell;
}

export function rowElement(row: Row, index: number, context: SheetContext): HTMLTableRowElement {
  const element = cloneOf(shellsFor(rowShells, context), '', () => rowShell(context));
  element.className = row.status;
  element.setAttribute('data-row', String(row.id));
  element.setAttribute('aria-rowindex', String(index + 2));
  const marks = element.firstElementChild!.firstElementChild!;
  marks.firstElementChild!.append(context.words.number(index + 1));
  fillMarks(marks, row, context);
  context.order.forEach((version, i) => {
    fillCell(element.cells[i + 1]!, row, version, context);
  });
  return element;
}

/** Gives a row that moved its new number. */
export function renumberRow(element: HTMLElement, index: number, words: SheetWords): void {
  element.setAttribute('aria-rowindex', String(index + 2));
  const number = element.querySelector('.n');
  if (number) number.textContent = words.number(index + 1);
}

/** A few rows that are laid out together. It means nothing: the rows belong to their rowgroup. */
export const blockElement = (): HTMLElement => make('div', 'row-block', { role: 'presentation' });

/** What a row takes beside its text, in CSS pixels. */
export const rowPadding = 29;

/**
 * Height that a row's text will take at its usual size, in CSS pixels: good enough for the scroll bar before the row is laid
 * out. `width` is the room for text in one column.
 */
export function estimatedTextHeight(row: Row, book: RowBook, width: number): number {
  const perLine = Math.max(8, width / 8.1);
  let lines = 1;
  row.cells.forEach((_, version) => {
    let own = 0;
    for (const segment of book.segmentsOf(row, version)) own += Math.ceil(segment.text.length / perLine);
    lines = Math.max(lines, own);
  });
  return lines * 29;
}
