import { describe, expect, it } from 'vitest';
import { memoByLanguage, WordMemo } from '../../../../core/text/memo';

describe('WordMemo', () => {
  it('works out a word once, however often it is asked for', () => {
    const asked: string[] = [];
    const memo = new WordMemo((word) => {
      asked.push(word);
      return word.length;
    });
    expect(['tea', 'port', 'tea', 'port'].map((word) => memo.of(word))).toEqual([3, 4, 3, 4]);
    expect(asked).toEqual(['tea', 'port']);
  });

  it('keeps no long words, and answers for them all the same', () => {
    let asked = 0;
    const memo = new WordMemo((word) => {
      asked += 1;
      return word.at(-1);
    });
    expect([memo.of('incomprehensible'), memo.of('incomprehensible')]).toEqual(['e', 'e']);
    expect(asked).toBe(2);
  });

  it('starts afresh when it is full', () => {
    const memo = new WordMemo((word) => word);
    for (let k = 0; k < 100_000; k += 1) expect(memo.of(`w${k}`)).toBe(`w${k}`);
    expect(memo.of('w1')).toBe('w1');
  });
});

describe('memoByLanguage', () => {
  it('keeps languages apart', () => {
    const memo = memoByLanguage((word, lang) => `${lang}:${word}`);
    expect([memo('en').of('chat'), memo('fr').of('chat'), memo('en').of('chat')]).toEqual(['en:chat', 'fr:chat', 'en:chat']);
  });
});
