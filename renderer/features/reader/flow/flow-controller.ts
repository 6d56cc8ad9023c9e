/**
 * Joins the flow to the stores: draws the columns, turns pointer and keys into moves, and offers itself to the other parts of the
 * reader as the sheet of rows does (state/row-sheet.ts), so that notes, find and row commands work in either mode.
 */
import type { Direction } from '../../../../core/model/text';
import { visibleVersions } from '../../../state/columns';
import { findRow, onBookChange, useReport } from '../../../state/report';
import { type Passage, type RowSheet, setRowSheet } from '../../../state/row-sheet';
import { useSettings } from '../../../state/settings';
import { useFind } from '../find/find-store';
import { lightMatches } from '../sheet/found-marks';
import type { SegmentStretch } from '../sheet/offsets';
import { SentenceLight } from '../sheet/sentence-light';
import type { ControllerWords } from '../sheet/sheet-controller';
import { chooseNote, firstSegmentOf, NoteLayer, passagesOf, rangesOf, showRowMenu, stepSentence } from '../text-page';
import { ColumnSync } from './column-sync';
import { FlowColumn } from './flow-column';
import { FlowPage } from './flow-page';
import { moveParagraph, type Paragraph } from './move-paragraph';
import { RibbonView } from './ribbon-view';
import { selectedInFlow } from './selected-in-flow';

const idle: (run: (deadline: { timeRemaining(): number }) => void) => void =
  typeof requestIdleCallback === 'function'
    ? (run) => requestIdleCallback(run)
    : (run) => setTimeout(run, 50, { timeRemaining: () => 0 });

export class FlowController implements RowSheet {
  readonly #root: HTMLElement;
  readonly #page = new FlowPage();
  readonly #sync: ColumnSync;
  readonly #light: SentenceLight;
  readonly #notes: NoteLayer;
  readonly #words: ControllerWords;
  readonly #onNote: (key: string) => void;
  readonly #stops: (() => void)[] = [];
  #ribbons: RibbonView | null = null;
  #paragraph: Paragraph | null = null;
  #drawAsked = false;
  #filling = false;
  #restored = false;
  #stopped = false;

