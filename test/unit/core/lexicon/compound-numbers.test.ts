import { describe, expect, it } from 'vitest';
import { compoundNumber } from '../../../../core/lexicon/compound-numbers';
import { parseNumberWords } from '../../../../core/lexicon/number-words';
import { normaliseWord } from '../../../../core/text/normalise';

const read = (word: string, lang: string) => compoundNumber(normaliseWord(word, lang), lang);

describe('compoundNumber', () => {
  it.each([
    ['de', 'zwölf', 12],
    ['de', 'zweiundzwanzig', 22],
    ['de', 'achthundert', 800],
    ['de', 'neunzehnhundertzwölf', 1912],
    ['de', 'zweitausenddreihundertsechzehn', 2316],
    ['nl', 'tweeëntwintig', 22],
    ['it', 'ventuno', 21],
    ['it', 'duemila', 2000],
    ['es', 'veintidós', 22],
    ['pt', 'dezasseis', 16],
    ['sv', 'tjugotvå', 22],
  ])('%s: %s', (lang, word, value) => expect(read(word, lang)).toBe(value));

  it('leaves other words, one and other languages alone', () => {
    expect(read('Haus', 'de')).toBeNull();
    expect(read('ein', 'de')).toBeNull();
    expect(read('tausende', 'de')).toBeNull();
    expect(read('zwölf', 'en')).toBeNull();
  });

  it('joins the other number words', () => {
    expect(parseNumberWords(['vierzig', 'meter'], 0, 'de')).toEqual({ value: 40, length: 1 });
  });
});
