/**
 * How the lengths of the two texts go together (Gale and Church 1993): characters of b for each of a, and the variance of what
 * departs from that, per character. At first from the totals and the literature, then from the beads found.
 */

import type { Bead } from './bead';
import { parameters } from './parameters';
import type { AnalysedVersion } from './vocabulary';

export interface LengthModel {
  ratio: number;
  variance: number;
}

const total = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0);

export function lengthsOfTexts(a: AnalysedVersion, b: AnalysedVersion): LengthModel {
  const [x, y] = [total(a.chars), total(b.chars)];
  return { ratio: x > 0 && y > 0 ? y / x : 1, variance: parameters.lengthVariance };
}

/** The median of a squared standard normal variable: turns a median of squares, which outliers do not move, into a variance. */
const medianOfSquare = 0.455;

export function lengthsOfBeads(a: AnalysedVersion, b: AnalysedVersion, beads: readonly Bead[], before: LengthModel): LengthModel {
  const pairs = beads.flatMap((bead): [number, number][] => {
    if (bead.i0 === bead.i1 || bead.j0 === bead.j1 || bead.score <= 0) return [];
    return [[total(a.chars.subarray(bead.i0, bead.i1)), total(b.chars.subarray(bead.j0, bead.j1))]];
  });
  if (pairs.length < 5) return before;
  const [x, y] = pairs.reduce(([p, q], [left, right]) => [p + left, q + right], [0, 0]);
  const ratio = y / Math.max(1, x);
  const squares = pairs
    .map(([left, right]) => (ratio * left - right) ** 2 / Math.max(1, (left + right / ratio) / 2))
    .sort((p, q) => p - q);
  const found = (squares[squares.length >> 1] ?? 0) / medianOfSquare;
  const weight = parameters.lengthPrior;
  const variance = (found * pairs.length + parameters.lengthVariance * weight) / (pairs.length + weight);
  return { ratio, variance: Math.min(parameters.mostVariance, Math.max(parameters.leastVariance, variance)) };
}
