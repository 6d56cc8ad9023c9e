/**
 * The rows that two columns have in the same order: what scrolling follows. Rows that cross are left out (their ribbons show
 * them), after the longest increasing subsequence that also names the crossings of the sheet.
 */
import type { Row } from '../../../../core/model/report';
import { longestIncreasing } from '../../../state/crossings';
import type { RowBook } from '../../../state/row-book';

/** First and last segment of a row in the two columns. */
export interface SpineRow {
  from: readonly [first: number, last: number];
  to: readonly [first: number, last: number];
}

/** A cell's first run of neighbouring segments: segments linked from elsewhere don't stretch it. */
function firstRun(cell: readonly number[]): [number, number] | null {
  const first = cell[0];
  if (first === undefined) return null;
  let last = first;
  for (const segment of cell.slice(1)) {
    if (segment !== last + 1) break;
    last = segment;
  }
  return [first, last];
}

/** Runs of neighbouring segments in a cell. */
export function runsOf(cell: readonly number[]): [number, number][] {
  const run = firstRun(cell);
  return run ? [run, ...runsOf(cell.slice(run[1] - run[0] + 1))] : [];
}

export function spineOf(rows: Iterable<Row>, from: number, to: number): SpineRow[] {
  const both: SpineRow[] = [];
  for (const row of rows) {
    const a = firstRun(row.cells[from] ?? []);
    const b = firstRun(row.cells[to] ?? []);
    if (a && b) both.push({ from: a, to: b });
  }
  both.sort((x, y) => x.from[0] - y.from[0]);
  return longestIncreasing(both.map((r) => r.to[0])).map((i) => both[i]!);
}

/** The rows of a spine around a segment of its first column: `reach` on each side. */
export function spineNear(spine: readonly SpineRow[], segment: number, reach: number): readonly SpineRow[] {
  let low = 0;
  let high = spine.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spine[middle]!.from[0] <= segment) low = middle + 1;
    else high = middle;
  }
  return spine.slice(Math.max(0, low - reach), low + reach);
}

/** Rows of a window, and how far windows lie apart: one serves a while of scrolling. */
const windowRows = 400;
const windowStep = 50;
/** Paragraphs on each side that say where in the report's order a paragraph is: one alone may have moved far away. */
const witnesses = 7;

/**
 * The stretch of rows around a paragraph, for a spine that costs the same in a book as in a page: where most of its neighbours
 * stand. Null where none of them is loaded.
 */
export function windowAround(
  book: Pick<RowBook, 'rowOf' | 'indexOf' | 'rowCount'>,
  version: number,
  segment: number,
): { first: number; count: number } | null {
  const places: number[] = [];
  for (let at = segment - witnesses; at <= segment + witnesses; at++) {
    const id = book.rowOf(version, at);
    const index = id === null ? -1 : book.indexOf(id);
    if (index >= 0) places.push(index);
  }
  if (places.length === 0) return null;
  places.sort((a, b) => a - b);
  const middle = places[places.length >> 1]!;
  const first = Math.max(0, Math.floor(middle / windowStep) * windowStep - windowRows / 2);
  return { first, count: Math.max(0, Math.min(windowRows + windowStep, book.rowCount - first)) };
}
