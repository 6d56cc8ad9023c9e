/**
 * Are versions reports of one event at all, and if so, are they translations of one text or reports that go their own ways?
 *
 * Related: which share of the shorter version's units has a counterpart that is mutually best (each is the other's likest, so
 * that words of the topic, which make everything alike, decide nothing) and probable, and still is when names count little, for
 * the same people meet more than once. News puts the event itself at the head: where the heads are not alike, more of the rest
 * must be. A translation: counterparts stand in one order, nearly everything has one, and the lengths agree.
 */
import type { AlignmentKind } from '../../model/report';
import type { PairComparison } from './compare-pair';
import type { EventVersion } from './pieces';

export interface PairJudgement {
  /** 0..1: expected share of the shorter version's units that say the same as a unit of the other. */
  shared: number;
  /** How many times what a pair must have in common is there: related from 1 on. */
  evidence: number;
  related: boolean;
  kind: AlignmentKind;
}

interface Counterpart {
  i: number;
  j: number;
  probability: number;
}

/** Pairs of units that are each other's likest. */
export function mutualBest(pair: PairComparison): Counterpart[] {
  const { rows, columns, similarity, probability } = pair;
  const bestRow = new Int32Array(columns).fill(-1);
  const bestColumn = new Int32Array(rows).fill(-1);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const value = similarity[i * columns + j] ?? 0;
      if (value <= 0) continue;
      const inRow = bestColumn[i] ?? -1;
      if (inRow < 0 || value > (similarity[i * columns + inRow] ?? 0)) bestColumn[i] = j;
      const inColumn = bestRow[j] ?? -1;
      if (inColumn < 0 || value > (similarity[inColumn * columns + j] ?? 0)) bestRow[j] = i;
    }
  }
  const out: Counterpart[] = [];
  for (let i = 0; i < rows; i += 1) {
    const j = bestColumn[i] ?? -1;
    if (j >= 0 && bestRow[j] === i) out.push({ i, j, probability: probability[i * columns + j] ?? 0 });
  }
  return out;
}

/** Share of the counterparts' weight that the heaviest chain in one order carries; 1 where there are none. */
export function inOneOrder(counterparts: readonly Counterpart[]): number {
  let total = 0;
  let most = 0;
  const chain = new Float64Array(counterparts.length);
  counterparts.forEach((counterpart, k) => {
    let before = 0;
    for (let l = 0; l < k; l += 1) {
      const earlier = counterparts[l];
      if (earlier && earlier.i <= counterpart.i && earlier.j <= counterpart.j) before = Math.max(before, chain[l] ?? 0);
    }
    chain[k] = before + counterpart.probability;
    total += counterpart.probability;
    most = Math.max(most, chain[k] ?? 0);
  });
  return total > 0 ? most / total : 1;
}

/** Pairs of units that are at least this probable count for how much of the texts has a counterpart. */
const plausible = 0.25;

function plausiblePairs(pair: PairComparison): Counterpart[] {
  const out: Counterpart[] = [];
  pair.probability.forEach((probability, cell) => {
    if (probability >= plausible) out.push({ i: Math.floor(cell / pair.columns), j: cell % pair.columns, probability });
  });
  return out;
}

function linkedShare(tokenCount: Float32Array, units: ReadonlySet<number>): number {
  let linked = 0;
  let all = 0;
  tokenCount.forEach((count, u) => {
    all += count;
    if (units.has(u)) linked += count;
  });
  return all > 0 ? linked / all : 0;
}

