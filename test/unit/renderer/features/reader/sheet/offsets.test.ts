import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { RowId } from '../../../../../../core/model/ids';
import type { Row, VersionInfo } from '../../../../../../core/model/report';
import type { Segment } from '../../../../../../core/model/text';
import {
  offsetWithin,
  rangeWithin,
  selectedStretches,
  toStretches,
  toTextOffsets,
} from '../../../../../../renderer/features/reader/sheet/offsets';
import { rowElement, type SheetContext, segmentElements } from '../../../../../../renderer/features/reader/sheet/row-dom';
import { RowBook } from '../../../../../../renderer/state/row-book';
import { words as sheetWords } from './sheet-words';

const words = { ...sheetWords, mark: (state: string) => state };
function makeSegments(texts: readonly string[]): Segment[] {
  let start = 0;
  return texts.map((text, index) => {
    const made: Segment = {
      index,
      kind: 'paragraph',
      boilerplate: index === 1,
      start,
      end: start + text.length,
      text,
      sentences: [],
    };
    start += text.length + 2;
    return made;
  });
}
/** A sheet of two versions, two segments a cell in the first row. */
function makeSheet(first: readonly string[], second: readonly string[]) {
  const segments = [makeSegments(first), makeSegments(second)];
  const rows: Row[] = [
    { id: 1 as RowId, cells: [[0, 1], [0]], score: 0.4, status: 'automatic' },
    { id: 2 as RowId, cells: [[2], [1]], score: 0.9, status: 'automatic' },
  ];
  const book = new RowBook(2, 2);
  book.fill(0, rows, segments);
  const versions = [
    { lang: 'en', direction: 'ltr' },
    { lang: 'ar', direction: 'rtl' },
  ] as VersionInfo[];
  const context: SheetContext = { book, versions, order: [0, 1], words, isCrossing: () => true };
  const table = document.createElement('table');
  const body = table.createTBody();
  body.append(...rows.map((row, i) => rowElement(row, i, context)));
  document.body.append(table);
  return { table, book };
}
const element = (table: HTMLElement, version: number, segment: number) =>
  table.querySelector<HTMLElement>(`td[data-v="${version}"] [data-s="${segment}"]`)!;
function select(from: Node, fromOffset: number, to: Node, toOffset: number): Selection {
  const selection = document.getSelection()!;
  selection.setBaseAndExtent(from, fromOffset, to, toOffset);
  return selection;
}
afterEach(() => document.body.replaceChildren());

const anyText = fc.string({ unit: fc.constantFrom('a', 'ب', ' ', '\u202E', '\u2069', '😀', 'ـ'), minLength: 1, maxLength: 30 });

describe('offsets in a segment', () => {
  test('the element holds the text character by character, direction controls and all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [shown] = segmentElements(makeSegments([text])[0]!, words);
        expect(shown!.textContent).toBe(text);
      }),
    );
  });
  test('a range made from offsets leads back to them', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(30), (text, a, b) => {
        const shown = segmentElements(makeSegments([text])[0]!, words)[0]!;
        document.body.append(shown);
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        fc.pre(start < end);
        const range = rangeWithin(shown, start, end);
        expect(range.toString()).toBe(text.slice(start, end));
        expect(offsetWithin(shown, range.startContainer, range.startOffset)).toBe(start);
        expect(offsetWithin(shown, range.endContainer, range.endOffset)).toBe(end);
        shown.remove();
      }),
    );
  });
  test('points outside are its beginning or its end', () => {
    const { table } = makeSheet(['one', 'two', 'three'], ['أ', 'ب']);
    const two = element(table, 0, 1);
    expect(offsetWithin(two, element(table, 0, 0).firstChild!, 1)).toBe(0);
    expect(offsetWithin(two, element(table, 0, 2).firstChild!, 1)).toBe(3);
  });
});

describe('the selection', () => {
  test('over two rows it is what stands in the version where it began', () => {
    const { table, book } = makeSheet(['one here', 'two', 'three'], ['أول', 'ثان']);
    const selection = select(element(table, 0, 0).firstChild!, 4, element(table, 0, 2).firstChild!, 2);
    const stretches = selectedStretches(selection, table);
    expect(stretches).toEqual([
      { version: 0, segment: 0, start: 4, end: 8 },
      { version: 0, segment: 1, start: 0, end: 3 },
      { version: 0, segment: 2, start: 0, end: 2 },
    ]);
    expect(toTextOffsets(book, stretches)).toEqual([
      { start: 4, end: 8 },
      { start: 10, end: 13 },
      { start: 15, end: 17 },
    ]);
  });
  test('it may go backwards', () => {
    const { table } = makeSheet(['one', 'two', 'three'], ['أول', 'ثان']);
    const selection = select(element(table, 1, 1).firstChild!, 2, element(table, 1, 0).firstChild!, 1);
    expect(selectedStretches(selection, table)).toEqual([
      { version: 1, segment: 0, start: 1, end: 3 },
      { version: 1, segment: 1, start: 0, end: 2 },
    ]);
  });
  test('white space at the ends and selections of nothing are left out', () => {
    const { table } = makeSheet(['one  two ', 'x', 'y'], ['أ', 'ب']);
    const text = element(table, 0, 0).firstChild!;
    expect(selectedStretches(select(text, 3, text, 9), table)).toEqual([{ version: 0, segment: 0, start: 5, end: 8 }]);
    expect(selectedStretches(select(text, 3, text, 5), table)).toEqual([]);
    expect(selectedStretches(select(text, 3, text, 3), table)).toEqual([]);
    expect(selectedStretches(null, table)).toEqual([]);
  });
  test('the sheet’s own words are never part of it', () => {
    const { table } = makeSheet(['one', 'two', 'three'], ['أ', 'ب']);
    const cell = table.querySelector('td[data-v="0"]')!;
    const stretches = selectedStretches(select(cell, 0, cell, cell.childNodes.length), table);
    expect(stretches.map((s) => [s.segment, s.end])).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });
  test('a passage leads back to the stretches that it was made of', () => {
    const { book } = makeSheet(['one here', 'two', 'three'], ['أ', 'ب']);
    expect(toStretches(book, 0, 4, 17)).toEqual([
      { version: 0, segment: 0, start: 4, end: 8 },
      { version: 0, segment: 1, start: 0, end: 3 },
      { version: 0, segment: 2, start: 0, end: 2 },
    ]);
  });
});
