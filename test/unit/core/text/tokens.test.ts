import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise, tokenPattern } from '../../../../core/text/tokens';

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

  it('finds what the pattern finds, in any mixture of scripts, signs and apostrophes', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        'Zoë',
        'œuvre',
        'l',
        'I',
        'كتاب',
        'و',
        'ـ',
        'َ',
        'ʼ',
        "'",
        '’',
        '.',
        ' ',
        '\n',
        ': ',
        '-',
        '?',
        '؟',
        '٪',
        '«',
        '7',
        '1,200',
      ],
      ...['٣', 'U.N.', 'мир', 'Ω', '北京', '𐐀', '\u0301', '\u200f', '؛', '…', '\ud800', 's', 'ß'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        const text = list.join('');
        const expected: unknown[] = [];
        let previousEnd = 0;
        let first = true;
        for (const match of text.matchAll(new RegExp(tokenPattern))) {
          const { word, number, acronym } = match.groups ?? {};
          const opens = first || /[.!?؟:\n]/.test(text.slice(previousEnd, match.index));
          previousEnd = match.index + match[0].length;
          const kind = (word ?? acronym) ? 'word' : number ? 'number' : 'punctuation';
          const own = tokenise(word ?? '', 'en');
          if (word !== undefined && own.length === 0) continue;
          first = false;
          for (const part of word === undefined ? [0] : own.map((token) => token.start)) {
            const spaceless = /[\u3400-\u9fff]/.test(word ?? '');
            const named = !spaceless && !opens && /^\p{Lu}/u.test(word ?? '');
            expected.push([kind, match.index + part, acronym !== undefined || named]);
          }
        }
        expect(tokenise(text, 'en').map((token) => [token.kind, token.start, token.capital === true])).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
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
