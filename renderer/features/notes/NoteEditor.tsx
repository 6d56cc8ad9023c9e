/** The field of one note. Everything typed is stored by itself; what could not be stored stays here with the reason. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../core/model/ids';
import type { Failure } from '../../../core/model/result';
import { strongDirection } from '../../../core/text/direction';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { openDraft, useDrafts } from '../../state/drafts';
import { useNotes } from '../../state/notes';
import { Autosave } from './autosave';
import { createNote, updateNote } from './note-actions';
import type { Card } from './note-list';

export function NoteEditor({ card, onDone }: { card: Card; onDone(): void }) {
  const { t } = useTranslation('notes');
  const [text, setText] = useState(card.body);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const saver = useRef<Autosave | null>(null);
  const first = useRef(card);

  useEffect(() => {
    const { key, scope, targets, body } = first.current;
    const session = crypto.randomUUID();
    let id: NoteId | null = first.current.id;
    const store = async (value: string): Promise<boolean> => {
      // A note that never had words isn't a note.
      if (id === null && value.trim() === '') return true;
      const stored =
        id === null ? await createNote({ key, scope, targets }, value, session) : await updateNote(id, value, session);
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

  return (
    <div className="note-editor">
      <textarea
        ref={field}
        className="input"
        dir={strongDirection(text) ?? 'auto'}
        aria-label={t('body')}
        placeholder={t('placeholder')}
        rows={Math.min(14, Math.max(3, text.split('\n').length + Math.floor(text.length / 38)))}
        maxLength={200_000}
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          saver.current?.change(e.target.value);
        }}
        onBlur={() => void saver.current?.flush()}
        onKeyDown={(e) => {
          if (e.key !== 'Escape' && !(e.key === 'Enter' && (e.ctrlKey || e.metaKey))) return;
          e.preventDefault();
          e.stopPropagation();
          onDone();
        }}
      />
      {failure && (
        <>
          <ErrorMessage failure={failure} />
          <Button onClick={() => void saver.current?.flush()}>{t('saveAgain')}</Button>
        </>
      )}
    </div>
  );
}
