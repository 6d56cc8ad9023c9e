/**
 * Crossings: cells that stand out of their version's own order. Of all ways to name the cells that moved, this takes the one
 * that names fewest: everything outside a longest increasing subsequence of the cells' first segments (Fredman 1975).
 */
import type { RowId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';

/** Indices of one longest strictly increasing subsequence, in O(n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  /** tails[k]: index of the smallest value that ends an increasing run of length k + 1. */
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const run: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) run.push(i);
  return run.reverse();
}

/**
 * Rows whose cell of this version stands out of the version's own order. Of a stretch that moved as one, only the first cell is
 * named: the others follow it as they do in their version.
 */
export function crossingRows(rows: Iterable<Row>, version: number): Set<RowId> {
  const filled: { id: RowId; first: number; last: number }[] = [];
  for (const row of rows) {
    const cell = row.cells[version] ?? [];
    const first = cell[0];
    if (first !== undefined) filled.push({ id: row.id, first, last: cell.at(-1) ?? first });
  }
  const inOrder = new Set(longestIncreasing(filled.map((c) => c.first)));
  const crossing = filled.filter((cell, i) => !inOrder.has(i) && filled[i - 1]?.last !== cell.first - 1);
  return new Set(crossing.map((cell) => cell.id));
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
