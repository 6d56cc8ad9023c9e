/**
 * Different reports of one event: links between the paragraphs of all pairs of versions, in no order, and rows made from
 * them. The result does not depend on the order in which the versions are given.
 */
import type { Lexicon } from '../../lexicon/lexicon';
import { groupRows, type Link } from '../rows';
import type { AlignConflict, AlignedRow, AlignOptions, AlignVersion, SegmentLink } from '../types';
import { comparePair, compete, probabilityOf } from './compare-pair';
import { contentOrder, prepareForEvent } from './prepare';
import { judgePair, relatedVersions } from './relatedness';
import { type ComparedPair, withSupport } from './support';

export interface EventAlignment {
  links: SegmentLink[];
  rows: AlignedRow[];
  conflicts: AlignConflict[];
  /** One a version: false where it reports something else than the others. */
  related: boolean[];
}

export interface EventOptions extends Pick<AlignOptions, 'base' | 'fixed'> {
  /** Called often; may throw to cancel. */
  tick?: () => void;
}

/** Links from this probability on. */
const threshold = 0.5;

function linksOf(pair: ComparedPair, similarity: Float32Array, order: readonly number[]): Link[] {
  const { a, b, columns } = pair.comparison;
  const links: Link[] = [];
  compete(similarity, columns).forEach((value, cell) => {
    const score = probabilityOf(value);
    if (score < threshold) return;
    const left = a.units[Math.floor(cell / columns)]?.segment ?? 0;
    const right = b.units[cell % columns]?.segment ?? 0;
    links.push({ a: order[pair.x] ?? 0, b: order[pair.y] ?? 0, left: [left], right: [right], score });
  });
  return links;
}

/** Versions that report something else have no links: what they share with the others is the topic. */
export function alignEvent(versions: readonly AlignVersion[], lexicon: Lexicon | null, options: EventOptions): EventAlignment {
  const tick = options.tick ?? (() => undefined);
  const order = contentOrder(versions);
  const prepared = order.map((v) => prepareForEvent(versions[v] ?? { lang: 'und', segments: [] }));
  const pairs: ComparedPair[] = [];
  prepared.forEach((a, x) => {
    prepared.slice(x + 1).forEach((b, q) => {
      pairs.push({ x, y: x + 1 + q, comparison: comparePair(a, b, lexicon, tick) });
    });
  });
  const belongs = relatedVersions(
    prepared.length,
    pairs.map(({ x, y, comparison }) => ({ x, y, judgement: judgePair(comparison) })),
  );
  const counted = pairs.filter(({ x, y }) => belongs[x] && belongs[y]);
  const supported = withSupport(counted, tick);
  const links = counted.flatMap((pair, p) => linksOf(pair, supported[p] ?? new Float32Array(0), order));
  const related = versions.map(() => true);
  order.forEach((v, p) => {
    related[v] = belongs[p] ?? true;
  });
  const rows = groupRows(
    versions.map((version) => version.segments.length),
    links,
    0.5,
    options,
  );
  return {
    links: links.map((link) => ({ from: [link.a, link.left[0] ?? 0], to: [link.b, link.right[0] ?? 0], score: link.score })),
    rows,
    conflicts: [],
    related,
  };
}
