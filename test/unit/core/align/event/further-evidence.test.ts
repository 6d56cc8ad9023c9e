import { describe, expect, it } from 'vitest';
import { addNamesFurther, addRoundedNumbers, nearSkeletons } from '../../../../../core/align/event/further-evidence';
import { prepareForEvent } from '../../../../../core/align/event/prepare';
import { EvidenceBuilder } from '../../../../../core/align/evidence-table';
import { versionOf } from './texts';

type Source = [lang: 'en' | 'fr' | 'ar', text: string];
type Add = typeof addNamesFurther;

/** Pairs of words that `add` joins, by their normalised forms. */
function joined(add: Add, left: Source, right: Source): string[] {
  const [a, b] = [left, right].map(([lang, text]) => prepareForEvent(versionOf({ lang, paragraphs: [text] })).analysed);
  if (!a || !b) return [];
  const builder = new EvidenceBuilder(a.types.length);
  add(a, b, builder, () => undefined);
  const table = builder.build();
  return a.types.flatMap((info, x) =>
    [...table.partner.subarray(table.start[x], table.start[x + 1])].map((y) => `${info.norm}=${b.types[y]?.norm}`),
  );
}

describe('addRoundedNumbers', () => {
  const numbers = (left: string, right: string) => joined(addRoundedNumbers, ['en', left], ['en', right]);

  it('joins a number with what a desk rounds it to', () => {
    expect(numbers('some 3,200 people', 'three thousand fled')).toHaveLength(1);
    expect(numbers('43 were hurt', 'around 40 hurt')).toHaveLength(1);
    expect(numbers('118 were treated', 'a hundred were treated')).toHaveLength(1);
  });

  it('does not join two exact numbers, small ones, years or numbers far apart', () => {
    expect(numbers('43 were hurt', '44 were hurt')).toEqual([]);
    expect(numbers('it took 9 hours', 'it took 10 hours')).toEqual([]);
    expect(numbers('the fire of 2019', 'the fire of 2000')).toEqual([]);
    expect(numbers('some 3,200 people', 'some 5,000 people')).toEqual([]);
  });
});

describe('addNamesFurther', () => {
  const names = (left: string, right: string) => joined(addNamesFurther, ['en', left], ['ar', right]);

  it('finds a name behind an Arabic particle', () => {
    expect(names('It was Valdomar who left.', 'قال لفالدومار')).toContain('valdomar=لفالدومار');
  });

  it('finds names of two consonants by what else they have', () => {
    expect(names('He met Jalal there.', 'التقى جلال هناك')).toContain('jalal=جلال');
    expect(names('They reached Hesk at noon.', 'وصلوا إلى هيسك ظهرا')).toContain('hesk=هيسك');
    expect(names('They reached Hesk at noon.', 'دفع الشاي')).toEqual([]);
  });

  it('joins two spellings that differ by one consonant, for names alone', () => {
    expect(joined(addNamesFurther, ['en', 'It was Courtois again.'], ['fr', 'Elle a vu Courtoin hier.'])).toEqual([
      'courtois=courtoin',
    ]);
    expect(joined(addNamesFurther, ['en', 'a sturdy market'], ['fr', 'un marketing étrange'])).toEqual([]);
  });
});

describe('nearSkeletons', () => {
  it('allows one letter more, less or different behind the first two', () => {
    expect(nearSkeletons('krts', 'krtsn')).toBe(true);
    expect(nearSkeletons('krts', 'krtn')).toBe(true);
    expect(nearSkeletons('krts', 'krs')).toBe(true);
    expect(nearSkeletons('krts', 'mrts')).toBe(false);
    expect(nearSkeletons('krts', 'krnk')).toBe(false);
    expect(nearSkeletons('krts', 'krtsnm')).toBe(false);
  });
});
