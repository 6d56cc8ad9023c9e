/**
 * Scores of beads: how much better the tokens of one side are explained by the other side than by chance (likelihood ratio
 * after Moore 2002 and IBM Models 1 and 2), both ways, with a length term (Gale and Church 1993) and a prior by shape.
 */
import type { Lexicon } from '../lexicon/lexicon';
import type { EvidenceTable } from './evidence-table';
import type { Grid } from './grid';
import type { LengthModel } from './lengths';
import { type Acceptance, parameters } from './parameters';
import { clusterRarity, ownRarity, worthOfHits } from './rarity';
import type { AnalysedVersion } from './vocabulary';

/** Bead shapes [units of a, units of b]; a bead's shape is an index into this list. */
export const shapes: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
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
  [1, 7],
  [7, 1],
  [1, 8],
  [8, 1],
];

/** In a first, coarse search of long texts only this many shapes are tried. */
export const coarseShapes = 6;

/** The log prior of a shape before anything is known of the texts. */
function defaultPrior(a: number, b: number): number {
  const fewer = Math.min(a, b);
  const more = Math.max(a, b);
  if (fewer === 0) return parameters.omission + (more - 1) * parameters.omissionGrowth;
  if (more === 1) return parameters.one;
  if (fewer === 1) return parameters.two - (more - 2) * parameters.growth;
  return parameters.many - (more + fewer - 4) * parameters.growth;
}

/** Log priors of all shapes; with beads given, probable ones too, moved towards how often these texts are expected to use each. */
export function shapePriors(
  beads: readonly { i0: number; i1: number; j0: number; j1: number; posterior: number }[] = [],
): Float64Array {
  const priors = Float64Array.from(shapes, ([a, b]) => defaultPrior(a, b));
  const sum = priors.reduce((total, prior) => total + Math.exp(prior), 0);
  const counts = new Float64Array(shapes.length);
  let all = 0;
  for (const bead of beads) {
    const shape = shapes.findIndex(([a, b]) => a === bead.i1 - bead.i0 && b === bead.j1 - bead.j0);
    if (shape < 0) continue;
    counts[shape] = (counts[shape] ?? 0) + bead.posterior;
    all += bead.posterior;
  }
  return priors.map((prior, s) => {
    const expected = Math.exp(prior) / sum;
    const share = (parameters.priorWeight * expected + (counts[s] ?? 0)) / (parameters.priorWeight + all);
    return prior + parameters.adapt * Math.log(share / expected);
  });
}

/** Weighted tokens among the partners of each type, in both directions. */
function partnerMass(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable): { ofA: Float64Array; ofB: Float64Array } {
  const ofA = new Float64Array(a.types.length);
  const ofB = new Float64Array(b.types.length);
  for (let x = 0; x < a.types.length; x += 1) {
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
      const y = table.partner[p] ?? 0;
      const weight = table.weight[p] ?? 0;
      ofA[x] = (ofA[x] ?? 0) + weight * (b.types[y]?.count ?? 0);
      ofB[y] = (ofB[y] ?? 0) + weight * (a.types[x]?.count ?? 0);
    }
  }
  return { ofA, ofB };
}

/** How readily each type is accepted without a partner; mass: of its partners in the other version. */
function acceptances(version: AnalysedVersion, mass: Float64Array, accept: Acceptance): Float64Array {
  return Float64Array.from(version.types, ({ kind }, type) => {
    if (kind === 'number') return accept.number;
    if (kind === 'punctuation') return accept.mark;
    return (mass[type] ?? 0) > 0 ? accept.known : accept.unknown;
  });
}

/** For each unit the log likelihood ratio of its tokens where none has a partner. */
function withoutPartners(version: AnalysedVersion, accepted: Float64Array): Float64Array {
  const logs = accepted.map(Math.log);
  return Float64Array.from(version.tokens, (list) => list.reduce((sum, token) => sum + (logs[token.type] ?? 0), 0));
}

/** What a match of each type lifts: its rarity times the odds against being accepted without a partner. */
const lifts = (rarity: Float32Array, accepted: Float64Array) =>
  rarity.map((value, type) => (value * (1 - (accepted[type] ?? 1))) / (accepted[type] ?? 1));

