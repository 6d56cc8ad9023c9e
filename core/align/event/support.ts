/**
 * What a third version adds to a pair: where a paragraph of one version and a paragraph of another both say the same as one of
 * a third, they say the same as each other. The weaker of the two ways counts, and it only ever lifts a similarity.
 */
import type { PairComparison } from './compare-pair';

/** How much of the way up to the similarity through a third version a pair is lifted. */
export const transitive = { share: 0.65, least: 0.08 };

/** Rows of a sparse matrix: partner and similarity, as far as it is worth following. */
type SparseRows = (readonly [partner: number, similarity: number])[][];

function sparse(pair: PairComparison, transposed: boolean): SparseRows {
  const rows: SparseRows = Array.from({ length: transposed ? pair.columns : pair.rows }, () => []);
  pair.similarity.forEach((similarity, cell) => {
    if (similarity < transitive.least) return;
    const i = Math.floor(cell / pair.columns);
    const j = cell % pair.columns;
    if (transposed) rows[j]?.push([i, similarity]);
    else rows[i]?.push([j, similarity]);
  });
  return rows;
}

/** Pairs by their versions x < y. */
export interface ComparedPair {
  x: number;
  y: number;
  comparison: PairComparison;
}

/** The similarity of each pair, in the order given, lifted by all third versions. The comparisons themselves stay as they are. */
export function withSupport(pairs: readonly ComparedPair[], tick: () => void): Float32Array[] {
  const rowsFrom = new Map<string, SparseRows>();
  for (const { x, y, comparison } of pairs) {
    rowsFrom.set(`${x}>${y}`, sparse(comparison, false));
    rowsFrom.set(`${y}>${x}`, sparse(comparison, true));
  }
  const versions = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  return pairs.map(({ x, y, comparison }) => {
    const { columns, similarity } = comparison;
    const through = new Float32Array(similarity.length);
    for (const z of versions) {
      const first = rowsFrom.get(`${x}>${z}`);
      const second = rowsFrom.get(`${z}>${y}`);
      if (z === x || z === y || !first || !second) continue;
      first.forEach((ways, i) => {
        tick();
        for (const [k, s] of ways) {
          for (const [j, t] of second[k] ?? []) {
            const cell = i * columns + j;
            const weaker = Math.min(s, t);
            if (weaker > (through[cell] ?? 0)) through[cell] = weaker;
          }
        }
      });
    }
    return similarity.map((value, cell) => value + transitive.share * Math.max(0, (through[cell] ?? 0) - value));
  });
}
