/**
 * Dynamic programming over beads inside a band: by the forward–backward sums how probable each bead is among all paths, and the
 * path that can hope to be right most often. Memory is linear in the band.
 */
import type { Bead } from './bead';
import { type BeadScorer, prefixSums, shapes } from './bead-score';
import type { Band } from './grid';
import { parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

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
  { boundary: boundaryA, line: lineA }: Pick<AnalysedVersion, 'boundary' | 'line'>,
  { boundary: boundaryB, line: lineB }: Pick<AnalysedVersion, 'boundary' | 'line'>,
  priors: Float64Array,
  shapesUsed: number,
  tick: () => void,
): BeadScores {
  const columns = boundaryB.length - 1;
  const bonus = cutBonus(boundaryA, boundaryB);
  const priceA = crossingPrice(boundaryA);
  const priceB = crossingPrice(boundaryB);
  const crossedA = prefixCounts(boundaryA);
  const crossedB = prefixCounts(boundaryB);
  const linesA = prefixSums(lineA);
  const linesB = prefixSums(lineB);
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
          if (a > 1) value -= ((crossedA[i] ?? 0) - (crossedA[i0 + 1] ?? 0)) * priceA;
          if (b > 1) value -= ((crossedB[j] ?? 0) - (crossedB[j0 + 1] ?? 0)) * priceB;
        }
        if (a === 0 || b === 0) value += (linesA[i] ?? 0) - (linesA[i0] ?? 0) + (linesB[j] ?? 0) - (linesB[j0] ?? 0);
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

/** Share of the ends of units at which a segment ends, too; all of them where there are none. */
function endShare(flags: Uint8Array): number {
  const ends = flags.length - 1;
  return ends > 0 ? (flags.reduce((sum, flag) => sum + flag, 0) - 1) / ends : 1;
}

/** What it is worth that paragraphs end together: nothing where every sentence is a paragraph of its own. */
function cutBonus(boundaryA: Uint8Array, boundaryB: Uint8Array): number {
  return -Math.log(Math.sqrt(endShare(boundaryA) * endShare(boundaryB))) * parameters.cut;
}

/** What a paragraph's end inside a bead costs: the more, the more sentences a paragraph of this version has. */
function crossingPrice(boundary: Uint8Array): number {
  return parameters.crossing * Math.sqrt(1 - endShare(boundary));
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
function forwardSums(scores: BeadScores, rows: number, temperature: number, tick: () => void): Float64Array {
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
function backwardSums(scores: BeadScores, rows: number, temperature: number, tick: () => void): Float64Array {
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

/** Log sums over all paths from the first node to each node and from each node to the last; all posteriors follow from them. */
interface PathSums {
  forward: Float64Array;
  backward: Float64Array;
  /** Over all paths. */
  total: number;
  temperature: number;
}

function pathSums(scores: BeadScores, rows: number, temperature: number, tick: () => void): PathSums {
  const forward = forwardSums(scores, rows, temperature, tick);
  return { forward, backward: backwardSums(scores, rows, temperature, tick), total: forward.at(-1) ?? 0, temperature };
}

/** Share of all paths that go through the bead of shape s that ends at a node; 0 where it does not fit. */
function posteriorAt({ nodes, values }: BeadScores, sums: PathSums, i: number, j: number, node: number, s: number): number {
  const value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
  if (value === Number.NEGATIVE_INFINITY) return 0;
  const origin = i - (shapeA[s] ?? 0);
  const from = sums.forward[(nodes.start[origin] ?? 0) + j - (shapeB[s] ?? 0) - (nodes.low[origin] ?? 0)] ?? 0;
  const share = from + value / sums.temperature + (sums.backward[node] ?? 0) - sums.total;
  // Most beads: no sum and no comparison with what is worth showing would notice e⁻⁴⁰.
  return share < -40 ? 0 : Math.min(1, Math.exp(share));
}

/**
 * A path through the scored beads; rows: units of the first version. Without `posteriors` (they cost as much as the search itself)
 * it is the path of the highest score, and every bead's posterior is 1. With them it is the path that can hope for the most
 * beads found right: each filled bead counts what its posterior is above `parameters.worthwhile`.
 */
export function bestPath(scores: BeadScores, rows: number, posteriors: boolean, tick: () => void = () => undefined): Bead[] {
  const { nodes, values } = scores;
  const size = nodes.start[rows + 1] ?? 0;
  const sums = posteriors ? pathSums(scores, rows, parameters.temperature, tick) : null;
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const back = new Int8Array(size).fill(-1);
  best[0] = 0;
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      for (let s = 0; s < shapeCount; s += 1) {
        let value = values[node * shapeCount + s] ?? Number.NEGATIVE_INFINITY;
        if (value === Number.NEGATIVE_INFINITY) continue;
        const a = shapeA[s] ?? 0;
        const b = shapeB[s] ?? 0;
        if (sums) value = a > 0 && b > 0 ? posteriorAt(scores, sums, i, j, node, s) - parameters.worthwhile : 0;
        const origin = i - a;
        const from = best[(nodes.start[origin] ?? 0) + j - b - (nodes.low[origin] ?? 0)] ?? Number.NEGATIVE_INFINITY;
        if (from + value > (best[node] ?? 0)) {
          best[node] = from + value;
          back[node] = s;
        }
      }
    }
  }
  const beads: Bead[] = [];
  let i = rows;
  let j = nodes.high[rows] ?? 0;
  while (i > 0 || j > 0) {
    const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
    const s = back[node] ?? -1;
    if (s < 0) throw new Error('the band does not connect');
    const [i0, j0] = [i - (shapeA[s] ?? 0), j - (shapeB[s] ?? 0)];
    const posterior = sums ? posteriorAt(scores, sums, i, j, node, s) : 1;
    beads.push({ i0, i1: i, j0, j1: j, score: values[node * shapeCount + s] ?? 0, posterior });
    [i, j] = [i0, j0];
  }
  return beads.reverse();
}

/** Every bead of the band, filled or not, that at least one path in a thousand goes through. */
export function probableBeads(
  scores: BeadScores,
  rows: number,
  tick: () => void = () => undefined,
  temperature = parameters.temperature,
): Bead[] {
  const { nodes, values } = scores;
  const sums = pathSums(scores, rows, temperature, tick);
  const { total } = sums;
  const beads: Bead[] = [];
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const node = (nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0);
      if ((sums.forward[node] ?? 0) + (sums.backward[node] ?? 0) - total < -7) continue;
      for (let s = 0; s < shapeCount; s += 1) {
        const posterior = posteriorAt(scores, sums, i, j, node, s);
        if (posterior <= 0.001) continue;
        const [i0, j0] = [i - (shapeA[s] ?? 0), j - (shapeB[s] ?? 0)];
        beads.push({ i0, i1: i, j0, j1: j, score: values[node * shapeCount + s] ?? 0, posterior });
      }
    }
  }
  return beads;
}

/** Calls back for every filled bead of the band that at least one path in a thousand goes through. */
export function beadPosteriors(
  scores: BeadScores,
  rows: number,
  each: (i0: number, i1: number, j0: number, j1: number, posterior: number) => void,
  tick: () => void = () => undefined,
  temperature = parameters.temperature,
): void {
  for (const { i0, i1, j0, j1, posterior } of probableBeads(scores, rows, tick, temperature)) {
    if (i0 < i1 && j0 < j1) each(i0, i1, j0, j1, posterior);
  }
}
