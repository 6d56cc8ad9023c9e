import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../../../../core/model/ids';
import type { Row } from '../../../../../../core/model/report';
import { foldForSearch } from '../../../../../../core/text/fold';
import { type Finding, findMatches, spansOf } from '../../../../../../renderer/features/reader/find/find-matches';
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
  const look = async (book: RowBook, versions: number[], from: number, query = ' Boat ') => {
    let last: Finding | null = null;
    await findMatches(
      book,
      versions,
      query,
      from,
      () => false,
      (finding) => {
        last = finding;
      },
    );
    return last!;
  };
  const placesOf = ({ matches }: Finding) => matches.map((m) => [m.row, m.version, m.start]);

  test('row by row, in each row column by column, in visible columns only', async () => {
    const found = await look(makeBook(), [1, 0], 0);
    expect(found.done).toBe(true);
    expect(placesOf(found)).toEqual([
      [1, 1, 5],
      [1, 0, 4],
      [1, 0, 15],
    ]);
    expect((await look(makeBook(), [1], 0)).matches.length).toBe(1);
  });
  test('from wherever the search begins the list is the same, and says how many stand before that row', async () => {
    const all = await look(makeBook(), [0, 1], 0);
    const last = makeBook().rowCount;
    const rest = await look(makeBook(), [0, 1], last);
    expect(placesOf(rest)).toEqual(placesOf(all));
    expect([all.before, rest.before]).toEqual([0, all.matches.length]);
  });
  test('nothing is found for nothing', async () => {
    expect(await look(makeBook(), [0, 1], 0, '  ')).toEqual({ matches: [], before: 0, done: true });
  });
});
