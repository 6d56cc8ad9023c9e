/**
 * Different reports of one event: every paragraph of one version against every paragraph of the other, in no order. A pair's
 * score is the information that both share, weighed by what each holds; paragraphs that resemble everything lose their
 * advantage, and a link must stand out from the scores of all other pairs.
 */
import type { EvidenceTable } from './evidence-table';
import { buildGrid, fullBand, postings } from './grid';
import type { AnalysedVersion } from './vocabulary';

export interface EventScores {
  rows: number;
  columns: number;
  /** Corrected similarity of (i, j) at i * columns + j. */
  values: Float64Array;
}

/** Information of each slot: rare words much, words that every paragraph shares nothing. */
function information(version: AnalysedVersion): Float32Array {
  const units = version.tokenCount.length;
  const inUnits = new Int32Array(version.types.length);
  for (const type of version.slotType) inUnits[type] = (inUnits[type] ?? 0) + 1;
  const out = new Float32Array(version.slotType.length);
  for (let s = 0; s < out.length; s += 1) {
    const type = version.slotType[s] ?? 0;
    const info = version.types[type];
    const shared = inUnits[type] ?? 1;
    const idf = Math.log((units + 1) / (shared + 0.5));
    out[s] = info?.kind === 'punctuation' ? 0 : Math.max(0, idf);
  }
  return out;
}

function totals(version: AnalysedVersion, values: Float32Array): Float64Array {
  const units = version.tokenCount.length;
  const out = new Float64Array(units);
  for (let u = 0; u < units; u += 1) {
    for (let s = version.slotStart[u] ?? 0; s < (version.slotStart[u + 1] ?? 0); s += 1)
      out[u] = (out[u] ?? 0) + (values[s] ?? 0);
  }
  return out;
}

export function eventScores(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable, tick: () => void): EventScores {
  const rows = a.tokenCount.length;
  const columns = b.tokenCount.length;
  const grid = buildGrid(a, table, postings(b), fullBand(rows, columns), tick);
  const infoA = information(a);
  const infoB = information(b);
  const totalA = totals(a, infoA);
  const totalB = totals(b, infoB);
  const raw = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    tick();
    for (let j = 0; j < columns; j += 1) {
      const cell = (grid.cellStart[i] ?? 0) + j;
      const bestA = new Map<number, number>();
      const bestB = new Map<number, number>();
      for (let h = grid.hitStart[cell] ?? 0; h < (grid.hitStart[cell + 1] ?? 0); h += 1) {
        const w = grid.weight[h] ?? 0;
        const sa = grid.slotA[h] ?? 0;
        const sb = grid.slotB[h] ?? 0;
        const shared = w * Math.sqrt((infoA[sa] ?? 0) * (infoB[sb] ?? 0));
        if (shared > (bestA.get(sa) ?? 0)) bestA.set(sa, shared);
        if (shared > (bestB.get(sb) ?? 0)) bestB.set(sb, shared);
      }
      let left = 0;
      let right = 0;
      for (const value of bestA.values()) left += value;
      for (const value of bestB.values()) right += value;
      raw[i * columns + j] = Math.min(left, right) / (Math.sqrt((totalA[i] ?? 0) * (totalB[j] ?? 0)) + 8);
    }
  }
  return { rows, columns, values: withoutHubs(raw, rows, columns) };
}

const neighbours = 5;

function meanOfHighest(values: number[], skip: number): number {
  const sorted = values.sort((x, y) => y - x).slice(skip, skip + neighbours);
  return sorted.length === 0 ? 0 : sorted.reduce((sum, v) => sum + v, 0) / sorted.length;
}

/** Cross-domain similarity local scaling (Conneau et al. 2018): subtract what each side gives to its nearest in general. */
function withoutHubs(raw: Float64Array, rows: number, columns: number): Float64Array {
  const rowMean = Array.from({ length: rows }, (_, i) => meanOfHighest([...raw.subarray(i * columns, (i + 1) * columns)], 1));
  const columnMean = Array.from({ length: columns }, (_, j) =>
    meanOfHighest(
      Array.from({ length: rows }, (_, i) => raw[i * columns + j] ?? 0),
      1,
    ),
  );
  const out = new Float64Array(raw.length);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      out[i * columns + j] = (raw[i * columns + j] ?? 0) - 0.5 * ((rowMean[i] ?? 0) + (columnMean[j] ?? 0));
    }
  }
  return out;
}

/** Pairs that stand out, with a score 0..1. */
export function eventLinks(scores: EventScores): { i: number; j: number; score: number }[] {
  const { rows, columns, values } = scores;
  const sorted = [...values].sort((x, y) => x - y);
  const median = sorted[sorted.length >> 1] ?? 0;
  const deviations = sorted.map((v) => Math.abs(v - median)).sort((x, y) => x - y);
  const spread = Math.max(1e-6, 1.4826 * (deviations[deviations.length >> 1] ?? 0));
  const links: { i: number; j: number; score: number }[] = [];
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const value = values[i * columns + j] ?? 0;
      const z = (value - median) / spread;
      if (z > 3.5 && value > 0.05) links.push({ i, j, score: 1 / (1 + Math.exp(-(z - 4.5))) });
    }
  }
  return links;
}
