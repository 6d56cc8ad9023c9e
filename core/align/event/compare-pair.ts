/**
 * One pair of versions: how sure it is, for each unit of one and each of the other, that both make the same statement.
 * Similarity is read from whole units and from their best pair of sentences, and turned into a probability by logistic
 * regression (constants: docs/alignment-events.md).
 */
import type { Lexicon } from '../../lexicon/lexicon';
import { buildEvidence, type EvidenceTable } from '../evidence-table';
import type { EventVersion } from './pieces';
import { backgroundWeight, compare, constants, type Similarity, typeWeights } from './similarity';
import { addSynonyms } from './synonyms';

export interface PairComparison {
  a: EventVersion;
  b: EventVersion;
  rows: number;
  columns: number;
  /** 0..1: shared information of units (i, j) at i * columns + j. */
  similarity: Float32Array;
  /** 0..1 of units (i, j) at i * columns + j: probability that both make the same statement. */
  probability: Float32Array;
  table: EvidenceTable;
}

/** Constants of the regression. */
export const regression = { intercept: -9.5, slope: 60 };

/** Probability of the same statement for a similarity. */
export function probabilityOf(similarity: number): number {
  return 1 / (1 + Math.exp(-(regression.intercept + regression.slope * similarity)));
}

/** Shared information against the geometric mean of what both hold; matches that stand together count twice. */
function cosine(sim: Similarity, cell: number, i: number, j: number): number {
  const { smoothing, cohesion } = constants;
  const common = (1 - cohesion) * (sim.common[cell] ?? 0) + cohesion * (sim.cohesive[cell] ?? 0);
  return common / Math.sqrt(((sim.totalLeft[i] ?? 0) + smoothing) * ((sim.totalRight[j] ?? 0) + smoothing));
}

/** For each pair of units the highest value that a pair of their sentences has. */
function bestSentences(a: EventVersion, b: EventVersion, sentences: Similarity, columns: number): Float32Array {
  const best = new Float32Array(a.units.length * columns);
  for (let p = 0; p < sentences.rows; p += 1) {
    for (let q = 0; q < sentences.columns; q += 1) {
      const cell = (a.sentences.unit[p] ?? 0) * columns + (b.sentences.unit[q] ?? 0);
      const value = cosine(sentences, p * sentences.columns + q, p, q);
      if (value > (best[cell] ?? 0)) best[cell] = value;
    }
  }
  return best;
}

export function comparePair(a: EventVersion, b: EventVersion, lexicon: Lexicon | null, tick: () => void): PairComparison {
  const builder = buildEvidence(a.analysed, b.analysed, lexicon);
  if (lexicon !== null && a.analysed.lang === b.analysed.lang) addSynonyms(a.analysed, b.analysed, lexicon, builder);
  const table = builder.build();
  const backgroundA = backgroundWeight(a.analysed, lexicon?.frequency(a.analysed.lang) ?? null);
  const backgroundB = backgroundWeight(b.analysed, lexicon?.frequency(b.analysed.lang) ?? null);
  const between = (piecesA: EventVersion['whole'], piecesB: EventVersion['whole']) => {
    const weights = typeWeights(a.analysed, b.analysed, piecesA, piecesB, table, backgroundA, backgroundB);
    return compare(a.analysed, b.analysed, piecesA, piecesB, table, weights, tick);
  };
  const whole = between(a.whole, b.whole);
  const rows = a.units.length;
  const columns = b.units.length;
  const best = bestSentences(a, b, between(a.sentences, b.sentences), columns);
  const scale = a.analysed.lang === b.analysed.lang ? constants.oneLanguage : 1;
  const similarity = best.map((sentence, cell) => {
    return (scale * (sentence + cosine(whole, cell, Math.floor(cell / columns), cell % columns))) / 2;
  });
  const probability = similarity.map(probabilityOf);
  return { a, b, rows, columns, similarity, probability, table };
}
