/** Arbitrary versions for property tests, and what every alignment of them must hold. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { AlignedRow, AlignVersion } from '../../../../core/align/types';
import { arabic, english, french, version } from './versions';

const sources = { en: english, fr: french, ar: arabic };

/** A version: some of the sentences, in order, grouped into paragraphs, or foreign text. */
export const aVersion: fc.Arbitrary<AlignVersion> = fc
  .tuple(
    fc.constantFrom('en' as const, 'fr' as const, 'ar' as const),
    fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 7 }),
  )
  .map(([lang, picks]) => {
    const texts: string[] = [];
    for (const [k, join] of picks) {
      const text = sources[lang][k] ?? '';
      if (join && texts.length > 0) texts[texts.length - 1] += ` ${text}`;
      else texts.push(text);
    }
    return version(lang, ...texts);
  });
export const aKind = fc.constantFrom('auto' as const, 'translation' as const, 'event' as const);

/** Every segment stands in exactly one row, in order within its cell. */
export function expectPartition(versions: readonly AlignVersion[], rows: readonly AlignedRow[]): void {
  versions.forEach((v, k) => {
    const cells = rows.map((row) => row.cells[k] ?? []);
    for (const cell of cells) expect([...cell].sort((x, y) => x - y)).toEqual(cell);
    expect(cells.flat().sort((x, y) => x - y)).toEqual(v.segments.map((_, s) => s));
  });
}
