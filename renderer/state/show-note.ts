/** A note's card in the panel: finding it, and showing it from other parts of the reader, with the panel closed or open. */
import { useNotes } from './notes';
import { useReport } from './report';

/** Names the list of cards, so that a card is found without a look through a page of 100,000 rows. */
export const noteListId = 'note-cards';

export const cardElement = (key: string): HTMLElement | null =>
  document.getElementById(noteListId)?.querySelector<HTMLElement>(`[data-note="${CSS.escape(key)}"]`) ?? null;

/** Chooses a note and takes the focus to its card. */
export function showCard(key: string): void {
  useReport.getState().setNotesOpen(true);
  useNotes.getState().choose(key);
  // The panel may only now be opened.
  requestAnimationFrame(() => cardElement(key)?.focus());
}
