/** Every saved state of a note, newest first; an earlier one comes back as a new state. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import type { NoteId } from '../../../core/model/ids';
import type { UiLanguage } from '../../../core/model/languages';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { formatLocale } from '../../i18n/languages';
import { NoteText } from './NoteText';
import { restoreRevision } from './note-changes';

type Revisions = CallOutput<'notes.revisions'>['revisions'];

export function NoteHistory({ noteId, onClose }: { noteId: NoteId; onClose(): void }) {
  const { t, i18n } = useTranslation('notes');
  const [revisions, setRevisions] = useState<Revisions>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void call('notes.revisions', { noteId }).then((answer) => {
      if (answer.ok) setRevisions([...answer.value.revisions].reverse());
      else setFailure(answer.error);
    });
  }, [noteId]);
  const time = new Intl.DateTimeFormat(formatLocale(i18n.language as UiLanguage), { dateStyle: 'medium', timeStyle: 'medium' });
  const bring = async (revision: number) => {
    if (await restoreRevision(noteId, revision)) onClose();
  };
  return (
    <Dialog title={t('history.title')} onClose={onClose}>
      {failure && <ErrorMessage failure={failure} />}
      <ol className="revisions" reversed>
        {revisions.map(({ revision, body, deleted, passages, savedAtMs }, i) => (
          <li key={revision}>
            <div className="revision-head">
              <time dateTime={new Date(savedAtMs).toISOString()}>{time.format(savedAtMs)}</time>
              <span>{t('history.passages', { count: passages })}</span>
              {deleted && <span>{t('history.binned')}</span>}
              <span className="grow" />
              {i === 0 ? (
                <em>{t('history.now')}</em>
              ) : (
                <Button onClick={() => void bring(revision)}>{t('history.restore')}</Button>
              )}
            </div>
            <NoteText body={body || t('empty')} onNote={() => undefined} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
