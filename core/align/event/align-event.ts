/**
 * Different reports of one event: links between the paragraphs of all pairs of versions, in no order, and rows made from
 * them. The result does not depend on the order in which the versions are given.
 */
import type { Lexicon } from '../../lexicon/lexicon';
import { groupRows, type Link } from '../rows';
import type { AlignConflict, AlignedRow, AlignOptions, AlignVersion, SegmentLink } from '../types';
import { comparePair, type PairComparison } from './compare-pair';
import { contentOrder, prepareForEvent } from './prepare';
import { judgePair, relatedVersions } from './relatedness';

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
const threshold = 0.45;

function linksOf(pair: PairComparison, a: number, b: number): Link[] {
  const links: Link[] = [];
  pair.probability.forEach((score, cell) => {
    if (score < threshold) return;
    const left = pair.a.units[Math.floor(cell / pair.columns)]?.segment ?? 0;
    const right = pair.b.units[cell % pair.columns]?.segment ?? 0;
    links.push({ a, b, left: [left], right: [right], score });
  });
  return links;
}

export function alignEvent(versions: readonly AlignVersion[], lexicon: Lexicon | null, options: EventOptions): EventAlignment {
  const tick = options.tick ?? (() => undefined);
  const order = contentOrder(versions);
  const prepared = order.map((v) => prepareForEvent(versions[v] ?? { lang: 'und', segments: [] }));
  const pairs: { x: number; y: number; comparison: PairComparison }[] = [];
  prepared.forEach((a, p) => {
    prepared.slice(p + 1).forEach((b, q) => {
      pairs.push({ x: p, y: p + 1 + q, comparison: comparePair(a, b, lexicon, tick) });
    });
  });
  const judged = relatedVersions(
    prepared.length,
    pairs.map(({ x, y, comparison }) => ({ x, y, judgement: judgePair(comparison) })),
  );
  const related = versions.map(() => true);
  order.forEach((v, p) => {
    related[v] = judged[p] ?? true;
  });
  const links = pairs.flatMap(({ x, y, comparison }) => linksOf(comparison, order[x] ?? 0, order[y] ?? 0));
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
