/**
 * Whether two texts belong together where no dictionary says so. Aligned in order, lengths, names, numbers and words learned on
 * the way explain a translation far better than they explain the same text with its paragraphs in reverse, which keeps everything
 * but the order.
 */
import type { Lexicon } from '../lexicon/lexicon';
import { contentOrder } from './event/prepare';
import { type Explained, explainedBy } from './in-order';
import { alignPair } from './pairwise';
import type { AlignVersion } from './types';
import { type AnalysedVersion, analyse, sentenceUnits } from './vocabulary';

/** Of longer versions the beginning is looked at: of the shorter one so many segments, of the longer one the same share. */
const longest = 200;

/**
 * Nats that the true order must have above the reversed one, and how many times as many.
 * `mainly` tells texts that belong together from others: it may be fewer times where the order explains a good share of both texts. Of
 * 51 pairs that do not belong together, of like length, none passes; of 61 with the right text and at least 12 paragraphs 46 do.
 * `only` tells translations from reports of one event: where these have 30 nats more, they have up to 3.9 times as many (71 pairs).
 * `onlyWithoutDictionary` is the same without a dictionary, where little is found in reports of one event and in short translations.
 */
const enough = {
  mainly: {
    above: 30,
    times: [
      [0.4, 2],
      [0, 5],
    ],
  },
  only: { above: 30, times: [[0, 5]] },
  onlyWithoutDictionary: { above: 10, times: [[0, 5]] },
} as const;

export type Order = keyof typeof enough;

export interface OrdersCompared {
  inOrder: Explained;
  reversed: Explained;
}

/** What the order explains, and what its reverse. Costs two alignments of at most 200 segments; `tick` may throw to cancel. */
export function compareOrders(a: AlignVersion, b: AlignVersion, lexicon: Lexicon | null, tick: () => void): OrdersCompared {
  const part = Math.min(1, longest / Math.max(1, Math.min(a.segments.length, b.segments.length)));
  const cut = ({ lang, segments }: AlignVersion): AlignVersion => ({
    lang,
    segments: segments.slice(0, Math.min(4 * longest, Math.ceil(segments.length * part))),
  });
  // Which of the two is turned round must not depend on which came first.
  const [left, right] = contentOrder([a, b])[0] === 0 ? [cut(a), cut(b)] : [cut(b), cut(a)];
  const analysed = (version: AlignVersion) => analyse(version, sentenceUnits(version, tick), undefined, tick);
  const explained = (x: AnalysedVersion, y: AnalysedVersion) => explainedBy(x, y, alignPair(x, y, lexicon, null, [], tick).beads);
  const first = analysed(left);
  return {
    inOrder: explained(first, analysed(right)),
    reversed: explained(first, analysed({ ...right, segments: [...right.segments].reverse() })),
  };
}

export function sharesOrder({ inOrder, reversed }: OrdersCompared, order: Order): boolean {
  const { above, times } = enough[order];
  return (
    inOrder.score >= reversed.score + above &&
    times.some(([share, ratio]) => inOrder.share >= share && inOrder.score >= reversed.score * ratio)
  );
}
