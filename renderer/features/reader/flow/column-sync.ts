/**
 * Keeps the columns together by meaning: the column that the reader moves leads, the others follow (scroll-map.ts), frozen ones
 * stay. Heights of paragraphs out of view are estimates, so a move is mended for a few frames once they are laid out.
 */
import type { VersionId } from '../../../../core/model/ids';
import type { RowBook } from '../../../state/row-book';
import type { FlowColumn } from './flow-column';
import { mapPosition, offsetFor, positionAt, type StretchPair } from './scroll-map';
import { type SpineRow, spineNear, spineOf, windowAround } from './spine';

/** Rows on each side of the reading line that the line between two columns goes through. */
const reach = 2;
const settleFrames = 24;
/** Frames without a move after which the columns rest: boxes within boxes come in one after the other. */
const restFrames = 4;
const keptSpines = 60;
/** CSS pixels of a paragraph that can be seen after coming back to it. */
const leastSeen = 60;
/** Scroll events of a follower within this time come from the page's own corrections. */
const echoMs = 200;
/** So long after the columns were brought to a place, what the page moves by itself can still be told. */
const lateMs = 150;

interface Anchor {
  version: number;
  segment: number;
  /** How much of the paragraph is above the reading position. */
  share: number;
}

export class ColumnSync {
  #columns: readonly FlowColumn[] = [];
  #book: RowBook | null = null;
  readonly #isFrozen: (id: VersionId) => boolean;
  readonly #moved: () => void;
  readonly #spines = new Map<string, readonly SpineRow[]>();
  #anchor: Anchor | null = null;
  #touched = -1;
  #touchedAt = 0;
  #lastMove = 0;
  /** While the columns are brought to a place: since when, and until when the page's own moves count for nothing. */
  #ledSince = 0;
  #ledUntil = 0;
  #turn = 0;

  constructor(isFrozen: (id: VersionId) => boolean, moved: () => void) {
    this.#isFrozen = isFrozen;
    this.#moved = moved;
  }
  setColumns(columns: readonly FlowColumn[], book: RowBook): void {
    this.#columns = columns;
    this.#book = book;
    this.#spines.clear();
  }
  /** Rows changed. */
  forget(): void {
    this.#spines.clear();
  }
  stop(): void {
    this.#turn += 1;
    this.#columns = [];
  }
  get anchor(): Anchor | null {
    return this.#anchor;
  }

