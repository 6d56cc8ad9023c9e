import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { RowId } from '../../../../../../core/model/ids';
import type { Row, VersionInfo } from '../../../../../../core/model/report';
import type { Segment } from '../../../../../../core/model/text';
import type { SheetContext } from '../../../../../../renderer/features/reader/sheet/row-dom';
import { SheetView } from '../../../../../../renderer/features/reader/sheet/sheet-view';
import { RowBook } from '../../../../../../renderer/state/row-book';
import { words } from './sheet-words';

const versions = [
  { lang: 'en', direction: 'ltr' },
  { lang: 'ar', direction: 'rtl' },
] as VersionInfo[];
const segment = (index: number): Segment => ({
  index,
  kind: 'paragraph',
  boilerplate: false,
  start: index * 10,
  end: index * 10 + 6,
  text: `text ${index}`,
  sentences: [],
});
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: (i + 1) as RowId, cells: [[i], [i]], score: 0.9, status: 'automatic' }));

function makeView(count: number) {
  const rows = rowsOf(count);
  const book = new RowBook(count, 2);
  book.fill(0, rows, [rows.map((_, i) => segment(i)), rows.map((_, i) => segment(i))]);
  const scroller = document.body.appendChild(document.createElement('div'));
  const table = scroller.appendChild(document.createElement('table'));
  const context: SheetContext = { book, versions, order: [0, 1], words, isCrossing: () => false };
  const view = new SheetView(table, scroller, vi.fn());
  view.draw(context);
  return { rows, book, table, view, context };
}
const shape = (table: HTMLTableElement) =>
  [...table.querySelectorAll('tr')].map((row) => [
    row.dataset.row,
    row.getAttribute('aria-rowindex'),
    row.querySelector('.n')?.textContent,
    [...row.querySelectorAll('td')].map((cell) => [cell.dataset.v, cell.textContent]),
  ]);
afterEach(() => document.body.replaceChildren());

