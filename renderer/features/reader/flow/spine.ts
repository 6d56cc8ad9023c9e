/**
 * The rows that two columns have in the same order: what scrolling follows. Rows that cross are left out (their ribbons show
 * them), after the longest increasing subsequence that also names the crossings of the sheet.
 */
import type { Row } from '../../../../core/model/report';
import { longestIncreasing } from '../../../state/crossings';

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
