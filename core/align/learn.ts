/**
 * What the texts themselves teach: words that keep company in beads are taken for translations of each other (Dice). Every bead
 * counts for as much as the search holds it probable, so that a doubtful stretch teaches little and nothing twice. Rows
 * that a reader fixed are beads that nobody needs to find: they teach before the first search.
 */
import type { Bead } from './bead';
import type { EvidenceBuilder } from './evidence-table';
import type { Labels } from './fixed';
import { doubled, PairIndex } from './pair-index';
import { parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

/** Units of one bead on each side, and how probable it is. */
export interface TaughtBead {
  left: readonly number[];
  right: readonly number[];
  weight: number;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);

/** What fixed rows teach: one bead for each row that holds units of both versions. */
export function fixedBeads([left, right]: readonly [Labels, Labels]): TaughtBead[] {
  const beads = new Map<number, { left: number[]; right: number[] }>();
  const collect = (labels: Labels, side: 'left' | 'right') =>
    labels.forEach((label, unit) => {
      if (label < 0) return;
      const bead = beads.get(label) ?? { left: [], right: [] };
      bead[side].push(unit);
      beads.set(label, bead);
    });
  collect(left, 'left');
  collect(right, 'right');
  return [...beads.values()]
    .filter((bead) => bead.left.length > 0 && bead.right.length > 0)
    .map((bead) => ({ ...bead, weight: 1 }));
}

/** The beads found, without those of fixed rows, which `fixedBeads` gives. */
export function foundBeads(
  beads: readonly Pick<Bead, 'i0' | 'i1' | 'j0' | 'j1' | 'posterior'>[],
  labels: readonly [Labels, Labels] | null,
): TaughtBead[] {
  return beads
    .filter((bead) => bead.i0 < bead.i1 && bead.j0 < bead.j1 && bead.posterior >= parameters.learnedFrom)
    .filter((bead) => (labels?.[0][bead.i0] ?? -1) < 0)
    .map((bead) => ({ left: range(bead.i0, bead.i1), right: range(bead.j0, bead.j1), weight: bead.posterior }));
}

/** Calls back for each pair of types that stand together in more than one bead and rarely apart; count is the expected number of beads. */
export function associations(
  a: AnalysedVersion,
  b: AnalysedVersion,
  beads: readonly TaughtBead[],
  each: (typeA: number, typeB: number, weight: number, count: number) => void,
  tick: () => void,
): void {
  const inA = new Float64Array(a.types.length);
  const inB = new Float64Array(b.types.length);
  const sides = beads.map(({ left, right, weight }) => {
    tick();
    const types = { left: typesOf(a, left), right: typesOf(b, right), weight };
    for (const x of types.left) inA[x] = (inA[x] ?? 0) + weight;
    for (const y of types.right) inB[y] = (inB[y] ?? 0) + weight;
    return types;
  });
  // What stands in too few beads, or in many times more than the other, cannot reach the least Dice.
  const widest = 2 / parameters.learnedDice - 1;
  const together = new PairIndex();
  let counts = new Float64Array(1024);
  for (const { left, right, weight } of sides) {
    tick();
    for (const x of left) {
      const own = inA[x] ?? 0;
      if (own < parameters.learnedLeast) continue;
      for (const y of right) {
        const other = inB[y] ?? 0;
        if (other < parameters.learnedLeast || other > own * widest || own > other * widest) continue;
        const pair = together.number(x, y);
        if (pair === counts.length) counts = doubled(counts);
        counts[pair] = (counts[pair] as number) + weight;
      }
    }
  }
  const learned: { x: number; y: number; weight: number; count: number }[] = [];
  for (let pair = 0; pair < together.size; pair += 1) {
    if ((pair & 255) === 0) tick();
    const count = counts[pair] as number;
    if (count < parameters.learnedLeast) continue;
    const x = together.left[pair] as number;
    const y = together.right[pair] as number;
    const dice = (2 * count) / ((inA[x] ?? 0) + (inB[y] ?? 0));
    if (dice < parameters.learnedDice) continue;
    const weight = dice * (count >= parameters.learnedMany ? parameters.learnedOften : parameters.learnedRarely);
    learned.push({ x, y, weight: Math.min(parameters.learnedMost, weight), count });
  }
  // By the first version's types; a stable sort keeps the order in which their partners were met.
  learned.sort((p, q) => p.x - q.x);
  for (const { x, y, weight, count } of learned) each(x, y, weight, count);
}

export function learnFromBeads(
  a: AnalysedVersion,
  b: AnalysedVersion,
  beads: readonly TaughtBead[],
  table: EvidenceBuilder,
  tick: () => void,
): void {
  associations(a, b, beads, (x, y, weight) => table.add(x, y, weight, 'learned'), tick);
}

function typesOf(version: AnalysedVersion, units: readonly number[]): Set<number> {
  const types = new Set<number>();
  for (const unit of units) {
    const to = version.slotStart[unit + 1] ?? 0;
    for (let s = version.slotStart[unit] ?? 0; s < to; s += 1) types.add(version.slotType[s] ?? 0);
  }
  return types;
}