  constructor(root: HTMLElement, words: ControllerWords, onNote: (key: string) => void) {
    this.#root = root;
    this.#words = words;
    this.#onNote = onNote;
    this.#sync = new ColumnSync(
      (id) => useReport.getState().frozen.includes(id),
      () => this.#askForRibbons(),
    );
    this.#light = new SentenceLight(this.#page, root);
    // A pin gives its paragraph a holder: the current one may be another element now.
    this.#notes = new NoteLayer(
      this.#page,
      () => this.#words.notes,
      () => this.#page.setCurrent(useReport.getState().cursor, this.#paragraph),
    );
    const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void, capture = false) => {
      root.addEventListener(name, run, { capture, passive: name === 'wheel' || name === 'scroll' });
      this.#stops.push(() => root.removeEventListener(name, run, { capture }));
    };
    on('scroll', (e) => this.#scrolled(e.target), true);
    on('wheel', (e) => this.#touch(e.target));
    on('pointerdown', (e) => this.#touch(e.target));
    on('keydown', (e) => this.#keyDown(e));
    on('mousedown', (e) => this.#mouseDown(e));
    on('click', (e) => this.#click(e));
    on('focusin', (e) => this.#take(this.#page.paragraphOf(e.target as Node)));
    on('contextmenu', (e) => this.#contextMenu(e));
    const sizes = new ResizeObserver(() => {
      this.#sync.hold();
      this.#askForRibbons();
    });
    sizes.observe(root);
    this.#stops.push(
      () => sizes.disconnect(),
      setRowSheet(this),
      onBookChange(() => this.#rowsChanged()),
      useReport.subscribe((now, before) => {
        if (now.cursor !== before.cursor) this.#cursorMoved();
        if (now.frozen !== before.frozen) this.#sync.hold();
      }),
      useSettings.subscribe((now, before) => {
        if (now.settings !== before.settings) requestAnimationFrame(() => this.#sync.hold());
      }),
      useFind.subscribe(({ matches, current }) => lightMatches(this.#page, matches, current)),
    );
  }
  destroy(): void {
    this.#stopped = true;
    for (const stop of this.#stops) stop();
    this.#sync.stop();
    this.#light.stop();
    this.#notes.stop();
    for (const column of this.#page.columns) column.destroy();
    this.#page.columns = [];
  }

  /** Takes the scrollers that stand on the page: after opening, and when columns came, went or moved. */
  setColumns(): void {
    const { book, report, columns } = useReport.getState();
    if (!book || !report) return;
    const focused = this.#root.contains(document.activeElement);
    const renewed = this.#page.book !== book;
    const known = this.#page.columns;
    this.#page.columns = visibleVersions(columns).flatMap((version) => {
      const info = report.versions[version];
      const scroller = this.#root.querySelector<HTMLElement>(`.flow-scroll[data-v="${version}"]`);
      if (!info || !scroller) return [];
      const old = known.find((c) => c.version === info && c.scroller === scroller);
      if (old && !renewed) return [old];
      return [
        new FlowColumn(info, scroller, book, this.#words, {
          filled: () => this.#filled(),
          wanted: (v, segment) => this.#want(v, segment),
        }),
      ];
    });
    for (const column of known) if (!this.#page.columns.includes(column)) column.destroy();
    this.#page.book = book;
    this.#ribbons = new RibbonView(book, this.#words.direction);
    this.#sync.setColumns(this.#page.columns, book);
    this.#light.forget();
    for (const column of this.#page.columns) column.take();
    this.#fillInIdleTime();
    this.#cursorMoved();
    this.#notes.ask(0);
    if (!this.#restored) void this.#restore();
    else this.#sync.hold();
    if (focused) this.#focusCurrent();
  }

  async focusCell(index: number, version?: number): Promise<void> {
    const { want, book, columns, cursor, setCursor } = useReport.getState();
    if (!book || book.rowCount === 0) return;
    const at = Math.max(0, Math.min(book.rowCount - 1, index));
    await want(at);
    const row = book.rowAt(at);
    const visible = visibleVersions(columns);
    const wanted = version ?? cursor?.version ?? -1;
    const own = visible.includes(wanted) ? wanted : (visible[0] ?? 0);
    const first = row?.cells[own]?.[0];
    if (first !== undefined) {
      this.#goTo({ version: own, segment: first });
      return;
    }
    // Nothing stands there: the row is shown by what the other columns have.
    setCursor({ index: at, version: own });
    this.#page.column(own)?.scroller.focus({ preventScroll: true });
    const other = visible.find((v) => row?.cells[v]?.length);
    const segment = other === undefined ? undefined : row?.cells[other]?.[0];
    if (other !== undefined && segment !== undefined) this.#sync.goTo(other, segment);
  }
  selection(): Passage[] | null {
    return passagesOf(selectedInFlow(document.getSelection(), this.#root));
  }
  async showStretch(stretch: SegmentStretch, index: number): Promise<void> {
    const { want, setCursor } = useReport.getState();
    await want(index);
    this.#paragraph = { version: stretch.version, segment: stretch.segment };
    setCursor({ index, version: stretch.version });
    this.#sync.goTo(stretch.version, stretch.segment);
    this.#cursorMoved();
    const { matches, current } = useFind.getState();
    lightMatches(this.#page, matches, current);
  }
  stepSentence(towards: 'left' | 'right'): void {
    stepSentence(this.#light, towards);
  }
  clearSelection(): void {
    document.getSelection()?.removeAllRanges();
  }
  rangesOf(passage: Passage): Range[] {
    return rangesOf(this.#page, passage);
  }
  cellOf(passage: Passage): HTMLElement | null {
    const first = firstSegmentOf(passage);
    return first && (this.#page.column(first.version)?.holder(first.segment) ?? null);
  }
  cellRect(index: number, version: number): DOMRect | null {
    const first = useReport.getState().book?.rowAt(index)?.cells[version]?.[0];
    const column = this.#page.column(version);
    const element = first === undefined ? column?.scroller : column?.holder(first);
    return element?.getBoundingClientRect() ?? null;
  }
  position() {
    const { cursor, book } = useReport.getState();
    const { anchor } = this.#sync;
    if (!this.#restored || !book) return null;
    // The current paragraph where it is in view, else what is read.
    const shown = this.#paragraph && this.#offsetOf(this.#paragraph);
    const own = shown?.inView ? this.#paragraph : (anchor ?? this.#paragraph);
    const rowId = own && book.rowOf(own.version, own.segment);
    const offset = own ? this.#offsetOf(own)?.offset : undefined;
    if (rowId == null || offset === undefined) return null;
    return { rowId, version: cursor?.version ?? own?.version ?? 0, offset: Math.round(offset * 10) / 10 };
  }

  #offsetOf({ version, segment }: Paragraph): { offset: number; inView: boolean } | null {
    const column = this.#page.column(version);
    if (!column) return null;
    const { top, bottom } = column.edgeOf(segment, segment);
    const { scrollTop, clientHeight } = column.scroller;
    return { offset: top - scrollTop, inView: bottom > scrollTop && top < scrollTop + clientHeight };
  }
  /** Comes back to where the report was left, in either mode, and takes the focus there. */
  async #restore(): Promise<void> {
    const { restore, book, columns, setCursor } = useReport.getState();
    const visible = visibleVersions(columns);
    const index = restore ? await findRow(restore.rowId) : 0;
    if (this.#stopped || useReport.getState().book !== book) return;
    this.#restored = true;
    const at = Math.max(0, index);
    const version = restore && visible.includes(restore.version) ? restore.version : (visible[0] ?? 0);
    setCursor({ index: at, version });
    this.#cursorMoved();
    const row = book?.rowAt(at);
    const shown = [version, ...visible].find((v) => row?.cells[v]?.length);
    const segment = shown === undefined ? undefined : row?.cells[shown]?.[0];
    if (shown !== undefined && segment !== undefined) this.#sync.goTo(shown, segment);
    this.#cursorMoved();
    this.#focusCurrent();
  }
  #goTo(to: Paragraph): void {
    this.#sync.goTo(to.version, to.segment);
    this.#take(to);
    this.#focusCurrent();
  }
  /** The reader is at this paragraph now. */
  #take(paragraph: Paragraph | null): void {
    if (!paragraph) return;
    const place = this.#page.placeOfParagraph(paragraph);
    this.#paragraph = paragraph;
    const { cursor, setCursor } = useReport.getState();
    if (place && (cursor?.index !== place.index || cursor.version !== place.version)) setCursor(place);
    else this.#cursorMoved();
  }
  #cursorMoved(): void {
    const { cursor, book } = useReport.getState();
    const cell = (cursor && book?.rowAt(cursor.index)?.cells[cursor.version]) || [];
    const isSame = this.#paragraph?.version === cursor?.version && cell.includes(this.#paragraph?.segment ?? -1);
    if (!isSame) this.#paragraph = cursor && cell[0] !== undefined ? { version: cursor.version, segment: cell[0] } : null;
    this.#page.setCurrent(cursor, this.#paragraph);
    this.#askForRibbons();
  }
  #focusCurrent(): void {
    const { cursor } = useReport.getState();
    const column = cursor && this.#page.column(cursor.version);
    const holder = this.#paragraph && this.#page.column(this.#paragraph.version)?.ensure(this.#paragraph.segment);
    if (holder && this.#paragraph) {
      this.#page.setCurrent(cursor, this.#paragraph);
      holder.focus({ preventScroll: true });
    } else column?.scroller.focus({ preventScroll: true });
  }

  #filled(): void {
    this.#notes.ask(120);
    this.#askForRibbons();
  }
  #rowsChanged(): void {
    this.#sync.forget();
    for (const column of this.#page.columns) column.take();
    this.#fillInIdleTime();
    this.#cursorMoved();
    this.#notes.ask(0);
  }
  /** All paragraphs come to stand in the page, for screen readers. */
  #fillInIdleTime(): void {
    if (this.#filling) return;
    this.#filling = true;
    idle((deadline) => {
      this.#filling = false;
      const hasTime = () => deadline.timeRemaining() > 5;
      if (!this.#stopped && this.#page.columns.some((c) => c.fillSome(hasTime))) this.#fillInIdleTime();
    });
  }
  /** A row of unknown place: where it would be if the texts ran evenly. */
  #want(version: number, segment: number): void {
    const { book, report, want } = useReport.getState();
    const count = report?.versions[version]?.segmentCount ?? 1;
    if (book) void want(Math.min(book.rowCount - 1, Math.floor((segment / Math.max(1, count)) * book.rowCount)));
  }
  #askForRibbons(): void {
    if (this.#drawAsked) return;
    this.#drawAsked = true;
    requestAnimationFrame(() => {
      this.#drawAsked = false;
      if (this.#stopped) return;
      const gaps = [...this.#root.querySelectorAll<SVGSVGElement>('.flow-gap')];
      const current = useReport.getState().cursor?.index ?? null;
      const { columns } = this.#page;
      gaps.forEach((gap, i) => {
        const [first, second] = [columns[i], columns[i + 1]];
        if (first && second) this.#ribbons?.draw(gap, first, second, current);
      });
    });
  }
  #versionAt(target: EventTarget | null): number | null {
    const column = target instanceof Element ? target.closest<HTMLElement>('.flow-scroll') : null;
    return column ? Number(column.dataset.v) : null;
  }
  #touch(target: EventTarget | null): void {
    const version = this.#versionAt(target);
    if (version !== null) this.#sync.touch(version);
  }
  #scrolled(target: EventTarget | null): void {
    const version = this.#versionAt(target);
    if (version === null) return;
    this.#sync.scrolled(version);
    this.#askForRibbons();
  }
  #keyDown(event: KeyboardEvent): void {
    const version = this.#versionAt(event.target);
    if (event.defaultPrevented || version === null || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const { columns, cursor, book, report } = useReport.getState();
    const column = this.#page.column(version);
    const row = cursor ? (book?.rowAt(cursor.index) ?? null) : null;
    if (!column || !report) return;
    const [first, last] = column.seen();
    const from = this.#paragraph ?? { version: cursor?.version ?? version, segment: first - 1 };
    const to = moveParagraph(from, event.key, {
      visible: visibleVersions(columns),
      count: report.versions[from.version]?.segmentCount ?? 0,
      page: Math.max(1, last - first - 1),
      direction: this.#words.direction as Direction,
      row,
    });
    if (!to) return;
    event.preventDefault();
    if (to.segment >= 0 && (to.version !== from.version || to.segment !== from.segment)) this.#goTo(to);
  }
  #mouseDown(event: MouseEvent): void {
    if ((event.target as Element).closest('button')) return;
    const paragraph = this.#page.paragraphOf(event.target as Node);
    if (event.button === 0 || !this.selection()?.length) this.#take(paragraph);
  }
  #click(event: MouseEvent): void {
    chooseNote(event.target as Element, this.#onNote);
  }
  #contextMenu(event: MouseEvent): void {
    const paragraph = this.#page.paragraphOf(event.target as Node);
    if (!paragraph) return;
    event.preventDefault();
    this.#take(paragraph);
    const box = this.#page.column(paragraph.version)?.holder(paragraph.segment)?.getBoundingClientRect();
    showRowMenu(event, box, this.#root.getBoundingClientRect().top);
  }
}
