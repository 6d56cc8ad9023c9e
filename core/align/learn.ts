/** What the texts themselves teach: words that keep company in the beads just found are taken for translations of each other (Dice). */

import type { Bead } from './bead';
import type { EvidenceBuilder } from './evidence-table';
import { parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

export function learnFromBeads(
  a: AnalysedVersion,
  b: AnalysedVersion,
  beads: readonly Bead[],
  table: EvidenceBuilder,
  tick: () => void,
): void {
  const inA = new Float64Array(a.types.length);
  const inB = new Float64Array(b.types.length);
  const together: Map<number, number>[] = Array.from({ length: a.types.length }, () => new Map());
  for (const bead of beads) {
    if (bead.i0 === bead.i1 || bead.j0 === bead.j1 || bead.posterior < 0.3) continue;
    tick();
    const typesA = typesOf(a, bead.i0, bead.i1);
    const typesB = typesOf(b, bead.j0, bead.j1);
    for (const x of typesA) inA[x] = (inA[x] ?? 0) + 1;
    for (const y of typesB) inB[y] = (inB[y] ?? 0) + 1;
    for (const x of typesA) {
      const row = together[x];
      for (const y of typesB) row?.set(y, (row.get(y) ?? 0) + 1);
    }
  }
  together.forEach((row, x) => {
    tick();
    for (const [y, count] of row) {
      if (count < 2) continue;
      const dice = (2 * count) / ((inA[x] ?? 0) + (inB[y] ?? 0));
      if (dice < parameters.learnedDice) continue;
      const weight = dice * (count >= 3 ? parameters.learnedOften : parameters.learnedTwice);
      table.add(x, y, Math.min(parameters.learnedMost, weight), 'learned');
    }
  });
}

function typesOf(version: AnalysedVersion, from: number, to: number): Set<number> {
  const types = new Set<number>();
  for (let s = version.slotStart[from] ?? 0; s < (version.slotStart[to] ?? 0); s += 1) types.add(version.slotType[s] ?? 0);
  return types;
}
