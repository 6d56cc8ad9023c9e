/** Deleted notes of the report: they come back one by one, or go for good after a question. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../core/model/note';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { BinList } from '../../components/BinList';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { useFormat } from '../../i18n/use-format';
import { useReport } from '../../state/report';
import { firstWords } from './markdown';
import { emptyBin, restoreNote } from './note-changes';

export function NotesBin({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('notes');
  const format = useFormat();
  const reportId = useReport((s) => s.report?.id);
  const revision = useReport((s) => s.notesRevision);
  const [notes, setNotes] = useState<readonly Note[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [emptied, setEmptied] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bin changes with the notes and when it is emptied
  useEffect(() => {
    if (!reportId) return;
    void call('notes.bin', { reportId }).then((answer) => {
      if (answer.ok) setNotes(answer.value.notes);
      else setFailure(answer.error);
    });
  }, [reportId, revision, emptied]);
  const empty = async () => {
    const answer = reportId && (await emptyBin(reportId));
    setFailure(answer && !answer.ok ? answer.error : null);
    setEmptied((n) => n + 1);
  };
  const count = notes?.length ?? 0;
  return (
    <Dialog title={t('bin.title')} onClose={onClose}>
      {failure && <ErrorMessage failure={failure} />}
      {notes && count === 0 && <p>{t('bin.none')}</p>}
      <BinList
        items={(notes ?? []).map((note) => ({
          id: note.id,
          line: (
            <span className="grow">
              <BidiText text={firstWords(note.body, 160) || t('empty')} />
              <small>
                {note.author && <>{t('by', { name: note.author })} · </>}
                {format.ago(note.updatedAtMs)}
              </small>
            </span>
          ),
        }))}
        words={{
          restore: t('bin.restore'),
          empty: t('bin.empty'),
          askTitle: t('bin.askTitle'),
          ask: t('bin.ask', { count }),
          emptyYes: t('bin.emptyYes'),
        }}
        onRestore={(noteId) => void restoreNote(noteId as Note['id'])}
        onEmpty={() => void empty()}
      />
    </Dialog>
  );
}
