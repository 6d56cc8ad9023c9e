import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { linkedUnits } from '../../../../core/align/bead';
import { buildEvidence } from '../../../../core/align/evidence-table';
import { setLinesApart } from '../../../../core/align/lines';
import { type AnalysedVersion, analyse, sentenceUnits } from '../../../../core/align/vocabulary';
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

describe('setLinesApart', () => {
  const left = analysed('en', ...long, `${english[0]} The road was closed.`, 'Page 12', 'The bridge fell.');
  const bead = (right: AnalysedVersion) => {
    const from = left.units.findIndex((unit) => unit.segment === long.length);
    return { i0: from, i1: left.units.length, j0: 0, j1: right.units.length, score: 5, posterior: 0.9 };
  };

  it('leaves a page number out of the bead around it', () => {
    const right = analysed('ar', `${arabic[0]} أغلق الطريق. سقط الجسر.`);
    const found = bead(right);
    setLinesApart(left, right, [found], buildEvidence(left, right, villageLexicon).build());
    const [units] = linkedUnits(found);
    expect(units.map((u) => left.units[u]?.segment)).not.toContain(long.length + 1);
    expect(units.length).toBe(found.i1 - found.i0 - 1);
  });

  it('keeps a line that the other side answers', () => {
    const right = analysed('ar', `${arabic[0]} أغلق الطريق. صفحة 12. سقط الجسر.`);
    const found = bead(right);
    setLinesApart(left, right, [found], buildEvidence(left, right, villageLexicon).build());
    expect(linkedUnits(found)[0].length).toBe(found.i1 - found.i0);
  });
});

describe('align with lines that one version lacks', () => {
  it('leaves page numbers and headings without a counterpart', () => {
    const pages = english.flatMap((text, k) => [text, `Page ${k + 3}`]);
    const result = align([version('en', ...pages), version('ar', ...arabic)], villageLexicon, { kind: 'translation' });
    expect(filledRows(result)).toEqual(english.map((_, k) => JSON.stringify([[2 * k], [k]])).sort());
  });
});
