/** What the aligner asks before it aligns: of which kind are these versions, and which of them report the same at all? */
import type { Lexicon } from '../../lexicon/lexicon';
import type { AlignmentKind } from '../../model/report';
import { withoutDictionary } from '../lookup';
import type { AlignSegment, AlignVersion } from '../types';
import { comparePair } from './compare-pair';
import { contentOrder, prepareForEvent, unitCount } from './prepare';
import { commonKind, type JudgedPair, judgePair, relatedVersions } from './relatedness';

export interface VersionsJudgement {
  kind: AlignmentKind;
  /** One a version: false where it reports something else than the others. */
  related: boolean[];
  /** Pairs of versions x < y. */
  pairs: JudgedPair[];
}

/** Of longer versions the first so many units are looked at. */
const longest = 160;

/** The first units of a version, a long segment cut where they end. */
function firstUnits(version: AlignVersion, most: number): AlignVersion {
  const segments: AlignSegment[] = [];
  let left = most;
  for (const segment of version.segments) {
    if (left <= 0) break;
    const count = unitCount(segment);
    const end = count > left ? segment.sentences[left]?.[0] : undefined;
    segments.push(
      end === undefined ? segment : { ...segment, text: segment.text.slice(0, end), sentences: segment.sentences.slice(0, left) },
    );
    left -= count;
  }
  return { ...version, segments };
}

/** Versions cut down to a beginning that all of them should share. */
function beginnings(versions: readonly AlignVersion[]): AlignVersion[] {
  const units = versions.map((version) => version.segments.reduce((sum, segment) => sum + unitCount(segment), 0));
  const part = Math.min(1, longest / Math.max(1, Math.min(...units)));
  if (part === 1 && Math.max(...units) <= 4 * longest) return [...versions];
  return versions.map((version, v) => firstUnits(version, Math.min(4 * longest, Math.ceil((units[v] ?? 0) * part))));
}

/** `tick` is called often and may throw to cancel. The result does not depend on the order of the versions. */
export function judgeVersions(
  versions: readonly AlignVersion[],
  lexicon: Lexicon | null,
  tick: () => void = () => undefined,
): VersionsJudgement {
  const order = contentOrder(versions);
  const cut = beginnings(versions);
  const prepared = order.map((v) => prepareForEvent(cut[v] ?? { lang: 'und', segments: [] }, tick));
  const pairs: JudgedPair[] = [];
  prepared.forEach((a, p) => {
    prepared.slice(p + 1).forEach((b, q) => {
      const one = order[p] ?? 0;
      const other = order[p + 1 + q] ?? 0;
      const judgement = judgePair(comparePair(a, b, lexicon, tick));
      // Without a dictionary, paragraphs compared one by one show little; in order, lengths and learning may show more.
      if (!judgement.related && withoutDictionary(a.analysed.lang, b.analysed.lang, lexicon)) judgement.kind = 'translation';
      pairs.push({ x: Math.min(one, other), y: Math.max(one, other), judgement });
    });
  });
  pairs.sort((p, q) => p.x - q.x || p.y - q.y);
  return { kind: commonKind(pairs), related: relatedVersions(versions.length, pairs), pairs };
}
