/**
 * The yardstick: Gale and Church (1993), sentence lengths in characters and nothing else, with their six bead kinds and
 * constants.
 */
import type { Beads } from './score';

const priors: readonly (readonly [a: number, b: number, prior: number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.00495],
  [0, 1, 0.00495],
  [1, 2, 0.0445],
  [2, 1, 0.0445],
  [2, 2, 0.011],
];
const variance = 6.8;

/** Twice the upper tail of the normal distribution (Abramowitz and Stegun 26.2.17). */
function twoTails(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.max(2 * density * poly, 1e-300);
}

export function alignByLength(a: readonly string[], b: readonly string[]): Beads {
  const x = a.map((text) => text.length);
  const y = b.map((text) => text.length);
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  const ratio = sum(x) > 0 && sum(y) > 0 ? sum(y) / sum(x) : 1;
  const columns = b.length + 1;
  const cost = new Float64Array((a.length + 1) * columns).fill(Number.POSITIVE_INFINITY);
  const back = new Int8Array(cost.length);
  cost[0] = 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      priors.forEach(([m, n, prior], k) => {
        if (i < m || j < n) return;
        const left = sum(x.slice(i - m, i));
        const right = sum(y.slice(j - n, j));
        const mean = (left + right / ratio) / 2;
        const z = Math.abs((ratio * left - right) / Math.sqrt(variance * Math.max(mean, 1)));
        const total = (cost[(i - m) * columns + j - n] ?? 0) - Math.log(prior) - Math.log(twoTails(z));
        if (total < (cost[i * columns + j] ?? 0)) {
          cost[i * columns + j] = total;
          back[i * columns + j] = k;
        }
      });
    }
  }
  const beads: Beads = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const [m, n] = priors[back[i * columns + j] ?? 0] ?? [1, 1];
    beads.push([Array.from({ length: m }, (_, k) => i - m + k), Array.from({ length: n }, (_, k) => j - n + k)]);
    i -= m;
    j -= n;
  }
  return beads.reverse();
}
