import { describe, expect, test } from 'vitest';
import { columnAt } from '../../../../../renderer/features/reader/column-drag';

const head = (version: number, left: number) => ({ version, box: new DOMRect(left, 0, 100, 40) });

describe('where a dragged column lands', () => {
  const leftToRight = [head(0, 0), head(1, 100), head(2, 200)];
  const rightToLeft = [head(0, 200), head(1, 100), head(2, 0)];
  test('before the first column whose middle lies further on', () => {
    expect(columnAt(leftToRight, 20)).toBe(0);
    expect(columnAt(leftToRight, 60)).toBe(1);
    expect(columnAt(leftToRight, 160)).toBe(2);
    expect(columnAt(leftToRight, 260)).toBe(null);
  });
  test('the same as it looks in a mirrored window', () => {
    expect(columnAt(rightToLeft, 280)).toBe(0);
    expect(columnAt(rightToLeft, 240)).toBe(1);
    expect(columnAt(rightToLeft, 140)).toBe(2);
    expect(columnAt(rightToLeft, 20)).toBe(null);
  });
});
