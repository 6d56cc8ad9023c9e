import { describe, expect, it } from 'vitest';
import { asciiDigits, normaliseWord } from '../../../../core/text/normalise';

describe('normaliseWord', () => {
  it.each([
    ['Éléphant', 'fr', 'elephant'],
    ['Œuvre', 'fr', 'oeuvre'],
    ['Straße', 'de', 'strasse'],
    ['أُسْرَةٌ', 'ar', 'اسره'],
    ['مُؤْتَمَر', 'ar', 'موتمر'],
    ['عـــربى', 'ar', 'عربي'],
    ['ﻻ', 'ar', 'لا'],
    ['İstanbul', 'tr', 'istanbul'],
    ['٢٠٢٤', 'ar', '2024'],
    ["don't", 'en', 'dont'],
  ])('%s (%s) is %s', (word, lang, expected) => {
    expect(normaliseWord(word, lang)).toBe(expected);
  });

  it('is stable: a normalised word stays as it is', () => {
    for (const word of ['Éléphant', 'أُسْرَةٌ', 'Straße', '１２３', 'ﻣﺮﺣﺒﺎ']) {
      const once = normaliseWord(word, 'und');
      expect(normaliseWord(once, 'und')).toBe(once);
    }
  });

  it('may leave nothing of a word of marks', () => {
    expect(normaliseWord('ــ', 'ar')).toBe('');
  });
});

describe('asciiDigits', () => {
  it('reads the digits of every script', () => {
    expect(asciiDigits('٠١٢٩ ۰۱۲۹ ०१२९ ০১২৯ ０９')).toBe('0129 0129 0129 0129 09');
  });
});
