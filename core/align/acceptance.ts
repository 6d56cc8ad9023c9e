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
    ? { known: parameters.acceptSame, unknown: parameters.acceptSame }
    : { known: parameters.acceptKnown, unknown: parameters.acceptUnknown };

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
  filled.forEach((bead, k) => {
    tick();
    const own = typesIn(b, bead);
    const foreign = typesIn(b, filled[(k + foreignDistance) % filled.length] ?? bead);
    for (let i = bead.i0; i < bead.i1; i += 1) {
      for (const { type } of a.tokens[i] ?? []) {
        const from = table.start[type] ?? 0;
        const to = table.start[type + 1] ?? 0;
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
    known: within(missing / missingByChance),
    unknown: Math.min(
      parameters.unknownMost,
      Math.max(a.lang === b.lang ? parameters.acceptLeast : parameters.unknownLeast, strangers / parameters.strangers),
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
