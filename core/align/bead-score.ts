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

/** 1 / u(t) for every type: rare tokens weigh much. */
function rarity(version: AnalysedVersion): Float32Array {
  const out = new Float32Array(version.types.length);
  version.types.forEach((info, type) => {
    out[type] = (version.totalTokens + parameters.background) / (info.count + 0.5);
  });
  return out;
}

/**
 * What a bead knows of one side while its hits are read: for every type met, how many of its tokens want a partner, how many
 * partners stand on the other side, and the best weight. A token of the other side explains one token, not all of a type.
 */
class Side {
  readonly best: Float32Array;
  readonly demand: Float32Array;
  readonly supply: Float32Array;
  readonly slots: Uint16Array;
  readonly slotSeen: Uint8Array;
  readonly rarity: Float32Array;
  private readonly version: AnalysedVersion;
  private types = new Int32Array(4096);
  private typeCount = 0;
  private seen = new Int32Array(4096);
  private seenCount = 0;

  constructor(version: AnalysedVersion) {
    this.version = version;
    const size = version.types.length;
    this.best = new Float32Array(size);
    this.demand = new Float32Array(size);
    this.supply = new Float32Array(size);
    this.slots = new Uint16Array(size);
    this.slotSeen = new Uint8Array(version.slotType.length);
    this.rarity = rarity(version);
  }

  /** At most this many slots will be met until the next `gain`. */
  reserve(slots: number): void {
    if (slots <= this.types.length) return;
    this.types = new Int32Array(slots * 2);
    this.seen = new Int32Array(slots * 2);
  }

  hit(slot: number, weight: number, partners: number): void {
    const type = this.version.slotType[slot] ?? 0;
    if (this.slotSeen[slot] === 0) {
      this.slotSeen[slot] = 1;
      this.seen[this.seenCount++] = slot;
      if (this.slots[type] === 0) this.types[this.typeCount++] = type;
      this.slots[type] = (this.slots[type] ?? 0) + 1;
      this.demand[type] = (this.demand[type] ?? 0) + (this.version.slotCount[slot] ?? 1);
    }
    this.supply[type] = (this.supply[type] ?? 0) + partners;
    if (weight > (this.best[type] ?? 0)) this.best[type] = weight;
  }

  /** How much the partners lift the tokens above being accepted without one, given the other side's tokens; then forgets the bead. */
  gain(others: number): number {
    const accept = parameters.acceptKnown;
    const scale = (1 - accept) / accept / (others + 1);
    let sum = 0;
    for (let k = 0; k < this.typeCount; k += 1) {
      const type = this.types[k] ?? 0;
      const demand = this.demand[type] ?? 0;
      // Every partner was counted once for each slot of the type.
      const supply = (this.supply[type] ?? 0) / (this.slots[type] ?? 1);
      const matched = supply < demand ? supply + (demand - supply) * parameters.excess : demand;
      sum += matched * Math.log(1 + scale * (this.best[type] ?? 0) * (this.rarity[type] ?? 0));
      this.best[type] = 0;
      this.demand[type] = 0;
      this.supply[type] = 0;
      this.slots[type] = 0;
    }
    for (let k = 0; k < this.seenCount; k += 1) this.slotSeen[this.seen[k] ?? 0] = 0;
    this.typeCount = 0;
    this.seenCount = 0;
    return sum;
  }
}

function prefixSums(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k += 1) sums[k + 1] = (sums[k] ?? 0) + (values[k] ?? 0);
  return sums;
}

export class BeadScorer {
  private readonly sideA: Side;
  private readonly sideB: Side;
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
    this.sideA = new Side(a);
    this.sideB = new Side(b);
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
    const { grid, sideA, sideB } = this;
    sideA.reserve((this.a.slotStart[i1] ?? 0) - (this.a.slotStart[i0] ?? 0));
    sideB.reserve((this.b.slotStart[j1] ?? 0) - (this.b.slotStart[j0] ?? 0));
    for (let i = i0; i < i1; i += 1) {
      const low = grid.band.low[i] ?? 0;
      const high = grid.band.high[i] ?? 0;
      const from = Math.max(j0, low);
      const to = Math.min(j1, high);
      if (from >= to) continue;
      const cell = (grid.cellStart[i] ?? 0) - low;
      const end = grid.hitStart[cell + to] ?? 0;
      for (let h = grid.hitStart[cell + from] ?? 0; h < end; h += 1) {
        const weight = grid.weight[h] ?? 0;
        const slotA = grid.slotA[h] ?? 0;
        const slotB = grid.slotB[h] ?? 0;
        sideA.hit(slotA, weight, this.b.slotCount[slotB] ?? 1);
        sideB.hit(slotB, weight, this.a.slotCount[slotA] ?? 1);
      }
    }
    const lengthA = (this.tokensA[i1] ?? 0) - (this.tokensA[i0] ?? 0);
    const lengthB = (this.tokensB[j1] ?? 0) - (this.tokensB[j0] ?? 0);
    const evidence = sideA.gain(lengthB) + sideB.gain(lengthA) + (lengthA + lengthB) * Math.log(parameters.acceptKnown);
    return parameters.evidenceWeight * evidence + this.length(i0, i1, j0, j1) + shapePrior(i1 - i0, j1 - j0);
  }
}
