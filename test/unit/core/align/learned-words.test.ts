import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { type ConfirmedRow, collectLearned } from '../../../../core/align/learned-words';
import { normaliseWord } from '../../../../core/text/normalise';
import { stem } from '../../../../core/text/stem';
import { filledRows, version } from './versions';

const key = (word = '', lang = '') => stem(normaliseWord(word, lang), lang);
const row = (left: string, right: string): ConfirmedRow => ({
  cells: [
    { lang: 'sv', text: left },
    { lang: 'fi-FI', text: right },
  ],
});
const confirmed = [
  row('bron faller', 'silta kaatuu'),
  row('bron brinner', 'silta palaa'),
  row('skogen brinner', 'metsä palaa'),
  row('skogen faller', 'metsä kaatuu'),
  row('bron och skogen', 'silta ja metsä'),
  row('faller, brinner', 'kaatuu, palaa'),
];

describe('collectLearned', () => {
  it('pairs words that stand in the same rows', () => {
    const [learned, ...more] = collectLearned(confirmed);
    expect(more).toEqual([]);
    expect([learned?.from, learned?.to]).toEqual(['fi', 'sv']);
    const pairs = learned?.pairs.map(([one, other]) => `${one}=${other}`).sort();
    const expected = [
      ['silta', 'bron'],
      ['metsä', 'skogen'],
      ['palaa', 'brinner'],
      ['kaatuu', 'faller'],
    ];
    expect(pairs).toEqual(expected.map(([one, other]) => `${key(one, 'fi')}=${key(other, 'sv')}`).sort());
  });

  it('takes nothing from what stands together once or twice, nor from empty cells, nor from one language', () => {
    expect(collectLearned(confirmed.slice(0, 2)).flatMap(({ pairs }) => pairs)).toEqual([]);
    expect(collectLearned([row('bron', ''), row('bron', '…')])).toEqual([]);
    const same = {
      cells: [
        { lang: 'en', text: 'bridge' },
        { lang: 'en-GB', text: 'bridge' },
      ],
    };
    expect(collectLearned([same, same])).toEqual([]);
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(confirmed, { minLength: confirmed.length }), (shuffled) => {
        expect(collectLearned(shuffled)).toEqual(collectLearned(confirmed));
      }),
    );
  });
});

describe('align: what confirmed rows teach', () => {
  const left = version('sv', 'skogen brinner', 'bron faller');
  const right = version('fi', 'talo nukkuu', 'metsä palaa', 'silta kaatuu');
  const options = { kind: 'translation', evidence: true } as const;
  const reasons = (result: ReturnType<typeof align>) =>
    result.links.flatMap((link) => link.evidence ?? []).map(({ type }) => type);

  it('uses the words that other reports taught', () => {
    const learned = collectLearned(confirmed);
    expect(reasons(align([left, right], null, options))).not.toContain('learned');
    const result = align([left, right], null, { ...options, learned });
    expect(reasons(result)).toContain('learned');
    expect(filledRows(result)).toContain('[[1],[2]]');
    expect(result.links.find((link) => link.from[1] === 0 && link.to[1] === 1)?.evidence?.length).toBeGreaterThan(0);
  });

  it('learns from the fixed rows of the same texts, also where they cross', () => {
    const texts = [
      version('sv', ...confirmed.map(({ cells }) => cells[0]?.text ?? ''), 'bron rasar', 'skogen sover'),
      version('fi', ...confirmed.map(({ cells }) => cells[1]?.text ?? '').reverse(), 'silta romahtaa', 'metsä nukkuu'),
    ];
    const fixed = confirmed.map((_, k) => ({ cells: [[k], [confirmed.length - 1 - k]] }));
    const result = align(texts, null, { ...options, fixed });
    const found = result.links.find((link) => link.from[1] === confirmed.length && link.to[1] === confirmed.length);
    expect(found?.evidence?.map(({ type }) => type)).toContain('learned');
  });
});
