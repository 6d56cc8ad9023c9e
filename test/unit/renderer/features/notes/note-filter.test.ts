import { describe, expect, it } from 'vitest';
import type { CodeId, NoteId, VersionId } from '../../../../../core/model/ids';
import { backlinksOf, codesOf, filterCards, noFilter } from '../../../../../renderer/features/notes/note-filter';
import type { Card } from '../../../../../renderer/features/notes/note-list';
import type { CodingView } from '../../../../../renderer/state/codes';

const en = 'en' as VersionId;
const ar = 'ar' as VersionId;
const card = (id: string | null, body: string, versionId: VersionId, start: number, end: number): Card => ({
  key: id ?? 'draft',
  id: id as NoteId | null,
  scope: 'selection',
  body,
  author: null,
  quotes: [{ versionId, text: 'quoted café' }],
  versionIds: [versionId],
  orphans: [],
  targets: [{ versionId, start, end }],
  index: 0,
  version: 0,
});
const coding = (codeId: string, versionId: VersionId, start: number, end: number, noteId: string | null = null): CodingView => ({
  id: codeId as unknown as CodingView['id'],
  codeId: codeId as CodeId,
  target: { versionId, quote: { exact: 'x', prefix: '', suffix: '' }, position: { start, end } },
  noteId: noteId as NoteId | null,
  coder: 'me',
  own: true,
  createdAtMs: 0,
});
const cards = [card('a', 'First', en, 0, 10), card('b', 'الثانية', ar, 0, 10), card(null, '', en, 50, 60)];
const codings = [coding('blame', en, 9, 12), coding('hope', en, 10, 20), coding('given', ar, 90, 99, 'b')];
const keys = (filter: Partial<typeof noFilter>) => filterCards(cards, { ...noFilter, ...filter }, codings).map((c) => c.key);

describe('the filter of notes', () => {
  it('shows all without a wish, and the note that is being written always', () => {
    expect(keys({})).toEqual(['a', 'b', 'draft']);
    expect(keys({ text: 'nothing like it' })).toEqual(['draft']);
  });
  it('looks at words of note and passage, folded', () => {
    expect(keys({ text: 'FIRST cafe' })).toEqual(['a', 'draft']);
    expect(keys({ text: 'الثانيه' })).toEqual(['b', 'draft']);
  });
  it('looks at versions and at codes of the note or of the text under it', () => {
    expect(keys({ versionId: ar })).toEqual(['b', 'draft']);
    expect(keys({ codeId: 'blame' as CodeId })).toEqual(['a', 'draft']);
    expect(keys({ codeId: 'given' as CodeId })).toEqual(['b', 'draft']);
    // Passages that only touch don't overlap.
    expect([...codesOf(cards[0]!, codings)]).toEqual(['blame']);
  });
});

it('notes that name another are listed with it', () => {
  const notes = [
    { id: 'a' as NoteId, body: 'b c' },
    { id: 'b' as NoteId, body: 'c' },
  ];
  const links = backlinksOf(notes, (body) => new Set(body.split(' ') as NoteId[]));
  expect(links.get('c' as NoteId)).toEqual(['a', 'b']);
  expect(links.get('a' as NoteId)).toBeUndefined();
});
