import { describe, expect, it } from 'vitest';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { addSynonyms } from '../../../../../core/align/event/synonyms';
import { EvidenceBuilder } from '../../../../../core/align/evidence-table';
import type { Lexicon, PairTable } from '../../../../../core/lexicon/lexicon';
import { versionOf } from './texts';

const words: Record<string, string[]> = {
  boat: ['bateau', 'navire'],
  vessel: ['bateau', 'navire'],
  bank: ['banque', 'rive'],
  shore: ['rive', 'cote', 'plage', 'rivage', 'bord', 'littoral'],
};
const french: PairTable = {
  lookup: (key) => (words[key] ?? []).map((translation) => ({ key: translation, weight: 1 })),
  phrases: () => [],
};
const arabic: PairTable = {
  lookup: (key) => (key === 'قارب' ? ['bateau', 'navire'].map((translation) => ({ key: translation, weight: 1 })) : []),
  phrases: () => [],
};
const lexicon: Lexicon = {
  entries: (from, to) => (to !== 'fr' ? null : from === 'en' ? french : from === 'ar' ? arabic : null),
  frequency: () => null,
};

function pairs(left: string, right: string, lang: 'en' | 'ar' = 'en') {
  const analysed = (of: 'en' | 'ar', text: string) => prepareForEvent(versionOf({ lang: of, paragraphs: [text] })).analysed;
  const [a, b] = [analysed('en', left), analysed(lang, right)];
  const builder = new EvidenceBuilder(a!.types.length);
  addSynonyms(a!, b!, lexicon, builder);
  const table = builder.build();
  return a!.types.flatMap((info, x) => {
    const out: [string, string, number][] = [];
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1)
      out.push([info.key, b!.types[table.partner[p] ?? 0]?.key ?? '', table.weight[p] ?? 0]);
    return out;
  });
}

describe('addSynonyms', () => {
  it('joins words that share their translations', () => {
    const [pair] = pairs('a boat', 'the vessel');
    expect(pair?.slice(0, 2)).toEqual(['boat', 'vessel']);
    expect(pair?.[2]).toBeGreaterThan(0.5);
  });

  it('joins words of two languages that meet in a third', () => {
    expect(pairs('a boat', 'قارب', 'ar').map((pair) => pair.slice(0, 2))).toEqual([['boat', 'قارب']]);
    expect(pairs('the bank', 'قارب', 'ar')).toEqual([]);
  });

  it('does not join words that share one sense of many, nor a word with itself', () => {
    expect(pairs('the bank', 'a shore')).toEqual([]);
    expect(pairs('a boat', 'the boat')).toEqual([]);
  });
});
