/**
 * How a pair of units stands against chance: its similarity beside the null distribution of its pair of versions (what units that
 * are no counterparts share there, by topic, by noise of the dictionary or by the richness of the evidence) and beside its rivals
 * in its row and column. A similarity of .12 is a sure link between a feature and a brief in languages far apart, and chance
 * between two reports in one language.
 */

/** Constants of the logistic regression (Platt 1999; docs/alignment-events.md). */
export const standing = {
  intercept: -10,
  similarity: 30,
  /** Logarithm of the similarity over that of the best rival in row or column, the worse of both; cut off at ±`most`. */
  rival: 2,
  most: 2,
  /** Keeps the logarithms of small similarities apart from chance. */
  rivalFloor: 0.02,
  /** Logarithm of the null distribution's mean. */
  noise: -1.58,
  noiseFloor: 0.003,
  /** What lies above is no noise: versions that say one thing several times. */
  noiseMost: 0.04,
  /** Log odds of units that share nothing. */
  nothing: -12,
  /** Pairs below this share of the ordered similarities are taken for the null distribution. */
  nullShare: 0.85,
  /** That of short texts is drawn to this mean, as if so many more pairs had been seen. */
  priorMean: 0.01,
  priorPairs: 20,
};

/** Mean of the null distribution: of the similarity of all pairs but the likest. */
export function nullMean(similarity: Float32Array): number {
  const size = Math.max(1, Math.floor(similarity.length * standing.nullShare));
  const rest = Float32Array.from(similarity).sort().subarray(0, size);
  const sum = rest.reduce((total, value) => total + value, 0);
  return (sum + standing.priorMean * standing.priorPairs) / (rest.length + standing.priorPairs);
}

/** The best and the second best value of each row and column. */
class Rivals {
  readonly best: Float32Array;
  readonly second: Float32Array;

  constructor(size: number) {
    this.best = new Float32Array(size);
    this.second = new Float32Array(size);
  }

  meet(at: number, value: number): void {
    if (value > (this.best[at] ?? 0)) {
      this.second[at] = this.best[at] ?? 0;
      this.best[at] = value;
    } else if (value > (this.second[at] ?? 0)) this.second[at] = value;
  }

  /** The best of the others. */
  of(at: number, value: number): number {
    const best = this.best[at] ?? 0;
    return value < best ? best : (this.second[at] ?? 0);
  }
}

/** Log odds, for each pair of units, that both make the same statement. */
export function standings(similarity: Float32Array, columns: number): Float32Array {
  const rows = new Rivals(columns > 0 ? similarity.length / columns : 0);
  const others = new Rivals(columns);
  similarity.forEach((value, cell) => {
    rows.meet(Math.floor(cell / columns), value);
    others.meet(cell % columns, value);
  });
  const chance =
    standing.intercept + standing.noise * Math.log(Math.min(standing.noiseMost, nullMean(similarity)) + standing.noiseFloor);
  const log = (value: number) => Math.log(value + standing.rivalFloor);
  return similarity.map((value, cell) => {
    if (value <= 0) return standing.nothing;
    const rival = Math.max(rows.of(Math.floor(cell / columns), value), others.of(cell % columns, value));
    const lead = Math.max(-standing.most, Math.min(standing.most, log(value) - log(rival)));
    return chance + standing.similarity * value + standing.rival * lead;
  });
}

export const probabilityOfStanding = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
