import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../../../../core/model/ids';
import type { Row } from '../../../../../../core/model/report';
import { foldForSearch } from '../../../../../../core/text/fold';
import { findMatches, type Match, matchFrom, spansOf } from '../../../../../../renderer/features/reader/find/find-matches';
import { RowBook } from '../../../../../../renderer/state/row-book';

const found = (text: string, query: string) => spansOf(text, foldForSearch(query)).map(([start, end]) => text.slice(start, end));

describe('matches in a text', () => {
  test('case, accents and Arabic marks and letter forms don’t matter', () => {
    expect(found('La Dignité, la dignité', 'dignite')).toEqual(['Dignité', 'dignité']);
    expect(found('كَرَامَة الإنسان', 'كرامه الانسان')).toEqual(['كَرَامَة الإنسان']);
  });
  test('matches don’t overlap, and nothing is found for nothing', () => {
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(found('text', '')).toEqual([]);
    expect(found('text', 'other')).toEqual([]);
  });
});

const rows: Row[] = [
  { id: 1 as RowId, cells: [[0], [1]], score: 1, status: 'automatic' },
  { id: 2 as RowId, cells: [[1], [0]], score: 1, status: 'automatic' },
];
function makeBook() {
  const book = new RowBook(2, 2);
  const texts = [
    ['one boat and a boat', 'no ship'],
    ['un bateau', 'deux boats'],
  ];
  book.fill(
    0,
    rows,
    texts.map((list) =>
      list.map((text, index) => ({
        index,
        kind: 'paragraph' as const,
        boilerplate: false,
        start: 0,
        end: 1,
        text,
        sentences: [],
      })),
    ),
  );
  return book;
}

describe('matches in a report', () => {
  test('row by row, in each row column by column, in visible columns only', async () => {
    const told: (readonly Match[])[] = [];
    const look = (versions: number[]) =>
      findMatches(
        makeBook(),
        versions,
        ' Boat ',
        () => false,
        (matches, done) => {
          if (done) told.push(matches);
        },
      );
    await look([1, 0]);
    await look([1]);
    expect(told[0]?.map((m) => [m.row, m.version, m.start])).toEqual([
      [1, 1, 5],
      [1, 0, 4],
      [1, 0, 15],
    ]);
    expect(told[1]?.length).toBe(1);
  });
  test('the first one shown is at the reader’s place or behind it, else the first of all', () => {
    const matches = [0, 3, 7].map((row) => ({ row: row as RowId, version: 0, segment: 0, start: 0, end: 1 }));
    const place = (id: RowId) => id as number;
    expect(matchFrom(matches, 2, place)).toBe(1);
    expect(matchFrom(matches, 8, place)).toBe(0);
    expect(matchFrom([], 0, place)).toBe(-1);
  });
});
