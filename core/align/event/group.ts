/**
 * From links to rows: every segment in exactly one group, groups that hold together on average. Plain connected components
 * would chain a whole report into one row, so two groups join only where the mean probability of all their pairs carries it
 * (average linkage, Sokal and Michener 1958). Two segments of one version speak a little against a group: it takes more to
 * put them into one cell. Rows that a reader has fixed stay as they are and take up only versions they do not know yet.
 */
import type { FixedRow } from '../types';
import { MaxHeap } from './max-heap';

/** Probability that segment i of version a and segment j of version b (a ≠ b) make the same statement. */
export interface Pairing {
  a: number;
  i: number;
  b: number;
  j: number;
  probability: number;
}

export interface SegmentGroup {
  /** One array a version, segment indices ascending. */
  cells: number[][];
  /** Index of the fixed row it was given as. */
  fixed: number | null;
  /** Mean probability of its pairs; null where it holds segments of one version only. */
  score: number | null;
}

export const grouping = {
  /** Mean probability from which on groups join. */
  join: 0.45,
  /** What a pair of segments of one version counts, with probability 0. */
  sameVersion: 0.15,
};

interface Group {
  members: { version: number; segment: number }[];
  fixed: number | null;
  /** Sum of probabilities to other groups. */
  toward: Map<number, number>;
  /** Sum inside. */
  inside: number;
}

/** Weight of all pairs between two groups: 1 across versions. */
function pairsBetween(g: Group, h: Group): number {
  let weight = 0;
  for (const x of g.members) for (const y of h.members) weight += x.version === y.version ? grouping.sameVersion : 1;
  return weight;
}

class Grouping {
  readonly groups: (Group | null)[] = [];
  private readonly fixedRows: readonly FixedRow[];
  private readonly groupOf: number[][];
  private readonly heap = new MaxHeap<readonly [g: number, h: number]>();

  constructor(sizes: readonly number[], fixedRows: readonly FixedRow[]) {
    this.fixedRows = fixedRows;
    this.groupOf = sizes.map((size) => new Array<number>(size).fill(-1));
    fixedRows.forEach((row, index) => {
      const members = sizes.flatMap((size, version) =>
        [...new Set(row.cells[version] ?? [])]
          .filter((segment) => segment >= 0 && segment < size && this.groupOf[version]?.[segment] === -1)
          .map((segment) => ({ version, segment })),
      );
      this.add(members, index);
    });
    sizes.forEach((size, version) => {
      for (let segment = 0; segment < size; segment += 1) {
        if (this.groupOf[version]?.[segment] === -1) this.add([{ version, segment }], null);
      }
    });
  }

  private add(members: Group['members'], fixed: number | null): void {
    const id = this.groups.push({ members, fixed, toward: new Map(), inside: 0 }) - 1;
    for (const { version, segment } of members) {
      const row = this.groupOf[version];
      if (row) row[segment] = id;
    }
  }

  private connect(g: number, h: number, probability: number): void {
    const [one, other] = [this.groups[g], this.groups[h]];
    if (!one || !other) return;
    if (g === h) {
      one.inside += probability;
      return;
    }
    one.toward.set(h, (one.toward.get(h) ?? 0) + probability);
    other.toward.set(g, (other.toward.get(g) ?? 0) + probability);
  }

  private mayJoin(g: Group, h: Group): boolean {
    if (g.fixed !== null && h.fixed !== null) return false;
    const [given, free] = g.fixed !== null ? [g, h] : [h, g];
    if (given.fixed === null) return true;
    const cells = this.fixedRows[given.fixed]?.cells ?? [];
    return free.members.every(({ version }) => (cells[version] ?? null) === null);
  }

  private offer(g: number, h: number): void {
    const [one, other] = [this.groups[g], this.groups[h]];
    if (!one || !other || !this.mayJoin(one, other)) return;
    const mean = (one.toward.get(h) ?? 0) / pairsBetween(one, other);
    if (mean >= grouping.join) this.heap.push(mean, [Math.min(g, h), Math.max(g, h)]);
  }

  run(pairings: readonly Pairing[], tick: () => void): void {
    for (const { a, i, b, j, probability } of pairings) {
      tick();
      this.connect(this.groupOf[a]?.[i] ?? -1, this.groupOf[b]?.[j] ?? -1, probability);
    }
    this.groups.forEach((group, g) => {
      tick();
      for (const h of group?.toward.keys() ?? []) if (g < h) this.offer(g, h);
    });
    // Joined groups get new numbers, so that offers made to what they were fall through.
    for (let offer = this.heap.pop(); offer !== undefined; offer = this.heap.pop()) {
      tick();
      this.join(...offer);
    }
  }

  private join(g: number, h: number): void {
    const [one, other] = [this.groups[g], this.groups[h]];
    if (!one || !other) return;
    const id = this.groups.length;
    const toward = new Map<number, number>();
    for (const [source, from] of [
      [one, h],
      [other, g],
    ] as const) {
      for (const [to, sum] of source.toward) if (to !== from) toward.set(to, (toward.get(to) ?? 0) + sum);
    }
    this.groups.push({
      members: [...one.members, ...other.members],
      fixed: one.fixed ?? other.fixed,
      toward,
      inside: one.inside + other.inside + (one.toward.get(h) ?? 0),
    });
    this.groups[g] = null;
    this.groups[h] = null;
    for (const [to, sum] of toward) {
      const neighbour = this.groups[to];
      neighbour?.toward.delete(g);
      neighbour?.toward.delete(h);
      neighbour?.toward.set(id, sum);
      this.offer(to, id);
    }
  }
}

function scoreOf(group: Group): number | null {
  let pairs = 0;
  group.members.forEach((x, k) => {
    for (const y of group.members.slice(k + 1)) if (x.version !== y.version) pairs += 1;
  });
  return pairs > 0 ? group.inside / pairs : null;
}

/** `sizes`: segments of each version. Fixed rows keep their place in the result even where they are empty. */
export function groupSegments(
  sizes: readonly number[],
  pairings: readonly Pairing[],
  fixed: readonly FixedRow[] = [],
  tick: () => void = () => undefined,
): SegmentGroup[] {
  const grouped = new Grouping(sizes, fixed);
  grouped.run(pairings, tick);
  return grouped.groups.flatMap((group) => {
    if (!group) return [];
    const cells = sizes.map((_, version) =>
      group.members
        .filter((member) => member.version === version)
        .map((member) => member.segment)
        .sort((x, y) => x - y),
    );
    return [{ cells, fixed: group.fixed, score: scoreOf(group) }];
  });
}
