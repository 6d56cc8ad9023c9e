/**
 * The sparse grid of a pair of versions: for every cell (i, j) of the band, which types of unit i have partners in unit j.
 * Posting lists of the second version turn the evidence table into hits, row by row, in memory linear in the band.
 */
import type { EvidenceTable } from './evidence-table';
import type { AnalysedVersion } from './vocabulary';

/** Cells that the search may visit: columns low[i] up to high[i] (exclusive) of row i. */
export interface Band {
  low: Int32Array;
  high: Int32Array;
}

export interface Grid {
  band: Band;
  /** First cell of row i; the cell of (i, j) is cellStart[i] + j - band.low[i]. */
  cellStart: Int32Array;
  /** Hits of cell c: hitStart[c] up to hitStart[c + 1]. */
  hitStart: Int32Array;
  slotA: Int32Array;
  slotB: Int32Array;
  weight: Float32Array;
}

export interface Postings {
  start: Int32Array;
  /** Slots of a type in ascending order, and the units they stand in. */
  slot: Int32Array;
  unit: Int32Array;
}

export function postings(version: AnalysedVersion): Postings {
  const { slotType, slotStart, types } = version;
  const start = new Int32Array(types.length + 1);
  for (const type of slotType) start[type + 1] = (start[type + 1] ?? 0) + 1;
  for (let t = 0; t < types.length; t += 1) start[t + 1] = (start[t + 1] ?? 0) + (start[t] ?? 0);
  const next = start.slice();
  const slot = new Int32Array(slotType.length);
  const unit = new Int32Array(slotType.length);
  for (let u = 0; u + 1 < slotStart.length; u += 1) {
    for (let s = slotStart[u] ?? 0; s < (slotStart[u + 1] ?? 0); s += 1) {
      const type = slotType[s] ?? 0;
      const at = next[type] ?? 0;
      slot[at] = s;
      unit[at] = u;
      next[type] = at + 1;
    }
  }
  return { start, slot, unit };
}

function lowerBound(values: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function fullBand(rows: number, columns: number): Band {
  return { low: new Int32Array(rows), high: new Int32Array(rows).fill(columns) };
}

class HitList {
  column = new Int32Array(1024);
  slotA = new Int32Array(1024);
  slotB = new Int32Array(1024);
  weight = new Float32Array(1024);
  size = 0;

  push(column: number, slotA: number, slotB: number, weight: number): void {
    if (this.size === this.column.length) {
      const grow = <T extends Int32Array | Float32Array>(old: T, fresh: T): T => {
        fresh.set(old);
        return fresh;
      };
      const room = this.size * 2;
      this.column = grow(this.column, new Int32Array(room));
      this.slotA = grow(this.slotA, new Int32Array(room));
      this.slotB = grow(this.slotB, new Int32Array(room));
      this.weight = grow(this.weight, new Float32Array(room));
    }
    this.column[this.size] = column;
    this.slotA[this.size] = slotA;
    this.slotB[this.size] = slotB;
    this.weight[this.size] = weight;
    this.size += 1;
  }
}

/** Fills the band. `tick` is called once a row. */
export function buildGrid(a: AnalysedVersion, table: EvidenceTable, list: Postings, band: Band, tick: () => void): Grid {
  const rows = a.tokenCount.length;
  const cellStart = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i += 1)
    cellStart[i + 1] = (cellStart[i] ?? 0) + Math.max(0, (band.high[i] ?? 0) - (band.low[i] ?? 0));
  const cells = cellStart[rows] ?? 0;
  const hitStart = new Int32Array(cells + 1);
  const hits = new HitList();
  const row = new HitList();
  let order = new Int32Array(0);
  for (let i = 0; i < rows; i += 1) {
    tick();
    const low = band.low[i] ?? 0;
    const high = band.high[i] ?? 0;
    row.size = 0;
    for (let s = a.slotStart[i] ?? 0; s < (a.slotStart[i + 1] ?? 0); s += 1) {
      const type = a.slotType[s] ?? 0;
      for (let p = table.start[type] ?? 0; p < (table.start[type + 1] ?? 0); p += 1) {
        const partner = table.partner[p] ?? 0;
        const to = list.start[partner + 1] ?? 0;
        for (let q = lowerBound(list.unit, list.start[partner] ?? 0, to, low); q < to; q += 1) {
          const column = list.unit[q] ?? 0;
          if (column >= high) break;
          row.push(column, s, list.slot[q] ?? 0, table.weight[p] ?? 0);
        }
      }
    }
    // Counting sort by column into the common list.
    const width = Math.max(0, high - low);
    const first = cellStart[i] ?? 0;
    const counts = new Int32Array(width + 1);
    for (let h = 0; h < row.size; h += 1) {
      const c = (row.column[h] ?? 0) - low + 1;
      counts[c] = (counts[c] ?? 0) + 1;
    }
    const base = hits.size;
    for (let c = 0; c < width; c += 1) {
      counts[c + 1] = (counts[c + 1] ?? 0) + (counts[c] ?? 0);
      hitStart[first + c + 1] = base + (counts[c + 1] ?? 0);
    }
    if (order.length < row.size) order = new Int32Array(row.size * 2);
    for (let h = 0; h < row.size; h += 1) {
      const c = (row.column[h] ?? 0) - low;
      const at = counts[c] ?? 0;
      order[at] = h;
      counts[c] = at + 1;
    }
    for (let k = 0; k < row.size; k += 1) {
      const h = order[k] ?? 0;
      hits.push(row.column[h] ?? 0, row.slotA[h] ?? 0, row.slotB[h] ?? 0, row.weight[h] ?? 0);
    }
  }
  return { band, cellStart, hitStart, slotA: hits.slotA, slotB: hits.slotB, weight: hits.weight };
}