/** Of each type: what the bead holds of it. Side by side, because they are read and written together. */
const stride = 4;
/** The best lift of a partner; tokens that want a partner; partners on the other side; slots of the type. */
const [best, demand, supply, slots] = [0, 1, 2, 3];

/**
 * What a bead knows of one side while its hits are read: for every type met, how many of its tokens want a partner, how many
 * partners stand on the other side, and the best weight. A token of the other side explains one token, not all of a type. `evidence`
 * writes here itself: a call for each hit would cost more than the hit.
 */
class Side {
  readonly met: Float32Array;
  /** The bead that met each slot last. */
  readonly slotBead: Int32Array;
  types = new Int32Array(4096);
  typeCount = 0;

  constructor(version: AnalysedVersion) {
    this.met = new Float32Array(version.types.length * stride);
    this.slotBead = new Int32Array(version.slotType.length);
  }

  /** At most this many slots will be met until the next `gain`. */
  reserve(count: number): void {
    if (count > this.types.length) this.types = new Int32Array(count * 2);
  }

  /** How much the partners lift the tokens above being accepted without one, given the other side's tokens; then forgets the bead. */
  gain(others: number): number {
    const scale = 1 / (others + 1);
    const { met, types } = this;
    let sum = 0;
    // Most types are matched once: the logarithm of their product is taken for all of them.
    let product = 1;
    for (let k = 0; k < this.typeCount; k += 1) {
      const at = (types[k] as number) * stride;
      const wanted = met[at + demand] as number;
      // Every partner was counted once for each slot of the type.
      const given = (met[at + supply] as number) / (met[at + slots] as number);
      const matched = given < wanted ? given + (wanted - given) * parameters.excess : wanted;
      const factor = 1 + scale * (met[at + best] as number);
      if (matched !== 1) sum += matched * Math.log(factor);
      else if (product < 1e150) product *= factor;
      else sum += Math.log(factor);
      met[at + best] = 0;
      met[at + demand] = 0;
      met[at + supply] = 0;
      met[at + slots] = 0;
    }
    this.typeCount = 0;
    return sum + Math.log(product);
  }
}

/** Sums of all values before each index. */
export function prefixSums(values: Float32Array | Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k += 1) sums[k + 1] = (sums[k] ?? 0) + (values[k] ?? 0);
  return sums;
}

/** Where the tokens of each slot stand on the average, counted in tokens from the version's beginning. */
function places(version: AnalysedVersion, before: Float64Array): Float32Array {
  const sums = new Float64Array(version.types.length);
  const out = new Float32Array(version.slotType.length);
  version.tokens.forEach((tokens, u) => {
    for (let k = 0; k < tokens.length; k += 1) {
      const type = tokens[k]?.type ?? 0;
      sums[type] = (sums[type] ?? 0) + k + 0.5;
    }
    for (let s = version.slotStart[u] ?? 0; s < (version.slotStart[u + 1] ?? 0); s += 1) {
      const type = version.slotType[s] ?? 0;
      out[s] = (before[u] ?? 0) + (sums[type] ?? 0) / (version.slotCount[s] ?? 1);
      sums[type] = 0;
    }
  });
  return out;
}

/** The likelihood of a partner at its expected place, as a multiple of its likelihood anywhere among so many tokens. */
const peaks = Float32Array.from({ length: 512 }, (_, tokens) => {
  const half = tokens / (2 * parameters.nearSpan);
  return tokens > 0 ? (parameters.nearShare * half) / Math.atan(half) : 0;
});
const peak = (tokens: number) => peaks[tokens] ?? (parameters.nearShare * tokens) / (Math.PI * parameters.nearSpan);

