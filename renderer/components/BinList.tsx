/** What lies in a bin: line by line it comes back, or all of it goes for good after a question. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { ConfirmDialog } from './ConfirmDialog';
import { keepFocus } from './keep-focus';

export interface BinWords {
  restore: string;
  empty: string;
  askTitle: string;
  ask: string;
  emptyYes: string;
}
interface BinListProps {
  items: readonly { id: string; line: ReactNode }[];
  words: BinWords;
  /** Where the focus goes when the line that had it has gone and no other is left. */
  fallback?: string;
  onRestore(id: string): void;
  /** Ends once the bin is empty, or the failure has been said. */
  onEmpty(): void;
}

export function BinList({ items, words, fallback = 'button', onRestore, onEmpty }: BinListProps) {
  const [asking, setAsking] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a shorter list may have taken the focused line away
  useEffect(() => {
    if (list.current?.querySelector('button')) keepFocus(list.current, 'button');
    else keepFocus(list.current?.closest<HTMLElement>('[role$="dialog"]') ?? null, fallback);
  }, [items.length]);
  return (
    <>
      <ul className="bin-list" ref={list}>
        {items.map(({ id, line }) => (
          <li key={id}>
            {line}
            <Button variant="quiet" onClick={() => onRestore(id)}>
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <Button variant="danger" onClick={() => setAsking(true)}>
          {words.empty}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={words.askTitle}
          text={words.ask}
          action={words.emptyYes}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onEmpty();
          }}
        />
      )}
    </>
  );
}
