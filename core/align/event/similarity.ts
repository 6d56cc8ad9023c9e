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

/** What a pair of pieces has in common. All sums in nats of singled-out information. */
export interface Common {
  /** Information of the matched types, seen from either side. */
  left: number;
  right: number;
  /** Matched types that weigh something, each side. */
  leftCount: number;
  rightCount: number;
  /** Of it names and numbers. */
  hard: number;
}

export interface Similarity {
  rows: number;
  columns: number;
  /** Dense, row by row. */
  left: Float32Array;
  right: Float32Array;
  hard: Float32Array;
  leftCount: Float32Array;
  rightCount: Float32Array;
  /** Information of each piece as a whole, had everything in it a counterpart. */
  totalLeft: Float32Array;
  totalRight: Float32Array;
}

export interface Weights {
  left: Float32Array;
  right: Float32Array;
}

/** Common words (one in a thousand) count little, words rarer than this share of running words count in full. */
const commonShare = Math.log(1 / 2e-3);
const rareShare = Math.log(1 / 5e-5);

/** 0.25..1 by how rare the word is in the language; 1 where that is unknown. */
export function backgroundWeight(version: AnalysedVersion, frequency: FrequencyTable | null): Float32Array {
  return Float32Array.from(version.types, (info) => {
    if (info.kind === 'punctuation') return 0;
    if (info.kind === 'number' || frequency === null) return 1;
    const rarity = -Math.log(Math.max(frequency.probability(info.key), frequency.floor));
    return 0.25 + 0.75 * Math.min(1, Math.max(0, (rarity - commonShare) / (rareShare - commonShare)));
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

const singles = (pieces: number, count: number) => Math.max(0, Math.log((pieces + 1) / (count + 0.5)));

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

const numberSource = 1;
const nameSource = 3;
/** A matched type worth less than this does not count as one. */
const telling = 0.6;

/** Compares every piece of one side with every piece of the other. `tick` is called once a row. */
export function compare(
  a: AnalysedVersion,
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
    left: new Float32Array(size),
    right: new Float32Array(size),
    hard: new Float32Array(size),
    leftCount: new Float32Array(size),
    rightCount: new Float32Array(size),
    totalLeft: totals(piecesA, weights.left),
    totalRight: totals(piecesB, weights.right),
  };
  const postings = postingsOf(piecesB, b.types.length);
  // Best match of the type under way in each column, and of each type of b in the row under way.
  const bestHere = new Float32Array(columns);
  const bestThere = new Map<number, number>();
  for (let i = 0; i < rows; i += 1) {
    tick();
    bestThere.clear();
    for (let s = piecesA.start[i] ?? 0; s < (piecesA.start[i + 1] ?? 0); s += 1) {
      const x = piecesA.type[s] ?? 0;
      const touched: number[] = [];
      const worth = weights.left[x] ?? 0;
      for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
        const y = table.partner[p] ?? 0;
        const w = table.weight[p] ?? 0;
        const pair = Math.sqrt(worth * (weights.right[y] ?? 0)) * w;
        if (pair <= 0) continue;
        bestThere.set(y, Math.max(bestThere.get(y) ?? 0, pair));
        const hard = table.source[p] === numberSource || table.source[p] === nameSource || (a.types[x]?.capital ?? false);
        for (let q = postings.start[y] ?? 0; q < (postings.start[y + 1] ?? 0); q += 1) {
          const j = postings.piece[q] ?? 0;
          const known = bestHere[j] ?? 0;
          if (known === 0) touched.push(j);
          if (pair > known) bestHere[j] = pair;
          if (hard && pair > known) out.hard[i * columns + j] = (out.hard[i * columns + j] ?? 0) + pair - known;
        }
      }
      for (const j of touched) {
        const cell = i * columns + j;
        out.left[cell] = (out.left[cell] ?? 0) + (bestHere[j] ?? 0);
        if ((bestHere[j] ?? 0) >= telling) out.leftCount[cell] = (out.leftCount[cell] ?? 0) + 1;
        bestHere[j] = 0;
      }
    }
    for (const [y, pair] of bestThere) {
      for (let q = postings.start[y] ?? 0; q < (postings.start[y + 1] ?? 0); q += 1) {
        const cell = i * columns + (postings.piece[q] ?? 0);
        out.right[cell] = (out.right[cell] ?? 0) + pair;
        if (pair >= telling) out.rightCount[cell] = (out.rightCount[cell] ?? 0) + 1;
      }
    }
  }
  return out;
}
