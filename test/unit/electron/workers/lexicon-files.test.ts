import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LexiconDamaged } from '../../../../core/lexicon/lexicon';
import { readLexicon } from '../../../../electron/workers/lexicon-files';
import { unpackLexicon } from '../../../../scripts/lexicon/unpack.mjs';
import { newFolder, removeFolder, resources } from '../support/host';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => removeFolder(folder));

const languages = ['en', 'fr', 'ar'];
const keys = ['hous', 'meet', 'maison', 'gouvern', 'بيت', 'حصار', 'unheardofword'];

describe('the lexicon as the build lays it out', () => {
  it('holds the same as the packed files of the repository, file for file', () => {
    unpackLexicon(resources.lexicon, folder);
    const packed = readdirSync(resources.lexicon).filter((file) => file.endsWith('.bin.br'));
    expect(readdirSync(folder).map((file) => `${file}.br`)).toEqual(packed);
    const [plain, original] = [readLexicon(folder), readLexicon(resources.lexicon)];
    let found = 0;
    for (const from of languages) {
      for (const key of keys) expect(plain?.frequency(from)?.probability(key)).toBe(original?.frequency(from)?.probability(key));
      for (const to of languages.filter((lang) => lang !== from)) {
        for (const key of keys) {
          const translations = plain?.entries(from, to)?.lookup(key);
          expect(translations).toEqual(original?.entries(from, to)?.lookup(key));
          found += translations?.length ?? 0;
        }
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  it('keeps no file of an earlier build', () => {
    writeFileSync(path.join(folder, 'gone.CC0-1.0.bin'), 'old');
    unpackLexicon(resources.lexicon, folder);
    expect(readdirSync(folder)).not.toContain('gone.CC0-1.0.bin');
  });
});

describe('readLexicon', () => {
  const damaged = (change: (bytes: Buffer) => Buffer) => {
    unpackLexicon(resources.lexicon, folder);
    const [name = ''] = readdirSync(folder);
    const file = path.join(folder, name);
    writeFileSync(file, change(readFileSync(file)));
    return () => readLexicon(folder);
  };

  it('refuses a file that is cut off, emptied, or changed in one bit', () => {
    expect(damaged((bytes) => bytes.subarray(0, bytes.length - 4))).toThrow(LexiconDamaged);
    expect(damaged((bytes) => bytes.subarray(0, bytes.length - 1))).toThrow(LexiconDamaged);
    expect(damaged(() => Buffer.alloc(0))).toThrow(LexiconDamaged);
    const flipped = (at: (length: number) => number) => (bytes: Buffer) => {
      const k = at(bytes.length);
      bytes[k] = bytes.readUInt8(k) ^ 1;
      return bytes;
    };
    for (const at of [() => 0, () => 5, () => 9, () => 13, () => 40, (n: number) => n >> 1, (n: number) => n - 1])
      expect(damaged(flipped(at))).toThrow(LexiconDamaged);
  });

  it('refuses a packed file that is cut off', () => {
    const [name = ''] = readdirSync(resources.lexicon).filter((file) => file.endsWith('.bin.br'));
    const packed = readFileSync(path.join(resources.lexicon, name));
    writeFileSync(path.join(folder, name), packed.subarray(0, packed.length >> 1));
    expect(() => readLexicon(folder)).toThrow(LexiconDamaged);
  });

  it('has nothing to say where there are no files', () => {
    expect(readLexicon(folder)).toBeNull();
    expect(readLexicon(path.join(folder, 'missing'))).toBeNull();
  });
});
