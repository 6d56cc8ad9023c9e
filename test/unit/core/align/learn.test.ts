import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvidenceBuilder, weights } from '../../../../core/align/evidence-table';
import { associations, foundBeads, type TaughtBead } from '../../../../core/align/learn';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { version } from './versions';

const german = ['Gletscher Morgen', 'Hütte Abend', 'Gletscher Abend', 'Seil Stein', 'Gletscher Seil'];
const swedish = ['jökel gryning', 'stuga kväll', 'jökel kväll', 'rep sten', 'jökel rep'];
const analysed = (lang: string, texts: string[]) => {
  const text = version(lang, ...texts);
  return analyse(text, sentenceUnits(text));
};

function learned(beads: readonly TaughtBead[]): string[] {
  const [a, b] = [analysed('de', german), analysed('sv', swedish)];
  const found: string[] = [];
  associations(
    a,
    b,
    beads,
    (x, y) => found.push(`${a.types[x]?.norm} ${b.types[y]?.norm}`),
    () => undefined,
  );
  return found.sort();
}
const beadsOf = (weight: number) => german.map((_, k) => ({ left: [k], right: [k], weight }));

describe('associations', () => {
  it('takes words for translations that stand together twice and rarely apart', () => {
    expect(learned(beadsOf(1))).toEqual(['abend kvall', 'gletscher jokel', 'seil rep']);
  });

  it('learns less from beads in doubt, and nothing twice from one bead', () => {
    expect(learned(beadsOf(0.5))).toEqual(['gletscher jokel']);
    expect(learned(beadsOf(0.3))).toEqual([]);
    expect(learned([{ left: [0], right: [0], weight: 1 }])).toEqual([]);
  });
});

describe('foundBeads', () => {
  const bead = (posterior: number) => ({ i0: 0, i1: 1, j0: 0, j1: 2, posterior });

  it('weighs beads by their probability and drops hopeless and empty ones', () => {
    expect(foundBeads([bead(0.7), bead(0.05), { ...bead(1), j1: 0 }], null)).toEqual([{ left: [0], right: [0, 1], weight: 0.7 }]);
  });

  it('leaves out units of fixed rows', () => {
    expect(foundBeads([bead(1)], [Int32Array.from([3]), Int32Array.from([3, 3])])).toEqual([]);
  });
});

describe('EvidenceBuilder', () => {
  const pair = fc.tuple(fc.nat(40), fc.nat(300), fc.double({ min: 0, max: 1, noNaN: true }));

  it('keeps the best weight of each pair, each row in the order in which pairs were met', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3000 }), fc.nat(3000), (pairs, copiedAt) => {
        const expected = Array.from({ length: 40 }, () => new Map<number, number>());
        let builder = new EvidenceBuilder(40);
        pairs.forEach(([a, b, weight], k) => {
          if (k === copiedAt) builder = builder.copy();
          builder.add(a, b, weight, 'lexicon');
          if (weight >= weights.least && weight > (expected[a]?.get(b) ?? 0)) expected[a]?.set(b, weight);
        });
        const { start, partner, weight } = builder.build();
        expected.forEach((row, a) => {
          const [from, to] = [start[a], start[a + 1]];
          expect([...partner.subarray(from, to)]).toEqual([...row.keys()]);
          expect(weight.subarray(from, to)).toEqual(Float32Array.from(row.values()));
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('EvidenceBuilder.copy', () => {
  it('keeps what the original has and leaves the original alone', () => {
    const builder = new EvidenceBuilder(2);
    builder.add(0, 1, 0.8, 'lexicon');
    const copy = builder.copy();
    copy.add(1, 0, 0.6, 'learned');
    expect([...copy.build().partner]).toEqual([1, 0]);
    expect([...builder.build().partner]).toEqual([1]);
  });
});
