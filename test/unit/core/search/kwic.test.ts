import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kwicLine, kwicLines, searchedLength, sortByContext } from '../../../../core/search/kwic';
import { parseQuery } from '../../../../core/search/query';

describe('kwicLines', () => {
  const text = 'One two three four ferry five six seven eight ferry nine.';
  it('cuts context at blanks and gives the text back when joined', () => {
    const lines = kwicLines(text, parseQuery('ferry')!, { literal: false, context: 12 });
    expect(lines.map((l) => l.match)).toEqual(['ferry', 'ferry']);
    for (const l of lines) {
      expect(text).toContain(l.pre + l.match + l.post);
      expect(l.pre.length).toBeLessThanOrEqual(12);
    }
  });
  it('is a stretch of the text at the offsets it names, its other parts within it', () => {
    const words = fc.array(fc.constantFrom('ferry', 'Férry', 'x', '🚢', 'عبّارة', 'storm', ','), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 30 }), (parts, context) => {
        const whole = parts.join(' ');
        for (const line of kwicLines(whole, parseQuery('ferry storm')!, { literal: false, context })) {
          const all = line.pre + line.match + line.post;
          const from = line.start - line.pre.length;
          expect(whole.slice(from, from + all.length)).toBe(all);
          expect(whole.slice(line.start, line.end)).toBe(line.match);
          expect(all).not.toMatch(/\p{Cs}/u);
          for (const [a, b] of line.others) expect(all.slice(a, b)).toBe('storm');
        }
      }),
    );
  });
  it('stops at the limit, and in an endless paragraph', () => {
    expect(kwicLines('a a a a', parseQuery('a')!, { literal: false, context: 5, limit: 2 })).toHaveLength(2);
    const endless = `${'x '.repeat(searchedLength)}ferry`;
    expect(kwicLines(endless, parseQuery('ferry')!, { literal: false, context: 5 })).toEqual([]);
  });
});

describe('kwicLine', () => {
  it('puts the first words of a passage in the middle and marks the rest of it', () => {
    const passage = 'the harbour master agreed with the minister that no boat should leave the pier before the storm had gone';
    const text = `On Monday ${passage}, said the Courier.`;
    const line = kwicLine(text, [10, 10 + passage.length], 120);
    expect(line.match).toBe('the harbour master agreed with the minister that no boat');
    expect([line.pre, line.start, line.end]).toEqual(['On Monday ', 10, 10 + passage.length]);
    const all = line.pre + line.match + line.post;
    expect(line.others.map(([a, b]) => all.slice(a, b))).toEqual([passage.slice(line.match.length)]);
    expect(kwicLine('one two three', [4, 7], 120)).toMatchObject({ pre: 'one ', match: 'two', post: ' three', others: [] });
  });
  it('is a stretch of the text for any passage, and halves no character', () => {
    const parts = fc.array(fc.constantFrom('ferry', '🚢🚢🚢🚢', 'عبّارة', 'x', ' '), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 40 }), (words, a, b, context) => {
        const characters = [...words.join(' ')];
        const from = a % characters.length;
        const to = from + 1 + (b % (characters.length - from));
        const [start, end] = [from, to].map((n) => characters.slice(0, n).join('').length) as [number, number];
        const text = characters.join('');
        const line = kwicLine(text, [start, end], context);
        const all = line.pre + line.match + line.post;
        expect(text.slice(start - line.pre.length, start - line.pre.length + all.length)).toBe(all);
        expect(line.match.length).toBeGreaterThan(0);
        expect(all).not.toMatch(/\p{Cs}/u);
        for (const [x, y] of line.others) expect(y).toBeGreaterThan(x);
      }),
    );
  });
});

describe('sortByContext', () => {
  it('sorts by the words away from the match, accents and case aside', () => {
    const lines = kwicLines('b ferry z and Á ferry y, é ferry', parseQuery('ferry')!, { literal: false, context: 8 });
    expect(sortByContext(lines, 'right').map((l) => l.post.trim()[0])).toEqual([undefined, 'y', 'z']);
    expect(sortByContext(lines, 'left').map((l) => l.pre.trim().at(-1))).toEqual(['Á', 'b', 'é']);
  });
});
