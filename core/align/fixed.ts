/**
 * Rows that a reader confirmed or edited, as constraints on the search: a unit of a fixed row may only stand in beads of that
 * row, and such beads are worth so much that the path goes through them wherever their order allows.
 */
import { shapes } from './bead-score';
import type { Sentences } from './details';
import type { BeadScores } from './search';
import type { FixedRow, SegmentLink } from './types';

/** For each unit the fixed row that it belongs to, or -1. */
export type Labels = Int32Array;

/** What a bead of a fixed row is worth: more than any evidence of a few words. */
const anchorBonus = 40;

/** Labels of the units of each version for each pair of versions: only rows in which both take part bind a pair. */
export function fixedLabels(
  versions: readonly Sentences[],
  fixed: readonly FixedRow[],
): (x: number, y: number) => [Labels, Labels] | null {
  if (fixed.length === 0) return () => null;
  return (x, y) => {
    const a = versions[x];
    const b = versions[y];
    if (!a || !b) return null;
    const left = new Int32Array(a.analysed.units.length).fill(-1);
    const right = new Int32Array(b.analysed.units.length).fill(-1);
    fixed.forEach((row, r) => {
      const cellA = row.cells[a.index] ?? null;
      const cellB = row.cells[b.index] ?? null;
      if (cellA === null || cellB === null) return;
      for (const segment of cellA) for (const u of a.unitsOf.get(segment) ?? []) left[u] = r;
      for (const segment of cellB) for (const u of b.unitsOf.get(segment) ?? []) right[u] = r;
    });
    return [left, right];
  };
}

/** Forbids beads that mix fixed rows with anything else; units of fixed rows out of order may be passed over freely. */
export function constrain(scores: BeadScores, rows: number, [left, right]: [Labels, Labels], tick: () => void): void {
  const { nodes, values } = scores;
  for (let i = 0; i <= rows; i += 1) {
    tick();
    for (let j = nodes.low[i] ?? 0; j <= (nodes.high[i] ?? 0); j += 1) {
      const at = ((nodes.start[i] ?? 0) + j - (nodes.low[i] ?? 0)) * shapes.length;
      shapes.forEach(([a, b], s) => {
        if (values[at + s] === Number.NEGATIVE_INFINITY) return;
        const label = a > 0 ? (left[i - 1] ?? -1) : (right[j - 1] ?? -1);
        let pure = true;
        for (let u = i - a; u < i; u += 1) if (left[u] !== label) pure = false;
        for (let u = j - b; u < j; u += 1) if (right[u] !== label) pure = false;
        if (!pure) values[at + s] = Number.NEGATIVE_INFINITY;
        else if (label >= 0) values[at + s] = a > 0 && b > 0 ? (values[at + s] ?? 0) + anchorBonus : 0;
      });
    }
  }
}

/** All links inside fixed rows: the reader is certain. */
export function fixedLinks(fixed: readonly FixedRow[]): SegmentLink[] {
  const links: SegmentLink[] = [];
  for (const row of fixed) {
    row.cells.forEach((left, a) => {
      row.cells.slice(a + 1).forEach((right, offset) => {
        for (const i of left ?? []) for (const j of right ?? []) links.push({ from: [a, i], to: [a + 1 + offset, j], score: 1 });
      });
    });
  }
  return links;
}
