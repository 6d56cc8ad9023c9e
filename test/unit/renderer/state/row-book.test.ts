import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../../../../core/align/edits';
import type { RowId } from '../../../../core/model/ids';
import type { Row, RowPatch } from '../../../../core/model/report';
import type { Segment } from '../../../../core/model/text';
import { RowBook, sectionSize } from '../../../../renderer/state/row-book';

const segment = (index: number): Segment => ({
  index,
  kind: 'paragraph',
  boilerplate: false,
  start: index * 10,
  end: index * 10 + 8,
  text: `text ${index}`.padEnd(8).slice(0, 8),
  sentences: [],
});
/** Rows of two versions, one segment a cell; every fifth row is an omission in the second. */
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    id: (i + 1) as RowId,
    cells: [[i], i % 5 === 0 ? [] : [i]],
    score: 0.9,
    status: 'automatic' as const,
  }));
const segmentsOf = (rows: readonly Row[]): Segment[][] => [0, 1].map((v) => rows.flatMap((r) => (r.cells[v] ?? []).map(segment)));
const fill = (book: RowBook, rows: readonly Row[], offset: number, limit: number) =>
  book.fill(offset, rows.slice(offset, offset + limit), segmentsOf(rows.slice(offset, offset + limit)));

/** What the book knows must be what the host has, at the same place. */
function expectSame(book: RowBook, rows: readonly Row[]): void {
  expect(book.rowCount).toBe(rows.length);
  let start = 0;
  for (const section of book.sections) {
    expect(section.start).toBe(start);
    if (section.rows) expect(section.rows.map((r) => r.id)).toEqual(rows.slice(start, start + section.size).map((r) => r.id));
    for (const [i, row] of (section.rows ?? []).entries()) {
      expect(book.indexOf(row.id)).toBe(start + i);
      expect(book.rowAt(start + i)).toBe(row);
      row.cells.forEach((cell, v) => {
        for (const s of cell) expect(book.rowOf(v, s)).toBe(row.id);
      });
    }
    start += section.size;
  }
}

describe('the book of rows', () => {
  test('sections are filled by the pages that cover them', () => {
    const rows = rowsOf(450);
    const book = new RowBook(450, 2);
    expect(book.sections.map((s) => s.size)).toEqual([sectionSize, sectionSize, 50]);
    expect(fill(book, rows, 200, 250).map((c) => c.section.key)).toEqual([1, 2]);
    expect(book.isComplete).toBe(false);
    expect(book.rowAt(3)).toBeNull();
    fill(book, rows, 0, 200);
    expect(book.isComplete).toBe(true);
    expectSame(book, rows);
  });

  test('any patches on partly loaded books leave what the host has', () => {
    const step = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 5 }),
      insert: fc.integer({ min: 0, max: 4 }),
      loads: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 650 }), fc.array(step, { maxLength: 12 }), (count, steps) => {
        let rows = rowsOf(count);
        const book = new RowBook(count, 2);
        let nextId = count + 1;
        for (const { at, remove, insert, loads } of steps) {
          for (const key of loads) {
            const section = book.sections[key];
            if (section && !section.rows && section.size > 0) fill(book, rows, section.start, section.size);
          }
          const from = Math.floor(at * rows.length);
          const removed = rows.slice(from, from + remove);
          // The segments of the removed rows are dealt out again over the new ones, as edits do.
          const inserted: Row[] = Array.from({ length: removed.length === 0 ? 0 : insert }, (_, i) => ({
            id: nextId++ as RowId,
            cells: [0, 1].map((v) => removed.flatMap((r) => r.cells[v] ?? []).filter((_, n) => n % insert === i)),
            score: null,
            status: 'edited',
          }));
          const patch: RowPatch = { at: from, remove: removed, insert: inserted };
          book.apply(patch);
          rows = applyPatch(rows, patch);
          expectSame(book, rows);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('a patch and its inverse give the same rows back', () => {
    const rows = rowsOf(210);
    const book = new RowBook(210, 2);
    fill(book, rows, 0, 210);
    const remove = rows.slice(198, 202);
    const insert: Row[] = [
      {
        id: 999 as RowId,
        cells: [
          [198, 199, 200, 201],
          [198, 199, 201],
        ],
        score: null,
        status: 'edited',
      },
    ];
    book.apply({ at: 198, remove, insert });
    expect(book.rowCount).toBe(207);
    expect(book.rowAt(198)?.id).toBe(999);
    book.apply({ at: 198, remove: insert, insert: remove });
    expectSame(book, rows);
  });

  test('finds the segments that a passage touches', () => {
    const rows = rowsOf(20);
    const book = new RowBook(20, 2);
    fill(book, rows, 0, 20);
    expect(book.segmentsBetween(0, 5, 12).map((s) => s.index)).toEqual([0, 1]);
    // Between two segments stands nothing.
    expect(book.segmentsBetween(0, 8, 10)).toEqual([]);
    expect(book.segmentsBetween(0, 190, 500).map((s) => s.index)).toEqual([19]);
  });
});
