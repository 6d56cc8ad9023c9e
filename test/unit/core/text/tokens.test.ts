import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../core/text/tokens';

const norms = (text: string, lang: string) => tokenise(text, lang).map((token) => token.norm);

describe('tokenise', () => {
  it('gives offsets into the original', () => {
    const text = 'Voilà: l’école n’a que 1 200 élèves.';
    for (const token of tokenise(text, 'fr')) expect(text.slice(token.start, token.end)).not.toMatch(/^\s|\s$/);
    expect(tokenise(text, 'fr').map((token) => text.slice(token.start, token.end))).toContain('école');
  });

  it('cuts elided articles and possessives', () => {
    expect(norms('l’homme d’État', 'fr')).toEqual(['homme', 'etat']);
    expect(norms("the minister's plan", 'en')).toEqual(['the', 'minister', 'plan']);
  });

  it('reads numbers, ordinals and percentages', () => {
    expect(norms('12,500 people, the 21st, 7%', 'en')).toEqual(['#12500', 'people', 'the', '#21', '#7', 'percent']);
    expect(norms('٪٢٥', 'ar')).toEqual(['percent', '#25']);
  });

  it('joins dotted acronyms and marks names', () => {
    const tokens = tokenise('Officials of the U.N. met Kofi.', 'en');
    expect(tokens.map((token) => token.norm)).toContain('un');
    expect(tokens.find((token) => token.norm === 'kofi')?.capital).toBe(true);
    expect(tokens.find((token) => token.norm === 'officials')?.capital).toBeUndefined();
  });

  it('notes questions and quotations', () => {
    expect(norms('« Oui ? »', 'fr')).toEqual(['quote', 'oui', 'question', 'quote']);
    expect(norms('هل هذا؟', 'ar')).toContain('question');
  });

  it('cuts scripts without spaces into words', () => {
    expect(tokenise('我们明天去北京。', 'zh').length).toBeGreaterThan(2);
  });

  it('holds for any text: tokens ascend, lie inside, do not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'fr', 'ar', 'zh', 'und'), (text, lang) => {
        let end = 0;
        for (const token of tokenise(text, lang)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
