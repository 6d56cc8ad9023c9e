import { describe, expect, it } from 'vitest';
import { contentOrder, fitsEvent, prepareForEvent } from '../../../../../core/align/event/prepare';
import { versionOf } from './texts';

const english = (...paragraphs: string[]) => versionOf({ lang: 'en', paragraphs });

describe('prepareForEvent', () => {
  it('takes segments that can be linked as units: no boilerplate, no blank ones, no rules', () => {
    const version = english('The mayor resigned.', '---', '', 'Read more', 'Her deputy takes over.');
    version.segments = version.segments.map((segment, s) => ({ ...segment, boilerplate: s === 3 }));
    expect(prepareForEvent(version).units.map((unit) => unit.segment)).toEqual([0, 4]);
  });

  it('cuts units into sentences that share out all their words', () => {
    const { whole, sentences } = prepareForEvent(english('The bridge fell. Nobody was hurt, police said.', 'Traffic stopped.'));
    expect([...sentences.unit]).toEqual([0, 0, 1]);
    expect([...whole.unit]).toEqual([0, 1]);
    const total = (counts: Float32Array) => counts.reduce((sum, count) => sum + count, 0);
    expect(total(sentences.count)).toBe(total(whole.count));
  });

  it('counts a word that stands twice once as a type', () => {
    const { analysed, whole } = prepareForEvent(english('Water, water everywhere'));
    const water = analysed.byKey.get('water') ?? -1;
    expect([...whole.type].filter((type) => type === water)).toHaveLength(1);
    expect(whole.count[[...whole.type].indexOf(water)]).toBe(2);
  });

  it('compares a report written as one paragraph sentence by sentence, and leaves common paragraphs whole', () => {
    const sentences = [
      'The bridge fell.',
      'Nobody was hurt.',
      'Police closed the road.',
      'Trains stopped.',
      'Rain fell.',
      'It is over.',
    ];
    const { units, analysed } = prepareForEvent(english(sentences.join(' '), sentences.slice(0, 5).join(' ')));
    expect(units.map((unit) => unit.segment)).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(analysed.tokens.flat()).toHaveLength(2 * (analysed.tokens.at(-1)?.length ?? 0) + (analysed.tokens[5]?.length ?? 0));
  });

  it('takes the first two units of some length for the head', () => {
    const { head } = prepareForEvent(
      english(
        'Bridge falls into the river near Marava',
        'By Ann Lee',
        'Marava',
        'A bridge near Marava fell on Monday.',
        'Police closed the main road at noon.',
      ),
    );
    expect([...head]).toEqual([1, 0, 0, 1, 0]);
  });

  it('bears a version without any segment', () => {
    expect(prepareForEvent({ lang: 'en', segments: [] }).units).toEqual([]);
  });
});

describe('contentOrder', () => {
  it('orders by content, whatever the order given', () => {
    const versions = [english('b'), versionOf({ lang: 'ar', paragraphs: ['ا'] }), english('a')];
    const sorted = (list: typeof versions) => contentOrder(list).map((v) => list[v]?.segments[0]?.text);
    expect(sorted(versions)).toEqual(['ا', 'a', 'b']);
    expect(sorted([...versions].reverse())).toEqual(['ا', 'a', 'b']);
  });
});

describe('fitsEvent', () => {
  it('refuses books', () => {
    const long = (size: number) => ({ lang: 'en', segments: Array.from({ length: size }, () => english('A.').segments[0]!) });
    expect(fitsEvent([long(2000), long(2000), long(10)])).toBe(true);
    expect(fitsEvent([long(6236), long(10), long(6236)])).toBe(false);
    expect(fitsEvent([long(6236), long(10)])).toBe(true);
    expect(fitsEvent([])).toBe(true);
  });

  it('refuses books in few paragraphs', () => {
    const huge = {
      lang: 'en',
      segments: [{ text: 'Rain fell on the roofs of the town. '.repeat(30_000), sentences: [], boilerplate: false }],
    };
    expect(fitsEvent([huge, huge])).toBe(false);
    expect(fitsEvent([huge, english('A heading.', 'A lead.')])).toBe(true);
  });
});
