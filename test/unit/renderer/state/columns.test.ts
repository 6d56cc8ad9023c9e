import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VersionId } from '../../../../core/model/ids';
import type { VersionInfo } from '../../../../core/model/report';
import {
  columnAfter,
  columnsOf,
  moveColumn,
  placeColumn,
  resizeColumn,
  setHidden,
  shareLimits,
  shareRoom,
  stepTowards,
  visibleVersions,
} from '../../../../renderer/state/columns';

const versions = ['a', 'b', 'c', 'd'].map((id, ordinal) => ({ id: id as VersionId, ordinal }) as VersionInfo);
const fresh = columnsOf(versions, []);

describe('columns', () => {
  test('come back as they were left; new versions stand at the end, lost ones are dropped', () => {
    const left = [
      { versionId: 'c' as VersionId, hidden: false, width: 2 },
      { versionId: 'gone' as VersionId, hidden: false, width: 1 },
      { versionId: 'a' as VersionId, hidden: true, width: 1 },
    ];
    expect(columnsOf(versions, left).map((c) => [c.version, c.hidden, c.width])).toEqual([
      [2, false, 2],
      [0, true, 1],
      [1, false, 1],
      [3, false, 1],
    ]);
  });
  test('left and right mean what they look like', () => {
    expect(stepTowards('right', 'ltr')).toBe(1);
    expect(stepTowards('right', 'rtl')).toBe(-1);
    expect(stepTowards('left', 'rtl')).toBe(1);
  });
  test('moving goes over hidden columns and stops at the edge', () => {
    const hidden = setHidden(fresh, 1, true);
    expect(visibleVersions(moveColumn(hidden, 0, 1))).toEqual([2, 0, 3]);
    expect(moveColumn(fresh, 0, -1)).toBe(fresh);
    expect(moveColumn(fresh, 3, 1)).toBe(fresh);
  });
  test('moving there and back gives the same order; no column is ever lost', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (hides, version) => {
        let columns = fresh;
        hides.forEach((hide, v) => {
          columns = setHidden(columns, v, hide) as typeof fresh;
        });
        expect(visibleVersions(columns).length).toBeGreaterThan(0);
        const moved = moveColumn(columns, version, 1);
        expect([...moved].map((c) => c.version).sort()).toEqual([0, 1, 2, 3]);
        const visible = visibleVersions(columns);
        const at = visible.indexOf(version);
        if (at >= 0 && at < visible.length - 1) expect(visibleVersions(moveColumn(moved, version, -1))).toEqual(visible);
      }),
    );
  });
  test('widths step between limits', () => {
    let columns = fresh;
    for (let i = 0; i < 20; i++) columns = resizeColumn(columns, 0, 1) as typeof fresh;
    expect(columns[0]?.width).toBe(2.5);
    for (let i = 0; i < 20; i++) columns = resizeColumn(columns, 0, -1) as typeof fresh;
    expect(columns[0]?.width).toBe(0.5);
    expect(columns[1]?.width).toBe(1);
  });
  test('a border gives room from one column to the other, within limits, and leaves the rest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (share, a, b) => {
          const before = fresh.map((c) => (c.version === 1 ? { ...c, width: a } : c.version === 2 ? { ...c, width: b } : c));
          const after = shareRoom(before, 1, 2, share);
          expect(after[1]!.width + after[2]!.width).toBeCloseTo(a + b, 2);
          for (const c of after) expect(c.width).toBeGreaterThanOrEqual(0.199);
          for (const c of after) expect(c.width).toBeLessThanOrEqual(5.001);
          expect([after[0], after[3]]).toEqual([before[0], before[3]]);
        },
      ),
    );
    const halves = shareRoom(fresh, 0, 1, 0.75);
    expect(halves.map((c) => c.width)).toEqual([1.5, 0.5, 1, 1]);
    expect(shareRoom(halves, 0, 1, 0.5)).toEqual(fresh);
    expect(shareRoom(fresh, 0, 9, 0.2)).toBe(fresh);
    expect(shareLimits(fresh[0]!, fresh[1]!)).toEqual({ min: 0.1, max: 0.9 });
  });
  test('a column is put before another, over hidden ones, and comes back', () => {
    expect(placeColumn(fresh, 3, 0).map((c) => c.version)).toEqual([3, 0, 1, 2]);
    expect(placeColumn(fresh, 0, null).map((c) => c.version)).toEqual([1, 2, 3, 0]);
    expect(placeColumn(fresh, 0, 2).map((c) => c.version)).toEqual([1, 0, 2, 3]);
    expect(placeColumn(placeColumn(fresh, 0, 2), 0, 1)).toEqual(fresh);
    for (const [version, before] of [
      [1, 1],
      [1, 2],
      [3, null],
      [9, 0],
      [0, 9],
    ] as const)
      expect(placeColumn(fresh, version, before)).toBe(fresh);
  });
  test('the column after one is the next that can be seen', () => {
    const hidden = setHidden(fresh, 1, true);
    expect(columnAfter(hidden, 0)?.version).toBe(2);
    expect(columnAfter(hidden, 3)).toBe(null);
    expect(columnAfter(hidden, 7)).toBe(null);
  });
});
