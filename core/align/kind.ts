/**
 * Of which kind versions are and which of them belong together: what was found paragraph by paragraph (`event/judge-versions.ts`),
 * corrected by what an alignment in order explains.
 */
import type { Lexicon } from '../lexicon/lexicon';
import type { VersionsJudgement } from './event/judge-versions';
import { relatedVersions } from './event/relatedness';
import { type Explained, explainsTranslation } from './in-order';
import { withoutDictionary } from './lookup';
import { sharesOrder } from './same-order';
import type { AlignVersion } from './types';

/** Of two versions, by their places in either order. */
export const pairKey = (x: number, y: number): string => `${Math.min(x, y)}-${Math.max(x, y)}`;

/** What the path in order explains of each pair, by `pairKey`. */
export type ExplainedPairs = ReadonlyMap<string, Explained>;

const isExplained = (explained: ExplainedPairs, x: number, y: number, related: boolean): boolean => {
  const pair = explained.get(pairKey(x, y));
  return pair !== undefined && explainsTranslation(pair, related);
};

/** Of both texts, what must be explained before it is worth finding out what the reversed order explains. */
const worthAsking = 0.3;

/** Whether versions that look like reports of one event, paragraph by paragraph, are translations: more than half of their pairs are. */
export function areTranslations(
  versions: readonly AlignVersion[],
  lexicon: Lexicon | null,
  judgement: VersionsJudgement,
  explained: ExplainedPairs,
  tick: () => void,
): boolean {
  const isTranslation = (x: number, y: number, related: boolean): boolean => {
    if (isExplained(explained, x, y, related)) return true;
    const [a, b] = [versions[x], versions[y]];
    if (!a || !b || (explained.get(pairKey(x, y))?.share ?? 0) < worthAsking) return false;
    return sharesOrder(a, b, lexicon, withoutDictionary(a.lang, b.lang, lexicon) ? 'onlyByGuess' : 'only', tick);
  };
  let others = 0;
  for (const { x, y, judgement: pair } of judgement.pairs) {
    if (!isTranslation(x, y, pair.related)) others += 1;
    if (others * 2 >= judgement.pairs.length) return false;
  }
  return true;
}

/** One a version: whether it belongs to the others, which are taken for translations. */
export function relatedInOrder(
  versions: readonly AlignVersion[],
  lexicon: Lexicon | null,
  judgement: VersionsJudgement,
  explained: ExplainedPairs,
  tick: () => void,
): boolean[] {
  let pairs = judgement.pairs.map(({ x, y, judgement: one }) => ({
    x,
    y,
    judgement: { ...one, related: one.related || isExplained(explained, x, y, false) },
  }));
  for (const { x, y } of pairs) {
    const related = relatedVersions(versions.length, pairs);
    // Looked at only where something is still apart: it takes two more alignments.
    if (related[x] && related[y]) continue;
    const [a, b] = [versions[x], versions[y]];
    const order = a && b && withoutDictionary(a.lang, b.lang, lexicon) ? 'mainly' : 'only';
    if (!a || !b || !sharesOrder(a, b, lexicon, order, tick)) continue;
    pairs = pairs.map((pair) =>
      pair.x === x && pair.y === y ? { ...pair, judgement: { ...pair.judgement, related: true } } : pair,
    );
  }
  return relatedVersions(versions.length, pairs);
}
