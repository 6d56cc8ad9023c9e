/**
 * Joins the flow to the stores: draws the columns, turns pointer and keys into moves, and offers itself to the other parts of the
 * reader as the sheet of rows does (state/row-sheet.ts), so that notes, find and row commands work in either mode.
 */
import { visibleVersions } from '../../../state/columns';
import { findRow, onBookChange, useReport } from '../../../state/report';
import type { BookChange } from '../../../state/row-book';
import { type Passage, type RowSheet, setRowSheet } from '../../../state/row-sheet';
import { useSettings } from '../../../state/settings';
import { useFind } from '../find/find-store';
import { lightMatches } from '../sheet/found-marks';
import type { SegmentStretch } from '../sheet/offsets';
import { SentenceLight } from '../sheet/sentence-light';
import { chooseNote, firstSegmentOf, NoteLayer, passagesOf, rangesOf, showRowMenu, stepSentence } from '../text-page';
import { ColumnSync } from './column-sync';
import { FlowColumn } from './flow-column';
import { FlowCrossings, type FlowWords } from './flow-crossings';
import { FlowKeys } from './flow-keys';
import { FlowPage } from './flow-page';
import { IdleFill } from './idle-fill';
import type { Paragraph } from './move-paragraph';
import { RibbonView } from './ribbon-view';
import { selectedInFlow } from './selected-in-flow';

export class FlowController implements RowSheet {
  readonly #root: HTMLElement;
  readonly #page = new FlowPage();
  readonly #sync: ColumnSync;
  readonly #light: SentenceLight;
  readonly #notes: NoteLayer;
  readonly #crossings: FlowCrossings;
  readonly #fill = new IdleFill(() => this.#page.columns);
  readonly #onNote: (key: string) => void;
  readonly #stops: (() => void)[] = [];
  #words: FlowWords;
  #drawnIn: FlowWords | null = null;
  #ribbons: RibbonView | null = null;
  #paragraph: Paragraph | null = null;
  /** The current paragraph as it was last seen, when it was in view. */
  #held: (Paragraph & { offset: number }) | null = null;
  #drawAsked = false;
  #restored = false;
  #stopped = false;
  /** The last focus of the page was in a text: when it falls away with an element, it comes back. */
  #hadFocus = false;

