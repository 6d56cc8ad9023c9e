/**
 * What rows that a reader confirmed teach for other texts: pairs of stems per pair of languages, counted as learn.ts counts them
 * within one text, and joined to the evidence of any later pair of versions in these languages.
 */
import { primarySubtag } from '../model/languages';
import { type EvidenceBuilder, stemIndex } from './evidence-table';
import { associations } from './learn';
import type { LearnedWords } from './types';
import { type AnalysedVersion, analyse, type Unit } from './vocabulary';

/** The texts of one confirmed row, one cell a version; empty cells teach nothing. */
export interface ConfirmedRow {
  cells: readonly { lang: string; text: string }[];
}

/** Pairs kept for each pair of languages, heaviest first. */
const mostPairs = 20_000;

/** Rows that must hold a pair: one story tells its words twice, and they mean nothing for another one. */
const leastRows = 3;

interface Side {
  lang: string;
  texts: string[];
}

function analysed({ lang, texts }: Side, tick: () => void): AnalysedVersion {
  const units = texts.map((text, segment): Unit => ({ segment, start: 0, end: text.length }));
  const segments = texts.map((text) => ({ text, sentences: [], boilerplate: false }));
  return analyse({ lang, segments }, units, undefined, tick);
}

/** Only words: numbers and punctuation need no learning. The result does not depend on the order of the rows. */
export function collectLearned(rows: readonly ConfirmedRow[], tick: () => void = () => undefined): LearnedWords[] {
  const sides = new Map<string, [Side, Side]>();
  for (const { cells } of rows) {
    const said = cells.filter(({ text }) => /\p{L}/u.test(text)).map(({ lang, text }) => ({ lang: primarySubtag(lang), text }));
    said.forEach((one, k) => {
      for (const other of said.slice(k + 1)) {
        if (one.lang === other.lang) continue;
        const [x, y] = one.lang < other.lang ? [one, other] : [other, one];
        const key = `${x.lang}-${y.lang}`;
        const pair = sides.get(key) ?? [
          { lang: x.lang, texts: [] },
          { lang: y.lang, texts: [] },
        ];
        pair[0].texts.push(x.text);
        pair[1].texts.push(y.text);
        sides.set(key, pair);
      }
    });
  }
  return [...sides.values()].map(([left, right]) => {
    const [a, b] = [analysed(left, tick), analysed(right, tick)];
    const pairs: LearnedWords['pairs'][number][] = [];
    const beads = left.texts.map((_, k) => ({ left: [k], right: [k], weight: 1 }));
    const found: [x: number, y: number, weight: number][] = [];
    const bestOfA = new Float64Array(a.types.length);
    const bestOfB = new Float64Array(b.types.length);
    associations(
      a,
      b,
      beads,
      (x, y, weight, count) => {
        if (count < leastRows) return;
        found.push([x, y, weight]);
        bestOfA[x] = Math.max(bestOfA[x] ?? 0, weight);
        bestOfB[y] = Math.max(bestOfB[y] ?? 0, weight);
      },
      tick,
    );
    for (const [x, y, weight] of found) {
      const [one, other] = [a.types[x], b.types[y]];
      if (one?.kind !== 'word' || other?.kind !== 'word') continue;
      // A word's company of one topic follows it everywhere; its translation follows it best.
      if (weight === bestOfA[x] && weight === bestOfB[y]) pairs.push([one.key, other.key, weight]);
    }
    pairs.sort((p, q) => q[2] - p[2] || (p[0] < q[0] ? -1 : p[0] > q[0] ? 1 : p[1] < q[1] ? -1 : 1));
    return { from: left.lang, to: right.lang, pairs: pairs.slice(0, mostPairs) };
  });
}

/** Joins what was learned elsewhere to the evidence between two versions. */
export function addLearned(
  a: AnalysedVersion,
  b: AnalysedVersion,
  learned: readonly LearnedWords[],
  table: EvidenceBuilder,
  tick: () => void,
): void {
  const fitting = learned.filter(
    ({ from, to }) => (from === a.lang && to === b.lang) || (from === b.lang && to === a.lang && from !== to),
  );
  if (fitting.length === 0) return;
  const [stemsA, stemsB] = [stemIndex(a), stemIndex(b)];
  for (const { from, pairs } of fitting) {
    for (const [one, other, weight] of pairs) {
      tick();
      const [inA, inB] = from === a.lang ? [one, other] : [other, one];
      const partners = stemsB.get(inB);
      if (partners === undefined) continue;
      for (const x of stemsA.get(inA) ?? []) for (const y of partners) table.add(x, y, weight, 'learned');
    }
  }
}
