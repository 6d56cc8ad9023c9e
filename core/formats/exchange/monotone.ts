/** The most pairs that stand in the same order on both sides: longest increasing subsequence by patience sorting. */

/**
 * Pairs come in order of their first side. Gives the indices of the longest run whose second sides ascend without
 * overlapping, in order. O(n log n).
 */
export function monotoneSubset(pairs: readonly (readonly [readonly number[], readonly number[]])[]): number[] {
  /** tails[k]: the pair that ends the best run of length k + 1. */
  const tails: number[] = [];
  const before = new Array<number>(pairs.length).fill(-1);
  const firstOf = (i: number): number => pairs[i]?.[1][0] ?? 0;
  for (let i = 0; i < pairs.length; i += 1) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firstOf(tails[middle] ?? 0) < firstOf(i)) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = i;
  }
  const run: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) run.push(i);
  return run.reverse();
}
