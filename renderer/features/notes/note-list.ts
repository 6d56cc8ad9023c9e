/** The cards of the panel: stored notes and the draft, in the order of the rows that they stand at. */
import type { NoteId, VersionId } from '../../../core/model/ids';
import type { Note, NoteScope } from '../../../core/model/note';
import type { VersionInfo } from '../../../core/model/report';
import { keyOf, type NoteDraft } from '../../state/notes';
import type { RowBook } from '../../state/row-book';

/** A stretch of one version that a card quotes; stretches that follow each other directly are one. */
export interface Quote {
  versionId: VersionId;
  text: string;
}
export interface Card {
  key: string;
  id: NoteId | null;
  scope: NoteScope;
  body: string;
  /** Who wrote it, where that is somebody else. */
  author: string | null;
  quotes: Quote[];
  /** Versions that it stands on, orphans too. */
  versionIds: VersionId[];
  /** Places in the list of the note's passages whose words are gone from the text. */
  orphans: number[];
  targets: readonly { versionId: VersionId; start: number; end: number }[];
  /** Reading-order index of the first row that it stands at; null while that isn't loaded. */
  index: number | null;
  /** Version of the first target there. */
  version: number;
}

/** The first row of some targets, and the version that leads to it. */
export function placeOf(
  book: RowBook | null,
  versions: readonly VersionInfo[],
  targets: Card['targets'],
): { index: number; version: number } | null {
  let found: { index: number; version: number } | null = null;
  for (const target of targets) {
    const version = versions.find((v) => v.id === target.versionId)?.ordinal;
    const segment = version === undefined ? undefined : book?.segmentsBetween(version, target.start, target.end)[0];
    const row = segment && version !== undefined ? book?.rowOf(version, segment.index) : null;
    const index = row == null ? -1 : (book?.indexOf(row) ?? -1);
    if (index >= 0 && version !== undefined && (!found || index < found.index)) found = { index, version };
  }
  return found;
}

/** The text of some targets as far as it is loaded. */
function quotesFrom(book: RowBook | null, versions: readonly VersionInfo[], targets: Card['targets']): Quote[] {
  return targets.flatMap(({ versionId, start, end }) => {
    const version = versions.find((v) => v.id === versionId)?.ordinal ?? -1;
    const text = book
      ?.segmentsBetween(version, start, end)
      .map((s) => s.text.slice(Math.max(0, start - s.start), end - s.start))
      .join(' ');
    return text ? [{ versionId, text }] : [];
  });
}

/** Quotes of one version that follow each other become one. */
function joined(quotes: readonly Quote[]): Quote[] {
  const all: Quote[] = [];
  for (const quote of quotes) {
    const last = all.at(-1);
    if (last?.versionId === quote.versionId) last.text += ` … ${quote.text}`;
    else all.push({ ...quote });
  }
  return all;
}

export function cardsOf(
  notes: readonly Note[],
  draft: NoteDraft | null,
  keys: ReadonlyMap<NoteId, string>,
  book: RowBook | null,
  versions: readonly VersionInfo[],
): Card[] {
  const card = (own: Omit<Card, 'index' | 'version'>): Card => {
    const place = placeOf(book, versions, own.targets);
    return { ...own, quotes: joined(own.quotes), index: place?.index ?? null, version: place?.version ?? 0 };
  };
  const cards = notes.map((note) =>
    card({
      key: keyOf(keys, note.id),
      id: note.id,
      scope: note.scope,
      body: note.body,
      author: note.author ?? null,
      quotes: note.targets.map((t) => ({ versionId: t.versionId, text: t.quote.exact })),
      versionIds: [...new Set(note.targets.map((t) => t.versionId))],
      orphans: note.targets.flatMap((t, i) => (t.orphan ? [i] : [])),
      targets: note.targets.filter((t) => !t.orphan).map((t) => ({ versionId: t.versionId, ...t.position })),
    }),
  );
  if (draft) {
    cards.push(
      card({
        key: draft.key,
        id: null,
        scope: draft.scope,
        body: '',
        author: null,
        versionIds: [...new Set(draft.targets.map((t) => t.versionId))],
        orphans: [],
        quotes: quotesFrom(book, versions, draft.targets),
        targets: draft.targets,
      }),
    );
  }
  const start = (c: Card) => c.targets[0]?.start ?? 0;
  const last = Number.MAX_SAFE_INTEGER;
  return cards.sort((a, b) => (a.index ?? last) - (b.index ?? last) || a.version - b.version || start(a) - start(b));
}
