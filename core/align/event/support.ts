/**
 * What a third version adds to a pair: where a paragraph of one version and a paragraph of another both say the same as one of
 * a third, they say the same as each other. The weaker of the two ways counts, and it only ever lifts a similarity.
 */
import type { PairComparison } from './compare-pair';
import { standings } from './standing';

/**
 * How much of the way up to the log odds through a third version a pair is lifted, and the log odds worth following. The best of
 * many ways is too good on average: where there are third versions, all log odds are lowered by `price`.
 */
export const transitive = { share: 0.5, least: -2.5, price: 0.4 };

/** Rows of a sparse matrix: partner and log odds, as far as they are worth following. */
type SparseRows = (readonly [partner: number, logOdds: number])[][];

function sparse(pair: PairComparison, logOdds: Float32Array, transposed: boolean): SparseRows {
  const rows: SparseRows = Array.from({ length: transposed ? pair.columns : pair.rows }, () => []);
  logOdds.forEach((value, cell) => {
    if (value < transitive.least) return;
    const i = Math.floor(cell / pair.columns);
    const j = cell % pair.columns;
    if (transposed) rows[j]?.push([i, value]);
    else rows[i]?.push([j, value]);
  });
  return rows;
}

/** What it adds to the log odds of two units that both stand at the heads of their versions. */
export const lead = { gain: 2.7 };

/** News puts the event itself at the head: of reports known to be related, heads more likely say the same than they look. */
function withLeads({ a, b, similarity, columns }: PairComparison): Float32Array {
  return standings(similarity, columns).map((value, cell) =>
    a.head[Math.floor(cell / columns)] === 1 && b.head[cell % columns] === 1 ? value + lead.gain : value,
  );
}

/** Pairs by their versions x < y. */
export interface ComparedPair {
  x: number;
  y: number;
  comparison: PairComparison;
}

/**
 * Log odds of each pair of related reports, in the order given, lifted at the heads and by all third versions. The comparisons
 * themselves stay as they are.
 */
export function withSupport(pairs: readonly ComparedPair[], tick: () => void): Float32Array[] {
  const rowsFrom = new Map<string, SparseRows>();
  const heads = pairs.map(({ comparison }) => withLeads(comparison));
  pairs.forEach(({ x, y, comparison }, p) => {
    const logOdds = heads[p] ?? new Float32Array(0);
    rowsFrom.set(`${x}>${y}`, sparse(comparison, logOdds, false));
    rowsFrom.set(`${y}>${x}`, sparse(comparison, logOdds, true));
  });
  const versions = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  return pairs.map(({ x, y, comparison }, p) => {
    const { columns } = comparison;
    const logOdds = heads[p] ?? new Float32Array(0);
    const through = new Float32Array(logOdds.length).fill(Number.NEGATIVE_INFINITY);
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
    const price = versions.length > 2 ? transitive.price : 0;
    return logOdds.map((value, cell) => {
      return value + transitive.share * Math.max(0, (through[cell] ?? value) - value) - price;
    });
  });
}
