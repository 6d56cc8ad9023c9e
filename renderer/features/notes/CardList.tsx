/**
 * The cards of the panel, in parts that are made when they come near the view, the chosen one's at once: a report may have a thousand
 * notes. A part that was made stays; before that it holds its place with a guess of its height.
 */
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { noteListId } from '../../state/show-note';
import type { Card } from './note-list';
import { useNotesPanel } from './panel-store';

const partLength = 25;
/** CSS pixels; a card of two lines with a quotation. */
const guessedHeight = 110;

interface PartProps {
  cards: readonly Card[];
  /** Made even out of view. */
  forced: boolean;
  children: (card: Card) => ReactElement;
}

function Part({ cards, forced, children }: PartProps) {
  const [made, setMade] = useState(forced);
  const gap = useRef<HTMLLIElement>(null);
  const isMade = made || forced;
  useEffect(() => {
    if (forced) setMade(true);
  }, [forced]);
  useEffect(() => {
    const element = gap.current;
    if (isMade || !element) return;
    const near = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && setMade(true), {
      root: element.parentElement,
      rootMargin: '100% 0px',
    });
    near.observe(element);
    return () => near.disconnect();
  }, [isMade]);
  if (isMade) return <>{cards.map(children)}</>;
  return <li ref={gap} aria-hidden="true" style={{ blockSize: cards.length * guessedHeight }} />;
}

interface CardListProps {
  cards: readonly Card[];
  active: string | null;
  children: (card: Card, place: number) => ReactElement;
}

export function CardList({ cards, active, children }: CardListProps) {
  const wanted = useNotesPanel((s) => s.wanted);
  const parts = Array.from({ length: Math.ceil(cards.length / partLength) }, (_, k) => k * partLength);
  return (
    <ul className="notes" id={noteListId}>
      {parts.map((from) => {
        const own = cards.slice(from, from + partLength);
        const forced = from === 0 || own.some(({ key, id }) => key === active || key === wanted || id === null);
        return (
          <Part key={from} cards={own} forced={forced}>
            {(card) => children(card, cards.indexOf(card, from))}
          </Part>
        );
      })}
    </ul>
  );
}
