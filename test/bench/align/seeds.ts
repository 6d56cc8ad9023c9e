/**
 * Figures for different reports of one event: links of the seed texts, the ferry sample and the fixtures against their gold standards,
 * all versions aligned together and by twos; related or not; how well the scores are calibrated. Returns Markdown.
 */
import { alignEvent } from '../../../core/align/event/align-event';
import { judgeVersions } from '../../../core/align/event/judge-versions';
import type { AlignVersion, SegmentLink } from '../../../core/align/types';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import {
  type EventSet,
  ferrySet,
  type LinkScore,
  type OwnSet,
  ownSets,
  scoreOf,
  scorePair,
  scoreSet,
  seedSet,
  seedsAtHand,
} from '../../support/event-sets';
import { eventTexts, versionOf } from '../../unit/core/align/event/texts';

const two = (value: number) => value.toFixed(2).replace(/^0/, '');
const figures = ({ precision, recall, f1 }: LinkScore) => `${two(precision)} | ${two(recall)} | ${two(f1)}`;

/** Links of each pair of versions when no other version is known. */
function byTwos(set: EventSet, lexicon: Lexicon): Map<string, LinkScore> {
  const scores = new Map<string, LinkScore>();
  for (const [name, gold] of set.gold) {
    const [a, b] = name.split('-').map((id) => set.versions[set.ids.indexOf(id)]) as [AlignVersion, AlignVersion];
    scores.set(name, scorePair(alignEvent([a, b], lexicon, {}).links, 0, 1, gold));
  }
  return scores;
}

function together(scores: ReadonlyMap<string, LinkScore>): LinkScore {
  const sum = (of: (score: LinkScore) => number) => [...scores.values()].reduce((total, score) => total + of(score), 0);
  return scoreOf(
    sum((score) => score.right),
    sum((score) => score.found),
    sum((score) => score.sure),
  );
}

function linkTable(set: EventSet, lexicon: Lexicon): { lines: string[]; links: SegmentLink[] } {
  const started = performance.now();
  const { links } = alignEvent(set.versions, lexicon, {});
  const ms = Math.round(performance.now() - started);
  const joint = scoreSet(set, links);
  const pairs = byTwos(set, lexicon);
  const lines = [
    `### ${set.name}: same statement in two versions (${set.versions.length} versions in ${ms} ms)`,
    '',
    '| pair | sure | together: precision | recall | F1 | by twos: precision | recall | F1 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const [name, gold] of set.gold) {
    const [all, alone] = [joint.pairs.get(name), pairs.get(name)];
    if (all && alone && gold.sure.length > 0)
      lines.push(`| ${name} | ${gold.sure.length} | ${figures(all)} | ${figures(alone)} |`);
  }
  lines.push(`| all | ${joint.all.sure} | ${figures(joint.all)} | ${figures(together(pairs))} |`, '');
  return { lines, links };
}

/** Of links with a score in each band, the share that is right. */
function calibration(sets: readonly { set: EventSet; links: readonly SegmentLink[] }[]): string[] {
  const bands = [0.6, 0.7, 0.85, 0.95, 1.01];
  const lines = ['| score | links | right |', '| --- | --- | --- |'];
  for (let k = 0; k + 1 < bands.length; k += 1) {
    const [low = 0, high = 1] = bands.slice(k, k + 2);
    const scores = sets.map(
      ({ set, links }) =>
        scoreSet(
          set,
          links.filter(({ score }) => score >= low && score < high),
        ).all,
    );
    const found = scores.reduce((sum, score) => sum + score.found, 0);
    const right = scores.reduce((sum, score) => sum + score.right, 0);
    if (found > 0) lines.push(`| ${two(low)}–${two(Math.min(1, high))} | ${found} | ${two(right / found)} |`);
  }
  return [...lines, ''];
}

function relatedLine(set: EventSet, lexicon: Lexicon): string {
  const { kind, related, pairs } = judgeVersions(set.versions, lexicon);
  const each = pairs.map(({ x, y, judgement }) => {
    const name = `${set.ids[x]}–${set.ids[y]}`;
    return `${name} ${two(judgement.shared)} ${judgement.related ? 'yes' : 'no'}`;
  });
  return `${set.name}: ${kind}; related ${set.ids.map((id, v) => `${id} ${related[v] ? 'yes' : 'no'}`).join(', ')}. Pairs: ${each.join('; ')}`;
}

function inventedTexts(lexicon: Lexicon): string {
  const entries = Object.values(eventTexts);
  const counts = { same: [0, 0], other: [0, 0] } as Record<'same' | 'other', [number, number]>;
  entries.forEach((one, k) => {
    for (const other of entries.slice(k + 1)) {
      const same = one.event === other.event;
      const found = judgeVersions([versionOf(one), versionOf(other)], lexicon).related[0];
      const count = counts[same ? 'same' : 'other'];
      count[1] += 1;
      if (found === same) count[0] += 1;
    }
  });
  return `invented texts: ${counts.same.join(' of ')} pairs on one event found related, ${counts.other.join(' of ')} pairs on two events found not`;
}

/** Each report with each text on another event of the same people. */
function othersLine(set: OwnSet, lexicon: Lexicon): string {
  const pairs = set.others.flatMap((other) => set.versions.map((version) => judgeVersions([version, other], lexicon)));
  const apart = pairs.filter(({ related }) => !related[0]).length;
  return `${set.name}, another event of the same people: ${apart} of ${pairs.length} pairs found not related`;
}

export async function benchEvents(lexicon: Lexicon): Promise<string> {
  const own = await ownSets();
  const sets = [await ferrySet(), ...own, ...(seedsAtHand ? [await seedSet()] : [])];
  const tables = sets.map((set) => ({ set, ...linkTable(set, lexicon) }));
  return [
    ...(seedsAtHand ? [] : ['The seed texts are not at hand here: left out.', '']),
    ...tables.flatMap(({ lines }) => lines),
    '### Calibration of link scores',
    '',
    ...calibration(tables),
    '### Related',
    '',
    ...sets.map((set) => `- ${relatedLine(set, lexicon)}`),
    ...own.map((set) => `- ${othersLine(set, lexicon)}`),
    `- ${inventedTexts(lexicon)}`,
    '',
  ].join('\n');
}
