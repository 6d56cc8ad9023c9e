/** Whether versions report one event at all. */
import type { PairComparison } from './compare-pair';

export interface JudgedPair {
  x: number;
  y: number;
  comparison: PairComparison;
}

/** Share of the shorter version's units that find a counterpart. */
export function sharedPart(pair: PairComparison): number {
  let expected = 0;
  for (let i = 0; i < pair.rows; i += 1) {
    let best = 0;
    for (let j = 0; j < pair.columns; j += 1) best = Math.max(best, pair.probability[i * pair.columns + j] ?? 0);
    expected += best;
  }
  return expected / Math.max(1, Math.min(pair.rows, pair.columns));
}

const enough = 0.2;

/** One a version: related to at least one other, the largest group of them. */
export function judgeRelated(count: number, pairs: readonly JudgedPair[]): boolean[] {
  const related = new Array<boolean>(count).fill(count < 2);
  for (const { x, y, comparison } of pairs) {
    if (sharedPart(comparison) < enough) continue;
    related[x] = true;
    related[y] = true;
  }
  return related;
}
