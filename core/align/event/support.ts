/**
 * What a third version adds to a pair: where a paragraph of one version and a paragraph of another both say the same as one of
 * a third, they say the same as each other. The weaker of the two ways counts, and it only ever lifts a similarity.
 */
import type { PairComparison } from './compare-pair';

/** How much of the way up to the similarity through a third version a pair is lifted. */
export const transitive = { share: 0.65, least: 0.08 };

/** Rows of a sparse matrix: partner and similarity, as far as it is worth following. */
type SparseRows = (readonly [partner: number, similarity: number])[][];

function sparse(pair: PairComparison, similarity: Float32Array, transposed: boolean): SparseRows {
  const rows: SparseRows = Array.from({ length: transposed ? pair.columns : pair.rows }, () => []);
  similarity.forEach((value, cell) => {
    if (value < transitive.least) return;
    const i = Math.floor(cell / pair.columns);
    const j = cell % pair.columns;
    if (transposed) rows[j]?.push([i, value]);
    else rows[i]?.push([j, value]);
  });
  return rows;
}

/** Units at the head of a version, heading and lead, and how much likelier two heads of related reports are to say the same. */
const lead = { units: 2, factor: 1.3 };

/** News puts the event itself at the head: of reports known to be related, heads that are alike are more so than they look. */
function withLeads({ similarity, columns }: PairComparison): Float32Array {
  return similarity.map((value, cell) =>
    Math.floor(cell / columns) < lead.units && cell % columns < lead.units ? value * lead.factor : value,
  );
}

/** Pairs by their versions x < y. */
export interface ComparedPair {
  x: number;
  y: number;
  comparison: PairComparison;
}

/**
 * The similarity of each pair of related reports, in the order given, lifted at the heads and by all third versions. The
 * comparisons themselves stay as they are.
 */
export function withSupport(pairs: readonly ComparedPair[], tick: () => void): Float32Array[] {
  const rowsFrom = new Map<string, SparseRows>();
  const heads = pairs.map(({ comparison }) => withLeads(comparison));
  pairs.forEach(({ x, y, comparison }, p) => {
    const similarity = heads[p] ?? comparison.similarity;
    rowsFrom.set(`${x}>${y}`, sparse(comparison, similarity, false));
    rowsFrom.set(`${y}>${x}`, sparse(comparison, similarity, true));
  });
  const versions = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  return pairs.map(({ x, y, comparison }, p) => {
    const { columns } = comparison;
    const similarity = heads[p] ?? comparison.similarity;
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
