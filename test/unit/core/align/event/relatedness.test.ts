import { describe, expect, it } from 'vitest';
import { judgeVersions } from '../../../../../core/align/event/judge-versions';
import { commonKind, inOneOrder, type JudgedPair, relatedVersions } from '../../../../../core/align/event/relatedness';
import { compiledLexicon } from '../../../../support/compiled-lexicon';
import { eventTexts, versionOf } from './texts';

const judged = (
  x: number,
  y: number,
  related: boolean,
  kind: 'event' | 'translation' = 'event',
  shared = 0.5,
  evidence = related ? 1.5 : 0.2,
): JudgedPair => ({ x, y, judgement: { related, shared, kind, evidence } });
const text = (name: keyof typeof eventTexts) => versionOf(eventTexts[name]!);

describe('inOneOrder', () => {
  const at = (i: number, j: number, probability = 1) => ({ i, j, probability });
  it('is whole for a chain, less for crossings', () => {
    expect(inOneOrder([at(0, 0), at(1, 1), at(2, 2)])).toBe(1);
    expect(inOneOrder([at(0, 2), at(1, 1), at(2, 0)])).toBeCloseTo(1 / 3);
    expect(inOneOrder([at(0, 1, 0.1), at(1, 0, 0.9)])).toBeCloseTo(0.9);
    expect(inOneOrder([])).toBe(1);
  });
});

describe('relatedVersions', () => {
  it('takes the largest group that related pairs hold together', () => {
    const pairs = [judged(0, 1, true), judged(1, 2, true), judged(0, 2, false), judged(0, 3, false), judged(2, 3, false)];
    expect(relatedVersions(4, pairs)).toEqual([true, true, true, false]);
  });
  it('of two groups alike takes the one with more in common', () => {
    const pairs = [judged(0, 1, true, 'event', 0.3), judged(2, 3, true, 'event', 0.8)];
    expect(relatedVersions(4, pairs)).toEqual([false, false, true, true]);
  });
  it('finds none where no pair is related, and one version related to itself', () => {
    expect(relatedVersions(2, [judged(0, 1, false)])).toEqual([false, false]);
    expect(relatedVersions(1, [])).toEqual([true]);
    expect(relatedVersions(0, [])).toEqual([]);
  });
});

describe('commonKind', () => {
  it('follows most of the related pairs', () => {
    expect(
      commonKind([judged(0, 1, true, 'event'), judged(0, 2, false, 'translation'), judged(1, 2, false, 'translation')]),
    ).toBe('event');
    expect(commonKind([judged(0, 1, true, 'translation'), judged(0, 2, true, 'event')])).toBe('translation');
  });
});

describe('judgeVersions', () => {
  const lexicon = compiledLexicon();

  it.each([
    ['quakeMaravaEn', 'quakeMaravaFr'],
    ['quakeMaravaEn', 'quakeMaravaAr'],
    ['quakeMaravaFr', 'quakeMaravaAr'],
    ['quakeSoltaneEn', 'quakeSoltaneAr'],
    ['strikeBelmarEn', 'strikeBelmarFr'],
    ['strikeTaronaEn', 'strikeTaronaAr'],
    ['talksGasEn', 'talksGasFr'],
    ['talksFishEn', 'talksFishAr'],
  ] as const)('%s and %s report one event in their own ways', (a, b) => {
    expect(judgeVersions([text(a), text(b)], lexicon)).toMatchObject({ kind: 'event', related: [true, true] });
  });

  it.each([
    ['quakeMaravaEn', 'quakeSoltaneEn'],
    ['quakeMaravaFr', 'quakeSoltaneEn'],
    ['quakeMaravaAr', 'quakeSoltaneEn'],
    ['quakeMaravaEn', 'quakeSoltaneAr'],
    ['quakeMaravaAr', 'quakeSoltaneAr'],
    ['strikeBelmarEn', 'strikeTaronaEn'],
    ['strikeBelmarFr', 'strikeTaronaAr'],
    ['talksGasEn', 'talksFishAr'],
    ['talksGasFr', 'talksFishAr'],
    ['quakeMaravaEn', 'talksFishEn'],
    ['talksGasEn', 'talksFishEn'],
    ['talksGasFr', 'talksFishEn'],
  ] as const)('%s and %s are on one topic or none, and not related', (a, b) => {
    expect(judgeVersions([text(a), text(b)], lexicon).related).toEqual([false, false]);
  });

  it('finds the one that reports another event among three', () => {
    const versions = [text('quakeMaravaEn'), text('quakeSoltaneEn'), text('quakeMaravaFr'), text('quakeMaravaAr')];
    expect(judgeVersions(versions, lexicon).related).toEqual([true, false, true, true]);
  });

  it('takes a text and its twin for a translation', () => {
    expect(judgeVersions([text('quakeMaravaEn'), text('quakeMaravaEn')], lexicon)).toMatchObject({
      kind: 'translation',
      related: [true, true],
    });
  });

  it('bears empty versions, one version and none', () => {
    const empty = { lang: 'en', segments: [] };
    expect(judgeVersions([empty, text('talksGasEn')], lexicon).related).toEqual([false, false]);
    expect(judgeVersions([text('talksGasEn')], lexicon).related).toEqual([true]);
    expect(judgeVersions([], lexicon).pairs).toEqual([]);
  });
});
