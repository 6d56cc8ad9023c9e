/**
 * The only way into the aligner: versions in, rows out. Of which kind the versions are is found from the evidence. For
 * translations every pair of versions is aligned by sentences and in order, jointly; for different reports of one event every
 * paragraph may answer to every other. Rows are made from all pairs together, never through one pivot. The result does not
 * depend on the order in which the versions are given.
 */
import type { Lexicon } from '../lexicon/lexicon';
import type { AlignmentKind } from '../model/report';
import { splitSentences } from '../segment/sentences';
import { calibrated } from './calibration';
import { findConflicts } from './conflicts';
import { addEvidence, detailsOfLinks, type Sentences, sentenceLinksOfBeads, unitsBySegment } from './details';
import { alignEvent } from './event/align-event';
import { judgeVersions, type VersionsJudgement } from './event/judge-versions';
import { contentOrder, fitsEvent } from './event/prepare';
import { fixedLabels, fixedLinks } from './fixed';
import { type Explained, explainedBy } from './in-order';
import { alignJointly } from './joint';
import { type ExplainedPairs, KindFinder, pairKey } from './kind';
import { Progress } from './progress';
import { groupRows, type Link } from './rows';
import type { AlignOptions, AlignResult, AlignVersion, SegmentLink, SentenceLink } from './types';
import { analyse, sentenceUnits, type Unit } from './vocabulary';

/** Share of member pairs that must be linked before two groups become one row. */
const rowSupport = 0.34;
/** Links that are this sure need no support: in a translation, what holds two versions together holds all. */
const sureLink = 0.6;

/** Segments that came without sentences get them: reports of one event are compared by sentences, too. */
function withSentences(versions: readonly AlignVersion[], tick: () => void): AlignVersion[] {
  return versions.map((version) => ({
    ...version,
    segments: version.segments.map((segment) => {
      tick();
      return segment.sentences.length > 0 || segment.boilerplate
        ? segment
        : { ...segment, sentences: splitSentences(segment.text, version.lang) };
    }),
  }));
}

/** Longer texts than this are judged once: their paragraphs are many enough to tell. */
const longestDoubted = 200;

function prepare(version: AlignVersion, index: number, tick: () => void): Sentences {
  const units = sentenceUnits(version, tick);
  return { index, analysed: analyse(version, units, undefined, tick), unitsOf: unitsBySegment(units) };
}

function versionAt(versions: readonly AlignVersion[], index: number): AlignVersion {
  const version = versions[index];
  if (!version) throw new RangeError('no such version');
  return version;
}

/** Throws AlignCancelled when options.isCancelled says so. */
export function align(versions: readonly AlignVersion[], lexicon: Lexicon | null, options: AlignOptions): AlignResult {
  const progress = new Progress(options);
  progress.stage(0, 0.1);
  const judgement =
    versions.length > 1
      ? judgeVersions(withSentences(versions, progress.tick), lexicon, progress.tick)
      : { kind: 'translation' as const, related: versions.map(() => true), pairs: [] };
  progress.stage(0.1, 0.95);
  const { kind, result } = alignByKind(versions, lexicon, options, judgement, progress);
  progress.finish();
  const sentenceLinks = result.sentenceLinks?.map(forwardSentences).sort(byPlace);
  return {
    kind,
    ...result,
    links: result.links.map(forward).sort(byPlace),
    ...(sentenceLinks ? { sentenceLinks } : {}),
  };
}

type Result = Omit<AlignResult, 'kind'>;

function alignByKind(
  versions: readonly AlignVersion[],
  lexicon: Lexicon | null,
  options: AlignOptions,
  judgement: VersionsJudgement,
  progress: Progress,
): { kind: AlignmentKind; result: Result } {
  const fits = fitsEvent(versions);
  if (options.kind === 'event' && fits) return { kind: 'event', result: alignAsEvent(versions, lexicon, options, progress) };
  // Texts as long as books can only be aligned in order, whatever was asked for.
  const doubtful = options.kind === 'auto' && judgement.kind === 'event' && fits;
  if (doubtful && versions.some((version) => version.segments.length > longestDoubted)) {
    return { kind: 'event', result: alignAsEvent(versions, lexicon, options, progress) };
  }
  const translation = alignAsTranslations(versions, lexicon, options, progress);
  const { explained } = translation;
  const finder = new KindFinder(versions, lexicon, progress.tick);
  if (doubtful && !finder.areTranslations(judgement, explained)) {
    return { kind: 'event', result: alignAsEvent(versions, lexicon, options, progress) };
  }
  const related = finder.relatedInOrder(judgement, explained);
  return { kind: 'translation', result: { ...translation.result, related } };
}