export class BeadScorer {
  /** Of each hit of the grid: how much likelier than by chance the partner makes the token of a, and that of b, places aside. */
  private readonly worthA: Float64Array;
  private readonly worthB: Float64Array;
  private readonly sideA: Side;
  private readonly sideB: Side;
  private readonly tokensA: Float64Array;
  private readonly tokensB: Float64Array;
  /** What all tokens would say without any partner, summed over the units before each. */
  private readonly bareA: Float64Array;
  private readonly bareB: Float64Array;
  private readonly charsA: Float64Array;
  private readonly charsB: Float64Array;
  private readonly lengths: LengthModel;
  private readonly a: AnalysedVersion;
  private readonly b: AnalysedVersion;
  private readonly grid: Grid;
  /** Beads scored so far. */
  private beads = 0;
  private readonly placeA: Float32Array;
  private readonly placeB: Float32Array;

  constructor(
    a: AnalysedVersion,
    b: AnalysedVersion,
    table: EvidenceTable,
    grid: Grid,
    lengths: LengthModel,
    accept: Acceptance,
    lexicon: Lexicon | null,
    tick: () => void = () => undefined,
  ) {
    const mass = partnerMass(a, b, table);
    this.a = a;
    this.b = b;
    this.grid = grid;
    this.lengths = lengths;
    const acceptedA = acceptances(a, mass.ofA, accept);
    const acceptedB = acceptances(b, mass.ofB, accept);
    const ownA = lifts(ownRarity(a, lexicon?.frequency(a.lang) ?? null), acceptedA);
    const ownB = lifts(ownRarity(b, lexicon?.frequency(b.lang) ?? null), acceptedB);
    const worth = worthOfHits(
      grid,
      { version: a, own: ownA, meant: clusterRarity(b, mass.ofA) },
      { version: b, own: ownB, meant: clusterRarity(a, mass.ofB) },
      tick,
    );
    this.worthA = worth.ofA;
    this.worthB = worth.ofB;
    this.sideA = new Side(a);
    this.sideB = new Side(b);
    this.tokensA = prefixSums(a.tokenCount);
    this.tokensB = prefixSums(b.tokenCount);
    this.bareA = prefixSums(withoutPartners(a, acceptedA));
    this.bareB = prefixSums(withoutPartners(b, acceptedB));
    this.charsA = prefixSums(a.chars);
    this.charsB = prefixSums(b.chars);
    this.placeA = places(a, this.tokensA);
    this.placeB = places(b, this.tokensB);
  }

  /** Length term alone, for units [i0, i1) and [j0, j1). */
  length(i0: number, i1: number, j0: number, j1: number): number {
    const x = (this.charsA[i1] ?? 0) - (this.charsA[i0] ?? 0);
    const y = (this.charsB[j1] ?? 0) - (this.charsB[j0] ?? 0);
    const mean = Math.max((x + y / this.lengths.ratio) / 2, 1);
    const z = (this.lengths.ratio * x - y) / Math.sqrt(this.lengths.variance * mean);
    return -0.5 * z * z * parameters.lengthWeight;
  }

  /**
   * The bead's score: evidence and length. Priors and paragraph ends are the search's. -Infinity for beads of many units whose
   * lengths are so far apart that no evidence would save them.
   */
  score(i0: number, i1: number, j0: number, j1: number): number {
    const length = this.length(i0, i1, j0, j1);
    if (length < parameters.hopeless && i1 - i0 + j1 - j0 > 3) return Number.NEGATIVE_INFINITY;
    return length + this.evidence(i0, i1, j0, j1);
  }

  /** Whether any token of units [i0, i1) of a has a partner in [j0, j1) of b. */
  private isMet(i0: number, i1: number, j0: number, j1: number): boolean {
    const { cellStart, hitStart, band } = this.grid;
    for (let i = i0; i < i1; i += 1) {
      const low = band.low[i] ?? 0;
      const from = Math.max(j0, low);
      const to = Math.min(j1, band.high[i] ?? 0);
      const cell = (cellStart[i] ?? 0) - low;
      if (from < to && hitStart[cell + from] !== hitStart[cell + to]) return true;
    }
    return false;
  }

