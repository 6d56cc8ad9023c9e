/**
 * The constants of the search, in nats unless said otherwise. Chosen on law, literature and news together, with and without the
 * dictionary, never on one text; docs/alignment.md has the figures.
 */
export const parameters = {
  /** How readily a token goes without a partner at first: one that has partners in the other version, and one that has none. */
  acceptKnown: 0.55,
  acceptUnknown: 0.65,
  /** The same for both within one language. */
  acceptSame: 0.3,
  /** The same for numbers and dates, and for quotation marks and the like: translations seldom lose one. */
  acceptNumber: 0.2,
  acceptMark: 0.25,
  /** Limits of what is then measured on the texts, and how many tokens the start weighs. */
  acceptLeast: 0.2,
  acceptMost: 0.75,
  unknownLeast: 0.5,
  unknownMost: 0.9,
  /** The most for tokens without partners that the share of such tokens in the text asks for. */
  unknownFirst: 0.93,
  acceptWeight: 100,
  /** The same for numbers and marks. */
  tellingWeight: 20,
  tellingLeast: 0.1,
  /** Share of words without any partner that foreign text would have. */
  strangers: 0.5,
  /** Searches; what each finds teaches the next. */
  rounds: 4,
  roundsOfLong: 2,
  /** Learned pairs: least Dice and least meetings, expected ones counted; their weights after many meetings and few; the most they weigh. */
  learnedDice: 0.5,
  learnedLeast: 1.2,
  learnedMany: 2.5,
  learnedOften: 0.9,
  learnedRarely: 0.5,
  learnedMost: 0.8,
  /** Beads less probable than this teach nothing. */
  learnedFrom: 0.1,
  /** Path scores are divided by this before they become probabilities. */
  temperature: 1,
  /**
   * Third versions: what their view counts beside the pair's own evidence; the temperature of the posteriors it is made of, whose
   * errors are no independent ones; how often it may be wrong, for each disagreement with the pair, and at least; and what is
   * expected of its agreement and of omissions, weighed as so many units.
   */
  thirdWeight: 1,
  thirdTemperature: 2,
  thirdDoubt: 0.25,
  thirdLeast: 0.005,
  thirdAgreement: 0.95,
  thirdLeftOut: 0.05,
  thirdPrior: 5,
  /** Rarity of a match: exponent of the rarity of all that the partner may mean; the rest is the token's own rarity. */
  cluster: 0.5,
  /** Log priors of 1–1, of 1–2, of 2–2 and over; each further unit costs `growth`. */
  one: Math.log(0.75),
  two: Math.log(0.1),
  many: Math.log(0.02),
  growth: 1,
  /** An omission of one unit, and of each further one in a row. */
  omission: -5.6,
  omissionGrowth: -3,
  /** What it is worth at most to leave out a line that stands by itself. */
  lineMost: 2.5,
  /** The default priors weigh as much as this many beads of the text; how far priors follow the text (0 to 1). */
  priorWeight: 40,
  adapt: 0.5,
  /** Weight of the length term; variance per character of Gale and Church (1993), the beads that it weighs as much as, and limits. */
  lengthWeight: 1,
  lengthVariance: 6.8,
  lengthPrior: 60,
  leastVariance: 3,
  mostVariance: 15,
  /** Beads of four units and more whose length term is below this are not tried. */
  hopeless: -15,
  /** How probable a bead must be to be worth showing: below half the strict F1 to be hoped for, as a bead nearly right helps, too. */
  worthwhile: 0.3,
  /** Paragraphs that end together, per nat of surprise; a paragraph's end inside a bead, times the root of the share of ends that are none. */
  cut: 3,
  crossing: 3,
  /** Words keep their place: share of a partner's likelihood that follows its distance, and tokens until that is halved. */
  nearShare: 0.7,
  nearSpan: 5,
  /** Weight of the tokens' evidence, both directions together; what a token counts whose type has more tokens than partners. */
  evidenceWeight: 0.5,
  excess: 0,
  /** Words of background that a text's own frequencies are blended with, and the same as a share of its length. */
  background: 300,
  backgroundShare: 1.5,
};

/**
 * How readily tokens are accepted without a partner: words that have one somewhere in the other version, other words, and, whether
 * they have one or not, numbers and marks.
 */
export interface Acceptance {
  known: number;
  unknown: number;
  number: number;
  mark: number;
}
