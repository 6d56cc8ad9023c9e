/**
 * The band of cells that the search visits. Short texts are searched whole. In long ones, rare words that have partners in
 * few places vote for pairs of units; the heaviest monotone chain of votes gives
 * anchors, and the band follows them, wider where anchors are far apart. Cost stays linear in the length of the texts.
 */

import type { Bead } from './bead';
import type { EvidenceTable } from './evidence-table';
import { type Band, fullBand, type Postings } from './grid';
import type { AnalysedVersion } from './vocabulary';

/** Up to this many cells every search is of the whole matrix … */
const smallMatrix = 2500;
/** … and up to this many the first one is; beyond, it follows anchors. */
const wholeMatrix = 40_000;
/** Types that stand in more units than this do not vote. */
const mostUnits = 24;
/** Votes kept for each unit. */
const votesPerUnit = 3;
/** Units beside the anchors' path; and the most that an anchorless stretch may spread. */
const margin = 7;
const fineMargin = 4;
const wideMargin = 12;
const widest = 160;

/** Votes that a chain may pass over, variance of growth per character, and the most that a departure costs. */
const lookBack = 480;
const lengthSpread = 30;
const dearest = 6;

/** Longer texts than this are searched with few shapes first: their band is wide, and the second search has a narrow one. */
export const isLong = (rows: number, columns: number) => rows * columns > wholeMatrix;

/** Texts of so many units together are then searched close to what was found. */
export const isVeryLong = (rows: number, columns: number) => rows + columns > 4000;

interface Vote {
  i: number;
  j: number;
  score: number;
}

export function chooseBand(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable, list: Postings, tick: () => void): Band {
  const rows = a.tokenCount.length;
  const columns = b.tokenCount.length;
  if (!isLong(rows, columns)) return fullBand(rows, columns);
  return bandAround(heaviestChain(castVotes(a, b, table, list, tick), a, b, tick), a, b);
}

/** A narrow band around a path found before. */
export function bandAlong(beads: readonly Bead[], rows: number, columns: number): Band {
  if (rows * columns <= smallMatrix) return fullBand(rows, columns);
  const beside = isVeryLong(rows, columns) ? fineMargin : wideMargin;
  const low = new Int32Array(rows);
  const high = new Int32Array(rows);
  for (const bead of beads) {
    for (let i = bead.i0; i < bead.i1; i += 1) {
      low[i] = bead.j0 - beside;
      high[i] = bead.j1 + beside;
    }
  }
  return connected(low, high, columns);
}

function castVotes(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable, list: Postings, tick: () => void): Vote[] {
  const votes: Vote[] = [];
  const rows = a.tokenCount.length;
  const columns = b.tokenCount.length;
  const scores = new Float64Array(columns);
  const touched: number[] = [];
  const rootB = Float64Array.from(b.tokenCount, (count) => Math.sqrt(count + 4));
  const unitsA = new Int32Array(a.types.length);
  for (const type of a.slotType) unitsA[type] = (unitsA[type] ?? 0) + 1;
  for (let i = 0; i < rows; i += 1) {
    tick();
    for (let s = a.slotStart[i] ?? 0; s < (a.slotStart[i + 1] ?? 0); s += 1) {
      const type = a.slotType[s] ?? 0;
      const here = unitsA[type] ?? 1;
      if (here > mostUnits) continue;
      for (let p = table.start[type] ?? 0; p < (table.start[type + 1] ?? 0); p += 1) {
        const partner = table.partner[p] ?? 0;
        const from = list.start[partner] ?? 0;
        const to = list.start[partner + 1] ?? 0;
        if (to - from > mostUnits) continue;
        const value = (table.weight[p] ?? 0) * Math.log((2 * mostUnits) / Math.max(here, to - from));
        for (let q = from; q < to; q += 1) {
          const j = list.unit[q] ?? 0;
          if ((scores[j] ?? 0) === 0) touched.push(j);
          scores[j] = (scores[j] ?? 0) + value;
        }
      }
    }
    const size = Math.sqrt((a.tokenCount[i] ?? 0) + 4);
    const first = votes.length;
    for (let k = 0; k < touched.length; k += 1) {
      const j = touched[k] ?? 0;
      const score = (scores[j] ?? 0) / Math.sqrt(size * (rootB[j] ?? 0));
      scores[j] = 0;
      addBest(votes, first, i, j, score);
    }
    touched.length = 0;
  }
  return votes;
}

/** Keeps the best votes of row i, from `first` on in the list: by score, of equal ones the leftmost. */
function addBest(votes: Vote[], first: number, i: number, j: number, score: number): void {
  const stands = (vote: Vote | undefined) => !!vote && (vote.score > score || (vote.score === score && vote.j < j));
  let at = votes.length;
  while (at > first && !stands(votes[at - 1])) at -= 1;
  if (at - first >= votesPerUnit) return;
  votes.splice(at, 0, { i, j, score });
  if (votes.length - first > votesPerUnit) votes.pop();
}

/**
 * The heaviest chain of votes that rises in both versions (votes arrive by i). Between one vote and the next the texts should
 * grow alike: what departs from the length ratio costs, up to a limit, because passages may be missing.
 */
