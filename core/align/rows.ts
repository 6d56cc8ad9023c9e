/**
 * From pairs to rows: links between segments of any two versions become n-way groups, so that each segment stands in exactly
 * one. Connected components would merge too much; two groups join only when most of their members are linked to each other.
 * Groups that a reader has fixed are never joined to what the reader left out of them.
 */
import type { AlignedRow, AlignOptions, FixedRow } from './types';

/** A set of segments of two versions that one bead or link holds together. */
export interface Link {
  a: number;
  b: number;
  /** Segment indices in versions a and b. */
  left: readonly number[];
  right: readonly number[];
  /** 0..1 */
  score: number;
}

interface Group {
  cells: number[][];
  fixed: number | null;
}

export interface GroupOptions {
  /** Share of the member pairs that must be linked before two groups join. */
  support: number;
  /** Links from this score on need no support. */
  sure: number;
  fixed: readonly FixedRow[];
}

export class RowGrouping {
  private readonly groupOf: number[][];
  private readonly groups: (Group | null)[] = [];
  private readonly linked = new Map<number, number>();
  /** Segments of the versions before each, and of all. */
  private readonly before: readonly number[];
  private readonly total: number;
  private readonly versions: number;
  private readonly options: GroupOptions;

  constructor(sizes: readonly number[], options: GroupOptions) {
    this.versions = sizes.length;
    let total = 0;
    this.before = sizes.map((size) => {
      total += size;
      return total - size;
    });
    this.total = total;
    this.options = options;
    this.groupOf = sizes.map((size) => new Array<number>(size).fill(-1));
    options.fixed.forEach((row, index) => {
      const cells = sizes.map((_, v) => [...(row.cells[v] ?? [])]);
      const id = this.groups.push({ cells, fixed: index }) - 1;
      cells.forEach((cell, v) => {
        for (const segment of cell) this.assign(v, segment, id);
      });
    });
    sizes.forEach((size, v) => {
      for (let segment = 0; segment < size; segment += 1) {
        if ((this.groupOf[v]?.[segment] ?? -1) >= 0) continue;
        const cells: number[][] = sizes.map(() => []);
        cells[v]?.push(segment);
        this.assign(v, segment, this.groups.push({ cells, fixed: null }) - 1);
      }
    });
  }

  private assign(version: number, segment: number, id: number): void {
    const row = this.groupOf[version];
    if (row && segment < row.length) row[segment] = id;
  }

  /** One number for two segments, the earlier version's first. */
  private key(a: number, i: number, b: number, j: number): number {
    const one = (this.before[a] ?? 0) + i;
    const other = (this.before[b] ?? 0) + j;
    return a < b ? one * this.total + other : other * this.total + one;
  }

  /** Joins along the links, surest first. */
  join(links: readonly Link[], tick: () => void): void {
    for (const link of links) {
      for (const i of link.left) {
        for (const j of link.right) this.linked.set(this.key(link.a, i, link.b, j), link.score);
      }
    }
    const ordered = [...links].sort(
      (x, y) =>
        y.score - x.score ||
        x.a - y.a ||
        x.b - y.b ||
        (x.left[0] ?? 0) - (y.left[0] ?? 0) ||
        (x.right[0] ?? 0) - (y.right[0] ?? 0),
    );
    for (const link of ordered) {
      tick();
      const ids = new Set<number>();
      for (const i of link.left) ids.add(this.groupOf[link.a]?.[i] ?? -1);
      for (const j of link.right) ids.add(this.groupOf[link.b]?.[j] ?? -1);
      ids.delete(-1);
      this.joinGroups([...ids], link);
    }
  }

  private joinGroups(ids: readonly number[], link: Link): void {
    const [first, ...rest] = ids;
    if (first === undefined || rest.length === 0) return;
    // A bead of two versions whose segments are still alone joins whole; groups that grew join pair by pair.
    const alone = ids.every((id) => this.size(id) === 1 && this.groups[id]?.fixed === null);
    let target = first;
    for (const id of rest) {
      if (alone || this.mayJoin(target, id, link)) target = this.merge(target, id);
    }
  }

  private size(id: number): number {
    return this.groups[id]?.cells.reduce((sum, cell) => sum + cell.length, 0) ?? 0;
  }

