import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, foldWithSources, sourceSpan } from '../../../../core/text/fold';

describe('foldForSearch', () => {
  it.each([
    ['Élysée', 'elysee'],
    ['cœur', 'coeur'],
    ['l’État', "l'etat"],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['مُحَمَّدٌ', 'محمد'],
    ['أحمد إبراهيم آمنة', 'احمد ابراهيم امنه'],
    ['مستشفى', 'مستشفي'],
    ['مسؤول', 'مسوول'],
    ['كتـــاب', 'كتاب'],
    ['ﻻ', 'لا'],
    ['١٤٢٥', '1425'],
    ['Ёлка', 'елка'],
    ['한국', '한국'],
    ['हिन्दी', 'हिन्दी'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('folds composed and decomposed text alike, and folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aéÉœß أإآىةًَّكـ1٣’ñçΣς') }), (text) => {
        const folded = foldForSearch(text);
        expect(foldForSearch(text.normalize('NFD'))).toBe(folded);
        expect(foldForSearch(folded)).toBe(folded);
      }),
    );
  });
});

describe('foldWithSources', () => {
  it('marks a hit in the text as it stands, vowel signs included', () => {
    const text = 'قال مُحَمَّدٌ أمس';
    const folded = foldWithSources(text);
    const at = folded.folded.indexOf('محمد');
    const [start, end] = sourceSpan(folded, at, at + 4);
    expect(text.slice(start, end)).toBe('مُحَمَّدٌ');
  });

  it('takes a whole ligature for a part of it', () => {
    const folded = foldWithSources('un cœur');
    expect(sourceSpan(folded, 3, 5)).toEqual([3, 5]);
    expect(sourceSpan(folded, 3, 6)).toEqual([3, 5]);
  });

  it('gives sources that never decrease and stay within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, sources } = foldWithSources(text);
        expect(folded).toBe(foldForSearch(text));
        expect(sources).toHaveLength(folded.length + 1);
        for (let at = 1; at < sources.length; at += 1) expect(sources[at]).toBeGreaterThanOrEqual(sources[at - 1] ?? 0);
        expect(sources.at(-1)).toBe(text.length);
      }),
    );
  });
});