describe('the sheet', () => {
  test('a row says its place, its mark, and each cell its language and direction', () => {
    const { table } = makeView(3);
    const row = table.querySelectorAll('tr')[1]!;
    expect(row.getAttribute('aria-rowindex')).toBe('3');
    expect(row.querySelector('.mark')?.getAttribute('aria-label')).toBe('automatic 0.9');
    const cell = row.querySelector('td[data-v="1"]')!;
    expect([cell.getAttribute('lang'), cell.getAttribute('dir'), cell.getAttribute('role')]).toEqual(['ar', 'rtl', 'gridcell']);
    expect(cell.textContent).toBe('text 1');
  });

  test('mended by any patches it looks as if it were drawn anew', () => {
    const step = fc.record({ at: fc.integer({ min: 193, max: 204 }), merge: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const { book, table, view, context } = makeView(205);
        let nextId = 1000;
        for (const { at, merge } of steps) {
          const first = book.rowAt(at);
          const second = book.rowAt(at + 1);
          if (!first || (merge && !second)) continue;
          const remove = merge ? [first, second!] : [first];
          const make = (cells: number[][]): Row => ({ id: nextId++ as RowId, cells, score: null, status: 'edited' });
          const insert = merge
            ? [make([0, 1].map((v) => [...first.cells[v]!, ...second!.cells[v]!]))]
            : [make([first.cells[0]!, []]), make([[], first.cells[1]!])];
          view.take(book.apply({ at, remove, insert }));
        }
        const mended = shape(table);
        view.draw(context);
        expect(mended).toEqual(shape(table));
        view.destroy();
        document.body.replaceChildren();
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  test('sections that are not loaded ask to be when they come near the view, and fill in place', () => {
    const seen: ((entries: unknown[]) => void)[] = [];
    const observed = new Set<Element>();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: (entries: unknown[]) => void) {
          seen.push(callback);
        }
        observe = (e: Element) => observed.add(e);
        unobserve = (e: Element) => observed.delete(e);
        disconnect = () => observed.clear();
      },
    );
    const rows = rowsOf(400);
    const book = new RowBook(400, 2);
    const table = document.body.appendChild(document.createElement('table'));
    const wanted = vi.fn();
    const view = new SheetView(table, document.body, wanted);
    view.draw({ book, versions, order: [0, 1], words, isCrossing: () => false });
    expect(observed.size).toBe(2);
    seen[0]!([{ isIntersecting: true, target: table.tBodies[1]! }]);
    expect(wanted).toHaveBeenCalledWith(200);
    view.take(book.fill(200, rows.slice(200), [rows.slice(200).map((_, i) => segment(200 + i)), []]));
    expect(table.tBodies[1]!.querySelectorAll('tr').length).toBe(200);
    expect(table.tBodies[1]!.querySelector('tr')!.getAttribute('aria-rowindex')).toBe('202');
    expect(observed.has(table.tBodies[1]!)).toBe(false);
    vi.unstubAllGlobals();
  });

  test('one cell alone can be reached by Tab: the current one', () => {
    const { table, view } = makeView(4);
    view.setCurrent({ index: 1, version: 1 });
    view.setCurrent({ index: 2, version: 0 });
    const stops = table.querySelectorAll('[tabindex="0"]');
    expect(stops.length).toBe(1);
    expect(stops[0]).toBe(view.cell({ index: 2, version: 0 }));
    expect(table.querySelectorAll('tr.cur').length).toBe(1);
  });

  test('a cell that the sheet has not drawn yet does not take the focus away from the one before', () => {
    const { table, view } = makeView(4);
    view.setCurrent({ index: 1, version: 1 });
    view.setCurrent({ index: 99, version: 0 });
    expect(table.querySelector('[tabindex="0"]')).toBe(view.cell({ index: 1, version: 1 }));
  });

  test('columns change places in every row, and chips come and go', () => {
    const { table, view } = makeView(3);
    view.reorder([1, 0]);
    for (const row of table.querySelectorAll('tr'))
      expect([...row.querySelectorAll('td')].map((c) => c.dataset.v)).toEqual(['1', '0']);
    view.setCrossing(2 as RowId, 1, true);
    view.setCrossing(2 as RowId, 1, true);
    expect(view.cell({ index: 1, version: 1 })?.querySelectorAll('.cross').length).toBe(1);
    expect(view.cell({ index: 1, version: 1 })?.querySelector('.cross')?.textContent).toBe('↕ paragraph 2');
    view.setCrossing(2 as RowId, 1, false);
    expect(table.querySelector('.cross')).toBeNull();
  });

  test('leads from a node of the page to its cell', () => {
    const { table, view } = makeView(3);
    const text = table.querySelectorAll('tr')[2]!.querySelector('td[data-v="1"] [data-s]')!.firstChild;
    expect(view.placeOf(text)).toEqual({ index: 2, version: 1 });
    expect(view.placeOf(table.querySelectorAll('tr')[2]!.querySelector('.n'))).toEqual({ index: 2, version: -1 });
    expect(view.placeOf(document.body)).toBeNull();
  });

  test('an edit far above gives the rows behind it their numbers, the nearest before anything else happens', async () => {
    const { table, view, book, rows } = makeView(900);
    const joined: Row = {
      id: 9000 as RowId,
      cells: [
        [0, 1],
        [0, 1],
      ],
      score: null,
      status: 'edited',
    };
    view.take(book.apply({ at: 0, remove: rows.slice(0, 2), insert: [joined] }));
    const numbers = () => [...table.querySelectorAll('tr')].map((row) => Number(row.getAttribute('aria-rowindex')) - 2);
    const expected = Array.from({ length: 899 }, (_, i) => i);
    expect(numbers().slice(0, 600)).toEqual(expected.slice(0, 600));
    await vi.waitFor(() => expect(numbers()).toEqual(expected), 20_000);
  });

  test('a paragraph that is marked as beside the text is drawn so, in its place', () => {
    const { table, view, book } = makeView(30);
    view.take(book.mark([{ version: 1, segment: 12, boilerplate: true }]));
    expect(table.querySelectorAll('.boiler').length).toBe(1);
    expect(view.segment(1, 12)?.classList.contains('boiler')).toBe(true);
    expect(shape(table).map(([id]) => Number(id))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  test('a block whose rows are all gone goes, too', () => {
    const { table, view, book, rows } = makeView(30);
    view.take(book.apply({ at: 10, remove: rows.slice(10, 20), insert: [] }));
    expect([...table.querySelectorAll('.row-block')].map((b) => b.childElementCount)).toEqual([5, 5, 5, 5]);
    view.take(book.apply({ at: 10, remove: [], insert: rows.slice(10, 20) }));
    expect(shape(table).map(([id]) => Number(id))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });
});