/** Constants, from the development sets (docs/alignment-events.md). */
export const judgement = {
  /** Expected counterparts that a pair must have to be related: this share of the shorter version's units, … */
  share: 0.19,
  /** … of which those beyond the first so many count half, since desks that write at length write of different things, … */
  full: 8,
  /** … and this many more, so that one chance likeness does not relate short texts. */
  offset: 0.48,
  /** … less this many parts of a unit, and less so many in a brief of few units, which has no room for chance. */
  lessOffset: 1,
  lessInBrief: 1.5,
  brief: 5,
  /** In one language equal words of the topic make more likenesses: this many times as many are needed. */
  oneLanguage: 1.3,
  /** Of what is clearly a translation, this share of that is enough. */
  inOrder: 0.6,
  /** This share of it must be there without names, too: the same people meet more than once … */
  withoutNames: 0.85,
  /** … unless both texts have more units than this, where names stand in too many of them to mislead. */
  longest: 80,
  /** How much more is needed where the heads are not alike without names: scale · (likeness + .02) ^ power, up to `headMost`. */
  headScale: 0.173,
  headPower: -0.835,
  headMost: 1.5,
  /** Where no dictionary joins the languages, names and numbers are all there is: they count in full, and this share is enough. */
  noDictionary: 0.5,
  /** Counterparts that make a long text: here one order alone shows the translation. */
  many: 20,
  orderOfMany: 0.72,
  /** Logistic regression for shorter texts: translation from `translation` on. */
  intercept: -31,
  order: 16.5,
  plausibleOrder: 10.3,
  linked: 9.5,
  lengths: -3.3,
  translation: 0.66,
};

const sameLanguage = ({ a, b }: PairComparison) => a.analysed.lang === b.analysed.lang;

/** Expected counterparts from which on a pair is related. */
function needed(pair: PairComparison): number {
  const shorter = Math.max(1, Math.min(pair.rows, pair.columns));
  const factor = sameLanguage(pair) ? judgement.oneLanguage : 1;
  const less = shorter <= judgement.brief ? judgement.lessInBrief : judgement.lessOffset;
  const counted = Math.min(shorter, judgement.full) + Math.max(0, shorter - judgement.full) / 2;
  return Math.max(0.5, factor * (judgement.share * counted + judgement.offset * (1 - less / shorter)));
}

/** Letters that the same content takes, English 1: totals of parallel news texts. */
const letters: Record<string, number> = { en: 1, fr: 1.12, ar: 0.82, de: 1.1, es: 1.08, it: 1.08, pt: 1.05, nl: 1.08 };

/** How far the lengths are from those of a translation, as the logarithm of a ratio; 0 where the languages are not known. */
function lengthGap({ a, b }: PairComparison): number {
  const total = (version: EventVersion) => version.analysed.chars.reduce((sum, chars) => sum + chars, 0);
  const [x, y] = a.analysed.lang === b.analysed.lang ? [1, 1] : [letters[a.analysed.lang], letters[b.analysed.lang]];
  const [left, right] = [total(a), total(b)];
  if (x === undefined || y === undefined || left === 0 || right === 0) return 0;
  return Math.abs(Math.log(left / x / (right / y)));
}

function isTranslation(pair: PairComparison, best: readonly Counterpart[]): boolean {
  const sure = best.filter((counterpart) => counterpart.probability > 0.1);
  if (sure.length === 0) return false;
  const order = inOneOrder(sure);
  if (sure.length >= judgement.many) return order >= judgement.orderOfMany;
  const plausibles = plausiblePairs(pair);
  const linked =
    (linkedShare(pair.a.analysed.tokenCount, new Set(plausibles.map((p) => p.i))) +
      linkedShare(pair.b.analysed.tokenCount, new Set(plausibles.map((p) => p.j)))) /
    2;
  const z =
    judgement.intercept +
    judgement.order * order +
    judgement.plausibleOrder * inOneOrder(plausibles) +
    judgement.linked * linked +
    judgement.lengths * lengthGap(pair);
  return z >= Math.log(judgement.translation / (1 - judgement.translation));
}

const sumOf = (counterparts: readonly Counterpart[], of: (counterpart: Counterpart) => number) =>
  counterparts.reduce((sum, counterpart) => sum + of(counterpart), 0);

const atHeads = ({ a, b }: PairComparison, i: number, j: number): boolean => a.head[i] === 1 && b.head[j] === 1;

