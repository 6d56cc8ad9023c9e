import { describe, expect, it } from 'vitest';
import { functionWords } from '../../../../core/text/function-words';
import { normaliseWord } from '../../../../core/text/normalise';

describe('functionWords', () => {
  it('knows the commonest words of the main languages', () => {
    expect(functionWords('en').has('the')).toBe(true);
    expect(functionWords('fr').has('les')).toBe(true);
    expect(functionWords('ar').has(normaliseWord('إلى', 'ar'))).toBe(true);
  });

  it('has no content words and nothing for languages without a list', () => {
    expect(functionWords('en').has('government')).toBe(false);
    expect(functionWords('xx').size).toBe(0);
  });

  it('holds normalised words only', () => {
    for (const lang of ['en', 'fr', 'ar']) {
      for (const word of functionWords(lang)) expect(normaliseWord(word, lang)).toBe(word);
    }
  });
});
