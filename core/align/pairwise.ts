/** Two versions, monotone: evidence, band, bead search, learning, search again. */

import type { Lexicon } from '../lexicon/lexicon';
import { acceptanceAtFirst, measureAcceptance } from './acceptance';
import { bandAlong, chooseBand, isLong, isVeryLong } from './band';
import { type Bead, linkedUnits } from './bead';
import { BeadScorer, coarseShapes, shapePriors, shapes } from './bead-score';
import { buildEvidence, type EvidenceTable } from './evidence-table';
import { constrain, type Labels } from './fixed';
import { buildGrid, postings } from './grid';
import { fixedBeads, foundBeads, learnFromBeads } from './learn';
import { addLearned } from './learned-words';
import { lengthsOfBeads, lengthsOfTexts } from './lengths';
import { setLinesApart } from './lines-apart';
import { parameters } from './parameters';
import { type BeadScores, bestPath, probableBeads, scoreBeads } from './search';
import type { LearnedWords } from './types';
import type { AnalysedVersion } from './vocabulary';

/** Segments of both versions that one chain of sentence beads holds together. Both sides are filled. */
export interface SegmentBead {
  left: number[];
  right: number[];
  /** Segments that a sentence bead joins directly. */
  pairs: [left: number, right: number][];
  /** 0..1, as the search sees it. */
  score: number;
  /** Of a row that a reader fixed. */
  fixed: boolean;
}

export interface PairAlignment {
  /** Of units. */
  beads: Bead[];
  segments: SegmentBead[];
  table: EvidenceTable;
  /** Every bead of the last band with its score. */
  scores: BeadScores;
  /** Searched once more, after other versions have changed the scores: they teach words, lengths and shapes. Not for very long texts. */
  again: (() => PairAlignment) | null;
}

export function alignPair(
  a: AnalysedVersion,
  b: AnalysedVersion,
  lexicon: Lexicon | null,
  labels: [Labels, Labels] | null,
  learned: readonly LearnedWords[],
  tick: () => void,
): PairAlignment {
  const rows = a.tokenCount.length;
  const columns = b.tokenCount.length;
  const builder = buildEvidence(a, b, lexicon, tick);
  addLearned(a, b, learned, builder, tick);
  const certain = labels ? fixedBeads(labels) : [];
  learnFromBeads(a, b, certain, builder, tick);
  const list = postings(b);
  let beads: Bead[] = [];
  // What the search before holds probable: its path alone in very long texts, where posteriors would cost too much.
  let probable: Bead[] = [];
  let lengths = lengthsOfTexts(a, b);
  let table = builder.build();
  let accept = acceptanceAtFirst(a, b, table);
  const long = isVeryLong(rows, columns);
  const search = (first: boolean, last: boolean): BeadScores => {
    const band = first ? chooseBand(a, b, table, list, tick) : bandAlong(beads, rows, columns);
    const grid = buildGrid(a, table, list, band, tick);
    tick();
    const scorer = new BeadScorer(a, b, table, grid, lengths, accept, lexicon, tick);
    tick();
    const used = first && isLong(rows, columns) ? coarseShapes : shapes.length;
    const found = scoreBeads(scorer, band, a, b, shapePriors(probable), used, tick);
    if (labels) constrain(found, rows, labels, tick);
    beads = bestPath(found, rows, last, tick);
    tick();
    return found;
  };
  const learn = (from: BeadScores, last: boolean) => {
    probable = long ? beads : probableBeads(from, rows, tick);
    lengths = lengthsOfBeads(a, b, beads, lengths);
    accept = measureAcceptance(a, b, table, beads, tick);
    const taught = last ? builder : builder.copy();
    learnFromBeads(a, b, [...certain, ...foundBeads(probable, labels)], taught, tick);
    table = taught.build();
  };
  const result = (scores: BeadScores): PairAlignment => {
    if (!labels) setLinesApart(a, b, beads, table);
    return {
      beads,
      segments: segmentBeads(a, b, beads, labels),
      table,
      scores,
      again: long
        ? null
        : () => {
            beads = bestPath(scores, rows, false, tick);
            learn(scores, false);
            return result(search(false, true));
          },
    };
  };
  const rounds = long ? parameters.roundsOfLong : parameters.rounds;
  let scores = search(true, rounds === 1);
  for (let round = 1; round < rounds; round += 1) {
    learn(scores, long);
    scores = search(false, round + 1 === rounds);
  }
  return result(scores);
}

/** Connected components of segments over the sentence beads of a monotone path. */
export function segmentBeads(
  a: AnalysedVersion,
  b: AnalysedVersion,
  beads: readonly Bead[],
  labels: readonly [Labels, Labels] | null,
): SegmentBead[] {
  const out: SegmentBead[] = [];
  for (const bead of beads) {
    if (bead.i0 === bead.i1 || bead.j0 === bead.j1) continue;
    const [unitsA, unitsB] = linkedUnits(bead);
    const left = segmentsOf(a, unitsA);
    const right = segmentsOf(b, unitsB);
    // A monotone path touches earlier segments only through the last bead.
    let open = out.at(-1);
    if (!open || (open.left.at(-1) !== left[0] && open.right.at(-1) !== right[0])) {
      open = { left: [], right: [], pairs: [], score: 1, fixed: (labels?.[0][bead.i0] ?? -1) >= 0 };
      out.push(open);
    }
    for (const segment of left) if (open.left.at(-1) !== segment) open.left.push(segment);
    for (const segment of right) if (open.right.at(-1) !== segment) open.right.push(segment);
    for (const i of left) for (const j of right) if (!open.pairs.some(([x, y]) => x === i && y === j)) open.pairs.push([i, j]);
    open.score = Math.min(open.score, bead.posterior);
  }
  return out;
}

function segmentsOf(version: AnalysedVersion, units: readonly number[]): number[] {
  const out: number[] = [];
  for (const u of units) {
    const segment = version.units[u]?.segment ?? 0;
    if (out.at(-1) !== segment) out.push(segment);
  }
  return out;
}