interface Translation {
  result: Omit<Result, 'related'>;
  explained: ExplainedPairs;
}

function alignAsTranslations(
  versions: readonly AlignVersion[],
  lexicon: Lexicon | null,
  options: AlignOptions,
  progress: Progress,
): Translation {
  const prepared = contentOrder(versions).map((index) => prepare(versionAt(versions, index), index, progress.tick));
  const labels = fixedLabels(prepared, options.fixed ?? []);
  const pairs = alignJointly(
    prepared.map((version) => version.analysed),
    lexicon,
    labels,
    options.learned ?? [],
    progress.at,
    progress.tick,
  );
  const groups: Link[] = [];
  const links: SegmentLink[] = fixedLinks(options.fixed ?? []);
  const sentenceLinks: SentenceLink[] = [];
  const explained = new Map<string, Explained>();
  for (const pair of pairs) {
    const x = prepared[pair.x];
    const y = prepared[pair.y];
    if (!x || !y) continue;
    progress.tick();
    explained.set(pairKey(x.index, y.index), explainedBy(x.analysed, y.analysed, pair.alignment.beads));
    const found: SegmentLink[] = [];
    for (const bead of pair.alignment.segments) {
      // What the reader fixed in both versions needs no finding.
      if (bead.fixed) continue;
      const score = calibrated(bead.score);
      groups.push({ a: x.index, b: y.index, left: bead.left, right: bead.right, score });
      for (const [i, j] of bead.pairs) found.push({ from: [x.index, i], to: [y.index, j], score });
    }
    if (options.evidence) addEvidence(x, y, found, pair.alignment.table);
    if (options.sentences) sentenceLinks.push(...sentenceLinksOfBeads(x, y, pair.alignment.beads));
    for (const link of found) links.push(link);
  }
  const rows = groupRows(
    versions.map((version) => version.segments.length),
    groups,
    rowSupport,
    options,
    sureLink,
    progress.tick,
  );
  progress.tick();
  const conflicts = findConflicts(rows, links);
  progress.tick();
  const result = { rows, links, conflicts, ...(options.sentences ? { sentenceLinks } : {}) };
  return { result, explained };
}

function alignAsEvent(
  versions: readonly AlignVersion[],
  lexicon: Lexicon | null,
  options: AlignOptions,
  progress: Progress,
): Result {
  const event = alignEvent(withSentences(versions, progress.tick), lexicon, { ...options, tick: progress.tick });
  if (!options.sentences && !options.evidence) return event;
  const prepared = versions.map((version, index) => prepare(version, index, progress.tick));
  const sentenceLinks: SentenceLink[] = [];
  const wanted = { sentences: options.sentences === true, evidence: options.evidence === true };
  const text = (v: number) => (unit: Unit) => versions[v]?.segments[unit.segment]?.text.slice(unit.start, unit.end) ?? '';
  prepared.forEach((x, a) => {
    prepared.forEach((y, b) => {
      const between = event.links.filter((link) => link.from[0] === a && link.to[0] === b);
      if (between.length === 0) return;
      progress.tick();
      sentenceLinks.push(...detailsOfLinks([x, text(a)], [y, text(b)], between, lexicon, wanted, progress.tick));
    });
  });
  return { ...event, ...(options.sentences ? { sentenceLinks } : {}) };
}

/** Links run from the earlier version to the later one, in the caller's order. */
function forward(link: SegmentLink): SegmentLink {
  if (link.from[0] < link.to[0]) return link;
  const turned: SegmentLink = { from: link.to, to: link.from, score: link.score };
  if (link.evidence) turned.evidence = link.evidence.map((one) => ({ ...one, from: one.to, to: one.from }));
  return turned;
}

function forwardSentences(link: SentenceLink): SentenceLink {
  return link.from[0] < link.to[0] ? link : { from: link.to, to: link.from, score: link.score };
}

interface Placed {
  from: readonly number[];
  to: readonly number[];
}

function byPlace(x: Placed, y: Placed): number {
  for (const [p, q] of [
    [x.from[0], y.from[0]],
    [x.to[0], y.to[0]],
    [x.from[1], y.from[1]],
    [x.to[1], y.to[1]],
    [x.from[2], y.from[2]],
    [x.to[2], y.to[2]],
  ]) {
    if (p !== q) return (p ?? 0) - (q ?? 0);
  }
  return 0;
}
