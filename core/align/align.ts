/**
 * The only way into the aligner: versions in, rows out. Every pair of versions is aligned, monotone for translations, freely
 * for different reports of one event; rows are made from all pairs together, never through one pivot. The result does not
 * depend on the order in which the versions are given.
 */
import type { Lexicon } from '../lexicon/lexicon';
import type { AlignmentKind } from '../model/report';
import { type EventScores, eventLinks, eventScores } from './event';
import { buildEvidence } from './evidence-table';
import { alignPair, type SegmentBead } from './pairwise';
import { Progress } from './progress';
import { groupRows, type Link } from './rows';
import type { AlignOptions, AlignResult, AlignVersion, SegmentLink } from './types';
import { type AnalysedVersion, analyse, sentenceUnits, type Unit } from './vocabulary';

interface Prepared {
  /** Index in the caller's order. */
  index: number;
  version: AlignVersion;
  /** Segments that take part: neither boilerplate nor blank. */
  units: Unit[];
  analysed: AnalysedVersion;
  sentences: AnalysedVersion;
}

/** Order of content, so that results do not depend on the order given. */
function canonicalOrder(versions: readonly AlignVersion[]): number[] {
  const keys = versions.map(
    (version) => `${version.lang}\u0000${version.segments.map((segment) => segment.text).join('\u0000')}`,
  );
  return versions
    .map((_, index) => index)
    .sort((x, y) => {
      const a = keys[x] ?? '';
      const b = keys[y] ?? '';
      return a < b ? -1 : a > b ? 1 : x - y;
    });
}

function prepare(version: AlignVersion, index: number): Prepared {
  const units: Unit[] = [];
  version.segments.forEach((segment, s) => {
    if (!segment.boilerplate && /[\p{L}\p{N}]/u.test(segment.text))
      units.push({ segment: s, start: 0, end: segment.text.length });
  });
  return { index, version, units, analysed: analyse(version, units), sentences: analyse(version, sentenceUnits(version)) };
}

interface PairResult {
  x: Prepared;
  y: Prepared;
  kind: AlignmentKind;
  links: Link[];
  related: boolean;
}

function beadLinks(x: Prepared, y: Prepared, beads: readonly SegmentBead[]): Link[] {
  return beads.map((bead) => ({ a: x.index, b: y.index, left: bead.left, right: bead.right, score: bead.score }));
}

/** Share of units whose likest unit of the other version, wherever it stands, is in their own bead. */
function monotoneShare(x: Prepared, y: Prepared, scores: EventScores, beads: readonly SegmentBead[]): number {
  let inside = 0;
  let all = 0;
  const unitOf = new Map(x.units.map((unit, u) => [unit.segment, u]));
  for (const bead of beads) {
    for (const segment of bead.left) {
      const i = unitOf.get(segment) ?? 0;
      let best = -1;
      let value = 0;
      for (let j = 0; j < scores.columns; j += 1) {
        const v = scores.values[i * scores.columns + j] ?? 0;
        if (v > value) {
          value = v;
          best = j;
        }
      }
      if (best < 0) continue;
      all += 1;
      if (bead.right.includes(y.units[best]?.segment ?? -1)) inside += 1;
    }
  }
  return all > 0 ? inside / all : 0;
}

function freeLinks(x: Prepared, y: Prepared, scores: EventScores): Link[] {
  return eventLinks(scores).map(({ i, j, score }) => ({
    a: x.index,
    b: y.index,
    left: [x.units[i]?.segment ?? 0],
    right: [y.units[j]?.segment ?? 0],
    score,
  }));
}

/** Share of units that find their likest in their bead, from which on a pair counts as a translation. */
const translationShare = 0.55;
/** Above this many cells the texts are too long for reports of one event. */
const largestEvent = 250_000;

export function align(versions: readonly AlignVersion[], lexicon: Lexicon | null, options: AlignOptions): AlignResult {
  const progress = new Progress(options);
  progress.stage(0, 0.1);
  const prepared = canonicalOrder(versions).map((index) => {
    const version = versions[index];
    if (!version) throw new RangeError('no such version');
    return prepare(version, index);
  });
  const pairs: (readonly [Prepared, Prepared])[] = [];
  prepared.forEach((x, p) => {
    for (const y of prepared.slice(p + 1)) pairs.push([x, y]);
  });
  const results: PairResult[] = [];
  progress.stage(0.1, 0.9);
  pairs.forEach(([x, y], p) => {
    progress.at(p / pairs.length);
    const { segments } = alignPair(x.sentences, y.sentences, lexicon, progress.tick);
    const short = x.units.length * y.units.length <= largestEvent;
    const scores =
      options.kind !== 'translation' && short
        ? eventScores(x.analysed, y.analysed, buildEvidence(x.analysed, y.analysed, lexicon).build(), progress.tick)
        : null;
    const likely = scores === null || monotoneShare(x, y, scores, segments) >= translationShare ? 'translation' : 'event';
    const kind: AlignmentKind = options.kind === 'auto' ? likely : options.kind;
    const links = kind === 'event' && scores ? freeLinks(x, y, scores) : beadLinks(x, y, segments);
    results.push({ x, y, kind, links, related: links.length > 0 });
  });
  const translations = results.filter((result) => result.kind === 'translation').length;
  const kind: AlignmentKind =
    options.kind !== 'auto' ? options.kind : translations * 2 >= results.length ? 'translation' : 'event';
  const related = versions.map(
    (_, v) => versions.length < 2 || results.some((r) => (r.x.index === v || r.y.index === v) && r.related),
  );
  const links = results.flatMap((result) => result.links);
  const rows = groupRows(
    versions.map((version) => version.segments.length),
    links,
    0.5,
    options,
  );
  progress.finish();
  return { kind, related, rows, links: links.flatMap(segmentLinks), conflicts: [] };
}

function segmentLinks(link: Link): SegmentLink[] {
  return link.left.flatMap((i) =>
    link.right.map((j): SegmentLink => ({ from: [link.a, i], to: [link.b, j], score: link.score })),
  );
}
