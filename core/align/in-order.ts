/**
 * A second opinion on the kind. Short or freely translated texts can look like two reports of one event when paragraphs are
 * compared in no order. If one path through both texts, in order, explains nearly all of their words and explains them well,
 * they are translations whatever the paragraphs look like one by one.
 */
import type { Bead } from './bead';
import type { AnalysedVersion } from './vocabulary';

type Enough = readonly (readonly [share: number, score: number])[];

/**
 * Share of tokens that must stand in beads better than chance, and what these must score for each token of the texts. Reports of one
 * event that share a whole story in order reach .79 with .17, others .55 with .37; translations that leave passages out .74 with
 * .33, novels a few paragraphs long .92 with .20.
 */
const enough: Enough = [
  [0.9, 0.17],
  [0.85, 0.22],
  [0.7, 0.3],
];

/**
 * The same where paragraphs compared one by one have nothing in common. Reports of different events, of the same people or not, reach
 * .74 with .10 and .62 with .13; three to eight paragraphs of novels mostly .8 with .14 or more.
 */
const enoughOfUnrelated: Enough = [...enough, [0.8, 0.14]];

export interface Explained {
  /** Of the tokens of both texts, 0..1, those that stand in beads better than chance. */
  share: number;
  /** How much better than chance these beads are, in nats; and the same for each token of both texts. */
  score: number;
  perToken: number;
}

/** What a path explains of both texts. */
export function explainedBy(a: AnalysedVersion, b: AnalysedVersion, beads: readonly Bead[]): Explained {
  let tokens = 0;
  let explained = 0;
  let score = 0;
  for (const bead of beads) {
    let size = 0;
    for (let i = bead.i0; i < bead.i1; i += 1) size += a.tokenCount[i] ?? 0;
    for (let j = bead.j0; j < bead.j1; j += 1) size += b.tokenCount[j] ?? 0;
    tokens += size;
    if (bead.i0 === bead.i1 || bead.j0 === bead.j1 || bead.score <= 0) continue;
    explained += size;
    score += bead.score;
  }
  return tokens > 0 ? { share: explained / tokens, score, perToken: score / tokens } : { share: 0, score: 0, perToken: 0 };
}

/** True where the path explains both texts; `related`: as paragraphs compared in no order have it. */
export function explainsTranslation({ share, perToken }: Explained, related: boolean): boolean {
  return (related ? enough : enoughOfUnrelated).some(([leastShare, leastScore]) => share >= leastShare && perToken >= leastScore);
}
