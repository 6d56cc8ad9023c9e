/**
 * Scores of beads: how much better the tokens of one side are explained by the other side than by chance (likelihood ratio
 * after Moore 2002 and IBM Model 1), both ways, with a length term (Gale and Church 1993) and a prior by shape.
 */
import type { Grid } from './grid';
import { parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

/** Bead shapes [units of a, units of b]; a bead's shape is an index into this list. */
export const shapes: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
  [1, 4],
  [4, 1],
  [2, 3],
  [3, 2],
  [1, 5],
  [5, 1],
  [1, 6],
  [6, 1],
  [3, 3],
  [2, 0],
  [0, 2],
  [3, 0],
  [0, 3],
  [4, 0],
  [0, 4],
];

export function shapePrior(a: number, b: number): number {
  const fewer = Math.min(a, b);
  const more = Math.max(a, b);
  if (fewer === 0) return parameters.omission + (more - 1) * parameters.omissionGrowth;
  if (more === 1) return parameters.one;
  if (fewer === 1) return parameters.two - (more - 2) * parameters.growth;
  return parameters.many - (more + fewer - 4) * parameters.growth;
}

/** 1 / u(t) for every slot: rare tokens weigh much. */
function rarity(version: AnalysedVersion): Float32Array {
  const out = new Float32Array(version.slotType.length);
  for (let s = 0; s < out.length; s += 1) {
    const count = version.types[version.slotType[s] ?? 0]?.count ?? 1;
    out[s] = (version.totalTokens + parameters.background) / (count + 0.5);
  }
  return out;
}

function prefixSums(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k += 1) sums[k + 1] = (sums[k] ?? 0) + (values[k] ?? 0);
  return sums;
}

export class BeadScorer {
  private readonly rarityA: Float32Array;
  private readonly rarityB: Float32Array;
  private readonly bestA: Float32Array;
  private readonly bestB: Float32Array;
  private touchedA = new Int32Array(4096);
  private touchedB = new Int32Array(4096);
  private readonly tokensA: Float64Array;
  private readonly tokensB: Float64Array;
  private readonly charsA: Float64Array;
  private readonly charsB: Float64Array;
  private readonly ratio: number;
  private readonly a: AnalysedVersion;
  private readonly b: AnalysedVersion;
  private readonly grid: Grid;

  constructor(a: AnalysedVersion, b: AnalysedVersion, grid: Grid, ratio: number) {
    this.a = a;
    this.b = b;
    this.grid = grid;
    this.ratio = ratio;
    this.rarityA = rarity(a);
    this.rarityB = rarity(b);
    this.bestA = new Float32Array(a.slotType.length);
    this.bestB = new Float32Array(b.slotType.length);
    this.tokensA = prefixSums(a.tokenCount);
    this.tokensB = prefixSums(b.tokenCount);
    this.charsA = prefixSums(a.chars);
    this.charsB = prefixSums(b.chars);
  }

  /** Length term alone, for units [i0, i1) and [j0, j1). */
  length(i0: number, i1: number, j0: number, j1: number): number {
    const x = (this.charsA[i1] ?? 0) - (this.charsA[i0] ?? 0);
    const y = (this.charsB[j1] ?? 0) - (this.charsB[j0] ?? 0);
    const mean = Math.max((x + y / this.ratio) / 2, 1);
    const z = (this.ratio * x - y) / Math.sqrt(parameters.lengthVariance * mean);
    return -0.5 * z * z * parameters.lengthWeight;
  }

  /** The score of the bead of units [i0, i1) of a and [j0, j1) of b, both sides filled. */
  score(i0: number, i1: number, j0: number, j1: number): number {
    const { grid, bestA, bestB } = this;
    let sizeA = 0;
    let sizeB = 0;
    const room =
      (this.a.slotStart[i1] ?? 0) - (this.a.slotStart[i0] ?? 0) + (this.b.slotStart[j1] ?? 0) - (this.b.slotStart[j0] ?? 0);
    if (room > this.touchedA.length) {
      this.touchedA = new Int32Array(room * 2);
      this.touchedB = new Int32Array(room * 2);
    }
    for (let i = i0; i < i1; i += 1) {
      const low = grid.band.low[i] ?? 0;
      const high = grid.band.high[i] ?? 0;
      const from = Math.max(j0, low);
      const to = Math.min(j1, high);
      if (from >= to) continue;
      const cell = (grid.cellStart[i] ?? 0) - low;
      const end = grid.hitStart[cell + to] ?? 0;
      for (let h = grid.hitStart[cell + from] ?? 0; h < end; h += 1) {
        const w = grid.weight[h] ?? 0;
        const sa = grid.slotA[h] ?? 0;
        const sb = grid.slotB[h] ?? 0;
        const oldA = bestA[sa] ?? 0;
        if (oldA === 0) this.touchedA[sizeA++] = sa;
        if (w > oldA) bestA[sa] = w;
        const oldB = bestB[sb] ?? 0;
        if (oldB === 0) this.touchedB[sizeB++] = sb;
        if (w > oldB) bestB[sb] = w;
      }
    }
    const lengthA = (this.tokensA[i1] ?? 0) - (this.tokensA[i0] ?? 0);
    const lengthB = (this.tokensB[j1] ?? 0) - (this.tokensB[j0] ?? 0);
    const sideB =
      gain(this.touchedB, sizeB, bestB, this.rarityB, this.b.slotCount, lengthA) + lengthB * Math.log(parameters.acceptKnown);
    const sideA =
      gain(this.touchedA, sizeA, bestA, this.rarityA, this.a.slotCount, lengthB) + lengthA * Math.log(parameters.acceptKnown);
    return parameters.evidenceWeight * (sideA + sideB) + this.length(i0, i1, j0, j1) + shapePrior(i1 - i0, j1 - j0);
  }
}

/** Sum over touched slots of how much their partners lift them above being accepted without one; clears the bests. */
function gain(
  touched: Int32Array,
  size: number,
  best: Float32Array,
  rarities: Float32Array,
  counts: Float32Array,
  others: number,
): number {
  const accept = parameters.acceptKnown;
  const scale = (1 - accept) / accept / (others + 1);
  let sum = 0;
  for (let k = 0; k < size; k += 1) {
    const slot = touched[k] ?? 0;
    sum += (counts[slot] ?? 1) * Math.log(1 + scale * (best[slot] ?? 0) * (rarities[slot] ?? 0));
    best[slot] = 0;
  }
  return sum;
}
