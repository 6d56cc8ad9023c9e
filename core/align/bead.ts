/** A bead of a monotone alignment: what every stage of the search hands to the next. */

/** Units [i0, i1) of the first version and [j0, j1) of the second; one side may be empty. */
export interface Bead {
  i0: number;
  i1: number;
  j0: number;
  j1: number;
  score: number;
  /** 0..1, share of all paths' weight that goes through this bead. */
  posterior: number;
  /** Units between those of the bead that it says nothing of: a page's number inside a paragraph (lines-apart.ts). */
  apart?: { a: ReadonlySet<number>; b: ReadonlySet<number> };
}

/** Units of the bead's first and second side that it links. */
export function linkedUnits({ i0, i1, j0, j1, apart }: Bead): [left: number[], right: number[]] {
  const range = (from: number, to: number, without: ReadonlySet<number> | undefined) => {
    const units: number[] = [];
    for (let u = from; u < to; u += 1) if (!without?.has(u)) units.push(u);
    return units;
  };
  return [range(i0, i1, apart?.a), range(j0, j1, apart?.b)];
}
