/**
 * Figures for different reports of one event: links of the seed texts, the ferry sample and the fixtures against their gold standards,
 * all versions aligned together and by twos; sentences; related or not; how well the scores are calibrated. Returns Markdown.
 */
import { align } from '../../../core/align/align';
import { alignEvent } from '../../../core/align/event/align-event';
import { judgeVersions } from '../../../core/align/event/judge-versions';
import type { AlignVersion, SegmentLink } from '../../../core/align/types';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import {
  type DeskSet,
  deskSets,
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
import { goldOf } from '../../support/marked-texts';
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

function linkTable(set: EventSet, lexicon: Lexicon, heldOut: boolean): { lines: string[]; links: SegmentLink[] } {
  const started = performance.now();
  const { links } = alignEvent(set.versions, lexicon, {});
  const ms = Math.round(performance.now() - started);
  const joint = scoreSet(set, links);
  const pairs = byTwos(set, lexicon);
  const lines = [
    `### ${set.name}${heldOut ? ', held out' : ''}: same statement in two versions (${set.versions.length} versions in ${ms} ms)`,
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

type Linked = { set: EventSet; links: readonly SegmentLink[] };

/** The curve: mean score of the links of each band, and the share of them that is right. */
function calibration(sets: readonly Linked[]): string[] {
  const lines = ['| mean score | right | links |', '| --- | --- | --- |'];
  for (let low = 0.45; low < 0.99; low += 0.1) {
    const inBand = ({ score }: SegmentLink) => score >= low && score < low + 0.1;
    const scored = sets.map(({ set, links }) => scoreSet(set, links.filter(inBand)).all);
    const sum = (of: (score: LinkScore) => number) => scored.reduce((total, score) => total + of(score), 0);
    const scores = sets.flatMap(({ links }) => links.filter(inBand).map(({ score }) => score));
    const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
    const found = sum((score) => score.found);
    if (found > 0) lines.push(`| ${two(mean)} | ${two(sum((score) => score.right) / found)} | ${found} |`);
  }
  return [...lines, ''];
}

/** Links between sentences against what each sentence states. */
function sentenceLine(set: DeskSet, lexicon: Lexicon): string {
  const { sentenceLinks = [] } = align(set.versions, lexicon, { kind: 'event', sentences: true });
  const scores = set.versions.flatMap((_, x) =>
    set.versions.slice(x + 1).map((_other, q) => {
      const y = x + 1 + q;
      const flat = (v: number) =>
        (set.statements[v]?.sentences ?? []).flatMap((each, i) => each.map((states, k) => ({ states, key: `${i}.${k}` })));
      const [left, right] = [flat(x), flat(y)];
      const gold = goldOf(
        left.map(({ states }) => states),
        right.map(({ states }) => states),
      );
      const links = sentenceLinks
        .filter(({ from, to }) => from[0] === x && to[0] === y)
        .map(({ from, to, score }): SegmentLink => {
          const i = left.findIndex(({ key }) => key === `${from[1]}.${from[2]}`);
          const j = right.findIndex(({ key }) => key === `${to[1]}.${to[2]}`);
          return { from: [0, i], to: [1, j], score };
        });
      return scorePair(links, 0, 1, gold);
    }),
  );
  const all = together(new Map(scores.map((score, k) => [String(k), score])));
  return `| ${set.name}${set.heldOut ? ' (held out)' : ''} | ${all.sure} | ${figures(all)} |`;
}

/** All reports of all sets by twos: related where they tell of one event, and not where they do not. */
function relatedMatrix(sets: readonly DeskSet[], others: readonly EventSet[], lexicon: Lexicon): string[] {
  const reports = [
    ...others.flatMap((set) =>
      set.versions.map((version, v) => ({ version, event: `${set.name}${set.ids[v] === '004' ? '004' : ''}` })),
    ),
    ...sets.flatMap((set) => [
      ...set.versions.map((version) => ({ version, event: set.name })),
      ...set.others.map((version, v) => ({ version, event: `${set.name}, other ${v}` })),
    ]),
  ];
  const foreign = sets.flatMap((set) => set.foreign.map(({ version }) => ({ version, event: set.name })));
  const count = (pairs: readonly (readonly [(typeof reports)[number], (typeof reports)[number]])[]) => {
    const counts = { same: [0, 0] as [number, number], apart: [0, 0] as [number, number] };
    for (const [one, other] of pairs) {
      const same = one.event === other.event;
      const at = same ? counts.same : counts.apart;
      at[1] += 1;
      if (judgeVersions([one.version, other.version], lexicon).related[0] === same) at[0] += 1;
    }
    return `${counts.same.join(' of ')} pairs on one event found related, ${counts.apart.join(' of ')} pairs on two events found not`;
  };
  return [
    `- all sets by twos: ${count(reports.flatMap((one, k) => reports.slice(k + 1).map((other) => [one, other] as const)))}`,
    `- with a version in a language without a dictionary: ${count(foreign.flatMap((one) => reports.map((other) => [one, other] as const)))}`,
  ];
}

function relatedLine(set: EventSet, lexicon: Lexicon): string {
  const { kind, related, pairs } = judgeVersions(set.versions, lexicon);
  const each = pairs.map(({ x, y, judgement }) => {
    const name = `${set.ids[x]}–${set.ids[y]}`;
    return `${name} ${two(judgement.evidence)} ${judgement.related ? 'yes' : 'no'}`;
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
  const desks = await deskSets();
  const seeds = seedsAtHand ? [await seedSet()] : [];
  const ferry = await ferrySet();
  const sets: EventSet[] = [ferry, ...own, ...desks, ...seeds];
  const heldOut = (set: EventSet) => desks.some((desk) => desk === set && desk.heldOut);
  const tables = sets.map((set) => ({ set, ...linkTable(set, lexicon, heldOut(set)) }));
  return [
    ...(seedsAtHand ? [] : ['The seed texts are not at hand here: left out.', '']),
    ...tables.flatMap(({ lines }) => lines),
    '### Sentences: same statement in two versions, all versions aligned together',
    '',
    '| set | sure | precision | recall | F1 |',
    '| --- | --- | --- | --- | --- |',
    ...desks.map((set) => sentenceLine(set, lexicon)),
    '',
    '### Calibration of link scores, development sets',
    '',
    ...calibration(tables.filter(({ set }) => !heldOut(set))),
    '### Calibration of link scores, held-out sets',
    '',
    ...calibration(tables.filter(({ set }) => heldOut(set))),
    '### Related',
    '',
    ...sets.map((set) => `- ${relatedLine(set, lexicon)}`),
    ...[...own, ...desks].map((set) => `- ${othersLine(set, lexicon)}`),
    `- ${inventedTexts(lexicon)}`,
    ...relatedMatrix(desks, [ferry, ...own, ...seeds], lexicon),
    '',
  ].join('\n');
}