function heaviestChain(votes: readonly Vote[], a: AnalysedVersion, b: AnalysedVersion, tick: () => void): Vote[] {
  const lengthA = cumulative(a.chars);
  const lengthB = cumulative(b.chars);
  const ratio = (lengthB.at(-1) ?? 1) / Math.max(1, lengthA.at(-1) ?? 1);
  const rows = Int32Array.from(votes, (vote) => vote.i);
  const columns = Int32Array.from(votes, (vote) => vote.j);
  const x = Float64Array.from(votes, (vote) => (lengthA[vote.i] ?? 0) * ratio);
  const y = Float64Array.from(votes, (vote) => lengthB[vote.j] ?? 0);
  const total = new Float64Array(votes.length);
  const previous = new Int32Array(votes.length).fill(-1);
  const price = (dx: number, dy: number) => {
    const z = (dx - dy) ** 2 / (lengthSpread * (dx + dy + 200));
    return z < 2 * dearest ? z / 2 : dearest;
  };
  let end = -1;
  let endTotal = Number.NEGATIVE_INFINITY;
  const lastX = (lengthA.at(-1) ?? 0) * ratio;
  const lastY = lengthB.at(-1) ?? 0;
  for (let v = 0; v < votes.length; v += 1) {
    if ((v & 63) === 0) tick();
    const vote = votes[v];
    if (!vote) continue;
    let best = -price(x[v] ?? 0, y[v] ?? 0);
    for (let u = v - 1; u >= 0 && u >= v - lookBack; u -= 1) {
      // What lies between two votes never adds to a chain.
      if ((total[u] ?? 0) <= best || (rows[u] ?? 0) >= vote.i || (columns[u] ?? 0) > vote.j) continue;
      const sum = (total[u] ?? 0) - price((x[v] ?? 0) - (x[u] ?? 0), (y[v] ?? 0) - (y[u] ?? 0));
      if (sum > best) {
        best = sum;
        previous[v] = u;
      }
    }
    total[v] = best + vote.score;
    const closing = (total[v] ?? 0) - price(lastX - (x[v] ?? 0), lastY - (y[v] ?? 0));
    if (closing > endTotal) {
      endTotal = closing;
      end = v;
    }
  }
  const chain: Vote[] = [];
  for (let v = end; v >= 0; v = previous[v] ?? -1) {
    const vote = votes[v];
    if (vote) chain.push(vote);
  }
  return chain.reverse();
}

/** Cells near the chain; between anchors the whole stretch, up to a limit, along the line of equal text length. */
function bandAround(chain: readonly Vote[], a: AnalysedVersion, b: AnalysedVersion): Band {
  const rows = a.tokenCount.length;
  const columns = b.tokenCount.length;
  const lengthA = cumulative(a.chars);
  const lengthB = cumulative(b.chars);
  const anchors = [{ i: -1, j: -1 }, ...chain, { i: rows, j: columns }];
  const low = new Int32Array(rows).fill(columns);
  const high = new Int32Array(rows);
  for (let k = 0; k + 1 < anchors.length; k += 1) {
    const from = anchors[k] ?? { i: -1, j: -1 };
    const to = anchors[k + 1] ?? { i: rows, j: columns };
    const startA = lengthA[from.i + 1] ?? 0;
    const spanA = Math.max(1, (lengthA[Math.min(to.i, rows)] ?? 0) - startA);
    const startB = lengthB[from.j + 1] ?? 0;
    const spanB = (lengthB[Math.min(to.j, columns)] ?? 0) - startB;
    let column = Math.max(0, from.j);
    for (let i = Math.max(0, from.i); i <= Math.min(to.i, rows - 1); i += 1) {
      const expected = startB + (Math.max(0, (lengthA[i] ?? 0) - startA) / spanA) * spanB;
      while (column < Math.min(to.j, columns - 1) && (lengthB[column + 1] ?? 0) < expected) column += 1;
      low[i] = Math.min(low[i] ?? columns, Math.max(from.j, column - widest) - margin);
      high[i] = Math.max(high[i] ?? 0, Math.min(to.j, column + widest) + 1 + margin);
    }
  }
  return connected(low, high, columns);
}

function cumulative(values: Float32Array): Float64Array {
  const out = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k += 1) out[k + 1] = (out[k] ?? 0) + (values[k] ?? 0);
  return out;
}

/** Makes limits rise with i, stay inside the matrix and overlap from row to row, so that a path exists. */
function connected(low: Int32Array, high: Int32Array, columns: number): Band {
  const rows = low.length;
  for (let i = 0; i < rows; i += 1) {
    low[i] = Math.min(Math.max(0, low[i] ?? 0), columns);
    high[i] = Math.min(Math.max(0, high[i] ?? 0), columns);
  }
  for (let i = rows - 2; i >= 0; i -= 1) low[i] = Math.min(low[i] ?? 0, low[i + 1] ?? 0);
  for (let i = 1; i < rows; i += 1) high[i] = Math.max(high[i] ?? 0, high[i - 1] ?? 0);
  if (rows > 0) {
    low[0] = 0;
    high[rows - 1] = columns;
  }
  for (let i = 1; i < rows; i += 1) if ((low[i] ?? 0) > (high[i - 1] ?? 0)) low[i] = high[i - 1] ?? 0;
  return { low, high };
}
