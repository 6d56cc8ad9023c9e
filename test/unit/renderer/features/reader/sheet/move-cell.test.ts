import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grid, moveCell } from '../../../../../../renderer/features/reader/sheet/move-cell';

const grid = (more: Partial<Grid> = {}): Grid => ({
  visible: [2, 0, 1],
  rowCount: 10,
  pageRows: 4,
  direction: 'ltr',
  nextHeading: () => null,
  ...more,
});
const at = { index: 5, version: 0 };
const go = (key: string, more: Partial<Grid> = {}, ctrl = false, from = at) => moveCell(from, { key, ctrl }, grid(more));

describe('moving between cells', () => {
  test('left looks left in both directions', () => {
    expect(go('ArrowLeft')).toEqual({ index: 5, version: 2 });
    expect(go('ArrowLeft', { direction: 'rtl' })).toEqual({ index: 5, version: 1 });
    expect(go('ArrowRight')).toEqual({ index: 5, version: 1 });
    expect(go('ArrowRight', { direction: 'rtl' })).toEqual({ index: 5, version: 2 });
  });
  test('edges hold', () => {
    expect(go('ArrowUp', {}, false, { index: 0, version: 0 })).toEqual({ index: 0, version: 0 });
    expect(go('PageDown', { pageRows: 99 })).toEqual({ index: 9, version: 0 });
    expect(go('ArrowLeft', {}, false, { index: 1, version: 2 })).toEqual({ index: 1, version: 2 });
  });
  test('Home and End in a row, with Ctrl in the report', () => {
    expect(go('Home')).toEqual({ index: 5, version: 2 });
    expect(go('End')).toEqual({ index: 5, version: 1 });
    expect(go('Home', {}, true)).toEqual({ index: 0, version: 2 });
    expect(go('End', {}, true)).toEqual({ index: 9, version: 1 });
  });
  test('Ctrl with up and down goes to headings, and to the end where there is none', () => {
    expect(go('ArrowDown', { nextHeading: () => 8 }, true)).toEqual({ index: 8, version: 0 });
    expect(go('ArrowDown', {}, true)).toEqual({ index: 9, version: 0 });
    expect(go('ArrowUp', {}, true)).toEqual({ index: 0, version: 0 });
  });
  test('other keys and empty grids move nothing', () => {
    expect(go('x')).toBeNull();
    expect(go('ArrowUp', { rowCount: 0 })).toBeNull();
    expect(go('ArrowUp', { visible: [] })).toBeNull();
  });
  test('from a hidden column the move starts at the first one', () => {
    expect(go('ArrowDown', { visible: [2, 1] })).toEqual({ index: 6, version: 2 });
  });
  test('every move stays in the grid, and inner moves can be taken back', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
    const back = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp', ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom(...keys),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (index, version, key, direction) => {
          const to = go(key, { direction }, false, { index, version })!;
          expect([0, 1, 2]).toContain(to.version);
          expect(to.index).toBeGreaterThanOrEqual(0);
          expect(to.index).toBeLessThan(10);
          const stayed = to.index === index && to.version === version;
          if (!stayed) expect(go(back[key], { direction }, false, to)).toEqual({ index, version });
        },
      ),
    );
  });
});
