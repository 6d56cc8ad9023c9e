import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byBytes, encodeKey, lookupKey, StringTable } from '../../../../core/lexicon/string-table';

const word = fc.stringMatching(/^[a-zء-ي ]{1,12}$/);
const words = fc.uniqueArray(word, { maxLength: 60 }).map((list) => list.sort(byBytes));

describe('StringTable', () => {
  it('finds every string it holds, and no other', () => {
    fc.assert(
      fc.property(words, word, (list, other) => {
        const table = StringTable.of(list);
        expect(list.map((text) => table.get(table.find(text)))).toEqual(list);
        expect(table.find(other)).toBe(list.indexOf(other));
      }),
    );
  });

  it('finds the same however often it is asked: by halving first, through a hash later', () => {
    fc.assert(
      fc.property(words, word, (list, other) => {
        const table = StringTable.of(list);
        const all = [...list, other];
        const first = all.map((text) => table.find(text));
        expect(first).toEqual(all.map((text) => list.indexOf(text)));
        expect(all.map((text) => table.find(text))).toEqual(first);
      }),
    );
  });

  it('gives the range of a prefix', () => {
    fc.assert(
      fc.property(words, fc.stringMatching(/^[a-cا-ت]{1,2}$/), (list, prefix) => {
        const [from, to] = StringTable.of(list).withPrefix(prefix);
        expect(list.slice(from, to)).toEqual(list.filter((text) => text.startsWith(prefix)));
      }),
    );
  });

  it('never denies that strings of several words begin with a word, and denies it of most others', () => {
    fc.assert(
      fc.property(words, word, (list, other) => {
        const table = StringTable.of(list);
        const mayOpen = (text: string) => {
          const key = lookupKey(text);
          return key !== null && table.mayOpen(key);
        };
        for (const text of list) if (text.includes(' ')) expect(mayOpen(text.split(' ')[0] ?? '')).toBe(true);
        if (list.every((text) => !text.includes(' '))) expect(mayOpen(other)).toBe(false);
      }),
    );
    const many = StringTable.of(['house boat', 'house']);
    const denied = Array.from({ length: 1000 }, (_, k) => lookupKey(`word${k}`)).filter((key) => key && !many.mayOpen(key));
    expect(denied.length).toBeGreaterThan(900);
  });

  it('cannot hold letters of other scripts', () => {
    expect(encodeKey('слово')).toBeNull();
    expect(StringTable.of(['a']).find('слово')).toBe(-1);
  });
});
