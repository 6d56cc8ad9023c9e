import { describe, expect, it } from 'vitest';
import { defaultAcceptance } from '../../../../core/align/acceptance';
import { BeadScorer, coarseShapes, shapePriors, shapes } from '../../../../core/align/bead-score';
import { buildEvidence } from '../../../../core/align/evidence-table';
import { buildGrid, fullBand, postings } from '../../../../core/align/grid';
import { lengthsOfTexts } from '../../../../core/align/lengths';
import { parameters } from '../../../../core/align/parameters';
import { beadPosteriors, bestPath, probableBeads, scoreBeads } from '../../../../core/align/search';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, version } from './versions';

function scored(left: string[], right: string[]) {
  const [a, b] = [version('en', ...left), version('ar', ...right)];
  const x = analyse(a, sentenceUnits(a));
  const y = analyse(b, sentenceUnits(b));
  const table = buildEvidence(x, y, villageLexicon).build();
  const band = fullBand(x.units.length, y.units.length);
  const grid = buildGrid(x, table, postings(y), band, () => undefined);
  const scorer = new BeadScorer(x, y, table, grid, lengthsOfTexts(x, y), defaultAcceptance(false), villageLexicon);
  const scores = scoreBeads(scorer, band, x, y, shapePriors(), shapes.length, () => undefined);
  return { scorer, scores, rows: x.units.length };
}

