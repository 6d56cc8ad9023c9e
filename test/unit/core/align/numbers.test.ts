import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../../../core/align/numbers';
import { tokenise } from '../../../../core/text/tokens';

const read = (text: string, lang: string) => readNumbers(tokenise(text, lang), lang).map((token) => token.norm);

describe('readNumbers', () => {
  it.each([
    ['two hundred and five', 'en', '#205'],
    ['quatre-vingt-dix-sept', 'fr', '#97'],
    ['3.5 million', 'en', '#3500000'],
    ['٢٠ ألفا', 'ar', '#20000'],
    ['February', 'en', '@m2'],
    ['3 شباط', 'ar', '@m2'],
    ['jeudi', 'fr', '@d4'],
  ])('%s (%s) is %s', (text, lang, norm) => {
    expect(read(text, lang)).toContain(norm);
  });

  it('takes "may" for a month only beside a number', () => {
    expect(read('they may go', 'en')).not.toContain('@m5');
    expect(read('on 3 May', 'en')).toContain('@m5');
  });

  it('takes الأحد for Sunday after a word for day or evening, beside a number, and not elsewhere', () => {
    expect(read('وصلوا يوم الأحد', 'ar')).toContain('@d7');
    expect(read('وبمساء الجمعة', 'ar')).toContain('@d5');
    expect(read('قال الأحد منهم', 'ar')).not.toContain('@d7');
  });

  it('reads thousands set apart by an Arabic comma', () => {
    expect(read('أكثر من 30،000 شخص', 'ar')).toContain('#30000');
  });

  it('spans all words that it read', () => {
    const text = 'about two hundred and five houses';
    const token = readNumbers(tokenise(text, 'en'), 'en').find((one) => one.value === 205);
    expect(text.slice(token?.start, token?.end)).toBe('two hundred and five');
  });

  it('leaves languages without tables as they are', () => {
    expect(read('dwa mosty', 'pl')).toEqual(['dwa', 'mosty']);
  });
});
