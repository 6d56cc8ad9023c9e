import { describe, expect, it } from 'vitest';
import { shapes } from '../../../../core/align/bead-score';
import { type EvidenceTable, evidenceTypes } from '../../../../core/align/evidence-table';
import { alignPair, type PairAlignment } from '../../../../core/align/pairwise';
import { analyse, sentenceUnits } from '../../../../core/align/vocabulary';
import { version } from './versions';

const analysed = (lang: string, ...texts: string[]) => {
  const given = version(lang, ...texts);
  return analyse(given, sentenceUnits(given));
};

// Every word twice, in an order that lengths do not show.
const english = [
  'The bridge fell.',
  'A doctor slept.',
  'The teacher sang.',
  'The bridge sang.',
  'A doctor fell.',
  'The teacher slept.',
];
const arabic = ['سقط الجسر.', 'نام الطبيب.', 'غنى المعلم.', 'غنى الجسر.', 'سقط الطبيب.', 'نام المعلم.'];

const learnedPairs = (table: EvidenceTable) => table.source.filter((source) => evidenceTypes[source] === 'learned').length;

/** As other versions do that are sure that nothing here belongs together. */
function deny({ scores: { nodes, values } }: PairAlignment): void {
  for (let node = 0; node < (nodes.start.at(-1) ?? 0); node += 1) {
    shapes.forEach(([a, b], s) => {
      if (a > 0 && b > 0) values[node * shapes.length + s] = (values[node * shapes.length + s] ?? 0) - 60;
    });
  }
}

describe('a pair searched again', () => {
  const [a, b] = [analysed('en', ...english), analysed('ar', ...arabic)];

  it('learns from what other versions made of its scores', () => {
    const alone = alignPair(a, b, null, null, [], () => undefined);
    expect(learnedPairs(alone.table)).toBeGreaterThan(0);
    deny(alone);
    const again = alone.again?.();
    if (!again) throw new Error('short texts are searched again');
    expect(learnedPairs(again.table)).toBe(0);
  });

  it('is left as it is where nothing has changed', () => {
    const alone = alignPair(a, b, null, null, [], () => undefined);
    const once = alone.beads.map(({ i0, j0 }) => [i0, j0]);
    alone.again?.();
    expect(alone.beads.map(({ i0, j0 }) => [i0, j0])).toEqual(once);
  });
});
