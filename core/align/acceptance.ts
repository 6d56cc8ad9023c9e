/**
 * How readily a token is accepted without a partner, measured on the texts at hand: in free or literary translation half of
 * the words that could find a partner find none, in news one in ten. The ratio of missing a partner in true beads to missing
 * one in foreign beads is what a missing partner is evidence of.
 */

import type { Bead } from './bead';
import type { EvidenceTable } from './evidence-table';
import { type Acceptance, parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

/** Beads are compared with the bead this far behind to see what chance gives. */
const foreignDistance = 3;

/** Within one language a word that the other version lacks says more: no dictionary stands between. */
export const defaultAcceptance = (sameLanguage: boolean): Acceptance =>
  sameLanguage
    ? { ...telling(), known: parameters.acceptSame, unknown: parameters.acceptSame }
    : { ...telling(), known: parameters.acceptKnown, unknown: parameters.acceptUnknown };

const telling = () => ({ number: parameters.acceptNumber, mark: parameters.acceptMark });

/** Tokens of one kind, how many of them miss a partner in their own bead and how many would in a foreign one. */
class Tally {
  private tokens = 0;
  private missing = 0;
  private missingByChance = 0;

  add(here: boolean, there: boolean): void {
    this.tokens += 1;
    if (!here) this.missing += 1;
    if (!there) this.missingByChance += 1;
  }

  /** The ratio of both, moved towards `usual` by as many tokens as `weight`. */
  ratio(usual: number, weight: number): number {
    const missing = (this.missing + weight * usual) / (this.tokens + weight);
    const byChance = (this.missingByChance + weight) / (this.tokens + weight);
    return Math.min(parameters.acceptMost, Math.max(parameters.tellingLeast, missing / byChance));
  }
}

/**
 * The fewer tokens have a partner anywhere, the less it says of any one place that a token has none: without a dictionary that is
 * nearly all of them, in a translation as in foreign text. Not quite 1, or passages that only one version has are joined to
 * their neighbours. 0..1, and 0 within one language.
 */
function leastForUnknown(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable): number {
  if (a.lang === b.lang) return 0;
  let tokens = 0;
  let partnered = 0;
  for (const unit of a.tokens) {
    for (const { type } of unit) {
      tokens += 1;
      if (table.start[type] !== table.start[type + 1]) partnered += 1;
    }
  }
  const asUsual = partnered / Math.max(1, tokens) / (1 - parameters.strangers);
  return Math.min(parameters.unknownFirst, Math.max(0, 1 - (1 - parameters.acceptUnknown) * asUsual));
}

/** How readily tokens go without a partner before anything is aligned. */
export function acceptanceAtFirst(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceTable): Acceptance {
  const usual = defaultAcceptance(a.lang === b.lang);
  return { ...usual, unknown: Math.max(usual.unknown, leastForUnknown(a, b, table)) };
}

/** `table` is the one that the beads were found with. */
export function measureAcceptance(
  a: AnalysedVersion,
  b: AnalysedVersion,
  table: EvidenceTable,
  beads: readonly Bead[],
  tick: () => void,
): Acceptance {
  const filled = beads.filter((bead) => bead.i0 < bead.i1 && bead.j0 < bead.j1);
  let tokens = 0;
  let matched = 0;
  let byChance = 0;
  let strange = 0;
  const numbers = new Tally();
  const marks = new Tally();
  filled.forEach((bead, k) => {
    tick();
    const own = typesIn(b, bead);
    const foreign = typesIn(b, filled[(k + foreignDistance) % filled.length] ?? bead);
    for (let i = bead.i0; i < bead.i1; i += 1) {
      for (const { type } of a.tokens[i] ?? []) {
        const from = table.start[type] ?? 0;
        const to = table.start[type + 1] ?? 0;
        const kind = a.types[type]?.kind;
        if (kind !== 'word') {
          (kind === 'number' ? numbers : marks).add(meets(table, from, to, own), meets(table, from, to, foreign));
          continue;
        }
        if (from === to) {
          strange += 1;
          continue;
        }
        tokens += 1;
        if (meets(table, from, to, own)) matched += 1;
        if (meets(table, from, to, foreign)) byChance += 1;
      }
    }
  });
  // A few tokens of the default keep short texts from extremes.
  const prior = parameters.acceptWeight;
  const missing = (tokens - matched + prior * defaultAcceptance(a.lang === b.lang).known) / (tokens + prior);
  const missingByChance = filled.length > foreignDistance ? (tokens - byChance + prior) / (tokens + prior) : 1;
  // In text that the other version lacks, about half of the words would have no partner anywhere.
  const strangers =
    (strange + prior * defaultAcceptance(a.lang === b.lang).unknown * parameters.strangers) / (strange + tokens + prior);
  return {
    number: numbers.ratio(parameters.acceptNumber, parameters.tellingWeight),
    mark: marks.ratio(parameters.acceptMark, parameters.tellingWeight),
    known: within(missing / missingByChance),
    unknown: Math.max(
      a.lang === b.lang ? parameters.acceptLeast : parameters.unknownLeast,
      leastForUnknown(a, b, table),
      Math.min(parameters.unknownMost, strangers / parameters.strangers),
    ),
  };
}

function typesIn(version: AnalysedVersion, bead: Bead): Set<number> {
  const types = new Set<number>();
  for (let s = version.slotStart[bead.j0] ?? 0; s < (version.slotStart[bead.j1] ?? 0); s += 1)
    types.add(version.slotType[s] ?? 0);
  return types;
}

function meets(table: EvidenceTable, from: number, to: number, types: ReadonlySet<number>): boolean {
  for (let p = from; p < to; p += 1) if (types.has(table.partner[p] ?? -1)) return true;
  return false;
}

function within(value: number): number {
  return Math.min(parameters.acceptMost, Math.max(parameters.acceptLeast, value));
}
