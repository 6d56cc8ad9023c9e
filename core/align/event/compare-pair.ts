/**
 * One pair of versions: how sure it is, for each unit of one and each of the other, that both make the same statement.
 * Similarity is read from whole units and from their best pair of sentences, and turned into a probability by logistic
 * regression (constants: docs/alignment-events.md).
 */
import type { Lexicon } from '../../lexicon/lexicon';
import { buildEvidence, type EvidenceTable } from '../evidence-table';
import { withoutDictionary } from '../lookup';
import { addNamesFurther, addRoundedNumbers } from './further-evidence';
import { namesOf } from './names';
import type { EventVersion } from './pieces';
import { backgroundWeight, compare, constants, type Similarity, typeWeights } from './similarity';
import { addSynonyms } from './synonyms';

export interface PairComparison {
  a: EventVersion;
  b: EventVersion;
  rows: number;
  columns: number;
  /** 0..1: shared information of units (i, j) at i * columns + j, before competition. */
  similarity: Float32Array;
  /** 0..1 of units (i, j) at i * columns + j: probability that both make the same statement. */
  probability: Float32Array;
  /** Both when names count little: what is left where two reports share no more than people and places. Computed when asked for. */
  withoutNames: () => { similarity: Float32Array; probability: Float32Array };
  /** Whether a dictionary joins the two languages. */
  dictionary: boolean;
  table: EvidenceTable;
}

/** Constants of the regression. */
export const regression = { intercept: -8.6, slope: 52 };

/** How much of its distance to the best of its row or column a pair of units loses. */
const competition = 0.12;

/**
 * A unit that is much more like another one is less likely to be the counterpart, and a unit that is a little like everything
 * loses to those that stand out. Gives new similarities.
 */
export function compete(similarity: Float32Array, columns: number): Float32Array {
  const inRow = new Float32Array(columns > 0 ? similarity.length / columns : 0);
  const inColumn = new Float32Array(columns);
  similarity.forEach((value, cell) => {
    const i = Math.floor(cell / columns);
    const j = cell % columns;
    inRow[i] = Math.max(inRow[i] ?? 0, value);
    inColumn[j] = Math.max(inColumn[j] ?? 0, value);
  });
  return similarity.map((value, cell) => {
    const best = Math.max(inRow[Math.floor(cell / columns)] ?? 0, inColumn[cell % columns] ?? 0);
    return Math.max(0, value - competition * (best - value));
  });
}

/** Probability of the same statement for a similarity after competition. */
export function probabilityOf(similarity: number): number {
  return 1 / (1 + Math.exp(-(regression.intercept + regression.slope * similarity)));
}

/** Shared information against the geometric mean of what both hold; matches that stand together count twice. */
function cosine(sim: Similarity, cell: number, i: number, j: number): number {
  const { smoothing, cohesion, containment } = constants;
  const common = (1 - cohesion) * (sim.common[cell] ?? 0) + cohesion * (sim.cohesive[cell] ?? 0);
  const left = (sim.totalLeft[i] ?? 0) + smoothing;
  const right = (sim.totalRight[j] ?? 0) + smoothing;
  return common / (Math.min(left, right) ** containment * Math.max(left, right) ** (1 - containment));
}

/** For each pair of units the highest value that a pair of their sentences has. */
function bestSentences(a: EventVersion, b: EventVersion, sentences: Similarity, columns: number, tick: () => void): Float32Array {
  const best = new Float32Array(a.units.length * columns);
  for (let p = 0; p < sentences.rows; p += 1) {
    tick();
    for (let q = 0; q < sentences.columns; q += 1) {
      const cell = (a.sentences.unit[p] ?? 0) * columns + (b.sentences.unit[q] ?? 0);
      const value = cosine(sentences, p * sentences.columns + q, p, q);
      if (value > (best[cell] ?? 0)) best[cell] = value;
    }
  }
  return best;
}

/** What a name keeps of its worth when names count little. */
const namesKeep = 0.15;

export function comparePair(a: EventVersion, b: EventVersion, lexicon: Lexicon | null, tick: () => void): PairComparison {
  const builder = buildEvidence(a.analysed, b.analysed, lexicon, tick);
  if (lexicon !== null) addSynonyms(a.analysed, b.analysed, lexicon, builder, tick);
  addRoundedNumbers(a.analysed, b.analysed, builder);
  addNamesFurther(a.analysed, b.analysed, builder, tick);
  const table = builder.build();
  const backgroundA = backgroundWeight(a.analysed, lexicon?.frequency(a.analysed.lang) ?? null);
  const backgroundB = backgroundWeight(b.analysed, lexicon?.frequency(b.analysed.lang) ?? null);
  const rows = a.units.length;
  const columns = b.units.length;
  const scale = a.analysed.lang === b.analysed.lang ? constants.oneLanguage : 1;
  const similarityBy = (worthA: Float32Array, worthB: Float32Array): Float32Array => {
    const between = (piecesA: EventVersion['whole'], piecesB: EventVersion['whole']) => {
      const weights = typeWeights(a.analysed, b.analysed, piecesA, piecesB, table, worthA, worthB);
      return compare(b.analysed, piecesA, piecesB, table, weights, tick);
    };
    const whole = between(a.whole, b.whole);
    return bestSentences(a, b, between(a.sentences, b.sentences), columns, tick).map((sentence, cell) => {
      return (scale * (sentence + cosine(whole, cell, Math.floor(cell / columns), cell % columns))) / 2;
    });
  };
  const similarity = similarityBy(backgroundA, backgroundB);
  const withoutNames = () => {
    const [namesA, namesB] = namesOf(a, b, table, lexicon);
    const plain = similarityBy(
      backgroundA.map((worth, x) => (namesA[x] === 1 ? worth * namesKeep : worth)),
      backgroundB.map((worth, y) => (namesB[y] === 1 ? worth * namesKeep : worth)),
    );
    return { similarity: plain, probability: compete(plain, columns).map(probabilityOf) };
  };
  const probability = compete(similarity, columns).map(probabilityOf);
  const dictionary = !withoutDictionary(a.analysed.lang, b.analysed.lang, lexicon);
  return { a, b, rows, columns, similarity, probability, withoutNames, dictionary, table };
}
