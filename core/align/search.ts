/**
 * Dynamic programming over beads inside a band: the best path, and by the forward–backward sums how probable each bead of it
 * is among all paths. Memory is linear in the band.
 */
import { type BeadScorer, shapes } from './bead-score';
import type { Band } from './grid';
import { parameters } from './parameters';

/** Units [i0, i1) of the first version and [j0, j1) of the second; one side may be empty. */
export interface Bead {
  i0: number;
  i1: number;
  j0: number;
  j1: number;
  score: number;
  /** 0..1, share of all paths' weight that goes through this bead. */
  posterior: number;
}

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

/** Scores every bead of the band. */
export function scoreBeads(
  scorer: BeadScorer,
  band: Band,
  boundaryA: Uint8Array,
  boundaryB: Uint8Array,
  priors: Float64Array,
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
      for (let s = 0; s < shapeCount; s += 1) {
        const [a, b] = shapes[s] ?? [1, 1];
        const i0 = i - a;
        const j0 = j - b;
        if (i0 < 0 || j0 < (nodes.low[i0] ?? 0) || j0 > (nodes.high[i0] ?? 0)) continue;
        let value = priors[s] ?? 0;
        if (a > 0 && b > 0) value += scorer.score(i0, i, j0, j);
        if (boundaryA[i] === 1 && boundaryB[j] === 1) value += bonus;
        // Boundaries inside the bead: those of nodes i0 + 1 up to i - 1.
        const crossed =
          (a > 1 ? (crossedA[i] ?? 0) - (crossedA[i0 + 1] ?? 0) : 0) + (b > 1 ? (crossedB[j] ?? 0) - (crossedB[j0 + 1] ?? 0) : 0);
        values[at + s] = value - crossed * parameters.crossing * (bonus > 0 ? 1 : 0);
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

function logAdd(x: number, y: number): number {
  if (x === Number.NEGATIVE_INFINITY) return y;
  return x > y ? x + Math.log1p(Math.exp(y - x)) : y + Math.log1p(Math.exp(x - y));
}

/** Forward sums of all nodes (temperature 1). */
function forwardSums(scores: BeadScores, rows: number, temperature: number): Float64Array {
  const { nodes, values } = scores;
  const sums = new Float64Array(nodes.start[rows + 1] ?? 0).fill(Number.NEGATIVE_INFINITY);
  sums[0] = 0;
  for (let i = 0; i <= rows; i += 1) {
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      let sum = sums[node] ?? Number.NEGATIVE_INFINITY;
      for (let s = 0; s < shapeCount; s += 1) {
        const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const [a, b] = shapes[s] ?? [1, 1];
        const from = sums[(nodes.start[i - a] ?? 0) + j - b - (nodes.low[i - a] ?? 0)] ?? Number.NEGATIVE_INFINITY;
        if (from !== Number.NEGATIVE_INFINITY) sum = logAdd(sum, from + value / temperature);
      }
      sums[node] = sum;
    }
  }
  return sums;
}

function backwardSums(scores: BeadScores, rows: number, temperature: number): Float64Array {
  const { nodes, values } = scores;
  const sums = new Float64Array(nodes.start[rows + 1] ?? 0).fill(Number.NEGATIVE_INFINITY);
  sums[sums.length - 1] = 0;
  for (let i = rows; i >= 0; i -= 1) {
    for (let j = nodes.high[i] ?? 0; j >= (nodes.low[i] ?? 0); j -= 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      const here = sums[node] ?? Number.NEGATIVE_INFINITY;
      if (here === Number.NEGATIVE_INFINITY) continue;
      for (let s = 0; s < shapeCount; s += 1) {
        const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const [a, b] = shapes[s] ?? [1, 1];
        const from = (nodes.start[i - a] ?? 0) + j - b - (nodes.low[i - a] ?? 0);
        sums[from] = logAdd(sums[from] ?? Number.NEGATIVE_INFINITY, here + value / temperature);
      }
    }
  }
  return sums;
}

/** The best path through the scored beads, with posteriors. Rows: units of the first version. */
export function bestPath(scores: BeadScores, rows: number, temperature = 1): Bead[] {
  const { nodes, values } = scores;
  const size = nodes.start[rows + 1] ?? 0;
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const back = new Int8Array(size).fill(-1);
  best[0] = 0;
  for (let i = 0; i <= rows; i += 1) {
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      for (let s = 0; s < shapeCount; s += 1) {
        const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const [a, b] = shapes[s] ?? [1, 1];
        const from = best[(nodes.start[i - a] ?? 0) + j - b - (nodes.low[i - a] ?? 0)] ?? Number.NEGATIVE_INFINITY;
        if (from + value > (best[node] ?? 0)) {
          best[node] = from + value;
          back[node] = s;
        }
      }
    }
  }
  const forward = forwardSums(scores, rows, temperature);
  const backward = backwardSums(scores, rows, temperature);
  const total = backward[0] ?? 0;
  const beads: Bead[] = [];
  let i = rows;
  let j = nodes.high[rows] ?? 0;
  while (i > 0 || j > 0) {
    const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
    const s = back[node] ?? -1;
    const shape = shapes[s];
    if (!shape) throw new Error('the band does not connect');
    const [a, b] = shape;
    const from = (nodes.start[i - a] ?? 0) + j - b - (nodes.low[i - a] ?? 0);
    const score = values[node * shapeCount + s] ?? 0;
    const posterior = Math.exp((forward[from] ?? 0) + score / temperature + (backward[node] ?? 0) - total);
    beads.push({ i0: i - a, i1: i, j0: j - b, j1: j, score, posterior: Math.min(1, posterior) });
    i -= a;
    j -= b;
  }
  return beads.reverse();
}