  /** The reader's hand is on this column. */
  touch(version: number): void {
    this.#touched = version;
    this.#touchedAt = performance.now();
  }
  scrolled(version: number): void {
    const column = this.#column(version);
    if (!column || Math.abs(column.scroller.scrollTop - column.expected) < 1.5) return;
    const isEcho = this.#anchor?.version !== version && performance.now() - this.#lastMove < echoMs;
    if (isEcho && this.#touched !== version) return;
    // Texts that are drawn anew or take another size move by themselves; where the reader was, says what leads them back.
    if (performance.now() < this.#ledUntil && this.#touchedAt < this.#ledSince) return;
    column.expected = column.scroller.scrollTop;
    if (this.#isFrozen(column.version.id)) return;
    this.#anchor = this.#read(column);
    // What comes into view may be higher than was thought: who went to the end stays at the end.
    const isAtEnd = column.scroller.scrollTop >= column.viewport.max - 1;
    this.#settle(isAtEnd ? () => column.scrollTo(column.viewport.max) : null, false);
  }
  /** Brings a paragraph to the reading line, or a place within it (0 its beginning, 1 its end), its counterparts beside it. */
  goTo(version: number, segment: number, share = 0): void {
    const column = this.#column(version);
    if (!column) return;
    column.ensure(segment);
    if (this.#isFrozen(column.version.id)) {
      this.bringIntoView(version, segment);
      return;
    }
    this.#touched = version;
    this.#anchor = { version, segment, share };
    this.#settle(this.#lead);
  }
  /** Comes back to a place that was left: the paragraph so far below the top of the view, the others with it; `all`: frozen ones, too. */
  comeBack(version: number, segment: number, offset: number, all: boolean): void {
    const column = this.#column(version);
    if (!column) return;
    column.ensure(segment);
    const { top, bottom } = column.edgeOf(segment, segment);
    // A place that was left in the sheet of rows: something of the paragraph has to be in view here, too.
    const within = Math.min(column.viewport.height - leastSeen, Math.max(leastSeen - (bottom - top), offset));
    this.#touched = version;
    // Again in each frame: at first the heights above and below are estimates.
    this.#settle(() => {
      const now = this.#column(version);
      if (!now) return;
      now.comeBack({ segment, offset: within });
      this.#anchor = this.#read(now);
      this.#follow(now, all);
    });
  }
  /** A column that is drawn anew comes back to its own place, whatever the others do: again in each frame, for heights are estimates. */
  keep(version: number, place: { segment: number; offset: number }): void {
    let frame = 0;
    this.#ledSince = performance.now();
    this.#ledUntil = Number.POSITIVE_INFINITY;
    const step = () => {
      this.#ledUntil = performance.now() + lateMs;
      const column = this.#column(version);
      if (!column || (frame > 0 && !this.#isFrozen(column.version.id))) return;
      column.comeBack(place);
      frame += 1;
      if (frame < settleFrames) requestAnimationFrame(step);
    };
    // Once the columns are handed over; the first frame serves those that follow, too.
    queueMicrotask(step);
  }
  /** As little movement as can be, for a column that stays or that stands where it should. */
  bringIntoView(version: number, segment: number): void {
    const column = this.#column(version);
    if (!column) return;
    column.ensure(segment);
    const { top, bottom } = column.edgeOf(segment, segment);
    const { scrollTop, clientHeight } = column.scroller;
    if (top < scrollTop || bottom - top > clientHeight) column.scrollTo(top);
    else if (bottom > scrollTop + clientHeight) column.scrollTo(bottom - clientHeight);
  }
  /** The same, and the other columns go with it. */
  reveal(version: number, segment: number): void {
    const column = this.#column(version);
    if (!column) return;
    this.bringIntoView(version, segment);
    if (this.#isFrozen(column.version.id)) return;
    this.#touched = version;
    this.#anchor = this.#read(column);
    this.#settle(null);
  }
  /** After a change of sizes or columns: everything back to where the reader was. */
  hold(): void {
    if (!this.#anchor) return;
    if (!this.#column(this.#anchor.version)) {
      const column = this.#columns.find((c) => !this.#isFrozen(c.version.id)) ?? this.#columns[0];
      if (!column) return;
      this.#anchor = this.#read(column);
    }
    this.#settle(this.#lead);
  }

  #column(version: number): FlowColumn | null {
    return this.#columns.find((c) => c.version.ordinal === version) ?? null;
  }
  #read(column: FlowColumn): Anchor {
    const position = positionAt(column.scroller.scrollTop, column.viewport);
    const segment = column.segmentAt(position);
    const { top, bottom } = column.edgeOf(segment, segment);
    const share = Math.max(0, Math.min(1, (position - top) / Math.max(1, bottom - top)));
    return { version: column.version.ordinal, segment, share };
  }
  /** Holds the leading column at its anchor. */
  readonly #lead = (): void => {
    const column = this.#anchor && this.#column(this.#anchor.version);
    if (!column || !this.#anchor) return;
    const { top, bottom } = column.edgeOf(this.#anchor.segment, this.#anchor.segment);
    column.scrollTo(offsetFor(top + this.#anchor.share * (bottom - top), column.viewport));
  };
  /**
   * Mends the columns until nothing moves. `lead` puts the leading one where it belongs; null: it stays where it is. `isLed`:
   * nobody's hand is on them.
   */
  #settle(lead: (() => void) | null, isLed = lead !== null): void {
    this.#turn += 1;
    const turn = this.#turn;
    let frame = 0;
    let still = 0;
    if (isLed) this.#ledSince = performance.now();
    const step = () => {
      if (turn !== this.#turn) return;
      if (isLed) this.#ledUntil = performance.now() + lateMs;
      const before = this.#columns.map((c) => c.scroller.scrollTop);
      lead?.();
      const column = this.#anchor && this.#column(this.#anchor.version);
      if (!column) return;
      this.#follow(column);
      still = this.#columns.every((c, i) => Math.abs(c.scroller.scrollTop - before[i]!) < 0.5) ? still + 1 : 0;
      frame += 1;
      if (frame < settleFrames && still < restFrames) requestAnimationFrame(step);
    };
    step();
  }
  /** The rows that two columns have in the same order, around a paragraph of the first. */
  #spine(from: FlowColumn, to: FlowColumn, segment: number): readonly SpineRow[] {
    const book = this.#book;
    const around = book && windowAround(book, from.version.ordinal, segment);
    if (!around) return [];
    const key = `${from.version.ordinal} ${to.version.ordinal} ${around.first}`;
    let spine = this.#spines.get(key);
    if (!spine) {
      const rows = Array.from({ length: around.count }, (_, i) => book.rowAt(around.first + i)).filter((row) => row !== null);
      spine = spineOf(rows, from.version.ordinal, to.version.ordinal);
      if (this.#spines.size > keptSpines) this.#spines.clear();
      this.#spines.set(key, spine);
    }
    return spine;
  }
  #follow(leader: FlowColumn, all = false): void {
    this.#lastMove = performance.now();
    if (all || !this.#isFrozen(leader.version.id)) {
      const position = positionAt(leader.scroller.scrollTop, leader.viewport);
      const segment = leader.segmentAt(position);
      // All is measured before anything moves: the page is laid out once.
      const moves = this.#columns.flatMap((column) => {
        if (column === leader || (!all && this.#isFrozen(column.version.id))) return [];
        const pairs: StretchPair[] = spineNear(this.#spine(leader, column, segment), segment, reach).map(({ from, to }) => {
          column.ensure(to[0]);
          const a = leader.edgeOf(...from);
          const b = column.edgeOf(...to);
          return { fromTop: a.top, fromBottom: a.bottom, toTop: b.top, toBottom: b.bottom };
        });
        const to = mapPosition(pairs, position, { from: leader.height, to: column.height });
        return { column, offset: offsetFor(to, column.viewport) };
      });
      for (const { column, offset } of moves) column.scrollTo(offset);
    }
    this.#moved();
  }
}
