import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { anchor, contextLength, describe } from '../../../../core/annotate/selectors';

const text =
  'The council met on Monday. The mayor said the bridge would open in spring. Critics said the bridge was late.\n\n' +
  'قال رئيس البلدية إن الجسر سيفتح في الربيع. وقال منتقدون إن الجسر تأخر كثيراً.\n\nThe council meets again in June.';
const at = (words: string, from = 0): [number, number] => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};

group('describe', () => {
  it('gives the exact words, 32 units of context and the position', () => {
    const [start, end] = at('the bridge would open');
    const { quote, position } = describe(text, start, end);
    expect(quote.exact).toBe('the bridge would open');
    expect(quote.prefix).toBe(text.slice(start - contextLength, start));
    expect(quote.suffix).toBe(text.slice(end, end + contextLength));
    expect(position).toEqual({ start, end });
  });

  it('never cuts a surrogate pair in two', () => {
    const faces = '😀'.repeat(40);
    const { quote } = describe(`a${faces}word${faces}b`, 81, 85);
    expect(quote.exact).toBe('word');
    for (const part of [quote.prefix, quote.suffix]) expect(part).toMatch(/^(?:😀)+$/u);
  });

  it('refuses what is no range of the text', () => {
    for (const [start, end] of [
      [0, 0],
      [5, 3],
      [-1, 4],
      [0, text.length + 1],
      [0.5, 2],
    ] as const) {
      expect(() => describe(text, start, end)).toThrow(RangeError);
    }
  });
});

group('anchor', () => {
  it('finds every range of an unchanged text where it was', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(60), (start, length) => {
        const end = Math.min(text.length, start + length + 1);
        expect(anchor(text, describe(text, start, end))).toEqual({ start, end, how: 'position' });
      }),
    );
  });

  it('finds a quotation that text before it has pushed', () => {
    const target = describe(text, ...at('Critics said the bridge was late'));
    const changed = `A new first paragraph.\n\n${text}`;
    const found = anchor(changed, target);
    expect(found?.how).toBe('exact');
    expect(changed.slice(found?.start, found?.end)).toBe('Critics said the bridge was late');
  });

  it('tells equal words apart by their context, whatever their distance', () => {
    const second = at('the bridge', at('the bridge')[1]);
    const target = describe(text, ...second);
    const changed = text.replace('The council met on Monday. ', '');
    const found = anchor(changed, target);
    expect(found?.start).toBe(changed.indexOf('the bridge was late'));
  });

  it('finds Arabic words that were spelt anew', () => {
    const target = describe(text, ...at('قال رئيس البلدية إن الجسر سيفتح في الربيع'));
    const changed = text.replace('رئيس البلدية إن الجسر', 'رئيس البلديّة أن الجسر الجديد');
    const found = anchor(changed, target);
    expect(found?.how).toBe('fuzzy');
    expect(changed.slice(found?.start, found?.end)).toBe('قال رئيس البلديّة أن الجسر الجديد سيفتح في الربيع');
  });

  it('finds a quotation of several thousand units in which words have changed', () => {
    const long = Array.from({ length: 300 }, (_, index) => `Sentence number ${index} tells of day ${index * 7}.`).join(' ');
    const whole = `Opening. ${long} Closing words stand here.`;
    const target = describe(whole, 9, 9 + long.length);
    const changed = `Added. ${whole.replaceAll('day 70.', 'week ten.').replace('day 700.', 'week hundred.')}`;
    const found = anchor(changed, target);
    expect(found?.how).toBe('fuzzy');
    expect(found?.start).toBe(changed.indexOf('Sentence number 0'));
    expect(changed.slice(found?.start, found?.end).endsWith('day 2093.')).toBe(true);
  });

  it('orphans what is gone, and short words whose surroundings are gone', () => {
    const gone = describe(text, ...at('The mayor said the bridge would open in spring.'));
    expect(anchor(text.replace('The mayor said the bridge would open in spring. ', ''), gone)).toBeNull();
    const short = describe(text, ...at('June'));
    expect(anchor('Nothing of the old text is left but the word June, somewhere else.', short)).toBeNull();
    expect(anchor('', gone)).toBeNull();
  });

  it('survives one edit anywhere outside the quotation', () => {
    const [start, end] = at('Critics said the bridge was late');
    const target = describe(text, start, end);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(10), fc.string({ maxLength: 20 }), (place, removed, added) => {
        const from = place < start ? Math.min(place, start) : Math.max(place, end);
        const until = place < start ? Math.min(from + removed, start) : from + removed;
        const changed = text.slice(0, from) + added + text.slice(until);
        const found = anchor(changed, target);
        expect(changed.slice(found?.start, found?.end)).toBe('Critics said the bridge was late');
      }),
    );
  });

  it('gives only ranges of the text, whatever the target says', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        fc.string({ maxLength: 8 }),
        fc.integer(),
        (body, exact, side, start) => {
          const found = anchor(body, { quote: { exact, prefix: side, suffix: side }, position: { start, end: start + 5 } });
          if (!found) return;
          expect(found.start).toBeGreaterThanOrEqual(0);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(body.length);
        },
      ),
    );
  });
});
