import { describe, expect, it } from 'vitest';
import { comparePair, compete, probabilityOf } from '../../../../../core/align/event/compare-pair';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { compiledLexicon } from '../../../../support/compiled-lexicon';
import { eventTexts, versionOf } from './texts';

const prepared = (name: keyof typeof eventTexts) => prepareForEvent(versionOf(eventTexts[name]!));
const idle = () => undefined;

describe('compete', () => {
  it('takes from a pair what a better one in its row or column claims, and leaves the best alone', () => {
    const [best, beside, below, alone] = compete(Float32Array.from([0.5, 0.2, 0.2, 0.1]), 2);
    expect(best).toBeCloseTo(0.5);
    expect(beside).toBeLessThan(0.2);
    expect(below).toBeLessThan(0.2);
    expect(alone).toBeLessThan(0.1);
  });

  it('never falls below nothing', () => {
    expect([...compete(Float32Array.from([1, 0, 0, 0]), 2)].every((value) => value >= 0)).toBe(true);
  });

  it('bears an empty matrix', () => {
    expect(compete(new Float32Array(0), 0)).toHaveLength(0);
  });
});

describe('probabilityOf', () => {
  it('rises from next to nothing to next to one', () => {
    expect(probabilityOf(0)).toBeLessThan(0.01);
    expect(probabilityOf(0.3)).toBeGreaterThan(0.95);
    expect(probabilityOf(0.16)).toBeLessThan(probabilityOf(0.19));
  });
});

describe('comparePair', () => {
  it('finds the paragraph that says the same in another language and another place', () => {
    const { probability, columns } = comparePair(prepared('quakeMaravaEn'), prepared('quakeMaravaAr'), compiledLexicon(), idle);
    expect(probability[5 * columns + 1]).toBeGreaterThan(0.5);
    expect(probability[5 * columns + 5]).toBeLessThan(0.1);
  });

  it('sees one sentence of a long paragraph', () => {
    const said = 'The ministry will build nine schools in the valley.';
    const long = `Rain fell on the parade. ${said} Children sang and the band played until midnight. Nobody minded the cold.`;
    const others = ['Trains were late.', 'The museum reopens.', 'Farmers sold cheese.', 'A comet passed.'];
    const { probability, columns } = comparePair(
      prepareForEvent(versionOf({ lang: 'en', paragraphs: [...others, said] })),
      prepareForEvent(versionOf({ lang: 'en', paragraphs: [long, ...others] })),
      null,
      idle,
    );
    expect(probability[4 * columns]).toBeGreaterThan(0.5);
  });

  it('is the same from either side', () => {
    const lexicon = compiledLexicon();
    const [a, b] = [prepared('strikeBelmarEn'), prepared('strikeBelmarFr')];
    const forth = comparePair(a, b, lexicon, idle);
    const back = comparePair(b, a, lexicon, idle);
    for (let i = 0; i < forth.rows; i += 1) {
      for (let j = 0; j < forth.columns; j += 1) {
        expect(forth.similarity[i * forth.columns + j]).toBeCloseTo(back.similarity[j * back.columns + i] ?? -1, 5);
      }
    }
  });

  it('works without a lexicon, on names and numbers', () => {
    const { probability, columns } = comparePair(prepared('talksGasEn'), prepared('talksGasFr'), null, idle);
    expect(probability[columns + 1]).toBeGreaterThan(probability[columns + 2] ?? 1);
  });

  it('can be cancelled', () => {
    const cancel = () => {
      throw new Error('cancelled');
    };
    expect(() => comparePair(prepared('talksGasEn'), prepared('talksGasFr'), null, cancel)).toThrow('cancelled');
  });
});
