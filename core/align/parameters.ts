/** The constants of the bead score. Measured on several text kinds by leaving one out; docs/alignment.md has the figures. */
export const parameters = {
  /** How readily a token is accepted without a partner: a token with dictionary entries, and one the lexicon does not know. */
  acceptKnown: 0.55,
  acceptUnknown: 0.65,
  acceptSame: 0.3,
  strangers: 0.5,
  unknownLeast: 0.5,
  unknownMost: 0.9,
  acceptLeast: 0.2,
  acceptMost: 0.75,
  acceptWeight: 100,
  rounds: 2,
  /** Path scores are divided by this before they become probabilities. */
  temperature: 1,
  /** How much third versions count beside the pair's own evidence; what they may overlook; what they say of units that they lack. */
  thirdWeight: 1,
  thirdDoubt: 0.02,
  thirdOmission: 0.1,
  cluster: 0.5,
  /** log prior of 1–1, of 1–2, of 2–2 and over; each further unit costs `growth`. */
  one: Math.log(0.75),
  two: Math.log(0.1),
  many: Math.log(0.02),
  growth: 1,
  /** An omission of one unit. */
  omission: -5.6,
  /** Weight of the length term, and the variance per character of Gale and Church (1993). */
  lengthWeight: 1,
  lengthVariance: 6.8,
  /** Paragraphs that end together, per nat of surprise, and a paragraph's end inside a bead. */
  cut: 3,
  crossing: 2,
  /** Each further unit left out in a row. */
  omissionGrowth: -3,
  /** The default priors weigh as much as this many beads of the text; how far priors follow the text. */
  priorWeight: 40,
  adapt: 0.5,
  /** What a token counts whose type has more tokens than partners. */
  excess: 0,
  evidenceWeight: 0.5,
  /** Words of background that a text's own frequencies are blended with, and the same as a share of its length. */
  background: 300,
  backgroundShare: 1.5,
};

/** How readily tokens are accepted without a partner: those that have one somewhere in the other version, and the rest. */
export interface Acceptance {
  known: number;
  unknown: number;
}
