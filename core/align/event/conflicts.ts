/**
 * Where versions disagree about a group: a and b say the same, b and c say the same, yet a and c do not, so that no row can
 * hold all three. Reported, because a reader should decide.
 */
import type { AlignConflict } from '../types';
import type { Pairing, SegmentGroup } from './group';

/** A link from this probability on that no row holds is worth a look; below the second a pair speaks against. */
const strong = 0.6;
const weak = 0.2;

type Place = readonly [version: number, segment: number];

const key = ([version, segment]: Place) => `${version}.${segment}`;
const pairKey = (x: Place, y: Place) => (x[0] < y[0] ? `${key(x)}:${key(y)}` : `${key(y)}:${key(x)}`);
const inOrder = (x: Place, y: Place) => x[0] - y[0] || x[1] - y[1];

/** One conflict for each pair of rows between which strong links were cut. */
export function findConflicts(groups: readonly SegmentGroup[], pairings: readonly Pairing[]): AlignConflict[] {
  const rowOf = new Map<string, number>();
  const members: Place[][] = groups.map(({ cells }, row) =>
    cells.flatMap((cell, version) =>
      cell.map((segment): Place => {
        rowOf.set(key([version, segment]), row);
        return [version, segment];
      }),
    ),
  );
  const probability = new Map(pairings.map(({ a, i, b, j, probability: p }) => [pairKey([a, i], [b, j]), p]));
  const found = new Map<string, Map<string, Place>>();
  for (const pairing of pairings) {
    if (pairing.probability < strong) continue;
    const ends: [Place, Place] = [
      [pairing.a, pairing.i],
      [pairing.b, pairing.j],
    ];
    const rows = ends.map((end) => rowOf.get(key(end)) ?? -1);
    const [r = -1, s = -1] = rows;
    if (r === s) continue;
    // What stands with one end and speaks against the other.
    const against = [0, 1].flatMap((side) => {
      const [near, far] = side === 0 ? ends : [ends[1], ends[0]];
      return (members[side === 0 ? r : s] ?? []).filter(
        (third) =>
          third[0] !== near[0] &&
          third[0] !== far[0] &&
          (probability.get(pairKey(near, third)) ?? 0) >= strong &&
          (probability.get(pairKey(far, third)) ?? 0) < weak,
      );
    });
    if (against.length === 0) continue;
    const name = `${Math.min(r, s)}:${Math.max(r, s)}`;
    const places = found.get(name) ?? new Map<string, Place>();
    for (const place of [...ends, ...against]) places.set(key(place), place);
    found.set(name, places);
  }
  return [...found.values()]
    .map((places) => ({ segments: [...places.values()].sort(inOrder) }))
    .sort((x, y) => inOrder(x.segments[0] ?? [0, 0], y.segments[0] ?? [0, 0]));
}
