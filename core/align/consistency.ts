/**
 * Versions in threes: what x and z, and z and y, say about x and y (the consistency transformation of ProbCons, Do et al.
 * 2005). Posterior links of two pairs are multiplied through every third version, and the beads of the pair are scored again
 * with that view beside their own evidence. A unit that the third version lacks is judged by the pair alone.
 */
import { shapes } from './bead-score';
import { parameters } from './parameters';
import { type BeadScores, beadPosteriors } from './search';

/** Posterior link probabilities of units, sparse by row; absent means below one in a thousand. */
export type LinkMatrix = Map<number, number>[];

/** Links of a scored pair: row i holds the probability of (i, j). */
export function linkMatrix(scores: BeadScores, rows: number, tick: () => void): LinkMatrix {
  const matrix: LinkMatrix = Array.from({ length: rows }, () => new Map());
  beadPosteriors(
    scores,
    rows,
    (i0, i1, j0, j1, posterior) => {
      for (let i = i0; i < i1; i += 1) {
        const row = matrix[i];
        for (let j = j0; j < j1; j += 1) row?.set(j, (row.get(j) ?? 0) + posterior);
      }
    },
    tick,
  );
  return matrix;
}

export function transposed(matrix: LinkMatrix, columns: number): LinkMatrix {
  const out: LinkMatrix = Array.from({ length: columns }, () => new Map());
  matrix.forEach((row, i) => {
    for (const [j, value] of row) out[j]?.set(i, value);
  });
  return out;
}

/** What one third version says of a pair: composed links, and how sure it is to hold each unit at all. */
export interface ThirdView {
  links: LinkMatrix;
  heldA: Float64Array;
  heldB: Float64Array;
}

const sumOf = (row: Map<number, number> | undefined) => {
  let sum = 0;
  for (const value of row?.values() ?? []) sum += value;
  return sum;
};

/** xz: links from the pair's first version to the third; zy: from the third to the pair's second. */
export function viewThrough(xz: LinkMatrix, zy: LinkMatrix, columns: number, tick: () => void): ThirdView {
  const links: LinkMatrix = xz.map((row) => {
    tick();
    const out = new Map<number, number>();
    for (const [k, p] of row) {
      for (const [j, q] of zy[k] ?? []) {
        const value = p * q;
        if (value > 0.001) out.set(j, Math.min(1, (out.get(j) ?? 0) + value));
      }
    }
    return out;
  });
  const heldB = new Float64Array(columns);
  for (const row of zy) for (const [j, q] of row) heldB[j] = Math.min(1, (heldB[j] ?? 0) + q);
  return { links, heldA: Float64Array.from(xz, (row) => Math.min(1, sumOf(row))), heldB };
}

/** Adds the third versions' view to the scores of all beads. */
export function addViews(scores: BeadScores, views: readonly ThirdView[], rows: number, columns: number, tick: () => void): void {
  if (views.length === 0) return;
  const share = parameters.thirdWeight / views.length;
  for (const view of views) {
    const back = transposed(view.links, columns);
    const totalA = Float64Array.from(view.links, sumOf);
    const totalB = Float64Array.from(back, sumOf);
    const { nodes, values } = scores;
    for (let i = 0; i <= rows; i += 1) {
      tick();
      for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
        const at = ((nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0)) * shapes.length;
        shapes.forEach(([a, b], s) => {
          if (values[at + s] === undefined || values[at + s] === Number.NEGATIVE_INFINITY) return;
          let bonus = 0;
          for (let u = i - a; u < i; u += 1) bonus += opinion(view.links[u], j - b, j, view.heldA[u] ?? 0, totalA[u] ?? 0);
          for (let u = j - b; u < j; u += 1) bonus += opinion(back[u], i - a, i, view.heldB[u] ?? 0, totalB[u] ?? 0);
          values[at + s] = (values[at + s] ?? 0) + 0.5 * share * bonus;
        });
      }
    }
  }
}

/** log probability that a unit belongs with [from, to) of the other side (empty: that it has no counterpart). */
function opinion(row: Map<number, number> | undefined, from: number, to: number, held: number, total: number): number {
  const unknown = 1 - held;
  if (from === to) return Math.log(parameters.thirdDoubt + Math.max(0, held - total) + unknown * parameters.thirdOmission);
  let inside = 0;
  for (let k = from; k < to; k += 1) inside += row?.get(k) ?? 0;
  return Math.log(parameters.thirdDoubt + Math.min(1, inside) + unknown * (1 - parameters.thirdOmission));
}
