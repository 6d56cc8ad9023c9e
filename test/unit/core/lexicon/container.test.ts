import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContainer, writeContainer } from '../../../../core/lexicon/container';
import { LexiconDamaged } from '../../../../core/lexicon/lexicon';

const meta = { name: 'test', licence: 'CC0-1.0' };
const sample = () =>
  writeContainer(
    meta,
    new Map<string, Uint8Array | Uint32Array | Float32Array>([
      ['bytes', Uint8Array.of(1, 2, 3)],
      ['words', Uint32Array.of(7, 4_000_000_000)],
      ['floats', Float32Array.of(0.5)],
    ]),
  );

describe('container', () => {
  it('gives back what was written, at any byte offset', () => {
    const bytes = sample();
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    for (const file of [bytes, shifted.subarray(1)]) {
      const { meta: read, sections } = readContainer('x', file);
      expect(read).toEqual(meta);
      expect([...(sections.get('bytes') ?? [])]).toEqual([1, 2, 3]);
      expect([...(sections.get('words') ?? [])]).toEqual([7, 4_000_000_000]);
      expect([...(sections.get('floats') ?? [])]).toEqual([0.5]);
    }
  });

  it('keeps sections of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }), (arrays) => {
        const sections = new Map(arrays.map((array, i) => [`s${i}`, array]));
        const read = readContainer('x', writeContainer(meta, sections)).sections;
        expect([...read].map(([name, array]) => [name, [...array]])).toEqual(
          [...sections].map(([name, array]) => [name, [...array]]),
        );
      }),
    );
  });

  it('refuses every change of a byte', () => {
    const bytes = sample();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(() => readContainer('x', changed)).toThrow(LexiconDamaged);
      }),
    );
  });

  it('refuses a file that is cut off, empty, or something else', () => {
    const bytes = sample();
    expect(() => readContainer('x', bytes.subarray(0, bytes.length - 4))).toThrow(LexiconDamaged);
    expect(() => readContainer('x', new Uint8Array(0))).toThrow(LexiconDamaged);
    expect(() => readContainer('x', new TextEncoder().encode('not a lexicon file, really'))).toThrow(LexiconDamaged);
  });

  it('names the file in the error', () => {
    expect(() => readContainer('freedict.bin', new Uint8Array(3))).toThrow(/freedict\.bin/);
  });
});
