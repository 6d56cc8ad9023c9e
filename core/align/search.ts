/**
 * Dynamic programming over beads inside a band: the best path, and by the forward–backward sums how probable each bead of it
 * is among all paths. Memory is linear in the band.
 */
import type { Bead } from './bead';
import { type BeadScorer, shapes } from './bead-score';
import type { Band } from './grid';
import { parameters } from './parameters';

/** Nodes (i, j), between units: columns low[i] up to high[i] (inclusive) of row i. */
export interface NodeBand {
  low: Int32Array;
  high: Int32Array;
  /** First node of row i. */
  start: Int32Array;
}

export function nodeBand(band: Band, columns: number): NodeBand {
  const rows = band.low.length;
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1);
  const start = new Int32Array(rows + 2);
  for (let i = 0; i <= rows; i += 1) {
    const before = i > 0 ? i - 1 : i;
    const after = i < rows ? i : i - 1;
    low[i] = i === 0 ? 0 : Math.min(band.low[before] ?? 0, band.low[after] ?? 0);
    high[i] = i === rows ? columns : Math.max(band.high[before] ?? 0, band.high[after] ?? 0);
    start[i + 1] = (start[i] ?? 0) + (high[i] ?? 0) - (low[i] ?? 0) + 1;
  }
  return { low, high, start };
}

export interface BeadScores {
  nodes: NodeBand;
  /** Score of shape s ending at node k: values[k * shapes.length + s]; -Infinity where it does not fit. */
  values: Float32Array;
}

const shapeCount = shapes.length;
const shapeA = Int32Array.from(shapes, ([a]) => a);
const shapeB = Int32Array.from(shapes, ([, b]) => b);

/** Scores every bead of the band, of the first `shapesUsed` shapes. */
export function scoreBeads(
  scorer: BeadScorer,
  band: Band,
  boundaryA: Uint8Array,
  boundaryB: Uint8Array,
  priors: Float64Array,
  shapesUsed: number,
  tick: () => void,
): BeadScores {
  const columns = boundaryB.length - 1;
  const bonus = cutBonus(boundaryA, boundaryB);
  const crossedA = prefixCounts(boundaryA);
  const crossedB = prefixCounts(boundaryB);
  const rows = band.low.length;
  const nodes = nodeBand(band, columns);
  const values = new Float32Array((nodes.start[rows + 1] ?? 0) * shapeCount).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const at = ((nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0)) * shapeCount;
      const together = boundaryA[i] === 1 && boundaryB[j] === 1;
      for (let s = 0; s < shapesUsed; s += 1) {
        const a = shapeA[s] ?? 0;
        const b = shapeB[s] ?? 0;
        const i0 = i - a;
        const j0 = j - b;
        if (i0 < 0 || j0 < (nodes.low[i0] ?? 0) || j0 > (nodes.high[i0] ?? 0)) continue;
        let value = priors[s] ?? 0;
        if (a > 0 && b > 0) value += scorer.score(i0, i, j0, j);
        if (bonus > 0) {
          if (together) value += bonus;
          // Boundaries inside the bead: those of nodes i0 + 1 up to i - 1.
          const crossed =
            (a > 1 ? (crossedA[i] ?? 0) - (crossedA[i0 + 1] ?? 0) : 0) +
            (b > 1 ? (crossedB[j] ?? 0) - (crossedB[j0 + 1] ?? 0) : 0);
          value -= crossed * parameters.crossing;
        }
        values[at + s] = value;
      }
    }
  }
  return { nodes, values };
}

/** Counts of set nodes before node n. */
function prefixCounts(flags: Uint8Array): Int32Array {
  const out = new Int32Array(flags.length + 1);
  for (let n = 0; n < flags.length; n += 1) out[n + 1] = (out[n] ?? 0) + (flags[n] ?? 0);
  return out;
}

/** What it is worth that paragraphs end together: nothing where every sentence is a paragraph of its own. */
function cutBonus(boundaryA: Uint8Array, boundaryB: Uint8Array): number {
  const share = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
  return -Math.log(Math.sqrt(share(boundaryA) * share(boundaryB))) * parameters.cut;
}

/** log of the sum of exponentials of terms[0 .. count). */
function logSum(terms: Float64Array, count: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k += 1) if ((terms[k] ?? 0) > most) most = terms[k] ?? 0;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    const below = (terms[k] ?? 0) - most;
    // What is e⁻³⁰ of the largest changes no sum.
    if (below > -30) sum += Math.exp(below);
  }
  return most + Math.log(sum);
}