  private mayJoin(x: number, y: number, link: Link): boolean {
    const g = this.groups[x];
    const h = this.groups[y];
    if (!g || !h || (g.fixed !== null && h.fixed !== null)) return false;
    const [fixed, free] = g.fixed !== null ? [g, h] : [h, g];
    if (fixed.fixed !== null) {
      const given = this.options.fixed[fixed.fixed];
      // Only versions that take no part in the fixed row yet may be added to it.
      if (free.cells.some((cell, v) => cell.length > 0 && (given?.cells[v] ?? null) !== null)) return false;
    }
    let pairs = 0;
    let joined = 0;
    g.cells.forEach((left, a) => {
      h.cells.forEach((right, b) => {
        for (const i of left) {
          for (const j of right) {
            if (a === b) {
              const together =
                (link.a === a && link.left.includes(i) && link.left.includes(j)) ||
                (link.b === a && link.right.includes(i) && link.right.includes(j));
              if (!together) continue;
              pairs += 1;
              joined += 1;
            } else {
              pairs += 1;
              if (this.linked.has(this.key(a, i, b, j))) joined += 1;
            }
          }
        }
      });
    });
    return pairs > 0 && (link.score >= this.options.sure || joined / pairs >= this.options.support);
  }

  private merge(x: number, y: number): number {
    const g = this.groups[x];
    const h = this.groups[y];
    if (!g || !h || x === y) return x;
    const [into, from, gone] = h.fixed !== null ? [y, x, g] : [x, y, h];
    const kept = this.groups[into];
    gone.cells.forEach((cell, v) => {
      for (const segment of cell) {
        kept?.cells[v]?.push(segment);
        this.assign(v, segment, into);
      }
      kept?.cells[v]?.sort((a, b) => a - b);
    });
    this.groups[from] = null;
    return into;
  }

  /** Rows in the order of the base version; what the base lacks stands after its neighbour in its own version. */
  rows(base: number): AlignedRow[] {
    const ids = this.order(base);
    return ids.flatMap((id) => {
      const group = this.groups[id];
      if (!group) return [];
      const row: AlignedRow = { cells: group.cells, score: this.score(group) };
      if (group.fixed !== null) row.fixed = group.fixed;
      return [row];
    });
  }

  /** Mean over the segments of each two versions: how sure each is linked to the other version's cell, by its surest link there. */
  private score(group: Group): number | null {
    let sum = 0;
    let count = 0;
    group.cells.forEach((left, a) => {
      for (let b = a + 1; b < this.versions; b += 1) {
        const right = group.cells[b] ?? [];
        if (left.length === 0 || right.length === 0) continue;
        const surest = (scores: readonly number[]) => scores.reduce((most, score) => Math.max(most, score), 0);
        const score = (i: number, j: number) => this.linked.get(this.key(a, i, b, j)) ?? 0;
        for (const i of left) sum += surest(right.map((j) => score(i, j)));
        for (const j of right) sum += surest(left.map((i) => score(i, j)));
        count += left.length + right.length;
      }
    });
    return count === 0 ? null : sum / count;
  }

  private order(base: number): number[] {
    const versionOrder = [base, ...this.groupOf.map((_, v) => v).filter((v) => v !== base)];
    const next = new Map<number, number>();
    const placed = new Set<number>();
    const head = -1;
    const insertAfter = (at: number, id: number) => {
      const follower = next.get(at);
      next.set(at, id);
      if (follower !== undefined) next.set(id, follower);
      placed.add(id);
    };
    let last = head;
    for (const id of this.groupOf[base] ?? []) {
      if (placed.has(id)) continue;
      insertAfter(last, id);
      last = id;
    }
    for (const v of versionOrder.slice(1)) {
      let previous = head;
      for (const id of this.groupOf[v] ?? []) {
        if (!placed.has(id)) {
          let at = previous;
          // Behind what earlier versions have put in the same place.
          for (let follower = next.get(at); follower !== undefined; follower = next.get(at)) {
            const group = this.groups[follower];
            if ((group?.cells[base]?.length ?? 0) > 0 || (group?.cells[v]?.length ?? 0) > 0) break;
            at = follower;
          }
          insertAfter(at, id);
        }
        previous = id;
      }
    }
    const order: number[] = [];
    for (let id = next.get(head); id !== undefined; id = next.get(id)) order.push(id);
    // Fixed rows without any segment stand last.
    this.groups.forEach((group, id) => {
      if (group && !placed.has(id)) order.push(id);
    });
    return order;
  }
}

export function groupRows(
  sizes: readonly number[],
  links: readonly Link[],
  support: number,
  options: Pick<AlignOptions, 'base' | 'fixed'>,
  sure = Number.POSITIVE_INFINITY,
  tick: () => void = () => undefined,
): AlignedRow[] {
  const grouping = new RowGrouping(sizes, { support, sure, fixed: options.fixed ?? [] });
  grouping.join(links, tick);
  tick();
  return grouping.rows(Math.min(Math.max(options.base ?? 0, 0), Math.max(0, sizes.length - 1)));
}
