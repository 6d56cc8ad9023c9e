import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyHash, hashed, WordTable } from '../../../../core/text/word-table';

const hashOf = (text: string) => [...text].reduce((hash, char) => hashed(hash, char.charCodeAt(0)), emptyHash);

describe('WordTable', () => {
  it('finds each word where it stands in any text, worked out once', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé-وء]{1,8}$/), { minLength: 1, maxLength: 200 }), (words) => {
        const asked: string[] = [];
        const table = new WordTable((word) => {
          asked.push(word);
          return `<${word}>`;
        });
        const text = words.join(' ');
        let start = 0;
        for (const word of words) {
          expect(table.at(text, start, start + word.length, hashOf(word))).toBe(`<${word}>`);
          start += word.length + 1;
        }
        expect(asked).toEqual([...new Set(words)]);
      }),
    );
  });

  it('tells words of one hash apart, and answers for longer ones than it keeps', () => {
    const table = new WordTable((word) => word);
    expect([table.at('ab', 0, 1, 5), table.at('ab', 1, 2, 5), table.at('ab', 0, 1, 5)]).toEqual(['a', 'b', 'a']);
    const long = 'x'.repeat(500);
    expect(table.at(`${long}y`, 0, 500, hashOf(long))).toBe(long);
  });

  it('starts afresh when it is full', () => {
    const table = new WordTable((word) => word);
    for (let k = 0; k < 90_000; k += 1) expect(table.at(`w${k}`, 0, `w${k}`.length, hashOf(`w${k}`))).toBe(`w${k}`);
    expect(table.at('w1', 0, 2, hashOf('w1'))).toBe('w1');
  });
});
