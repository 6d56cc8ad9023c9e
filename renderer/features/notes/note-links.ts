/** Naming another note while typing: `[[` and some letters offer notes; the chosen one becomes a link. Pure functions. */
import type { NoteId } from '../../../core/model/ids';
import type { Note } from '../../../core/model/note';
import { foldForSearch } from '../../../core/text/fold';
import { firstWords, referenceTo } from './markdown';

/** What stands between `[[` and the caret; null when no link is being typed. */
export function linkBeingTyped(text: string, caret: number): string | null {
  return /\[\[([^[\]\n]{0,60})$/.exec(text.slice(0, caret))?.[1] ?? null;
}

const most = 6;
/** Notes whose words hold all that is typed, the last changed first. Not the note itself, and none without words. */
export function linkOffers(notes: readonly Note[], own: NoteId | null, typed: string): Note[] {
  const words = foldForSearch(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return notes
    .filter((note) => note.id !== own && firstWords(note.body) !== '')
    .filter((note) => {
      const text = foldForSearch(note.body);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.updatedAtMs - a.updatedAtMs)
    .slice(0, most);
}

/** The text with the link in the place of `[[…`, and where the caret goes. */
export function insertLink(text: string, caret: number, note: Note, fallback: string): { text: string; caret: number } {
  const typed = linkBeingTyped(text, caret) ?? '';
  const start = caret - typed.length - 2;
  const link = referenceTo(note.id, note.body, fallback);
  // Brackets that close what was opened are part of it.
  const rest = text.slice(caret).replace(/^\]\]/, '');
  return { text: `${text.slice(0, start)}${link}${rest}`, caret: start + link.length };
}
