import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../../../renderer/state/mark-levels';

describe('levels of marks', () => {
  it('differ where stretches overlap, as far as there are any', () => {
    const spans = [
      { start: 0, end: 100 },
      { start: 10, end: 20 },
      { start: 15, end: 40 },
      { start: 20, end: 30 },
      { start: 100, end: 110 },
    ];
    expect(levelsOf(spans)).toEqual([0, 1, 2, 1, 0]);
    const crowd = Array.from({ length: 6 }, () => ({ start: 0, end: 10 }));
    expect(Math.max(...levelsOf(crowd))).toBe(2);
  });
  it('tell apart up to three that all lie over each other', () => {
    expect(
      levelsOf([
        { start: 0, end: 20 },
        { start: 5, end: 10 },
        { start: 8, end: 30 },
        { start: 20, end: 25 },
      ]),
    ).toEqual([0, 1, 2, 0]);
    const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const levels = levelsOf(spans);
        spans.forEach((a, i) => {
          const over = spans.filter((b) => a.start < b.end && b.start < a.end);
          expect(levels[i]).toBeLessThan(3);
          if (over.length > 3) return;
          // Three or fewer that all lie over each other are told apart.
          const together = over.every((b) => over.every((c) => b.start < c.end && c.start < b.end));
          const crowd = spans.filter((b) => over.some((c) => b.start < c.end && c.start < b.end));
          if (together && crowd.length === over.length)
            expect(new Set(over.map((b) => levels[spans.indexOf(b)])).size).toBe(over.length);
        });
      }),
    );
  });
});
