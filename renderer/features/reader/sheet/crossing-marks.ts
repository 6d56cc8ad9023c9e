/**
 * Keeps the chips of crossing cells right: counted over all rows when they are there; after an edit only where the edit stands,
 * and all rows again in a pause where that doesn't do.
 */
import type { RowId } from '../../../../core/model/ids';
import { crossingRows, neighbourInOrder, staysInOrder } from '../../../state/crossings';
import { useReport } from '../../../state/report';
import type { BookChange, RowBook } from '../../../state/row-book';
import { whenIdle } from '../../../state/when-idle';
import type { Place, SheetView } from './sheet-view';

/** Up to this many rows are counted at once, without waiting for idle time. */
const quickRows = 3000;

const rowsOf = (book: RowBook) =>
  (function* () {
    for (const { row } of book.loadedRows()) yield row;
  })();

export class CrossingMarks {
  readonly #view: Pick<SheetView, 'setCrossing'>;
  #byVersion: Set<RowId>[] = [];
  /** The book whose rows have all been counted. */
  #counted: RowBook | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #callOff: () => void = () => undefined;

  constructor(view: Pick<SheetView, 'setCrossing'>) {
    this.#view = view;
  }
  has(id: RowId, version: number): boolean {
    return this.#byVersion[version]?.has(id) ?? false;
  }
  reset(): void {
    this.stop();
    this.#byVersion = [];
    this.#counted = null;
  }
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#callOff();
  }
  /** Crossings mean nothing before all rows are there. */
  ask(changes: readonly BookChange[] = []): void {
    const { book } = useReport.getState();
    if (!book?.isComplete || (this.#counted === book && changes.length > 0 && this.#stays(book, changes))) return;
    this.stop();
    if (book.rowCount <= quickRows) this.#timer = setTimeout(() => this.#countAll(book), 0);
    else this.#timer = setTimeout(() => this.#countInPauses(book, 0), 250);
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
  /** True where no mark can have changed. A row that crosses and is gone may have been what others crossed. */
  #stays(book: RowBook, changes: readonly BookChange[]): boolean {
    const changed: number[] = [];
    for (const change of changes) {
      if (change.type === 'marked') continue;
      if (change.type !== 'spliced') return false;
      for (const row of change.inserted) changed.push(book.indexOf(row.id));
    }
    return this.#byVersion.every((crossing, version) => {
      for (const id of crossing) if (book.indexOf(id) < 0) return false;
      return staysInOrder(
        (index) => book.rowAt(index),
        version,
        changed.filter((index) => index >= 0),
        (id) => crossing.has(id),
      );
    });
  }
  #countAll(book: RowBook): void {
    for (let version = 0; version < book.versionCount; version++) this.#count(book, version);
  }
  #countInPauses(book: RowBook, version: number): void {
    if (version >= book.versionCount) return;
    this.#callOff = whenIdle(() => {
      this.#count(book, version);
      this.#countInPauses(book, version + 1);
    }, 1000);
  }
  #count(book: RowBook, version: number): void {
    if (useReport.getState().book !== book) return;
    const before = this.#byVersion[version] ?? new Set<RowId>();
    const now = crossingRows(rowsOf(book), version);
    this.#byVersion[version] = now;
    for (const id of before) if (!now.has(id)) this.#view.setCrossing(id, version, false);
    for (const id of now) this.#view.setCrossing(id, version, true);
    if (version === book.versionCount - 1) this.#counted = book;
  }
}