  /** What the tokens say for the bead of units [i0, i1) of a and [j0, j1) of b, both sides filled. */
  evidence(i0: number, i1: number, j0: number, j1: number): number {
    const lengthA = (this.tokensA[i1] ?? 0) - (this.tokensA[i0] ?? 0);
    const lengthB = (this.tokensB[j1] ?? 0) - (this.tokensB[j0] ?? 0);
    const evidence =
      (this.isMet(i0, i1, j0, j1) ? this.gains(i0, i1, j0, j1, lengthA, lengthB) : 0) +
      ((this.bareA[i1] ?? 0) - (this.bareA[i0] ?? 0)) +
      ((this.bareB[j1] ?? 0) - (this.bareB[j0] ?? 0));
    return parameters.evidenceWeight * evidence;
  }

  /** How much partners lift the tokens of both sides above being accepted without one. */
  private gains(i0: number, i1: number, j0: number, j1: number, lengthA: number, lengthB: number): number {
    const { grid, sideA, sideB, worthA, worthB, placeA, placeB } = this;
    const { slotType: typesA, slotCount: countsA, slotStart: startsA } = this.a;
    const { slotType: typesB, slotCount: countsB, slotStart: startsB } = this.b;
    sideA.reserve((startsA[i1] ?? 0) - (startsA[i0] ?? 0));
    sideB.reserve((startsB[j1] ?? 0) - (startsB[j0] ?? 0));
    const { met: metA, slotBead: beadA, types: listA } = sideA;
    const { met: metB, slotBead: beadB, types: listB } = sideB;
    this.beads += 1;
    const bead = this.beads;
    let typeCountA = 0;
    let typeCountB = 0;
    const startA = this.tokensA[i0] ?? 0;
    const startB = this.tokensB[j0] ?? 0;
    const far = 1 - parameters.nearShare;
    const peakA = peak(lengthA);
    const peakB = peak(lengthB);
    const spansA = (lengthA / parameters.nearSpan) ** 2;
    const spansB = (lengthB / parameters.nearSpan) ** 2;
    const partA = 1 / lengthA;
    const partB = 1 / lengthB;
    for (let i = i0; i < i1; i += 1) {
      const low = grid.band.low[i] ?? 0;
      const high = grid.band.high[i] ?? 0;
      const from = Math.max(j0, low);
      const to = Math.min(j1, high);
      if (from >= to) continue;
      const cell = (grid.cellStart[i] ?? 0) - low;
      const end = grid.hitStart[cell + to] ?? 0;
      for (let h = grid.hitStart[cell + from] ?? 0; h < end; h += 1) {
        const slotA = grid.slotA[h] as number;
        const slotB = grid.slotB[h] as number;
        const typeA = typesA[slotA] as number;
        const typeB = typesB[slotB] as number;
        const countA = countsA[slotA] as number;
        const countB = countsB[slotB] as number;
        const apart = ((placeA[slotA] as number) - startA) * partA - ((placeB[slotB] as number) - startB) * partB;
        const square = apart * apart;
        // How much likelier each token is with this partner than by chance.
        const liftA = (worthA[h] as number) * (far + peakB / (1 + square * spansB));
        const liftB = (worthB[h] as number) * (far + peakA / (1 + square * spansA));
        const atA = typeA * stride;
        const atB = typeB * stride;
        if (beadA[slotA] !== bead) {
          beadA[slotA] = bead;
          if (metA[atA + slots] === 0) listA[typeCountA++] = typeA;
          metA[atA + slots] = (metA[atA + slots] as number) + 1;
          metA[atA + demand] = (metA[atA + demand] as number) + countA;
        }
        if (beadB[slotB] !== bead) {
          beadB[slotB] = bead;
          if (metB[atB + slots] === 0) listB[typeCountB++] = typeB;
          metB[atB + slots] = (metB[atB + slots] as number) + 1;
          metB[atB + demand] = (metB[atB + demand] as number) + countB;
        }
        metA[atA + supply] = (metA[atA + supply] as number) + countB;
        metB[atB + supply] = (metB[atB + supply] as number) + countA;
        if (liftA > (metA[atA + best] as number)) metA[atA + best] = liftA;
        if (liftB > (metB[atB + best] as number)) metB[atB + best] = liftB;
      }
    }
    sideA.typeCount = typeCountA;
    sideB.typeCount = typeCountB;
    return sideA.gain(lengthB) + sideB.gain(lengthA);
  }
}
