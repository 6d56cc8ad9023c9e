import { describe, expect, it } from 'vitest';
import { isNumberArticle, mayBeginNumber, parseNumberWords, scaleOf } from '../../../../core/lexicon/number-words';
import { tokenise } from '../../../../core/text/tokens';

function read(text: string, lang: string): [number, number] | null {
  const words = tokenise(text, lang).map((token) => token.norm);
  const found = parseNumberWords(words, 0, lang);
  return found && [found.value, found.length];
}

describe('mayBeginNumber', () => {
  const words = {
    en: 'a one two twenty hundred thousand million and house of'.split(' '),
    fr: 'un quatre vingt dix cent mille million et maison de'.split(' '),
    ar: 'خمسه وخمسه عشر الفان ومليونان مايه ثلاث الف ملايين بيت و'.split(' '),
    de: ['zwei', 'zweiundzwanzig', 'haus', 'und'],
  };

  it.each(Object.entries(words))('is true of every word of %s at which a number begins', (lang, list) => {
    let numbers = 0;
    for (const first of list)
      for (const second of list)
        for (const third of list) {
          if (!parseNumberWords([first, second, third], 0, lang)) continue;
          numbers += 1;
          expect(mayBeginNumber(first, lang) || isNumberArticle(first, second, lang)).toBe(true);
        }
    expect(numbers).toBeGreaterThan(3);
  });

  it('is false of most words', () => {
    expect(mayBeginNumber('house', 'en')).toBe(false);
    expect(mayBeginNumber('بيت', 'ar')).toBe(false);
    expect(mayBeginNumber('dom', 'pl')).toBe(false);
  });
});

describe('parseNumberWords', () => {
  it.each([
    ['two', 2, 1],
    ['twenty-two people', 22, 2],
    ['fifteen hundred men', 1500, 2],
    ['two hundred and five', 205, 4],
    ['a hundred years', 100, 2],
    ['three thousand, four hundred and fifty-six', 3456, 7],
    ['two million five hundred thousand', 2_500_000, 5],
    ['nineteen and twenty', 19, 1],
    ['six seven', 6, 1],
  ])('English: %s', (text, value, length) => expect(read(text, 'en')).toEqual([value, length]));

  it.each([
    ['dix-sept', 17, 2],
    ['vingt et un ans', 21, 3],
    ['soixante-dix', 70, 2],
    ['soixante et onze', 71, 3],
    ['quatre-vingts', 80, 2],
    ['quatre-vingt-dix-sept', 97, 4],
    ['deux cent trois', 203, 3],
    ['mille neuf cent quatre-vingt-quatre', 1984, 6],
    ['trois millions deux cent mille', 3_200_000, 5],
    ['deux et trois', 2, 1],
  ])('French: %s', (text, value, length) => expect(read(text, 'fr')).toEqual([value, length]));

  it.each([
    ['خمسة', 5, 1],
    ['خمسة عشر يوما', 15, 2],
    ['خمسة وعشرون', 25, 2],
    ['ثلاثمائة وخمسة وعشرين', 325, 3],
    ['ثلاث مئة', 300, 2],
    ['مائتان وخمسون', 250, 2],
    ['ألفان وخمسمائة', 2500, 2],
    ['خمسون ألفا', 50_000, 2],
    ['ثلاثة آلاف ومئتين', 3200, 3],
    ['والعشرين', 20, 1],
    ['خمسة رجال', 5, 1],
    ['سبعة ملايين', 7_000_000, 2],
  ])('Arabic: %s', (text, value, length) => expect(read(text, 'ar')).toEqual([value, length]));

  it('takes a lone one for an article', () => {
    expect(read('one of them', 'en')).toBeNull();
    expect(read('une maison', 'fr')).toBeNull();
    expect(read('واحد منهم', 'ar')).toBeNull();
  });

  it('finds nothing in other words and languages', () => {
    expect(read('million', 'en')).toBeNull();
    expect(read('house', 'en')).toBeNull();
    expect(read('dwa', 'pl')).toBeNull();
    expect(parseNumberWords([], 0, 'en')).toBeNull();
  });

  it('knows scale words for numbers in digits', () => {
    expect(scaleOf('million', 'en')).toBe(1e6);
    expect(scaleOf('milliards', 'fr')).toBe(1e9);
    expect(scaleOf('الاف', 'ar')).toBe(1000);
    expect(scaleOf('house', 'en')).toBeNull();
  });
});