describe('BeadScorer', () => {
  it('scores true beads above chance and foreign ones below', () => {
    const { scorer } = scored(english, arabic);
    english.forEach((_, k) => {
      expect(scorer.evidence(k, k + 1, k, k + 1)).toBeGreaterThan(0);
      expect(scorer.evidence(k, k + 1, (k + 1) % 5, ((k + 1) % 5) + 1)).toBeLessThan(0);
    });
  });

  it('makes a bead pay for a segment too many', () => {
    const { scorer } = scored(english, arabic);
    expect(scorer.score(0, 1, 0, 1)).toBeGreaterThan(scorer.score(0, 1, 0, 2));
  });

  it('expects words to keep their place in a long bead', () => {
    const first = 'village bridge river flood school teacher child doctor hospital farmer';
    const second = 'harvest wheat rain road market minister money winter snow train';
    const [one, two] = ['قرية جسر نهر فيضان مدرسة معلم طفل طبيب مستشفى فلاح', 'حصاد قمح مطر طريق سوق وزير مال شتاء ثلج قطار'];
    const { scorer } = scored([`${first} ${second}`], [one, two, two, one]);
    expect(scorer.evidence(0, 1, 0, 2)).toBeGreaterThan(scorer.evidence(0, 1, 2, 4) + 1);
  });

  it('does not try big beads whose lengths are far apart', () => {
    const long = `${'The teacher took every child of the school to the hospital. '.repeat(30)}`;
    const { scorer } = scored([long], ['قرية', 'نقل المعلم كل طفل من المدرسة إلى المستشفى. '.repeat(30)]);
    const units = 30;
    expect(scorer.score(0, units, 0, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(scorer.score(0, 1, 0, 1)).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  });

  it('holds a bead to its numbers more than to its words', () => {
    const word = scored(['bridge winter snow', 'money'], ['جسر شتاء', 'مال']);
    const number = scored(['bridge winter 1987', 'money'], ['جسر شتاء', 'مال']);
    const met = scored(['bridge winter 1987', 'money'], ['جسر شتاء ١٩٨٧', 'مال']);
    expect(number.scorer.evidence(0, 1, 0, 1)).toBeLessThan(word.scorer.evidence(0, 1, 0, 1));
    expect(met.scorer.evidence(0, 1, 0, 1)).toBeGreaterThan(number.scorer.evidence(0, 1, 0, 1) + 1);
  });

  it('lets a token explain one token, not every repetition', () => {
    const once = scored(['bridge and winter', 'x'], ['جسر شتاء', 'y']);
    const again = scored(['bridge and winter', 'x'], ['جسر جسر جسر شتاء', 'y']);
    expect(again.scorer.evidence(0, 1, 0, 1)).toBeLessThan(once.scorer.evidence(0, 1, 0, 1));
  });
});

describe('shapePriors', () => {
  it('prefers small beads and follows the beads of the text', () => {
    const before = shapePriors();
    const of = (a: number, b: number) => shapes.findIndex(([x, y]) => x === a && y === b);
    expect(before[of(1, 1)]).toBeGreaterThan(before[of(1, 2)] ?? 0);
    expect(before[of(1, 2)]).toBeGreaterThan(before[of(1, 6)] ?? 0);
    expect(before[of(2, 2)]).toBeGreaterThan(before[of(3, 3)] ?? 0);
    const twos = Array.from({ length: 50 }, (_, k) => ({ i0: k, i1: k + 1, j0: 2 * k, j1: 2 * k + 2, posterior: 1 }));
    expect(shapePriors(twos)[of(1, 2)]).toBeGreaterThan(before[of(1, 2)] ?? 0);
  });

  it('tries the small shapes first', () => {
    expect(shapes.slice(0, coarseShapes).every(([a, b]) => a <= 2 && b <= 2)).toBe(true);
  });
});

describe('bestPath', () => {
  it('covers both texts in order, with posteriors between 0 and 1', () => {
    const { scores, rows } = scored(english, arabic.slice(1));
    const beads = bestPath(scores, rows, true);
    let [i, j] = [0, 0];
    for (const bead of beads) {
      expect([bead.i0, bead.j0]).toEqual([i, j]);
      [i, j] = [bead.i1, bead.j1];
      expect(bead.posterior).toBeGreaterThan(0);
      expect(bead.posterior).toBeLessThanOrEqual(1);
    }
    expect([i, j]).toEqual([5, 4]);
  });

  it('leaves out beads that are less probable than is worthwhile, and only those of the likeliest path', () => {
    const { scores, rows } = scored(english, [...arabic.slice(0, 2), 'نص غريب لا علاقة له بشيء', ...arabic.slice(3)]);
    for (const bead of bestPath(scores, rows, true)) {
      if (bead.i0 < bead.i1 && bead.j0 < bead.j1) expect(bead.posterior).toBeGreaterThan(parameters.worthwhile);
    }
    expect(bestPath(scores, rows, false).every((bead) => bead.posterior === 1)).toBe(true);
  });

  it('gives every unit one whole unit of probability, omissions counted', () => {
    const { scores, rows } = scored(english, arabic.slice(1));
    const sums = new Float64Array(rows);
    for (const bead of probableBeads(scores, rows)) {
      for (let i = bead.i0; i < bead.i1; i += 1) sums[i] = (sums[i] ?? 0) + bead.posterior;
    }
    for (const sum of sums) expect(sum).toBeCloseTo(1, 1);
  });

  it('makes the ends of paragraphs inside a bead dearer where paragraphs have many sentences', () => {
    const two = (texts: string[]) => {
      const { scores } = scored(texts, ['جسر.', 'قرية.', 'نهر.', 'مدرسة.']);
      const at = (scores.nodes.start[2] ?? 0) + 1 - (scores.nodes.low[2] ?? 0);
      const shape = shapes.findIndex(([x, y]) => x === 2 && y === 1);
      return scores.values[at * shapes.length + shape] ?? 0;
    };
    const alone = two(['The bridge.', 'The village.', 'The river.', 'The school.']);
    const together = two(['The bridge.', 'The village. The river. The school.']);
    expect(together).toBeLessThan(alone);
  });

  it('gives every unit at most one whole unit of probability', () => {
    const { scores, rows } = scored(english, arabic);
    const sums = new Float64Array(rows);
    beadPosteriors(scores, rows, (i0, i1, _j0, _j1, posterior) => {
      for (let i = i0; i < i1; i += 1) sums[i] = (sums[i] ?? 0) + posterior;
    });
    for (const sum of sums) expect(sum).toBeLessThanOrEqual(1.0001);
  });
});