/** Likeness of the likest units at both heads, given the similarities of all units. */
function headLikeness(pair: PairComparison, similarity: Float32Array): number {
  return similarity.reduce((most, value, cell) => {
    return value > most && atHeads(pair, Math.floor(cell / pair.columns), cell % pair.columns) ? value : most;
  }, 0);
}

/** How many times what is usual must be there: heads that are not alike raise it. */
function headFactor(pair: PairComparison, withoutNames: Float32Array): number {
  const { headScale, headPower, headMost } = judgement;
  return Math.min(headMost, Math.max(1, headScale * (headLikeness(pair, withoutNames) + 0.02) ** headPower));
}

/** How many times the counterparts are there that a pair must have, counted with names and without. */
function evidenceFor(pair: PairComparison, best: readonly Counterpart[]): number {
  const least = needed(pair);
  const expected = sumOf(best, (counterpart) => counterpart.probability) / least;
  if (!pair.dictionary) return expected / judgement.noDictionary;
  // Too little whatever the heads say, or too long to be misled.
  if (expected < 1 || Math.min(pair.rows, pair.columns) > judgement.longest) return expected;
  const plain = pair.withoutNames();
  const kept = sumOf(best, (counterpart) => {
    const probability = plain.probability[counterpart.i * pair.columns + counterpart.j] ?? 0;
    return Math.min(counterpart.probability, probability);
  });
  return Math.min(expected, kept / least / judgement.withoutNames) / headFactor(pair, plain.similarity);
}

export function judgePair(pair: PairComparison): PairJudgement {
  const best = mutualBest(pair);
  const expected = sumOf(best, (counterpart) => counterpart.probability);
  const shared = expected / Math.max(1, Math.min(pair.rows, pair.columns));
  const translation = isTranslation(pair, best);
  const inOrder = translation && best.filter((counterpart) => counterpart.probability > 0.25).length >= 3;
  const evidence = inOrder ? expected / needed(pair) / judgement.inOrder : evidenceFor(pair, best);
  return { shared, evidence, related: evidence >= 1, kind: translation ? 'translation' : 'event' };
}

export interface JudgedPair {
  x: number;
  y: number;
  judgement: PairJudgement;
}

/**
 * One a version: true where it belongs to the largest group of versions that related pairs hold together. Of equally large
 * groups the one with more in common; where no pair is related, none is.
 */
export function relatedVersions(count: number, pairs: readonly JudgedPair[]): boolean[] {
  if (count < 2) return new Array<boolean>(count).fill(true);
  const group = Array.from({ length: count }, (_, v) => v);
  for (const { x, y, judgement: judged } of pairs) {
    if (!judged.related) continue;
    const [from, to] = [group[y] ?? y, group[x] ?? x];
    group.forEach((g, v) => {
      if (g === from) group[v] = to;
    });
  }
  const weight = new Map<number, number>();
  group.forEach((g) => {
    weight.set(g, (weight.get(g) ?? 0) + 1);
  });
  for (const { x, y, judgement: judged } of pairs) {
    const g = group[x] ?? x;
    if (judged.related && g === group[y]) weight.set(g, (weight.get(g) ?? 0) + Math.min(0.99, judged.shared) / (count * count));
  }
  let largest = -1;
  for (const [g, w] of weight) if (w >= 2 && (largest < 0 || w > (weight.get(largest) ?? 0))) largest = g;
  return group.map((g) => g === largest);
}

/** What most pairs of related versions are; translation where it is a tie. */
export function commonKind(pairs: readonly JudgedPair[]): AlignmentKind {
  const counted = pairs.some((pair) => pair.judgement.related) ? pairs.filter((pair) => pair.judgement.related) : pairs;
  const translations = counted.filter((pair) => pair.judgement.kind === 'translation').length;
  return translations * 2 >= counted.length ? 'translation' : 'event';
}