  constructor(root: HTMLElement, words: FlowWords, onNote: (key: string) => void) {
    this.#root = root;
    this.#words = words;
    this.#onNote = onNote;
    this.#sync = new ColumnSync(
      (id) => useReport.getState().frozen.includes(id),
      () => this.#askForRibbons(),
    );
    this.#light = new SentenceLight(this.#page, root);
    this.#crossings = new FlowCrossings(this.#page, () => this.#words);
    const keys = new FlowKeys(this.#page, {
      direction: () => this.#words.direction,
      current: () => this.#paragraph,
      goTo: (to) => this.#goTo(to),
      selectedTo: (to) => {
        this.#take(to);
        this.#focusCurrent();
        this.#sync.reveal(to.version, to.segment);
      },
      follow: (from) => this.#jump(from),
    });
    // A pin gives its paragraph a holder: the current one may be another element now.
    this.#notes = new NoteLayer(
      this.#page,
      () => this.#words.notes,
      () => {
        this.#page.setCurrent(useReport.getState().cursor, this.#paragraph);
        this.#lightMatches();
      },
    );
    const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void, capture = false) => {
      root.addEventListener(name, run, { capture, passive: name === 'wheel' || name === 'scroll' });
      this.#stops.push(() => root.removeEventListener(name, run, { capture }));
    };
    on('scroll', (e) => this.#scrolled(e.target), true);
    on('wheel', (e) => this.#touch(e.target));
    on('pointerdown', (e) => this.#touch(e.target));
    on('keydown', (e) => keys.pressed(e, this.#versionAt(e.target) ?? -1));
    on('mousedown', (e) => this.#mouseDown(e));
    on('click', (e) => this.#click(e));
    on('focusin', (e) => this.#take(this.#page.paragraphOf(e.target as Node)));
    on('contextmenu', (e) => this.#contextMenu(e));
    const sizes = new ResizeObserver(() => {
      this.#hold(this.#held);
      this.#askForRibbons();
    });
    sizes.observe(root);
    this.#stops.push(
      () => sizes.disconnect(),
      setRowSheet(this),
      onBookChange((changes) => this.#rowsChanged(changes)),
      useReport.subscribe((now, before) => {
        if (now.cursor !== before.cursor) this.#cursorMoved();
        if (now.frozen !== before.frozen) this.#sync.hold();
      }),
      useSettings.subscribe((now, before) => {
        if (now.settings === before.settings) return;
        const held = this.#held;
        requestAnimationFrame(() => this.#hold(held));
      }),
      useFind.subscribe(() => this.#lightMatches()),
    );
    const focused = (event: FocusEvent) => {
      this.#hadFocus = this.#versionAt(event.target) !== null;
    };
    document.addEventListener('focusin', focused);
    this.#stops.push(() => document.removeEventListener('focusin', focused));
  }
  /** The interface language is another: everything is said anew, and every text stays where it is. */
  setWords(words: FlowWords): void {
    this.#words = words;
  }
  destroy(): void {
    this.#stopped = true;
    for (const stop of this.#stops) stop();
    this.#sync.stop();
    this.#light.stop();
    this.#notes.stop();
    this.#crossings.stop();
    this.#fill.stop();
    for (const column of this.#page.columns) column.destroy();
    this.#page.columns = [];
  }

  /** Takes the scrollers that stand on the page: after opening, and when columns came, went or moved. */
  setColumns(): void {
    const { book, report, columns } = useReport.getState();
    if (!book || !report) return;
    const renewed = this.#page.book !== book || this.#drawnIn !== this.#words;
    const known = this.#page.columns;
    if (renewed) this.#crossings.reset();
    this.#page.columns = visibleVersions(columns).flatMap((version) => {
      const info = report.versions[version];
      const scroller = this.#root.querySelector<HTMLElement>(`.flow-scroll[data-v="${version}"]`);
      if (!info || !scroller) return [];
      const old = known.find((c) => c.version === info && c.scroller === scroller);
      if (old && !renewed) return [old];
      const place = known.find((c) => c.scroller === scroller)?.place();
      const made = new FlowColumn(info, scroller, book, this.#words, {
        filled: () => this.#filled(),
        wanted: (v, segment) => this.#want(v, segment),
        chip: (paragraph) => this.#crossings.chip(paragraph),
      });
      if (place) this.#sync.keep(version, place);
      return [made];
    });
    for (const column of known) if (!this.#page.columns.includes(column)) column.destroy();
    this.#drawnIn = this.#words;
    this.#page.book = book;
    this.#ribbons = new RibbonView(book, this.#words.direction);
    this.#sync.setColumns(this.#page.columns, book);
    this.#light.forget();
    for (const column of this.#page.columns) column.take();
    this.#fill.ask();
    this.#cursorMoved();
    this.#notes.ask(0);
    if (renewed) this.#crossings.ask();
    if (!this.#restored) void this.#restore();
    else this.#sync.hold();
    if (this.#hadFocus && document.activeElement === document.body) this.#focusCurrent();
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
    this.#sync.goTo(stretch.version, stretch.segment, this.#page.shareOf(stretch));
    this.#show(stretch.version);
    this.#cursorMoved();
    this.#lightMatches();
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
    const { book } = useReport.getState();
    const { anchor } = this.#sync;
    if (!this.#restored || !book) return null;
    // The current paragraph where it is in view, else what is read.
    const shown = this.#paragraph && this.#offsetOf(this.#paragraph);
    const own = shown?.inView ? this.#paragraph : (anchor ?? this.#paragraph);
    const rowId = own && book.rowOf(own.version, own.segment);
    const first = rowId == null || !own ? undefined : book.rowAt(book.indexOf(rowId))?.cells[own.version]?.[0];
    // The cell's first paragraph, for a row is what is come back to.
    const offset = own && first !== undefined ? this.#offsetOf({ ...own, segment: first })?.offset : undefined;
    if (rowId == null || !own || offset === undefined) return null;
    return { rowId, version: own.version, offset: Math.round(offset * 10) / 10 };
  }

  /** Back to where the reader was, after a change of sizes: at the current paragraph if it was in view, else at what was read. */
  #hold(held: (Paragraph & { offset: number }) | null): void {
    if (this.#stopped) return;
    if (held) this.#sync.comeBack(held.version, held.segment, held.offset, false);
    else this.#sync.hold();
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
    if (shown !== undefined && segment !== undefined) {
      this.#sync.comeBack(shown, segment, shown === restore?.version ? restore.offset : 0, true);
      this.#show(shown);
    }
    this.#cursorMoved();
    this.#focusCurrent();
  }
  /** Sideways, where the columns are wider than the window. */
  #show(version: number): void {
    const show = () => this.#page.column(version)?.scroller.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    requestAnimationFrame(show);
  }
  #lightMatches(): void {
    const { matches, current } = useFind.getState();
    lightMatches(this.#page, matches, current);
  }
  #goTo(to: Paragraph): void {
    this.#sync.goTo(to.version, to.segment);
    this.#show(to.version);
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
  #rowsChanged(changes: readonly BookChange[]): void {
    this.#sync.forget();
    this.#crossings.ask(changes);
    for (const change of changes) if (change.type === 'marked') this.#page.redraw(change.rows);
    for (const column of this.#page.columns) column.take();
    this.#fill.ask();
    this.#cursorMoved();
    // While rows come in there is more to mark in a moment.
    this.#notes.ask(changes.every((c) => c.type === 'filled') ? 300 : 0);
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
      // Not asked of the page by class: that looks at each paragraph of the book.
      const gaps = [...this.#root.children].filter((child) => child instanceof SVGSVGElement);
      const shown = this.#paragraph && this.#offsetOf(this.#paragraph);
      this.#held = this.#paragraph && shown?.inView ? { ...this.#paragraph, offset: shown.offset } : null;
      const current = useReport.getState().cursor?.index ?? null;
      const { columns } = this.#page;
      // All is measured before anything is written: the page is laid out once.
      const drawings = gaps.map((gap, i) => {
        const [first, second] = [columns[i], columns[i + 1]];
        return first && second && this.#ribbons?.draw(gap, first, second, current);
      });
      gaps.forEach((gap, i) => {
        gap.replaceChildren(...(drawings[i] ?? []));
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
  /** To what answers a paragraph whose row stands out of order; false where there is no such thing. */
  #jump(from: Paragraph): boolean {
    const to = this.#crossings.target(from);
    const place = this.#page.placeOfParagraph(from);
    if (!to || !place) return false;
    useReport.getState().setReturn(place);
    this.#goTo(to);
    return true;
  }
  #mouseDown(event: MouseEvent): void {
    if ((event.target as Element).closest('button')) return;
    const paragraph = this.#page.paragraphOf(event.target as Node);
    if (event.button === 0 || !this.selection()?.length) this.#take(paragraph);
  }
  #click(event: MouseEvent): void {
    const target = event.target as Element;
    if (chooseNote(target, this.#onNote)) return;
    const paragraph = target.closest('.cross') ? this.#page.paragraphOf(target) : null;
    if (paragraph) this.#jump(paragraph);
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
