/**
 * How much two pieces of text of different versions tell of the same, as far as the evidence table sees it. The worth of a
 * match is how much it singles out this pair: a type that stands in many pieces of its own version, or whose counterparts
 * stand in many pieces of the other, says little (inverse document frequency, Spärck Jones 1972, counted on both sides and
 * through the evidence), and neither do words that are common in the language.
 */
import type { FrequencyTable } from '../../lexicon/lexicon';
import type { EvidenceTable } from '../evidence-table';
import type { AnalysedVersion } from '../vocabulary';
import type { PieceTable } from './pieces';

export interface Similarity {
  rows: number;
  columns: number;
  /** Information that pieces (i, j) share, at i * columns + j. */
  common: Float32Array;
  /** The part of it in matches that stand close together on both sides. */
  cohesive: Float32Array;
  /** Information of each piece as a whole, had everything in it a counterpart. */
  totalLeft: Float32Array;
  totalRight: Float32Array;
}

export interface Weights {
  left: Float32Array;
  right: Float32Array;
}

/** Constants of the similarity (docs/alignment-events.md). */
export const constants = {
  /** Weights are taken to this power: a doubtful entry is worth less than its share. */
  doubt: 1.5,
  /** Matches at most this many tokens apart on both sides stand close together. */
  near: 2,
  /** Pieces get this much information on top, so that a heading of two words is no sure match. */
  smoothing: 4,
  /** How much of a match's worth depends on another match beside it. */
  cohesion: 0.2,
  /** Shares of running words: a word more common than the first keeps `floor` of its worth, one rarer than the second all of it. */
  common: 4e-3,
  rare: 1e-4,
  floor: 0.3,
  /** Power of the document's own inverse document frequency. */
  specificity: 0.75,
  /** What shared information is held against: 0 the longer piece, 1 the shorter one, 0.5 the geometric mean (cosine). */
  containment: 0.5,
  /** In one language equal words are sure evidence, where a dictionary leaves a doubt: this makes both count alike. */
  oneLanguage: 0.82,
};

/** Up to 1 by how rare the word is in the language; 1 where that is unknown. */
export function backgroundWeight(version: AnalysedVersion, frequency: FrequencyTable | null): Float32Array {
  return Float32Array.from(version.types, (info) => {
    if (info.kind === 'punctuation') return 0;
    if (info.kind === 'number' || frequency === null) return 1;
    const rarity = -Math.log(Math.max(frequency.probability(info.key), frequency.floor));
    const span = Math.log(constants.common / constants.rare);
    return constants.floor + (1 - constants.floor) * Math.min(1, Math.max(0, (rarity + Math.log(constants.common)) / span));
  });
}

function inPieces(pieces: PieceTable, types: number): Float32Array {
  const out = new Float32Array(types);
  for (const type of pieces.type) out[type] = (out[type] ?? 0) + 1;
  return out;
}

/** For each type of `a` how many pieces of `b` hold a counterpart, each counted with the best weight there. */
function softCounts(types: number, table: EvidenceTable, b: PieceTable, typesB: number): { a: Float32Array; b: Float32Array } {
  const countB = inPieces(b, typesB);
  const a = new Float32Array(types);
  const bestOfB = new Float32Array(typesB);
  for (let x = 0; x < types; x += 1) {
    let sum = 0;
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
      const y = table.partner[p] ?? 0;
      const w = table.weight[p] ?? 0;
      sum += w * (countB[y] ?? 0);
      bestOfB[y] = Math.max(bestOfB[y] ?? 0, w);
    }
    a[x] = sum;
  }
  return { a, b: bestOfB };
}

const singles = (pieces: number, count: number) => Math.max(0, Math.log((pieces + 1) / (count + 0.5))) ** constants.specificity;

/**
 * The worth of each type on either side: the geometric mean of how it singles out a piece of its own version and a piece of
 * the other, times its background weight.
 */
export function typeWeights(
  a: AnalysedVersion,
  b: AnalysedVersion,
  piecesA: PieceTable,
  piecesB: PieceTable,
  table: EvidenceTable,
  backgroundA: Float32Array,
  backgroundB: Float32Array,
): Weights {
  const ownA = inPieces(piecesA, a.types.length);
  const ownB = inPieces(piecesB, b.types.length);
  const crossA = softCounts(a.types.length, table, piecesB, b.types.length).a;
  const crossB = new Float32Array(b.types.length);
  for (let x = 0; x < a.types.length; x += 1) {
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
      const y = table.partner[p] ?? 0;
      crossB[y] = (crossB[y] ?? 0) + (table.weight[p] ?? 0) * (ownA[x] ?? 0);
    }
  }
  const n = piecesA.unit.length;
  const m = piecesB.unit.length;
  const left = Float32Array.from(a.types, (_, x) => {
    const own = singles(n, ownA[x] ?? 1);
    const cross = (crossA[x] ?? 0) > 0 ? singles(m, Math.max(1, crossA[x] ?? 0)) : own;
    return Math.sqrt(own * cross) * (backgroundA[x] ?? 1);
  });
  const right = Float32Array.from(b.types, (_, y) => {
    const own = singles(m, ownB[y] ?? 1);
    const cross = (crossB[y] ?? 0) > 0 ? singles(n, Math.max(1, crossB[y] ?? 0)) : own;
    return Math.sqrt(own * cross) * (backgroundB[y] ?? 1);
  });
  return { left, right };
}

