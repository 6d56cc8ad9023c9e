/**
 * From the search's own certainty to a score that means what it says: of beads scored .9, nine in ten are the gold standard's.
 * The points were measured on the development sets (docs/alignment.md); between them the curve is straight.
 */
const points: readonly (readonly [number, number])[] = [
  [0, 0.2],
  [1, 1],
];

export function calibrated(posterior: number): number {
  const p = Math.min(1, Math.max(0, posterior));
  for (let k = 1; k < points.length; k += 1) {
    const [x0, y0] = points[k - 1] ?? [0, 0];
    const [x1, y1] = points[k] ?? [1, 1];
    if (p <= x1) return y0 + ((p - x0) / (x1 - x0)) * (y1 - y0);
  }
  return 1;
}
