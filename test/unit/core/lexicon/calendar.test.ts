import { describe, expect, it } from 'vitest';
import { mayBeginDate, monthAt, weekdayAt } from '../../../../core/lexicon/calendar';
import { tokenise } from '../../../../core/text/tokens';

const words = (text: string, lang: string) => tokenise(text, lang).map((token) => token.norm);

describe('monthAt', () => {
  it.each([
    ['January', 'en', 1, 1],
    ['août', 'fr', 8, 1],
    ['يناير', 'ar', 1, 1],
    ['كانون الثاني', 'ar', 1, 2],
    ['جانفي', 'ar', 1, 1],
    ['تشرين الأول', 'ar', 10, 2],
    ['تشرين الثاني', 'ar', 11, 2],
    ['أيلول', 'ar', 9, 1],
    ['جويلية', 'ar', 7, 1],
    ['شتنبر', 'ar', 9, 1],
    ['وحزيران', 'ar', 6, 1],
  ])('%s (%s) is month %i', (text, lang, value, length) => {
    expect(monthAt(words(text, lang), 0, lang)).toMatchObject({ value, length });
  });

  it('marks names that are common words', () => {
    expect(monthAt(['may'], 0, 'en')?.ambiguous).toBe(true);
    expect(monthAt(['october'], 0, 'en')?.ambiguous).toBe(false);
  });

  it('finds nothing elsewhere', () => {
    expect(monthAt(['house'], 0, 'en')).toBeNull();
    expect(monthAt(['january'], 1, 'en')).toBeNull();
    expect(monthAt(['januar'], 0, 'fr')).toBeNull();
  });
});

describe('mayBeginDate', () => {
  it.each(['en', 'fr', 'ar', 'de', 'zz'])('is true of every word of %s at which a date begins', (lang) => {
    const words = 'january may monday janvier lundi januar montag كانون الثاني والاحد ثاني تشرين الاول house مايو و'.split(' ');
    for (const first of words) {
      for (const second of words) {
        const found = monthAt([first, second], 0, lang) ?? weekdayAt([first, second], 0, lang);
        if (found) expect(mayBeginDate(first, lang)).toBe(true);
      }
    }
    expect(mayBeginDate('house', lang)).toBe(false);
  });

  it('knows the first words of names of two', () => {
    expect(mayBeginDate('كانون', 'ar')).toBe(true);
    expect(mayBeginDate('وتشرين', 'ar')).toBe(true);
  });
});

describe('names from the runtime', () => {
  it.each([
    ['de', 'Januar', 1],
    ['de', 'März', 3],
    ['pl', 'maja', 5],
    ['fi', 'kesäkuuta', 6],
    ['ru', 'января', 1],
  ])('reads months of %s: %s', (lang, text, value) => expect(monthAt(words(text, lang), 0, lang)?.value).toBe(value));

  it('reads days, and holds short names for common words', () => {
    expect(weekdayAt(words('Dienstag', 'de'), 0, 'de')).toEqual({ value: 2, length: 1, ambiguous: false });
    expect(monthAt(words('Mai', 'de'), 0, 'de')?.ambiguous).toBe(true);
  });

  it('has none for what is no language', () => {
    expect(monthAt(['januar'], 0, 'und')).toBeNull();
    expect(monthAt(['januar'], 0, 'not a tag')).toBeNull();
  });
});

describe('weekdayAt', () => {
  it.each([
    ['Monday', 'en', 1],
    ['dimanche', 'fr', 7],
    ['الأربعاء', 'ar', 3],
    ['والخميس', 'ar', 4],
  ])('%s (%s) is day %i', (text, lang, value) => {
    expect(weekdayAt(words(text, lang), 0, lang)?.value).toBe(value);
  });
});
