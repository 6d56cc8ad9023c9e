/**
 * The order of rows when another version becomes the base: rows follow the base's own order; a row that the base lacks stands
 * behind the rows in which its versions' preceding segments stand.
 */

/** Reading order of `rows` as indices into it. `rows[r][v]` holds the segment indices of version v in row r. */
export function orderRows(rows: readonly (readonly (readonly number[])[])[], base: number): number[] {
  const first = rows.map((cells) => cells.map((cell) => (cell.length > 0 ? Math.min(...cell) : -1)));
  // For each version the rows that have it, by their first segment there; and each row's predecessor in each version.
  const versions = rows[0]?.length ?? 0;
  const predecessors: number[][] = rows.map(() => []);
  for (let v = 0; v < versions; v += 1) {
    const present = rows.flatMap((_, r) => (first[r]![v]! >= 0 ? [r] : []));
    present.sort((a, b) => first[a]![v]! - first[b]![v]! || a - b);
    for (let i = 1; i < present.length; i += 1) predecessors[present[i]!]!.push(present[i - 1]!);
  }

  const hasBase = (r: number) => (first[r]![base] ?? -1) >= 0;
  const baseRows = rows.flatMap((_, r) => (hasBase(r) ? [r] : [])).sort((a, b) => first[a]![base]! - first[b]![base]! || a - b);

  /** Where a row hangs: behind which base row (−1 before the first), on which branch, how deep. Compared in this order. */
  interface Place {
    anchor: number;
    branch: number;
    depth: number;
    parent: number;
  }
  const places: (Place | undefined)[] = rows.map(() => undefined);
  baseRows.forEach((r, i) => {
    places[r] = { anchor: i, branch: -1, depth: 0, parent: -1 };
  });
  const later = (a: number, b: number): number => {
    const [p, q] = [places[a]!, places[b]!];
    return p.anchor - q.anchor || p.branch - q.branch || p.depth - q.depth || a - b;
  };
  const leader = (r: number) => first[r]!.findIndex((s) => s >= 0);
  const settle = (r: number) => {
    const placed = predecessors[r]!.filter((p) => places[p]).sort(later);
    // Of two predecessors the later: then both versions keep their order. Of more, the middle one: a single crossing doesn't pull.
    const parent = placed[Math.floor(placed.length / 2)];
    if (parent === undefined) {
      places[r] = { anchor: -1, branch: leader(r), depth: 1, parent: -1 };
      return;
    }
    const { anchor, branch, depth } = places[parent]!;
    places[r] = { anchor, branch: depth === 0 ? leader(r) : branch, depth: depth + 1, parent };
  };
  // Depth first without recursion: a chain of rows that the base lacks may be as long as the text. Where crossings close a
  // circle, the predecessor under way is left out.
  const underWay = new Set<number>();
  for (let start = 0; start < rows.length; start += 1) {
    const stack = [start];
    while (stack.length > 0) {
      const r = stack.at(-1)!;
      if (places[r]) {
        stack.pop();
        continue;
      }
      const open = underWay.has(r) ? [] : predecessors[r]!.filter((p) => !places[p] && !underWay.has(p));
      underWay.add(r);
      if (open.length > 0) stack.push(...open);
      else {
        settle(r);
        underWay.delete(r);
        stack.pop();
      }
    }
  }

  const children = new Map<number, number[]>();
  const heads: number[] = [];
  rows.forEach((_, r) => {
    const place = places[r]!;
    if (place.depth === 0) return;
    if (place.parent < 0) heads.push(r);
    else children.set(place.parent, [...(children.get(place.parent) ?? []), r]);
  });
  const bySibling = (a: number, b: number) => leader(a) - leader(b) || first[a]![leader(a)]! - first[b]![leader(b)]! || a - b;
  const order: number[] = [];
  const walk = (roots: readonly number[]) => {
    const stack = [...roots].reverse();
    while (stack.length > 0) {
      const r = stack.pop()!;
      order.push(r);
      const below = children.get(r);
      if (below) stack.push(...below.sort(bySibling).reverse());
    }
  };
  walk(heads.sort(bySibling));
  walk(baseRows);
  return order;
}
