/**
 * Versions in threes: what x and z, and z and y, say about x and y, in the line of the consistency transformation of ProbCons
 * (Do et al. 2005). Posterior links of two pairs are multiplied through every third version, and the beads of the pair are scored
 * again with that view beside their own evidence. What a view says is weighed against what was to be expected without it: that a
 * unit is left out is rare, so a third version that holds it and finds it left out says much. How far a view is trusted is
 * measured on the texts. A unit that the third version lacks is judged by the pair alone.
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
    parameters.thirdTemperature,
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

/** One side of a view. */
interface SideView {
  /** For each unit the units of the other side that the third version leads to. */
  links: LinkMatrix;
  /** 0..1: how sure the third version is to hold each unit at all. */
  held: Float64Array;
  /** Sum of each unit's links. */
  total: Float64Array;
}

/** What one third version says of a pair. */
export interface ThirdView {
  a: SideView;
  b: SideView;
  /** 0..1: how often the view may be wrong. */
  doubt: number;
  /** 0..1: share of what the third version holds that it finds left out. */
  leftOut: number;
}

const sumOf = (row: ReadonlyMap<number, number>) => {
  let sum = 0;
  for (const value of row.values()) sum += value;
  return sum;
};
const atMostOne = (value: number) => Math.min(1, value);

/**
 * xz: links from the pair's first version to the third; zy: from the third to the pair's second; direct: what the pair itself
 * says, to measure how far the view agrees with it.
 */
export function viewThrough(xz: LinkMatrix, zy: LinkMatrix, direct: LinkMatrix, columns: number, tick: () => void): ThirdView {
  const links: LinkMatrix = xz.map((row) => {
    tick();
    const out = new Map<number, number>();
    for (const [k, p] of row) {
      for (const [j, q] of zy[k] ?? []) {
        const value = p * q;
        if (value > 0.001) out.set(j, atMostOne((out.get(j) ?? 0) + value));
      }
    }
    return out;
  });
  const heldB = new Float64Array(columns);
  for (const row of zy) for (const [j, q] of row) heldB[j] = atMostOne((heldB[j] ?? 0) + q);
  const back = transposed(links, columns);
  const a = { links, held: Float64Array.from(xz, (row) => atMostOne(sumOf(row))), total: Float64Array.from(links, sumOf) };
  const b = { links: back, held: heldB, total: Float64Array.from(back, sumOf) };
  return { a, b, ...trust(a, b, direct) };
}

/** How far the view agrees with the pair's own links, and how much it finds left out; short texts are held to the usual. */
function trust(a: SideView, b: SideView, direct: LinkMatrix): Pick<ThirdView, 'doubt' | 'leftOut'> {
  const { thirdPrior, thirdAgreement, thirdLeftOut, thirdDoubt } = parameters;
  let said = thirdPrior;
  let agreed = thirdPrior * thirdAgreement;
  a.links.forEach((row, i) => {
    for (const [j, value] of row) {
      said += value;
      agreed += value * atMostOne(direct[i]?.get(j) ?? 0);
    }
  });
  let held = thirdPrior;
  let missing = thirdPrior * thirdLeftOut;
  for (const side of [a, b]) {
    side.held.forEach((value, u) => {
      held += value;
      missing += Math.max(0, value - (side.total[u] ?? 0));
    });
  }
  return { doubt: Math.max(parameters.thirdLeast, thirdDoubt * (1 - agreed / said)), leftOut: missing / held };
}

/** Adds the third versions' view to the scores of all beads. */
export function addViews(scores: BeadScores, views: readonly ThirdView[], rows: number, tick: () => void): void {
  const { nodes, values } = scores;
  for (const view of views) {
    const weight = parameters.thirdWeight / views.length;
    for (let i = 0; i <= rows; i += 1) {
      tick();
      for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
        const at = ((nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0)) * shapes.length;
        shapes.forEach(([a, b], s) => {
          if (values[at + s] === undefined || values[at + s] === Number.NEGATIVE_INFINITY) return;
          let said = 0;
          for (let u = i - a; u < i; u += 1) said += opinion(view, view.a, u, j - b, j);
          for (let u = j - b; u < j; u += 1) said += opinion(view, view.b, u, i - a, i);
          values[at + s] = (values[at + s] ?? 0) + weight * said;
        });
      }
    }
  }
}

/**
 * How much likelier the view makes it that a unit belongs with [from, to) of the other side (empty: that it has no counterpart)
 * than it is by itself, in nats.
 */
function opinion({ doubt, leftOut }: ThirdView, side: SideView, unit: number, from: number, to: number): number {
  const held = side.held[unit] ?? 0;
  const expected = from === to ? leftOut : 1 - leftOut;
  let seen = 0;
  if (from === to) seen = Math.max(0, held - (side.total[unit] ?? 0));
  else for (let k = from; k < to; k += 1) seen += side.links[unit]?.get(k) ?? 0;
  return Math.log((doubt + atMostOne(seen) + (1 - held) * expected) / (doubt + expected));
}