/** Log sums over all paths from the first node to each node. */
function forwardSums(scores: BeadScores, rows: number, temperature: number, tick: () => void = () => undefined): Float64Array {
  const { nodes, values } = scores;
  const sums = new Float64Array(nodes.start[rows + 1] ?? 0);
  const terms = new Float64Array(shapeCount);
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      if (node === 0) continue;
      let count = 0;
      for (let s = 0; s < shapeCount; s += 1) {
        const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const from = i - (shapeA[s] ?? 0);
        terms[count++] =
          value / temperature + (sums[(nodes.start[from] ?? 0) + j - (shapeB[s] ?? 0) - (nodes.low[from] ?? 0)] ?? 0);
      }
      sums[node] = logSum(terms, count);
    }
  }
  return sums;
}

/** Log sums over all paths from each node to the last node. */
function backwardSums(scores: BeadScores, rows: number, temperature: number, tick: () => void = () => undefined): Float64Array {
  const { nodes, values } = scores;
  const size = nodes.start[rows + 1] ?? 0;
  const sums = new Float64Array(size);
  const terms = new Float64Array(shapeCount);
  for (let i = rows; i >= 0; i -= 1) {
    tick();
    for (let j = nodes.high[i] ?? 0; j >= (nodes.low[i] ?? 0); j -= 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      if (node === size - 1) continue;
      let count = 0;
      for (let s = 0; s < shapeCount; s += 1) {
        const to = i + (shapeA[s] ?? 0);
        const column = j + (shapeB[s] ?? 0);
        if (to > rows || column < (nodes.low[to] ?? 0) || column > (nodes.high[to] ?? 0)) continue;
        const target = (nodes.start[to] ?? 0) + column - (nodes.low[to] ?? 0);
        terms[count++] = (values[target * shapeCount + s] ?? Number.NEGATIVE_INFINITY) / temperature + (sums[target] ?? 0);
      }
      sums[node] = logSum(terms, count);
    }
  }
  return sums;
}

/**
 * The best path through the scored beads. Rows: units of the first version. Without `posteriors` (they cost as much as the
 * search itself) every bead's posterior is 1.
 */
export function bestPath(scores: BeadScores, rows: number, posteriors: boolean, tick: () => void = () => undefined): Bead[] {
  const { nodes, values } = scores;
  const size = nodes.start[rows + 1] ?? 0;
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const back = new Int8Array(size).fill(-1);
  best[0] = 0;
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      for (let s = 0; s < shapeCount; s += 1) {
        const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const origin = i - (shapeA[s] ?? 0);
        const from =
          best[(nodes.start[origin] ?? 0) + j - (shapeB[s] ?? 0) - (nodes.low[origin] ?? 0)] ?? Number.NEGATIVE_INFINITY;
        if (from + value > (best[node] ?? 0)) {
          best[node] = from + value;
          back[node] = s;
        }
      }
    }
  }
  const temperature = parameters.temperature;
  const forward = posteriors ? forwardSums(scores, rows, temperature, tick) : best;
  const backward = posteriors ? backwardSums(scores, rows, temperature, tick) : best;
  const total = forward[size - 1] ?? 0;
  const beads: Bead[] = [];
  let i = rows;
  let j = nodes.high[rows] ?? 0;
  while (i > 0 || j > 0) {
    const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
    const s = back[node] ?? -1;
    if (s < 0) throw new Error('the band does not connect');
    const a = shapeA[s] ?? 0;
    const b = shapeB[s] ?? 0;
    const from = (nodes.start[i - a] ?? 0) + j - b - (nodes.low[i - a] ?? 0);
    const score = values[node * shapeCount + s] ?? 0;
    const posterior = posteriors
      ? Math.min(1, Math.exp((forward[from] ?? 0) + score / temperature + (backward[node] ?? 0) - total))
      : 1;
    beads.push({ i0: i - a, i1: i, j0: j - b, j1: j, score, posterior });
    i -= a;
    j -= b;
  }
  return beads.reverse();
}

/** Calls back for every filled bead of the band that at least one path in a thousand goes through. */
export function beadPosteriors(
  scores: BeadScores,
  rows: number,
  each: (i0: number, i1: number, j0: number, j1: number, posterior: number) => void,
  tick: () => void = () => undefined,
): void {
  const { nodes, values } = scores;
  const temperature = parameters.temperature;
  const forward = forwardSums(scores, rows, temperature, tick);
  const backward = backwardSums(scores, rows, temperature, tick);
  const total = forward.at(-1) ?? 0;
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      if ((forward[node] ?? 0) + (backward[node] ?? 0) - total < -7) continue;
      for (let s = 0; s < shapeCount; s += 1) {
        const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        const a = shapeA[s] ?? 0;
        const b = shapeB[s] ?? 0;
        if (value === Number.NEGATIVE_INFINITY || a === 0 || b === 0) continue;
        const from = forward[(nodes.start[i - a] ?? 0) + j - b - (nodes.low[i - a] ?? 0)] ?? 0;
        const posterior = Math.exp(from + value / temperature + (backward[node] ?? 0) - total);
        if (posterior > 0.001) each(i - a, i, j - b, j, posterior);
      }
    }
  }
}
