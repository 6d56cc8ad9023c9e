/**
 * From the search's own certainty to a score that means what it says: of beads scored .9, nine in ten are the gold standard's.
 * The points were measured on the development sets (docs/alignment.md). The search is too modest below .9 and too sure of itself
 * near 1, so the curve runs over the number of nines, -log10(1 - p), straight between the points.
 */
const points: readonly (readonly [nines: number, share: number])[] = [
  [0, 0.4],
  [0.45, 0.67],
  [0.8, 0.75],
  [1.2, 0.86],
  [1.6, 0.89],
  [2, 0.93],
  [2.5, 0.945],
  [3, 0.957],
  [3.5, 0.97],
  [4, 0.98],
  [5, 0.99],
  [8, 0.995],
];

/** Ascending in the posterior; 0 and 1 give the ends of the curve. */
export function calibrated(posterior: number): number {
  const nines = -Math.log10(Math.max(1e-12, 1 - Math.min(1, Math.max(0, posterior))));
  for (let k = 1; k < points.length; k += 1) {
    const [x0, y0] = points[k - 1] ?? [0, 0];
    const [x1, y1] = points[k] ?? [1, 1];
    if (nines <= x1) return y0 + ((nines - x0) / (x1 - x0)) * (y1 - y0);
  }
  return points.at(-1)?.[1] ?? 1;
}
