/**
 * The order of rows when another version becomes the base. Rows follow the base's own order; a row that the base lacks stands as
 * soon as the rows are there in which its versions' preceding segments stand. That is a topological order (Kahn 1962) of the
 * versions' own orders, in which the base's wins wherever crossings close a circle.
 */

/** Reading order of `rows` as indices into it. `rows[r][v]` holds the segment indices of version v in row r. */
export function orderRows(rows: readonly (readonly (readonly number[])[])[], base: number): number[] {
  const first = rows.map((cells) => cells.map((cell) => (cell.length > 0 ? Math.min(...cell) : -1)));
  const inVersion = (v: number): number[] =>
    rows.flatMap((_, r) => ((first[r]![v] ?? -1) >= 0 ? [r] : [])).sort((a, b) => first[a]![v]! - first[b]![v]! || a - b);

  const successors: number[][] = rows.map(() => []);
  const waitsFor = rows.map(() => 0);
  for (let v = 0; v < (rows[0]?.length ?? 0); v += 1) {
    const sequence = inVersion(v);
    for (let i = 1; i < sequence.length; i += 1) {
      successors[sequence[i - 1]!]!.push(sequence[i]!);
      waitsFor[sequence[i]!]! += 1;
    }
  }

  const baseRows = inVersion(base);
  const inBase = new Set(baseRows);
  const leader = (r: number) => first[r]!.findIndex((s) => s >= 0);
  const byLeader = (a: number, b: number) =>
    leader(a) - leader(b) || (first[a]![leader(a)] ?? 0) - (first[b]![leader(b)] ?? 0) || a - b;
  const others = rows.flatMap((_, r) => (inBase.has(r) ? [] : [r])).sort(byLeader);

  const order: number[] = [];
  const placed = new Set<number>();
  // Last in, first out: what follows a row just placed comes before what has been waiting, so that passages stay together.
  const ready = others.filter((r) => waitsFor[r] === 0).reverse();
  const place = (r: number) => {
    placed.add(r);
    order.push(r);
    const freed: number[] = [];
    for (const s of successors[r]!) {
      waitsFor[s]! -= 1;
      if (waitsFor[s] === 0 && !inBase.has(s) && !placed.has(s)) freed.push(s);
    }
    ready.push(...freed.sort(byLeader).reverse());
  };
  const placeReady = () => {
    for (let r = ready.pop(); r !== undefined; r = ready.pop()) if (!placed.has(r)) place(r);
  };

  placeReady();
  for (const r of baseRows) {
    place(r);
    placeReady();
  }
  // What is left waits in a circle; whoever is placed first frees the rest of it.
  for (const r of others) {
    if (placed.has(r)) continue;
    place(r);
    placeReady();
  }
  return order;
}
