import { describe, expect, it } from 'vitest';
import { bandPath, isSeen, omissionPath } from '../../../../../../renderer/features/reader/flow/ribbons';

const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('bandPath', () => {
  it('joins the two edges at the borders of the gap', () => {
    expect(bandPath({ top: 10, bottom: 60 }, { top: 30, bottom: 50 }, 52)).toBe('M0 10C26 10 26 30 52 30V50C26 50 26 60 0 60Z');
  });
  it('keeps figures within what an engine draws well', () => {
    for (const n of numbers(bandPath({ top: -1e7, bottom: 10 }, { top: 0, bottom: 1e7 }, 52))) {
      expect(Math.abs(n)).toBeLessThanOrEqual(4000);
    }
  });
});

describe('omissionPath', () => {
  it('starts at its own column and ends inside the gap, level with its middle', () => {
    const left = omissionPath({ top: 20, bottom: 60 }, 'left', 50);
    expect(left).toMatchObject({ x: 25, y: 40 });
    expect(left.path.startsWith('M0 20')).toBe(true);
    const right = omissionPath({ top: 20, bottom: 60 }, 'right', 50);
    expect(right).toMatchObject({ x: 25, y: 40 });
    expect(right.path.startsWith('M50 20')).toBe(true);
  });
});

describe('isSeen', () => {
  it('is true for a band that only passes through the view', () => {
    expect(
      isSeen(
        [
          { top: -900, bottom: -800 },
          { top: 700, bottom: 800 },
        ],
        500,
      ),
    ).toBe(true);
    expect(
      isSeen(
        [
          { top: -900, bottom: -800 },
          { top: -90, bottom: -10 },
        ],
        500,
      ),
    ).toBe(false);
    expect(isSeen([{ top: 500, bottom: 800 }], 500)).toBe(false);
  });
});
