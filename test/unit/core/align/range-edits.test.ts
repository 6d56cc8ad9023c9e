import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, invertPatch, planEdit } from '../../../../core/align/edits';
import { planLink, planRange, type RangeEdit } from '../../../../core/align/range-edits';
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { arbitraryRows, segmentsOf } from '../../../support/rows';

const id = (n: number) => n as RowId;
const row = (n: number, ...cells: number[][]): Row => ({ id: id(n), cells, score: 0.8, status: 'automatic' });
const ids = () => {
  let next = 100;
  return () => next++ as RowId;
};
function edited(rows: Row[], edit: RangeEdit): number[][][] | string {
  const planned = planRange({ at: 0, rows }, edit, ids());
  return planned.ok ? applyPatch(rows, planned.value).map((r) => r.cells) : planned.error.code;
}
const three = [row(1, [0], [0]), row(2, [1], [1]), row(3, [2], [])];

describe('planRange', () => {
  it('merges all rows, whichever end comes first', () => {
    expect(edited(three, { type: 'merge-rows', rowId: id(3), lastRowId: id(1) })).toEqual([
      [
        [0, 1, 2],
        [0, 1],
      ],
    ]);
    expect(edited(three, { type: 'merge-rows', rowId: id(1), lastRowId: id(1) })).toBe('edit-impossible');
  });
  it('shifts a version down: two join at the end, the first is left empty', () => {
    expect(edited(three, { type: 'shift-down', rowId: id(1), lastRowId: id(2), version: 1 })).toEqual([
      [[0], []],
      [[1], [0]],
      [[2], [1]],
    ]);
    expect(edited(three, { type: 'shift-down', rowId: id(1), lastRowId: id(3), version: 1 })).toBe('edit-impossible');
  });
  it('shifts a version up and drops a row that is left with nothing', () => {
    const rows = [row(1, [0], []), row(2, [1], [0]), row(3, [], [1])];
    expect(edited(rows, { type: 'shift-up', rowId: id(2), lastRowId: id(3), version: 1 })).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
    expect(edited(rows, { type: 'shift-up', rowId: id(1), lastRowId: id(3), version: 1 })).toBe('edit-impossible');
  });
  it('shifts back what was shifted: where two have joined, one goes', () => {
    const rows = [row(1, [0], []), row(2, [1], [0]), row(3, [2], [1, 2])];
    expect(edited(rows, { type: 'shift-up', rowId: id(2), lastRowId: id(3), version: 1 })).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
    ]);
  });
  it('confirms all, keeps ids, and has nothing to do twice', () => {
    const edit = { type: 'confirm-rows', rowId: id(1), lastRowId: id(2), confirmed: true } as const;
    const planned = planRange({ at: 0, rows: three }, edit, ids());
    if (!planned.ok) throw new Error(planned.error.code);
    const rows = applyPatch(three, planned.value);
    expect(rows.map((r) => [r.id, r.status])).toEqual([
      [1, 'confirmed'],
      [2, 'confirmed'],
      [3, 'automatic'],
    ]);
    expect(planRange({ at: 0, rows }, edit, ids()).ok).toBe(false);
  });
  it('knows when a row is gone', () => {
    expect(edited(three, { type: 'merge-rows', rowId: id(1), lastRowId: id(9) })).toBe('row-not-found');
  });
});

describe('any range edit, link or cut', () => {
  interface Any {
    type: 'merge-rows' | 'shift-up' | 'shift-down' | 'confirm-rows' | 'link' | 'split-row';
    a: number;
    b: number;
    version: number;
    cuts: number[];
  }
  const arbitraryEdit: fc.Arbitrary<Any> = fc.record({
    type: fc.constantFrom<Any['type'][]>('merge-rows', 'shift-up', 'shift-down', 'confirm-rows', 'link', 'split-row'),
    a: fc.nat(7),
    b: fc.nat(7),
    version: fc.nat(2),
    cuts: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
  });
  function plan(rows: Row[], { type, a, b, version, cuts }: Any) {
    const first = rows[a % rows.length]!;
    const last = rows[b % rows.length]!;
    const at = (r: Row) => ({ at: rows.indexOf(r), row: r });
    if (type === 'link') return planLink(at(first), at(last), version, ids());
    const one =
      type === 'split-row'
        ? planEdit({ at: 0, rows }, { type, rowId: first.id, cuts }, ids())
        : planRange({ at: 0, rows }, { type, rowId: first.id, lastRowId: last.id, version, confirmed: true } as RangeEdit, ids());
    return one.ok ? { ok: true as const, value: [one.value] } : one;
  }
  it('keeps every segment, leaves no empty row, and undoes to the exact start', () => {
    let done = 0;
    fc.assert(
      fc.property(arbitraryRows(), arbitraryEdit, (rows, edit) => {
        const planned = plan(rows, edit);
        if (!planned.ok) return;
        done += 1;
        const after = planned.value.reduce(applyPatch, rows);
        expect(segmentsOf(after)).toEqual(segmentsOf(rows));
        expect(after.every((r) => r.cells.some((c) => c.length > 0))).toBe(true);
        expect(new Set(after.map((r) => r.id)).size).toBe(after.length);
        expect(planned.value.map(invertPatch).reverse().reduce(applyPatch, after)).toEqual(rows);
      }),
    );
    expect(done).toBeGreaterThan(20);
  });
});
