/** Arbitrary n-way rows in which each segment of each version stands in exactly one row. */
import fc from 'fast-check';
import type { RowId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';

/** Rows over `versions` versions: every version's segments are dealt out in order, so that cells hold 0 to 3 of them. */
export function arbitraryRows(versions = 3, maxRows = 8): fc.Arbitrary<Row[]> {
  const shape = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: versions, maxLength: versions }), {
    minLength: 1,
    maxLength: maxRows,
  });
  return shape
    .map((rows) => rows.filter((counts) => counts.some((n) => n > 0)))
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      const next = new Array<number>(versions).fill(0);
      return rows.map((counts, i) => ({
        id: i as RowId,
        cells: counts.map((n, v) => Array.from({ length: n }, () => next[v]!++)),
        score: 0.5,
        status: 'automatic' as const,
      }));
    });
}

/** All segments of each version in ascending order: what no edit may change. */
export const segmentsOf = (rows: readonly Row[]): number[][] =>
  (rows[0]?.cells ?? []).map((_, v) => rows.flatMap((r) => r.cells[v] ?? []).sort((a, b) => a - b));