function totals(pieces: PieceTable, weight: Float32Array): Float32Array {
  const out = new Float32Array(pieces.unit.length);
  for (let p = 0; p < out.length; p += 1) {
    let sum = 0;
    for (let s = pieces.start[p] ?? 0; s < (pieces.start[p + 1] ?? 0); s += 1) {
      sum += (weight[pieces.type[s] ?? 0] ?? 0) * Math.sqrt(pieces.count[s] ?? 1);
    }
    out[p] = sum;
  }
  return out;
}

/** What may be matched in the row under way: type x of the row's piece, type y of some piece of b. */
interface Candidate {
  x: number;
  y: number;
  worth: number;
}

interface Posting {
  start: Int32Array;
  piece: Int32Array;
}

function postingsOf(pieces: PieceTable, types: number): Posting {
  const start = new Int32Array(types + 1);
  for (const type of pieces.type) start[type + 1] = (start[type + 1] ?? 0) + 1;
  for (let t = 0; t < types; t += 1) start[t + 1] = (start[t + 1] ?? 0) + (start[t] ?? 0);
  const next = start.slice();
  const piece = new Int32Array(pieces.type.length);
  for (let p = 0; p < pieces.unit.length; p += 1) {
    for (let s = pieces.start[p] ?? 0; s < (pieces.start[p + 1] ?? 0); s += 1) {
      const type = pieces.type[s] ?? 0;
      const at = next[type] ?? 0;
      piece[at] = p;
      next[type] = at + 1;
    }
  }
  return { start, piece };
}

/** Candidates of piece i, the most worth first. */
function candidatesOf(pieces: PieceTable, i: number, table: EvidenceTable, weights: Weights): Candidate[] {
  const list: Candidate[] = [];
  for (let s = pieces.start[i] ?? 0; s < (pieces.start[i + 1] ?? 0); s += 1) {
    const x = pieces.type[s] ?? 0;
    const own = weights.left[x] ?? 0;
    if (own <= 0) continue;
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
      const y = table.partner[p] ?? 0;
      const worth = Math.sqrt(own * (weights.right[y] ?? 0)) * (table.weight[p] ?? 0) ** constants.doubt;
      if (worth <= 0) continue;
      list.push({ x, y, worth });
    }
  }
  return list.sort((p, q) => q.worth - p.worth || p.x - q.x || p.y - q.y);
}

function positions(pieces: PieceTable, p: number): Map<number, number> {
  const out = new Map<number, number>();
  for (let s = pieces.start[p] ?? 0; s < (pieces.start[p + 1] ?? 0); s += 1)
    out.set(pieces.type[s] ?? 0, pieces.position[s] ?? 0);
  return out;
}

/** Information in matches that have another match beside them. */
function cohesion(matches: readonly Candidate[], left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): number {
  const placed = matches
    .map(({ x, y, worth }) => ({ left: left.get(x) ?? 0, right: right.get(y) ?? 0, worth, close: false }))
    .sort((p, q) => p.left - q.left);
  let sum = 0;
  placed.forEach((match, at) => {
    for (let next = at + 1; next < placed.length; next += 1) {
      const other = placed[next];
      if (!other || other.left - match.left > constants.near) break;
      if (Math.abs(other.right - match.right) > constants.near) continue;
      match.close = true;
      other.close = true;
    }
    if (match.close) sum += match.worth;
  });
  return sum;
}

/**
 * Compares every piece of one side with every piece of the other. Within a pair of pieces every type is matched once, the best
 * match first (competitive linking, Melamed 2000). `tick` is called once a row.
 */
export function compare(
  b: AnalysedVersion,
  piecesA: PieceTable,
  piecesB: PieceTable,
  table: EvidenceTable,
  weights: Weights,
  tick: () => void,
): Similarity {
  const rows = piecesA.unit.length;
  const columns = piecesB.unit.length;
  const size = rows * columns;
  const out: Similarity = {
    rows,
    columns,
    common: new Float32Array(size),
    cohesive: new Float32Array(size),
    totalLeft: totals(piecesA, weights.left),
    totalRight: totals(piecesB, weights.right),
  };
  const postings = postingsOf(piecesB, b.types.length);
  const rightPositions = Array.from({ length: columns }, (_, j) => positions(piecesB, j));
  for (let i = 0; i < rows; i += 1) {
    tick();
    const leftPositions = positions(piecesA, i);
    const matches = new Map<number, Candidate[]>();
    const taken = new Map<number, Set<number>>();
    for (const candidate of candidatesOf(piecesA, i, table, weights)) {
      for (let q = postings.start[candidate.y] ?? 0; q < (postings.start[candidate.y + 1] ?? 0); q += 1) {
        const j = postings.piece[q] ?? 0;
        let used = taken.get(j);
        if (!used) {
          used = new Set();
          taken.set(j, used);
          matches.set(j, []);
        }
        // Types of the two versions share one set: those of b count downwards from −1.
        if (used.has(candidate.x) || used.has(-1 - candidate.y)) continue;
        used.add(candidate.x);
        used.add(-1 - candidate.y);
        matches.get(j)?.push(candidate);
      }
    }
    for (const [j, list] of matches) {
      const cell = i * columns + j;
      out.common[cell] = list.reduce((sum, match) => sum + match.worth, 0);
      out.cohesive[cell] = cohesion(list, leftPositions, rightPositions[j] ?? new Map());
    }
  }
  return out;
}
