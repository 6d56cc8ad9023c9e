import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, filledRows, version } from './versions';

const analysed = (lang: string, ...texts: string[]) => {
  const given = version(lang, ...texts);
  return analyse(given, sentenceUnits(given));
};
const long = english.map((text) => `${text} And then the doctor wrote a letter to the children of the village school.`);

describe('weighLines', () => {
  it('weighs short paragraphs without a mark at their end, in a text whose sentences have one', () => {
    const { line } = analysed('en', 'Background', ...long, 'He came.', '12');
    expect(line[0]).toBeGreaterThan(1);
    expect(line.at(-1)).toBe(line[0]);
    expect(line.subarray(1, -1).every((weight) => weight === 0)).toBe(true);
  });

  it('says nothing where sentences go without a mark', () => {
    const bare = english.map((text) => text.slice(0, -1));
    const { line } = analysed('en', 'Background', ...bare.map((text) => `${text} and so did every other person of that village`));
    expect(line.every((weight) => weight === 0)).toBe(true);
  });

  it('weighs the more, the more regularly sentences have their mark', () => {
    const mixed = [...long.slice(0, -1), (long.at(-1) ?? '').slice(0, -1)];
    const one = analysed('en', 'Background', ...long).line[0] ?? 0;
    expect(analysed('en', 'Background', ...mixed).line[0]).toBeLessThan(one);
  });
});

describe('align with lines that one version lacks', () => {
  it('leaves page numbers and headings without a counterpart', () => {
    const pages = english.flatMap((text, k) => [text, `Page ${k + 3}`]);
    const result = align([version('en', ...pages), version('ar', ...arabic)], villageLexicon, { kind: 'translation' });
    expect(filledRows(result)).toEqual(english.map((_, k) => JSON.stringify([[2 * k], [k]])).sort());
  });
});
