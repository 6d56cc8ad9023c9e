/** Which notes the panel shows: by words, version and code. Pure functions. */
import type { Code } from '../../../core/model/code';
import type { CodeId, NoteId, VersionId } from '../../../core/model/ids';
import { foldForSearch } from '../../../core/text/fold';
import type { CodingView } from '../../state/codes';
import type { Card } from './note-list';

export interface NoteFilter {
  text: string;
  versionId: VersionId | null;
  codeId: CodeId | null;
}
export const noFilter: NoteFilter = { text: '', versionId: null, codeId: null };
export const isFiltering = ({ text, versionId, codeId }: NoteFilter): boolean =>
  text.trim() !== '' || versionId !== null || codeId !== null;

type Place = { versionId: VersionId; start: number; end: number };
const overlaps = (a: Place, { target: { versionId, position } }: CodingView): boolean =>
  a.versionId === versionId && a.start < position.end && position.start < a.end;

/** Codes that were given in the note, or to text that it stands on. */
export function codesOf(card: Pick<Card, 'id' | 'targets'>, codings: readonly CodingView[]): Set<CodeId> {
  const found = codings.filter(
    (coding) =>
      (card.id !== null && coding.noteId === card.id) ||
      (!coding.target.orphan && card.targets.some((target) => overlaps(target, coding))),
  );
  return new Set(found.map((coding) => coding.codeId));
}

/** The codes that were given in each note, in the order of the codebook. */
export function codesGiven(codes: readonly Code[], codings: readonly CodingView[]): Map<NoteId, Code[]> {
  const used = new Map<NoteId, Set<CodeId>>();
  for (const { noteId, codeId } of codings) {
    if (noteId === null) continue;
    const own = used.get(noteId);
    if (own) own.add(codeId);
    else used.set(noteId, new Set([codeId]));
  }
  return new Map([...used].map(([id, own]) => [id, codes.filter((code) => own.has(code.id))]));
}

/** A note that is being written is always shown. */
export function filterCards(cards: readonly Card[], filter: NoteFilter, codings: readonly CodingView[]): Card[] {
  if (!isFiltering(filter)) return [...cards];
  const words = foldForSearch(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return cards.filter((card) => {
    if (card.id === null) return true;
    if (filter.versionId !== null && !card.versionIds.includes(filter.versionId)) return false;
    if (filter.codeId !== null && !codesOf(card, codings).has(filter.codeId)) return false;
    if (words.length === 0) return true;
    const text = foldForSearch([card.body, card.author ?? '', ...card.quotes.map((quote) => quote.text)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Notes whose words name another one, by the id that they name. */
export function backlinksOf(
  notes: readonly { id: NoteId; body: string }[],
  named: (body: string) => ReadonlySet<NoteId>,
): Map<NoteId, NoteId[]> {
  const links = new Map<NoteId, NoteId[]>();
  for (const { id, body } of notes) for (const to of named(body)) links.set(to, [...(links.get(to) ?? []), id]);
  return links;
}
