/** Keeps the chips of crossing cells right: counted over all rows, in idle time, again after every change. */
import type { RowId } from '../../../../core/model/ids';
import { crossingRows, neighbourInOrder } from '../../../state/crossings';
import { useReport } from '../../../state/report';
import type { BookChange, RowBook } from '../../../state/row-book';
import type { Place, SheetView } from './sheet-view';

/** Up to this many rows are counted at once, without waiting for idle time. */
const quickRows = 3000;

const rowsOf = (book: RowBook) =>
  (function* () {
    for (const { row } of book.loadedRows()) yield row;
  })();

export class CrossingMarks {
  readonly #view: SheetView;
  #byVersion: Set<RowId>[] = [];
  /** The rows that were counted last. */
  #counted = new Set<RowId>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(view: SheetView) {
    this.#view = view;
  }
  has(id: RowId, version: number): boolean {
    return this.#byVersion[version]?.has(id) ?? false;
  }
  reset(): void {
    this.#byVersion = [];
    this.#counted.clear();
  }
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
  /**
   * Crossings mean nothing before all rows are there. Where the same rows came back, only their marks have changed (an id means
   * one content), and nothing is counted again.
   */
  ask(changes: readonly BookChange[] = []): void {
    const { book } = useReport.getState();
    if (changes.length > 0 && this.#counted.size === book?.rowCount && this.#areKnown(changes)) return;
    this.stop();
    if (!book?.isComplete) return;
    this.#timer = setTimeout(() => this.#count(book), book.rowCount > quickRows ? 250 : 0);
  }
  /** The row at which a crossing cell would stand in its version's own order; null when there is none. */
  target(place: Place): number | null {
    const { book, report } = useReport.getState();
    const cell = book?.rowAt(place.index)?.cells[place.version];
    const segmentCount = report?.versions[place.version]?.segmentCount ?? 0;
    const neighbour = cell ? neighbourInOrder(cell, segmentCount) : null;
    const id = neighbour === null ? null : (book?.rowOf(place.version, neighbour) ?? null);
    const index = id === null ? -1 : (book?.indexOf(id) ?? -1);
    return index < 0 ? null : index;
  }
  #areKnown(changes: readonly BookChange[]): boolean {
    return changes.every((c) => c.type === 'spliced' && c.inserted.every((row) => this.#counted.has(row.id)));
  }
  #count(book: RowBook): void {
    if (useReport.getState().book !== book) return;
    this.#counted = new Set();
    for (const { row } of book.loadedRows()) this.#counted.add(row.id);
    for (let version = 0; version < book.versionCount; version++) {
      const before = this.#byVersion[version] ?? new Set<RowId>();
      const now = crossingRows(rowsOf(book), version);
      this.#byVersion[version] = now;
      for (const id of before) if (!now.has(id)) this.#view.setCrossing(id, version, false);
      for (const id of now) this.#view.setCrossing(id, version, true);
    }
  }
}
