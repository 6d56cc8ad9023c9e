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
}
