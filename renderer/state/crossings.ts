/**
 * Crossings: cells that stand out of their version's own order. Of all ways to name the cells that moved, this takes the one
 * that names fewest: everything outside a longest increasing subsequence of the cells' first segments (Fredman 1975).
 */
import type { RowId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';

/** Indices of one longest strictly increasing subsequence, in O(n log n); in O(n) where most values follow each other. */
export function longestIncreasing(values: ArrayLike<number>): number[] {
  const count = values.length;
  /** tails[k]: index of the smallest value that ends an increasing run of length k + 1. */
  const tails = new Int32Array(count);
  const before = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    let low = 0;
    let high = length;
    if (length === 0 || values[tails[length - 1]!]! < value) low = length;
    else {
      while (low < high) {
        const middle = (low + high) >> 1;
        if (values[tails[middle]!]! < value) low = middle + 1;
        else high = middle;
      }
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
    if (low === length) length += 1;
  }
  const run: number[] = [];
  for (let i = length > 0 ? tails[length - 1]! : -1; i >= 0; i = before[i]!) run.push(i);
  return run.reverse();
}

/**
 * Rows whose cell of this version stands out of the version's own order. Of a stretch that moved as one, only the first cell is
 * named: the others follow it as they do in their version.
 */
export function crossingRows(rows: Iterable<Row>, version: number): Set<RowId> {
  const ids: RowId[] = [];
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (const row of rows) {
    const cell = row.cells[version] ?? [];
    const first = cell[0];
    if (first === undefined) continue;
    ids.push(row.id);
    firsts.push(first);
    lasts.push(cell.at(-1) ?? first);
  }
  const inOrder = longestIncreasing(firsts);
  const crossing = new Set<RowId>();
  let next = 0;
  ids.forEach((id, i) => {
    if (inOrder[next] === i) next += 1;
    else if (lasts[i - 1] !== firsts[i]! - 1) crossing.add(id);
  });
  return crossing;
}

/**
 * True where an edit leaves the crossings of a version as they were, but for rows that are gone: the rows that came stand in
 * order, among themselves and between the nearest rows that don't cross. `changed`: reading-order places of the rows that came.
 */
export function staysInOrder(
  rowAt: (index: number) => Row | null,
  version: number,
  changed: readonly number[],
  isCrossing: (id: RowId) => boolean,
): boolean {
  const firstAt = (index: number): number | null => {
    const row = rowAt(index);
    return row && !isCrossing(row.id) ? (row.cells[version]?.[0] ?? null) : null;
  };
  /** The nearest row on one side that has a cell in order; infinite at the end of the text. */
  const beside = (index: number, step: 1 | -1): number => {
    for (let i = index + step; rowAt(i); i += step) {
      const first = firstAt(i);
      if (first !== null) return first;
    }
    return step * Number.POSITIVE_INFINITY;
  };
  return changed.every((index) => {
    const first = firstAt(index);
    return first === null || (beside(index, -1) < first && first < beside(index, 1));
  });
}

/**
 * Where a crossing cell would stand in its own order: the segment just before its first one, or the one after its last when
 * it opens the version. Null for a version of this one cell.
 */
export function neighbourInOrder(cell: readonly number[], segmentCount: number): number | null {
  const first = cell[0];
  const last = cell.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first > 0) return first - 1;
  return last + 1 < segmentCount ? last + 1 : null;
}
