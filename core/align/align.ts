/**
 * The only way into the aligner: versions in, rows out. Every pair of versions is aligned, monotone for translations, freely
 * for different reports of one event; rows are made from all pairs together, never through one pivot. The result does not
 * depend on the order in which the versions are given.
 */
import type { Lexicon } from '../lexicon/lexicon';
import type { AlignmentKind } from '../model/report';
import { eventLinks, eventScores } from './event';
import { buildEvidence } from './evidence-table';
import { alignPair } from './pairwise';
import { Progress } from './progress';
import { groupRows, type Link } from './rows';
import type { AlignOptions, AlignResult, AlignVersion, SegmentLink } from './types';
import { type AnalysedVersion, analyse, type Unit } from './vocabulary';

interface Prepared {
  /** Index in the caller's order. */
  index: number;
  version: AlignVersion;
  /** Segments that take part: neither boilerplate nor blank. */
  units: Unit[];
  analysed: AnalysedVersion;
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
  return { index, version, units, analysed: analyse(version, units) };
}

interface PairResult {
  x: Prepared;
  y: Prepared;
  kind: AlignmentKind;
  links: Link[];
  related: boolean;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);

function translationLinks(
  x: Prepared,
  y: Prepared,
  lexicon: Lexicon | null,
  progress: Progress,
): { links: Link[]; share: number } {
  const { beads } = alignPair(x.analysed, y.analysed, lexicon, progress.tick);
  let good = 0;
  let tokens = 0;
  const links: Link[] = [];
  for (const bead of beads) {
    for (let i = bead.i0; i < bead.i1; i += 1) tokens += x.analysed.tokenCount[i] ?? 0;
    for (let j = bead.j0; j < bead.j1; j += 1) tokens += y.analysed.tokenCount[j] ?? 0;
    if (bead.i0 === bead.i1 || bead.j0 === bead.j1) continue;
    if (bead.score > 0) {
      for (let i = bead.i0; i < bead.i1; i += 1) good += x.analysed.tokenCount[i] ?? 0;
      for (let j = bead.j0; j < bead.j1; j += 1) good += y.analysed.tokenCount[j] ?? 0;
    }
    links.push({
      a: x.index,
      b: y.index,
      left: range(bead.i0, bead.i1).map((i) => x.units[i]?.segment ?? 0),
      right: range(bead.j0, bead.j1).map((j) => y.units[j]?.segment ?? 0),
      score: bead.posterior,
    });
  }
  return { links, share: tokens > 0 ? good / tokens : 0 };
}

function freeLinks(x: Prepared, y: Prepared, lexicon: Lexicon | null, progress: Progress): Link[] {
  const table = buildEvidence(x.analysed, y.analysed, lexicon).build();
  return eventLinks(eventScores(x.analysed, y.analysed, table, progress.tick)).map(({ i, j, score }) => ({
    a: x.index,
    b: y.index,
    left: [x.units[i]?.segment ?? 0],
    right: [y.units[j]?.segment ?? 0],
    score,
  }));
}

/** Share of tokens in beads that beat chance from which on a pair counts as a translation. */
const translationShare = 0.6;

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
    const monotone = options.kind === 'event' ? null : translationLinks(x, y, lexicon, progress);
    const kind: AlignmentKind =
      monotone && (options.kind === 'translation' || monotone.share >= translationShare) ? 'translation' : 'event';
    const links = kind === 'translation' && monotone ? monotone.links : freeLinks(x, y, lexicon, progress);
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
