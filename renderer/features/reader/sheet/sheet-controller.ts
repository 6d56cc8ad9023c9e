/**
 * Joins the sheet to the stores: draws what they hold, turns pointer and keys into moves, and offers the sheet to the other
 * parts of the reader (state/row-sheet.ts).
 */
import { visibleVersions } from '../../../state/columns';
import { findRow, onBookChange, useReport } from '../../../state/report';
import type { BookChange } from '../../../state/row-book';
import { selectedRange, useRowRange } from '../../../state/row-range';
import { type Passage, type RowSheet, setRowSheet } from '../../../state/row-sheet';
import { useSettings } from '../../../state/settings';
import { useFind } from '../find/find-store';
import {
  chooseNote,
  extendByKey,
  firstSegmentOf,
  NoteLayer,
  passagesOf,
  rangesOf,
  showRowMenu,
  stepSentence,
} from '../text-page';
import { CrossingMarks } from './crossing-marks';
import { lightMatches } from './found-marks';
import { moveCell } from './move-cell';
import { rangeWithin, type SegmentStretch, selectedStretches } from './offsets';
import { PlaceKeeper } from './place-keeper';
import { RangeMarks } from './range-marks';
import type { SheetWords } from './row-dom';
import { bringIntoView, rowsInView } from './scrolling';
import { SentenceLight } from './sentence-light';
import { type Place, SheetView } from './sheet-view';

/** Words that the controller says itself. */
export interface ControllerWords extends SheetWords {
  notes: (count: number) => string;
}
/** Called for a pin: opens the panel at the note's card. */
type OnNote = (key: string) => void;

/** Settings that give the text another shape. */
const textSettings = ['textScale', 'lineHeight', 'measure', 'latinFont', 'arabicFont', 'justifyLatin', 'justifyArabic'] as const;

export class SheetController implements RowSheet {
  readonly #table: HTMLTableElement;
  readonly #scroller: HTMLElement;
  readonly #view: SheetView;
  readonly #crossings: CrossingMarks;
  readonly #range: RangeMarks;
  readonly #places: PlaceKeeper;
  readonly #light: SentenceLight;
  readonly #notes: NoteLayer;
  readonly #onNote: OnNote;
  readonly #stops: (() => void)[] = [];
  #words: ControllerWords;
  #restored = false;

