/** Deleted notes of the report: they come back one by one, or go for good after a question. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../core/model/note';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { keepFocus } from '../../components/keep-focus';
import { useFormat } from '../../i18n/use-format';
import { useReport } from '../../state/report';
import { firstWords } from './markdown';
import { emptyBin, restoreNote } from './note-changes';

export function NotesBin({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['notes', 'common']);
  const format = useFormat();
  const reportId = useReport((s) => s.report?.id);
  const revision = useReport((s) => s.notesRevision);
  const [notes, setNotes] = useState<readonly Note[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const [emptied, setEmptied] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bin changes with the notes and when it is emptied
  useEffect(() => {
    if (!reportId) return;
    void call('notes.bin', { reportId }).then((answer) => {
      if (answer.ok) setNotes(answer.value.notes);
      else setFailure(answer.error);
    });
  }, [reportId, revision, emptied]);
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a shorter list may have taken the focused line away
  useEffect(() => keepFocus(list.current, 'button'), [notes]);
  const empty = async () => {
    setAsking(false);
    const answer = reportId && (await emptyBin(reportId));
    setFailure(answer && !answer.ok ? answer.error : null);
    setEmptied((n) => n + 1);
  };
  const count = notes?.length ?? 0;
  return (
    <Dialog
      title={t('bin.title')}
      onClose={onClose}
      footer={
        count > 0 && (
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t('bin.empty')}
          </Button>
        )
      }
    >
      {failure && <ErrorMessage failure={failure} />}
      {notes && count === 0 && <p>{t('bin.none')}</p>}
      <ul className="note-bin" ref={list}>
        {notes?.map((note) => (
          <li key={note.id}>
            <span className="grow">
              <BidiText text={firstWords(note.body, 160) || t('empty')} />
              <small>{format.ago(note.updatedAtMs)}</small>
            </span>
            <Button onClick={() => void restoreNote(note.id)}>{t('bin.restore')}</Button>
          </li>
        ))}
      </ul>
      {asking && (
        <Dialog
          title={t('bin.askTitle')}
          size="small"
          role="alertdialog"
          describedBy="bin-notes-ask"
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
              <Button variant="danger" onClick={() => void empty()}>
                {t('bin.emptyYes')}
              </Button>
            </>
          }
        >
          <p id="bin-notes-ask">{t('bin.ask', { count })}</p>
        </Dialog>
      )}
    </Dialog>
  );
}
