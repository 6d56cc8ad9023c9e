import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../../core/align/event/names';
import type { EventVersion } from '../../../../../core/align/event/pieces';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { buildEvidence } from '../../../../../core/align/evidence-table';
import { compiledLexicon } from '../../../../support/compiled-lexicon';
import { versionOf } from './texts';

const lexicon = compiledLexicon();
const prepared = (lang: 'en' | 'fr' | 'ar', ...paragraphs: string[]) => prepareForEvent(versionOf({ lang, paragraphs }));

function names(a: EventVersion, b: EventVersion): [string[], string[]] {
  const table = buildEvidence(a.analysed, b.analysed, lexicon).build();
  const [left, right] = namesOf(a, b, table, lexicon);
  const of = (version: EventVersion, flags: Uint8Array) =>
    version.analysed.types.filter((_, type) => flags[type] === 1).map((info) => info.norm);
  return [of(a, left), of(b, right)];
}

describe('namesOf', () => {
  const english = prepared(
    'en',
    'The Minister, Anna Velt, signed the treaty in Rusk.',
    'Every minister was there, and Velt smiled.',
  );
  it('takes words that never stand without their capital', () => {
    expect(names(english, prepared('fr', 'Anna Velt a signé le traité à Rusk.'))).toEqual([
      ['anna', 'velt', 'rusk'],
      ['velt', 'rusk'],
    ]);
  });

  it('finds the names of a script without capitals by what they answer to', () => {
    const arabic = prepared('ar', 'وقعت الوزيرة آنا فيلت المعاهدة في مدينة روسك.');
    const [, right] = names(english, arabic);
    expect(right).toEqual(expect.arrayContaining(['فيلت', 'روسك']));
    expect(right).not.toContain('المعاهده');
  });

  it('and between two such versions by what no dictionary has', () => {
    const one = prepared('ar', 'وقعت الوزيرة آنا فيلت المعاهدة في مدينة روسك.');
    const [left] = names(one, prepared('ar', 'استقبلت المدينة الوزيرة فيلت.'));
    expect(left).toContain('روسك');
    expect(left).not.toContain('مدينه');
  });

  it('takes a word that the other version of the language writes small for none', () => {
    const [left, right] = names(
      prepared('en', 'We met the Council of Rusk.'),
      prepared('en', 'Today the council of Rusk met again.'),
    );
    expect([left, right]).toEqual([['rusk'], ['rusk']]);
  });
});
