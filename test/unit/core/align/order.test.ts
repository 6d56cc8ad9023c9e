import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderRows } from '../../../../core/align/order';

const ordered = (rows: number[][][], base: number) => orderRows(rows, base).map((r) => rows[r]);

describe('the order of rows', () => {
  it('follows the base version', () => {
    const rows = [
      [[0], [2]],
      [[1], [0]],
      [[2], [1]],
    ];
    expect(ordered(rows, 0)).toEqual(rows);
    expect(ordered(rows, 1)).toEqual([rows[1], rows[2], rows[0]]);
  });
  it('puts what the base lacks behind its predecessors', () => {
    const rows = [
      [[], [0], []],
      [[0], [1], [0]],
      [[], [2], []],
      [[], [3], [1]],
      [[1], [4], [2]],
      [[], [], [3]],
    ];
    expect(ordered([...rows].reverse(), 0)).toEqual(rows);
  });
  it('keeps both versions in order where their predecessors stand in different rows', () => {
    const rows = [
      [[0], [0], []],
      [[1], [], [0]],
      [[], [1], [1]],
      [[2], [2], [2]],
    ];
    expect(ordered(rows, 0)).toEqual(rows);
  });
  it('ends where crossings close a circle', () => {
    const rows = [
      [[0], [], []],
      [[], [0], [1]],
      [[], [1], [0]],
    ];
    expect([...orderRows(rows, 0)].sort()).toEqual([0, 1, 2]);
  });
  it('is a permutation with the base ascending, for any rows', () => {
    const cell = fc.uniqueArray(fc.nat(30), { maxLength: 3 });
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.nat(2), (list, base) => {
        const order = orderRows(list, base);
        expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        const firsts = order.flatMap((r) => (list[r]![base]!.length > 0 ? [Math.min(...list[r]![base]!)] : []));
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });
  it('keeps every version in order where an order of all exists', () => {
    // Rows that ascend in each version: whatever the base, no version may come out of its order.
    const presence = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(presence, fc.nat(3), (list, base) => {
        const next = [0, 0, 0, 0];
        const rows = list.filter((p) => p.some(Boolean)).map((p) => p.map((there, v) => (there ? [next[v]!++] : [])));
        for (const v of [0, 1, 2, 3]) {
          const sequence = orderRows(rows, base).flatMap((r) => rows[r]![v]!);
          expect(sequence).toEqual([...sequence].sort((a, b) => a - b));
        }
      }),
    );
  });
  it('takes long chains of rows that the base lacks', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [i === 0 ? [0] : [], [i]]);
    expect(orderRows(rows, 0)).toEqual(rows.map((_, i) => i));
  });
});
