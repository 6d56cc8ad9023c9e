/**
 * Versions that disagree about a group: a and b hold together, b and c hold together, but a and c are linked elsewhere and not
 * to each other. They are reported, so that a reader can look, not settled in silence.
 */
import type { AlignConflict, AlignedRow, SegmentLink } from './types';

type Place = readonly [version: number, segment: number];

const keyOf = ([version, segment]: Place) => `${version}.${segment}`;

export function findConflicts(rows: readonly AlignedRow[], links: readonly SegmentLink[]): AlignConflict[] {
  const partners = new Map<string, Place[]>();
  const note = (one: Place, other: Place) => {
    const list = partners.get(keyOf(one));
    if (list) list.push(other);
    else partners.set(keyOf(one), [other]);
  };
  for (const link of links) {
    note(link.from, link.to);
    note(link.to, link.from);
  }
  const rowOf = new Map<string, number>();
  rows.forEach((row, r) => {
    row.cells.forEach((cell, version) => {
      for (const segment of cell) rowOf.set(keyOf([version, segment]), r);
    });
  });
  const conflicts: AlignConflict[] = [];
  const seen = new Set<string>();
  for (const link of links) {
    if (rowOf.get(keyOf(link.from)) === rowOf.get(keyOf(link.to))) continue;
    // The two stand in different rows although they are linked: some third segment spoke against it.
    const third = [...(partners.get(keyOf(link.from)) ?? []), ...(partners.get(keyOf(link.to)) ?? [])].filter(
      (place) => place[0] !== link.from[0] && place[0] !== link.to[0],
    );
    const segments = [link.from, link.to, ...third].filter(
      (place, k, all) => all.findIndex((p) => keyOf(p) === keyOf(place)) === k,
    );
    segments.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    const key = segments.map(keyOf).join(' ');
    if (!seen.has(key)) conflicts.push({ segments });
    seen.add(key);
  }
  return conflicts;
}
