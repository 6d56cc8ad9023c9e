import { describe, expect, test } from 'vitest';
import type { NoteId, ReportId, RowId, VersionId } from '../../../../../core/model/ids';
import type { Note } from '../../../../../core/model/note';
import type { Row, VersionInfo } from '../../../../../core/model/report';
import { cardsOf } from '../../../../../renderer/features/notes/note-list';
import { RowBook } from '../../../../../renderer/state/row-book';

const [a, b] = ['a', 'b'] as [VersionId & string, VersionId & string];
const versions = [
  { id: a, ordinal: 0 },
  { id: b, ordinal: 1 },
] as VersionInfo[];
const segment = (index: number, text: string) => ({
  index,
  kind: 'paragraph' as const,
  boilerplate: false,
  start: index * 20,
  end: index * 20 + text.length,
  text,
  sentences: [],
});
// The second version has its first paragraph last.
const rows: Row[] = [
  { id: 1 as RowId, cells: [[0], [1]], score: 1, status: 'automatic' },
  { id: 2 as RowId, cells: [[1], [0]], score: 1, status: 'automatic' },
];
const book = new RowBook(2, 2);
book.fill(0, rows, [
  [segment(0, 'first here'), segment(1, 'second here')],
  [segment(0, 'deux ici'), segment(1, 'un ici')],
]);
const note = (id: string, targets: [VersionId, number, number, string][], body = id): Note => ({
  id: id as NoteId,
  reportId: 'r' as ReportId,
  scope: 'selection',
  body,
  targets: targets.map(([versionId, start, end, exact]) => ({
    versionId,
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end },
  })),
  createdAtMs: 0,
  updatedAtMs: 0,
  revision: 1,
});

describe('the cards of the panel', () => {
  test('stand in the order of the rows, not of the versions’ own texts', () => {
    const cards = cardsOf(
      [note('late', [[b, 0, 4, 'deux']]), note('early', [[b, 20, 22, 'un']])],
      null,
      new Map(),
      book,
      versions,
    );
    expect(cards.map((c) => [c.key, c.index, c.version])).toEqual([
      ['early', 0, 1],
      ['late', 1, 1],
    ]);
  });
  test('a note on several versions stands at the first row that it touches', () => {
    const [card] = cardsOf(
      [
        note('n', [
          [b, 0, 4, 'deux'],
          [a, 0, 5, 'first'],
        ]),
      ],
      null,
      new Map(),
      book,
      versions,
    );
    expect(card).toMatchObject({ index: 0, version: 0 });
    expect(card?.quotes.map((q) => q.text)).toEqual(['deux', 'first']);
  });
  test('quotes of one version that follow each other are one', () => {
    const [card] = cardsOf(
      [
        note('n', [
          [a, 0, 5, 'first'],
          [a, 20, 26, 'second'],
        ]),
      ],
      null,
      new Map(),
      book,
      versions,
    );
    expect(card?.quotes).toEqual([{ versionId: a, text: 'first … second' }]);
  });
  test('notes whose rows are not there stand last and know no row', () => {
    const cards = cardsOf(
      [note('lost', [[a, 900, 905, 'gone']]), note('there', [[a, 20, 26, 'second']])],
      null,
      new Map(),
      book,
      versions,
    );
    expect(cards.map((c) => [c.key, c.index])).toEqual([
      ['there', 1],
      ['lost', null],
    ]);
  });
  test('the draft has its place and quotes the text; once stored it keeps its key', () => {
    const draft = { key: 'draft', scope: 'selection' as const, targets: [{ versionId: a, start: 6, end: 10 }] };
    const [card] = cardsOf([], draft, new Map(), book, versions);
    expect(card).toMatchObject({ key: 'draft', id: null, index: 0, quotes: [{ versionId: a, text: 'here' }] });
    const [stored] = cardsOf([note('n', [[a, 6, 10, 'here']])], null, new Map([['n' as NoteId, 'draft']]), book, versions);
    expect(stored).toMatchObject({ key: 'draft', id: 'n' });
  });
});