  constructor(table: HTMLTableElement, scroller: HTMLElement, words: ControllerWords, onNote: OnNote) {
    this.#table = table;
    this.#scroller = scroller;
    this.#words = words;
    this.#onNote = onNote;
    this.#view = new SheetView(table, scroller, (index) => void useReport.getState().want(index));
    this.#crossings = new CrossingMarks(this.#view);
    this.#range = new RangeMarks(this.#view);
    table.setAttribute('aria-multiselectable', 'true');
    this.#light = new SentenceLight(this.#view, table);
    this.#notes = new NoteLayer(this.#view, () => this.#words.notes);
    this.#places = new PlaceKeeper(this.#view, scroller, () => useReport.getState().cursor?.index ?? null, findRow);
    const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void) => {
      table.addEventListener(name, run);
      this.#stops.push(() => table.removeEventListener(name, run));
    };
    on('keydown', (e) => this.#keyDown(e));
    on('mousedown', (e) => this.#mouseDown(e));
    on('click', (e) => this.#click(e));
    on('focusin', (e) => this.#follow(this.#view.placeOf(e.target as Node)));
    on('contextmenu', (e) => this.#contextMenu(e));
    this.#stops.push(
      setRowSheet(this),
      onBookChange((changes) => this.#take(changes)),
      useReport.subscribe((now, before) => {
        if (now.book !== before.book || now.report?.versions !== before.report?.versions) this.draw();
        else if (now.columns !== before.columns) this.#reorder();
        if (now.cursor !== before.cursor) this.#view.setCurrent(now.cursor);
        if (now.cursor !== before.cursor) this.#places.note();
      }),
      useSettings.subscribe((now, before) => {
        if (textSettings.some((name) => now.settings[name] !== before.settings[name])) void this.#places.settle();
      }),
      useFind.subscribe(({ matches, current }) => lightMatches(this.#view, matches, current)),
    );
    this.draw();
  }
  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#crossings.stop();
    this.#range.stop();
    this.#places.stop();
    this.#light.stop();
    this.#notes.stop();
    this.#view.destroy();
  }
  setWords(words: ControllerWords): void {
    if (words === this.#words) return;
    this.#words = words;
    this.draw();
  }

  draw(): void {
    const { book, report, columns, cursor } = useReport.getState();
    if (!book || !report) return;
    const focused = this.#hasFocus();
    this.#crossings.reset();
    this.#light.forget();
    this.#view.draw({
      book,
      versions: report.versions,
      order: columns.map((c) => c.version),
      words: this.#words,
      isCrossing: (id, version) => this.#crossings.has(id, version),
    });
    this.#view.setCurrent(cursor);
    this.#range.draw();
    if (focused) this.#focusCurrent();
    this.#notes.ask(0);
    this.#crossings.ask();
    void (this.#restored ? this.#places.settle() : this.#restore());
  }

  async focusCell(index: number, version?: number): Promise<void> {
    const { want, rowCount, columns, cursor } = { ...useReport.getState(), rowCount: useReport.getState().book?.rowCount ?? 0 };
    if (rowCount === 0) return;
    const at = Math.max(0, Math.min(rowCount - 1, index));
    const visible = visibleVersions(columns);
    const wanted = version ?? cursor?.version ?? -1;
    const place: Place = { index: at, version: visible.includes(wanted) ? wanted : (visible[0] ?? 0) };
    await want(at);
    useReport.getState().setCursor(place);
    const cell = this.#view.cell(place);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    await bringIntoView(this.#scroller, cell, cursor && Math.abs(cursor.index - at) < 2 ? 'step' : 'jump');
  }
  selection(): Passage[] | null {
    return passagesOf(selectedStretches(document.getSelection(), this.#table));
  }
  async showStretch(stretch: SegmentStretch, index: number): Promise<void> {
    const { want, setCursor } = useReport.getState();
    await want(index);
    setCursor({ index, version: stretch.version });
    const element = this.#view.segment(stretch.version, stretch.segment);
    if (element) await bringIntoView(this.#scroller, rangeWithin(element, stretch.start, stretch.end), 'jump');
  }
  stepSentence(towards: 'left' | 'right'): void {
    stepSentence(this.#light, towards);
  }
  clearSelection(): void {
    document.getSelection()?.removeAllRanges();
  }
  rangesOf(passage: Passage): Range[] {
    return rangesOf(this.#view, passage);
  }
  cellOf(passage: Passage): HTMLElement | null {
    const first = firstSegmentOf(passage);
    return first && (this.#view.segment(first.version, first.segment)?.closest<HTMLElement>('td[data-v]') ?? null);
  }
  cellRect(index: number, version: number): DOMRect | null {
    return this.#view.cell({ index, version })?.getBoundingClientRect() ?? null;
  }
  position() {
    if (!this.#restored) return null;
    const place = this.#places.read();
    const version = useReport.getState().cursor?.version ?? 0;
    return place && { rowId: place.row, version, offset: Math.round(place.offset * 10) / 10 };
  }

  /** Comes back to where the report was left, once, and takes the focus there. */
  async #restore(): Promise<void> {
    if (this.#restored) return;
    const { restore, book, columns } = useReport.getState();
    const first = visibleVersions(columns)[0] ?? 0;
    const index = restore ? await findRow(restore.rowId) : -1;
    if (useReport.getState().book !== book) return;
    this.#restored = true;
    const place = index >= 0 && restore ? { index, version: restore.version } : { index: 0, version: first };
    useReport.getState().setCursor(visibleVersions(columns).includes(place.version) ? place : { ...place, version: first });
    this.#focusCurrent();
    if (restore && index >= 0) await this.#places.returnTo(restore.rowId, restore.offset);
  }
  #take(changes: readonly BookChange[]): void {
    const focused = this.#hasFocus();
    this.#view.take(changes);
    this.#range.draw();
    this.#view.setCurrent(useReport.getState().cursor);
    if (focused && !this.#hasFocus()) this.#focusCurrent();
    // Rows that come in while a long report is read have time.
    this.#notes.ask(changes.every((c) => c.type === 'filled') ? 400 : 0);
    this.#crossings.ask(changes);
  }
  #reorder(): void {
    const { columns, cursor } = useReport.getState();
    const focused = this.#hasFocus();
    const order = columns.map((c) => c.version);
    // A border that was moved changes the room alone.
    if (order.some((v, i) => v !== this.#view.context?.order[i])) this.#view.reorder(order);
    const visible = visibleVersions(columns);
    if (cursor && !visible.includes(cursor.version) && visible[0] !== undefined) {
      useReport.getState().setCursor({ ...cursor, version: visible[0] });
    }
    if (focused) this.#focusCurrent();
    void this.#places.settle();
  }
  #hasFocus(): boolean {
    const active = document.activeElement;
    return this.#table.contains(active) && active?.closest('tbody') != null;
  }
  #focusCurrent(): void {
    const { cursor } = useReport.getState();
    if (cursor) this.#view.cell(cursor)?.focus({ preventScroll: true });
  }
  #follow(place: Place | null): void {
    if (!place) return;
    const { cursor, setCursor, columns } = useReport.getState();
    const version = place.version >= 0 ? place.version : (cursor?.version ?? visibleVersions(columns)[0] ?? 0);
    if (cursor?.index !== place.index || cursor.version !== version) setCursor({ index: place.index, version });
  }

  #keyDown(event: KeyboardEvent): void {
    const { cursor, columns, book } = useReport.getState();
    if (event.defaultPrevented || !cursor || !book || event.altKey) return;
    // The heads' menus and borders have arrows of their own.
    if ((event.target as Element).closest('thead')) return;
    if (event.shiftKey) {
      if (!event.key.startsWith('Arrow')) return;
      const isUpright = event.key === 'ArrowUp' || event.key === 'ArrowDown';
      if (isUpright && !this.selection()?.length) this.#extendRange(event, cursor);
      else extendByKey(event, this.#view.cell(cursor));
      return;
    }
    if (event.key === 'Enter') {
      const chip = this.#view.cell(cursor)?.querySelector('.cross');
      if (chip && event.target !== chip) {
        event.preventDefault();
        this.#jump(cursor);
      }
      return;
    }
    const to = moveCell(
      cursor,
      { key: event.key, ctrl: event.ctrlKey || event.metaKey },
      {
        visible: visibleVersions(columns),
        rowCount: book.rowCount,
        pageRows: rowsInView(this.#scroller, this.#view.row(cursor.index)),
        direction: this.#words.direction,
        nextHeading: (from, step) => this.#nextHeading(from, step),
      },
    );
    if (!to) return;
    event.preventDefault();
    if (to.index !== cursor.index) useRowRange.getState().clear();
    void this.focusCell(to.index, to.version);
  }
  /** Selects rows, from the one where the reader is to the one above or below; Ctrl goes to the next heading. */
  #extendRange(event: KeyboardEvent, cursor: Place): void {
    event.preventDefault();
    const last = (useReport.getState().book?.rowCount ?? 0) - 1;
    const head = useRowRange.getState().head ?? cursor.index;
    const step = event.key === 'ArrowUp' ? -1 : 1;
    const next = event.ctrlKey || event.metaKey ? (this.#nextHeading(head, step) ?? (step < 0 ? 0 : last)) : head + step;
    const to = Math.max(0, Math.min(last, next));
    useRowRange.getState().extend(cursor.index, to);
    void this.focusCell(to, cursor.version);
  }
  #nextHeading(from: number, step: 1 | -1): number | null {
    const book = useReport.getState().book;
    for (let i = from + step; book && i >= 0 && i < book.rowCount; i += step) {
      const row = book.rowAt(i);
      if (row?.cells.some((_, v) => book.segmentsOf(row, v).some((s) => s.kind === 'heading'))) return i;
    }
    return null;
  }
  #mouseDown(event: MouseEvent): void {
    const place = this.#view.placeOf(event.target as Node);
    if (!place || (event.target as Element).closest('button')) return;
    // Only this column can be selected while the button is down, and stays so until the next one.
    if (event.button === 0 && selectedRange()) useRowRange.getState().clear();
    if (event.button === 0 && place.version >= 0) this.#table.dataset.selecting = String(place.version);
    // Under a selection the menu is for the selection: it must not go away.
    if (event.button === 0 || !this.selection()?.length) this.#follow(place);
    if (place.version < 0) {
      event.preventDefault();
      this.#focusCurrent();
    }
  }
  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const place = this.#view.placeOf(target);
    if (!chooseNote(target, this.#onNote) && place && target.closest('.cross')) {
      this.#follow(place);
      this.#jump(place);
    }
  }
  #contextMenu(event: MouseEvent): void {
    const place = this.#view.placeOf(event.target as Node);
    if (!place) return;
    event.preventDefault();
    this.#follow(place);
    const { cursor } = useReport.getState();
    const box = cursor && this.#view.cell(cursor)?.getBoundingClientRect();
    showRowMenu(event, box ?? undefined, this.#scroller.getBoundingClientRect().top);
  }
  #jump(place: Place): void {
    const to = this.#crossings.target(place);
    if (to !== null) {
      useReport.getState().setReturn(place);
      void this.focusCell(to, place.version);
    }
  }
}
