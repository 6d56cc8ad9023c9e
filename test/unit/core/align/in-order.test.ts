import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { explainedBy, explainsTranslation } from '../../../../core/align/in-order';
import { alignPair } from '../../../../core/align/pairwise';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, version } from './versions';

const none = () => undefined;

function explained(left: readonly string[], right: readonly string[], related = true): boolean {
  const [v, w] = [version('en', ...left), version('ar', ...right)];
  const a = analyse(v, sentenceUnits(v));
  const b = analyse(w, sentenceUnits(w));
  return explainsTranslation(explainedBy(a, b, alignPair(a, b, villageLexicon, null, [], none).beads), related);
}

const foreign = ['نص آخر لا صلة له بما سبق في شيء', 'كتاب قديم على رف خشبي في غرفة مظلمة', 'لون السماء أزرق عند الفجر'];

describe('explainsTranslation', () => {
  it('takes one path through nearly all words for a translation', () => {
    expect(explained(english, arabic)).toBe(true);
  });

  it('bears a translation that leaves a passage out', () => {
    expect(explained(english, arabic.slice(0, 4))).toBe(true);
  });

  it('is not led by a few common passages, nor by foreign text', () => {
    expect(explained([...english.slice(0, 1)], [...foreign, ...arabic.slice(0, 1), ...foreign])).toBe(false);
    expect(explained(english, foreign)).toBe(false);
    expect(explained(english, foreign, false)).toBe(false);
  });

  it('asks for less where paragraphs one by one show nothing', () => {
    const between = { share: 0.82, score: 40, perToken: 0.15 };
    expect(explainsTranslation(between, true)).toBe(false);
    expect(explainsTranslation(between, false)).toBe(true);
    expect(explainsTranslation({ ...between, share: 0.74 }, false)).toBe(false);
  });

  it('decides in align what short texts are', () => {
    const kind = (right: readonly string[]) =>
      align([version('en', ...english), version('ar', ...right)], villageLexicon, { kind: 'auto' }).kind;
    expect(kind(arabic.slice(0, 4))).toBe('translation');
  });
});
