/**
 * Of which kind versions are and which of them belong together: what was found paragraph by paragraph (`event/judge-versions.ts`),
 * corrected by what an alignment in order explains.
 */
import type { Lexicon } from '../lexicon/lexicon';
import type { VersionsJudgement } from './event/judge-versions';
import { relatedVersions } from './event/relatedness';
import { type Explained, explainsTranslation } from './in-order';
import { withoutDictionary } from './lookup';
import { compareOrders, type Order, type OrdersCompared, sharesOrder } from './same-order';
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

/** Answers for the versions of one alignment; what the reversed order of a pair explains is found once, and only if it is asked for. */
export class KindFinder {
  readonly #versions: readonly AlignVersion[];
  readonly #lexicon: Lexicon | null;
  readonly #tick: () => void;
  readonly #compared = new Map<string, OrdersCompared>();

  /** `tick` is called often and may throw to cancel. */
  constructor(versions: readonly AlignVersion[], lexicon: Lexicon | null, tick: () => void) {
    this.#versions = versions;
    this.#lexicon = lexicon;
    this.#tick = tick;
  }

  /** Whether versions that look like reports of one event, paragraph by paragraph, are translations: more than half of their pairs are. */
  areTranslations(judgement: VersionsJudgement, explained: ExplainedPairs): boolean {
    let others = 0;
    for (const { x, y, judgement: pair } of judgement.pairs) {
      const isTranslation =
        isExplained(explained, x, y, pair.related) ||
        ((explained.get(pairKey(x, y))?.share ?? 0) >= worthAsking && this.#sharesOrder(x, y, 'only', 'onlyWithoutDictionary'));
      if (!isTranslation) others += 1;
      if (others * 2 >= judgement.pairs.length) return false;
    }
    return true;
  }

  /** One a version: whether it belongs to the others, which are taken for translations. */
  relatedInOrder(judgement: VersionsJudgement, explained: ExplainedPairs): boolean[] {
    const pairs = judgement.pairs.map(({ x, y, judgement: one }) => ({
      x,
      y,
      judgement: { ...one, related: one.related || isExplained(explained, x, y, false) },
    }));
    for (const { x, y, judgement: pair } of pairs) {
      const related = relatedVersions(this.#versions.length, pairs);
      // Looked at only where something is still apart: it takes two more alignments.
      if (related[x] && related[y]) continue;
      pair.related ||= this.#sharesOrder(x, y, 'only', 'mainly');
    }
    return relatedVersions(this.#versions.length, pairs);
  }

  #sharesOrder(x: number, y: number, withDictionary: Order, without: Order): boolean {
    const [a, b] = [this.#versions[x], this.#versions[y]];
    if (!a || !b) return false;
    const key = pairKey(x, y);
    const compared = this.#compared.get(key) ?? compareOrders(a, b, this.#lexicon, this.#tick);
    this.#compared.set(key, compared);
    return sharesOrder(compared, withoutDictionary(a.lang, b.lang, this.#lexicon) ? without : withDictionary);
  }
}
