import { describe, expect, it } from 'vitest';
import { linkedUnits } from '../../../../core/align/bead';
import { buildEvidence } from '../../../../core/align/evidence-table';
import { setLinesApart } from '../../../../core/align/lines-apart';
import { type AnalysedVersion, analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, version } from './versions';

const analysed = (lang: string, ...texts: string[]) => {
  const given = version(lang, ...texts);
  return analyse(given, sentenceUnits(given));
};
const long = english.map((text) => `${text} And then the doctor wrote a letter to the children of the village school.`);

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
