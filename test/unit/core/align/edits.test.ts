import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, invertPatch, planEdit, type RowEdit } from '../../../../core/align/edits';
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { arbitraryRows, segmentsOf } from '../../../support/rows';

const row = (id: number, ...cells: number[][]): Row => ({ id: id as RowId, cells, score: 0.8, status: 'automatic' });
const ids = (start = 100) => {
  let next = start;
  return () => next++ as RowId;
};
/** Plans and applies; answers the cells of all rows, or the error's code. */
function edited(rows: Row[], edit: RowEdit): number[][][] | string {
  const planned = planEdit({ at: 0, rows }, edit, ids());
  return planned.ok ? applyPatch(rows, planned.value).map((r) => r.cells) : planned.error.code;
}
const at = (id: number) => id as RowId;

describe('planEdit', () => {
  it('merges a row with the next', () => {
    expect(edited([row(1, [0], [0]), row(2, [1], [])], { type: 'merge-next', rowId: at(1) })).toEqual([[[0, 1], [0]]]);
  });
  it('sorts what it merges: versions may stand out of their own order', () => {
    expect(edited([row(1, [4], [0]), row(2, [1], [])], { type: 'merge-next', rowId: at(1) })).toEqual([[[1, 4], [0]]]);
  });
  it('cannot merge the last row', () => {
    expect(edited([row(1, [0], [0])], { type: 'merge-next', rowId: at(1) })).toBe('edit-impossible');
  });
  it('splits before a segment; the other cells stay above', () => {
    expect(edited([row(1, [0, 1, 2], [0])], { type: 'split', rowId: at(1), version: 0, segment: 1 })).toEqual([
      [[0], [0]],
      [[1, 2], []],
    ]);
  });
  it('splits off a whole cell when another stays', () => {
    expect(edited([row(1, [0], [0])], { type: 'split', rowId: at(1), version: 1, segment: 0 })).toEqual([
      [[0], []],
      [[], [0]],
    ]);
  });
  it('will not split off all that a row has', () => {
    expect(edited([row(1, [0, 1], [])], { type: 'split', rowId: at(1), version: 0, segment: 0 })).toBe('edit-impossible');
  });
  it('moves a segment up and down', () => {
    const rows = [row(1, [0], [0]), row(2, [1, 2], [1])];
    expect(edited(rows, { type: 'move-up', rowId: at(2), version: 0 })).toEqual([
      [[0, 1], [0]],
      [[2], [1]],
    ]);
    expect(edited(rows, { type: 'move-down', rowId: at(1), version: 1 })).toEqual([
      [[0], []],
      [
        [1, 2],
        [0, 1],
      ],
    ]);
  });
  it('makes a row at the edge and drops the one that it empties', () => {
    expect(edited([row(1, [0], [0])], { type: 'move-up', rowId: at(1), version: 1 })).toEqual([
      [[], [0]],
      [[0], []],
    ]);
    expect(edited([row(1, [0], []), row(2, [1], [0])], { type: 'move-down', rowId: at(1), version: 0 })).toEqual([[[0, 1], [0]]]);
    expect(edited([row(1, [0], [])], { type: 'move-down', rowId: at(1), version: 0 })).toBe('edit-impossible');
  });
  it('confirms without changing the row and says when there is nothing to do', () => {
    const planned = planEdit({ at: 7, rows: [row(1, [0], [0])] }, { type: 'confirm', rowId: at(1), confirmed: true }, ids());
    expect(planned).toMatchObject({ ok: true, value: { at: 7, insert: [{ id: 1, status: 'confirmed', score: 0.8 }] } });
    expect(edited([row(1, [0], [0])], { type: 'confirm', rowId: at(1), confirmed: false })).toBe('edit-impossible');
  });
  it('names what it does not find', () => {
    expect(edited([row(1, [0])], { type: 'merge-next', rowId: at(9) })).toBe('row-not-found');
    expect(edited([row(1, [0])], { type: 'move-up', rowId: at(1), version: 5 })).toBe('edit-impossible');
    expect(edited([row(1, [0])], { type: 'split', rowId: at(1), version: 0, segment: 8 })).toBe('edit-impossible');
  });
});

const arbitraryEdit = fc.record({
  type: fc.constantFrom('merge-next', 'split', 'move-up', 'move-down', 'confirm'),
  pick: fc.nat(),
  version: fc.nat({ max: 2 }),
  segment: fc.nat(),
});

describe('row edits together', () => {
  it('keep every segment in exactly one row, in order within cells, and undo to the exact start', () => {
    fc.assert(
      fc.property(arbitraryRows(), fc.array(arbitraryEdit, { maxLength: 25 }), (start, edits) => {
        const nextId = ids();
        let rows = start;
        const undo = [];
        for (const e of edits) {
          const target = rows[e.pick % rows.length]!;
          const cell = target.cells[e.version]!;
          const edit = {
            type: e.type,
            rowId: target.id,
            version: e.version,
            segment: cell[e.segment % Math.max(cell.length, 1)] ?? 0,
            confirmed: target.status !== 'confirmed',
          } as RowEdit;
          const planned = planEdit({ at: 0, rows }, edit, nextId);
          if (!planned.ok) continue;
          rows = applyPatch(rows, planned.value);
          undo.push(invertPatch(planned.value));
          expect(segmentsOf(rows)).toEqual(segmentsOf(start));
          for (const r of rows) {
            expect(r.cells.some((c) => c.length > 0)).toBe(true);
            for (const c of r.cells) expect(c).toEqual([...c].sort((a, b) => a - b));
          }
          expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
        }
        for (const p of undo.reverse()) rows = applyPatch(rows, p);
        expect(rows).toEqual(start);
      }),
    );
  });
});
