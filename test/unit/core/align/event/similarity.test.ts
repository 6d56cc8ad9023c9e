import { describe, expect, it } from 'vitest';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { backgroundWeight, compare, typeWeights } from '../../../../../core/align/event/similarity';
import { buildEvidence } from '../../../../../core/align/evidence-table';
import type { FrequencyTable } from '../../../../../core/lexicon/lexicon';
import { versionOf } from './texts';

const english = (...paragraphs: string[]) => prepareForEvent(versionOf({ lang: 'en', paragraphs }));
const filler = ['Apples ripen slowly.', 'Bakers wake early.', 'Candles burn down.', 'Dolphins jump high.'];

function measured(left: string[], right: string[]) {
  const [a, b] = [english(...left, ...filler), english(...right, ...filler)];
  const table = buildEvidence(a.analysed, b.analysed, null).build();
  const even = (version: typeof a) => new Float32Array(version.analysed.types.length).fill(1);
  const weights = typeWeights(a.analysed, b.analysed, a.whole, b.whole, table, even(a), even(b));
  return { a, b, weights, result: compare(b.analysed, a.whole, b.whole, table, weights, () => undefined) };
}

describe('typeWeights', () => {
  it('gives nothing to a word that all paragraphs share, more to one that few have', () => {
    const all = ['Velt praised tunnels.', 'Velt drank tea.', 'Velt left.', 'Velt laughed.'];
    const { a, weights } = measured([...all, 'Velt sang.', 'Velt slept.'], all);
    const worth = (key: string) => weights.left[a.analysed.byKey.get(key) ?? -1] ?? -1;
    expect(worth('velt')).toBeLessThan(worth('tunnel') / 2);
    expect(worth('tunnel')).toBeGreaterThan(1);
  });

  it('gives less where the other version has the word everywhere', () => {
    const rare = measured(['Velt spoke.'], ['Velt spoke.']);
    const everywhere = measured(['Velt spoke.'], ['Velt spoke.', 'Velt wept.', 'Velt left.', 'Velt slept.']);
    const worth = ({ a, weights }: typeof rare) => weights.left[a.analysed.byKey.get('velt') ?? -1] ?? -1;
    expect(worth(everywhere)).toBeLessThan(worth(rare));
  });
});

describe('backgroundWeight', () => {
  const shares: Record<string, number> = { year: 0.01, harbour: 0.000_05, brouhaha: 0.000_000_5 };
  const frequency: FrequencyTable = { floor: 1e-6, probability: (key) => shares[key] ?? 0 };
  const { analysed } = english('This year 4,300 brouhaha? In the harbour “brouhaha”.');
  const weights = backgroundWeight(analysed, frequency);
  const of = (key: string) => weights[analysed.byKey.get(key) ?? -1] ?? -1;

  it('rises with rarity', () => {
    expect(of('year')).toBeLessThan(0.5);
    expect(of('brouhaha')).toBeCloseTo(1);
    expect(of('harbour')).toBeGreaterThan(of('year'));
  });

  it('counts numbers in full and punctuation not at all', () => {
    expect(of('#4300')).toBe(1);
    expect(of('!quote')).toBe(0);
    expect(of('!question')).toBe(0);
  });

  it('is even where no frequencies are known', () => {
    const plain = backgroundWeight(analysed, null);
    expect(plain[analysed.byKey.get('year') ?? -1]).toBe(1);
  });
});

describe('compare', () => {
  it('is highest for equal paragraphs and nothing for strange ones', () => {
    const text = 'The governor opened a tunnel of nine kilometres.';
    const { result } = measured([text], [text]);
    expect(result.common[0]).toBeCloseTo(result.totalLeft[0] ?? 0, 3);
    expect(result.common[1]).toBe(0);
  });

  it('matches a word once, however often the other side has words like it', () => {
    const once = measured(['A tunnel.'], ['A tunnel.']).result;
    const often = measured(['A tunnel.'], ['A tunnel, tunnels, the tunnel, tunnelling.']).result;
    expect(often.common[0]).toBeLessThanOrEqual((once.common[0] ?? 0) + 1e-6);
  });

  it('tells matches that stand together from matches that are strewn', () => {
    const words = 'red sea operations continue';
    const near = measured([words], [words]).result;
    const strewn = measured(
      [words],
      [
        'red hats worn by many old men without hair near the sea while doctors perform several operations while choirs and brass bands continue singing',
      ],
    ).result;
    expect(strewn.common[0]).toBeGreaterThan(0);
    expect(near.cohesive[0]).toBeCloseTo(near.common[0] ?? 0, 3);
    expect(strewn.cohesive[0]).toBe(0);
  });
});
