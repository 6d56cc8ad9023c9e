/**
 * Different reports of one event: links between the paragraphs of all pairs of versions, in no order, and rows made from
 * them. The result does not depend on the order in which the versions are given.
 */
import type { Lexicon } from '../../lexicon/lexicon';
import { orderRows } from '../order';
import type { AlignConflict, AlignedRow, AlignOptions, AlignVersion, SegmentLink } from '../types';
import { comparePair } from './compare-pair';
import { findConflicts } from './conflicts';
import { groupSegments, type Pairing, type SegmentGroup } from './group';
import { contentOrder, prepareForEvent } from './prepare';
import { judgePair, relatedVersions } from './relatedness';
import { probabilityOfStanding } from './standing';
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

/** Links from this probability on. A little below even chances, where precision still pays for recall (docs/alignment-events.md). */
const threshold = 0.45;

/** Pairs of segments less probable than this have no say. */
const negligible = 0.02;

/** Segments that are compared in parts are as probable a pair as their likest parts. */
function pairingsOf({ x, y, comparison }: ComparedPair, logOdds: Float32Array): Pairing[] {
  const { a, b, columns } = comparison;
  const pairings = new Map<string, Pairing>();
  logOdds.forEach((value, cell) => {
    const probability = probabilityOfStanding(value);
    if (probability < negligible) return;
    const i = a.units[Math.floor(cell / columns)]?.segment ?? 0;
    const j = b.units[cell % columns]?.segment ?? 0;
    const known = pairings.get(`${i}:${j}`);
    if (known === undefined || known.probability < probability) pairings.set(`${i}:${j}`, { a: x, i, b: y, j, probability });
  });
  return [...pairings.values()];
}

/** Groups in the order of the base version; versions that have nothing in common with others stand behind. */
function inOrder(groups: readonly SegmentGroup[], base: number, related: readonly boolean[]): SegmentGroup[] {
  const ordered = orderRows(
    groups.map((group) => group.cells),
    base,
  ).flatMap((g) => groups[g] ?? []);
  const apart = ({ cells }: SegmentGroup) =>
    (cells[base]?.length ?? 0) === 0 &&
    cells.some((cell) => cell.length > 0) &&
    cells.every((cell, version) => cell.length === 0 || related[version] === false);
  return [...ordered.filter((group) => !apart(group)), ...ordered.filter(apart)];
}

/** The result in the caller's numbering of versions: version x here is version order[x] there. */
function inCallersOrder(
  order: readonly number[],
  groups: readonly SegmentGroup[],
  links: readonly Pairing[],
  conflicts: readonly AlignConflict[],
  related: readonly boolean[],
): EventAlignment {
  const back = <T>(values: readonly T[]): T[] => {
    const out = [...values];
    order.forEach((v, x) => {
      const value = values[x];
      if (value !== undefined) out[v] = value;
    });
    return out;
  };
  const version = (x: number) => order[x] ?? 0;
  return {
    rows: groups.map(({ cells, fixed, score }) => ({ cells: back(cells), score, ...(fixed === null ? {} : { fixed }) })),
    links: links
      .map(({ a, i, b, j, probability }): SegmentLink => {
        const [one, other] = [[version(a), i] as const, [version(b), j] as const];
        const [from, to] = one[0] < other[0] ? [one, other] : [other, one];
        return { from, to, score: probability };
      })
      .sort((p, q) => p.from[0] - q.from[0] || p.to[0] - q.to[0] || p.from[1] - q.from[1] || p.to[1] - q.to[1]),
    conflicts: conflicts.map(({ segments }) => ({
      segments: segments.map(([x, segment]) => [version(x), segment] as const).sort((p, q) => p[0] - q[0] || p[1] - q[1]),
    })),
    related: back(related),
  };
}

/** Versions that report something else have no links: what they share with the others is the topic. */
export function alignEvent(versions: readonly AlignVersion[], lexicon: Lexicon | null, options: EventOptions): EventAlignment {
  const tick = options.tick ?? (() => undefined);
  const order = contentOrder(versions);
  const prepared = order.map((v) => prepareForEvent(versions[v] ?? { lang: 'und', segments: [] }, tick));
  const pairs: ComparedPair[] = [];
  prepared.forEach((a, x) => {
    prepared.slice(x + 1).forEach((b, q) => {
      pairs.push({ x, y: x + 1 + q, comparison: comparePair(a, b, lexicon, tick) });
    });
  });
  const related = relatedVersions(
    prepared.length,
    pairs.map(({ x, y, comparison }) => ({ x, y, judgement: judgePair(comparison) })),
  );
  const counted = pairs.filter(({ x, y }) => related[x] && related[y]);
  const supported = withSupport(counted, tick);
  const pairings = counted.flatMap((pair, p) => pairingsOf(pair, supported[p] ?? new Float32Array(0)));
  const groups = groupSegments(
    order.map((v) => versions[v]?.segments.length ?? 0),
    pairings,
    (options.fixed ?? []).map((row) => ({ cells: order.map((v) => row.cells[v] ?? null) })),
    tick,
  );
  const base = Math.max(0, order.indexOf(options.base ?? 0));
  return inCallersOrder(
    order,
    inOrder(groups, base, related),
    pairings.filter(({ probability }) => probability >= threshold),
    findConflicts(groups, pairings),
    related,
  );
}
