/** The field of one note. Everything typed is stored by itself; what could not be stored stays here with the reason. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../core/model/ids';
import type { Note } from '../../../core/model/note';
import type { Failure } from '../../../core/model/result';
import { strongDirection } from '../../../core/text/direction';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { openDraft, useDrafts } from '../../state/drafts';
import { useNotes } from '../../state/notes';
import { Autosave } from './autosave';
import { firstWords } from './markdown';
import { createNote, updateNote } from './note-actions';
import { insertLink, linkBeingTyped, linkOffers } from './note-links';
import type { Card } from './note-list';

export function NoteEditor({ card, onDone }: { card: Card; onDone(): void }) {
  const { t } = useTranslation('notes');
  const [text, setText] = useState(card.body);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const saver = useRef<Autosave | null>(null);
  const first = useRef(card);
  const notes = useNotes((s) => s.notes);
  const listId = useId();
  const [caret, setCaret] = useState(card.body.length);
  const [at, setAt] = useState(0);
  const typed = linkBeingTyped(text, caret);
  const offers = typed === null ? [] : linkOffers(notes, card.id, typed);
  const offered = Math.min(at, offers.length - 1);
  const write = (value: string) => {
    setText(value);
    saver.current?.change(value);
  };
  const link = (note: Note | undefined) => {
    const box = field.current;
    if (!note || !box) return;
    const made = insertLink(text, caret, note, t('body'));
    write(made.text);
    setCaret(made.caret);
    requestAnimationFrame(() => box.setSelectionRange(made.caret, made.caret));
  };

  useEffect(() => {
    const { key, scope, targets, body } = first.current;
    const session = crypto.randomUUID();
    let id: NoteId | null = first.current.id;
    const store = async (value: string): Promise<boolean> => {
      // A note that never had words isn't a note.
      if (id === null && value.trim() === '') return true;
      // Passages may have been added while nothing was stored yet.
      const draft = useNotes.getState().draft;
      const begun = draft?.key === key ? { key, scope: draft.scope, targets: draft.targets } : { key, scope, targets };
      const stored = id === null ? await createNote(begun, value, session) : await updateNote(id, value, session);
      id ??= stored.id;
      setFailure(stored.failure);
      return stored.failure === null;
    };
    const made = new Autosave(body, store, (state) => useDrafts.getState().mark(key, state));
    saver.current = made;
    const stop = openDraft(key, () => made.flush());
    const box = field.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
    box?.scrollIntoView({ block: 'nearest' });
    return () => {
      // Until the host has answered, closing has to wait for this text.
      void made.flush().then((went) => {
        if (!went) return;
        stop();
        if (id === null && useNotes.getState().draft?.key === key) useNotes.getState().dropDraft();
      });
    };
  }, []);

  const onKeyDown = (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (offers.length > 0 && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(e.key)) {
      e.preventDefault();
      e.stopPropagation();
      if (e.key === 'ArrowDown') setAt((offered + 1) % offers.length);
      else if (e.key === 'ArrowUp') setAt((offered + offers.length - 1) % offers.length);
      else if (e.key === 'Escape') setCaret(-1);
      else link(offers[offered]);
      return;
    }
    if (e.key !== 'Escape' && !(e.key === 'Enter' && (e.ctrlKey || e.metaKey))) return;
    e.preventDefault();
    e.stopPropagation();
    onDone();
  };

  return (
    <div className="note-editor">
      <textarea
        ref={field}
        className="input"
        dir={strongDirection(text.replace(/\]\(note:[^)]*\)/g, ']')) ?? 'auto'}
        aria-label={t('body')}
        aria-describedby={`${listId}-hint`}
        aria-autocomplete="list"
        aria-controls={offers.length > 0 ? listId : undefined}
        aria-activedescendant={offers.length > 0 ? `${listId}-${offered}` : undefined}
        placeholder={t('placeholder')}
        rows={Math.min(14, Math.max(3, text.split('\n').length + Math.floor(text.length / 38)))}
        maxLength={200_000}
        value={text}
        onChange={(e) => {
          write(e.target.value);
          setCaret(e.target.selectionStart);
          setAt(0);
        }}
        onBlur={() => void saver.current?.flush()}
        onKeyDown={onKeyDown}
      />
      {offers.length > 0 && (
        <div className="note-offers" role="listbox" id={listId} aria-label={t('link.pick')}>
          {offers.map((note, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field
            <div
              key={note.id}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === offered}
              onMouseDown={(e) => e.preventDefault()}
              onClick={() => link(note)}
            >
              <BidiText text={firstWords(note.body)} />
            </div>
          ))}
        </div>
      )}
      <p className="field-hint" id={`${listId}-hint`}>
        {t('link.hint')}
      </p>
      {failure && (
        <>
          <ErrorMessage failure={failure} />
          <Button onClick={() => void saver.current?.flush()}>{t('saveAgain')}</Button>
        </>
      )}
    </div>
  );
}
