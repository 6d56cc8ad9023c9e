/** What came of an import into a report: counts, what was left, and the notes that are there twice now, with ways to them. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferCode, TransferReport } from '../../../core/model/exchange';
import type { NoteId, ReportId } from '../../../core/model/ids';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useFormat } from '../../i18n/use-format';
import { keyOf, useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { type Aside, SetAside } from './SetAside';
import { TransferSummary } from './TransferSummary';

interface NotesResultProps {
  name: string;
  reportId: ReportId;
  report: TransferReport;
  conflicts: readonly { ours: NoteId; theirs: NoteId }[];
  setAside: Aside;
  /** Leads to the report, where it is not open yet. */
  onClose(): void;
  onAgain?(): void;
}

const shownLength = 160;
/** Those have a part of their own, with ways to them. */
const toldApart: ReadonlySet<TransferCode> = new Set(['note-conflict']);

function useBodies(reportId: ReportId, wanted: boolean): ReadonlyMap<NoteId, string> {
  const [bodies, setBodies] = useState<ReadonlyMap<NoteId, string>>(new Map());
  useEffect(() => {
    if (!wanted) return;
    void call('notes.list', { reportId }).then((answer) => {
      if (answer.ok) setBodies(new Map(answer.value.notes.map((note) => [note.id, note.body])));
    });
  }, [reportId, wanted]);
  return bodies;
}

export function NotesResult({ name, reportId, report, conflicts, setAside, onClose, onAgain }: NotesResultProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const bodies = useBodies(reportId, conflicts.length > 0);
  const told: TransferReport = { ...report, left: report.left.filter(({ code }) => !toldApart.has(code)) };
  const done = useRef<HTMLButtonElement>(null);
  const empty = Object.values(report.taken).every((count) => count === 0) && report.left.length === 0;

  const show = (id: NoteId) => {
    onClose();
    useReport.getState().setNotesOpen(true);
    // Once the dialog has given the focus back.
    requestAnimationFrame(() => useNotes.getState().choose(keyOf(useNotes.getState().keys, id)));
  };
  const link = (id: NoteId, whose: 'yours' | 'theirs') => {
    const body = (bodies.get(id) ?? '').slice(0, shownLength) || t('notes.emptyNote');
    return (
      <p className="conflict-side">
        <span className="conflict-whose">{t(`notes.${whose}`)}</span>
        <button type="button" className="link-button" aria-label={t('notes.show', { note: body })} onClick={() => show(id)}>
          <BidiText text={body} />
        </button>
      </p>
    );
  };
  return (
    <Dialog
      title={t('notes.result', { name })}
      size="medium"
      onClose={onClose}
      initialFocus={done}
      footer={
        <>
          {onAgain && <Button onClick={onAgain}>{t('notes.again')}</Button>}
          <Button ref={done} variant="primary" onClick={onClose}>
            {t('notes.done')}
          </Button>
        </>
      }
    >
      <div className="import">
        {empty ? (
          <p>{t('notes.nothing')}</p>
        ) : (
          <>
            <TransferSummary
              report={told}
              takenTitle={t('notes.taken')}
              leftTitle={t('notes.left')}
              nothingLeft={t('import.leftNothing')}
            />
            <p className="quiet">{t('notes.undoHint')}</p>
          </>
        )}
        {conflicts.length > 0 && (
          <section>
            <h3>
              {t('notes.conflicts')} <span className="transfer-count">{format.number(conflicts.length)}</span>
            </h3>
            <p className="field-hint">{t('notes.conflictsHint')}</p>
            <ul className="conflicts">
              {conflicts.map(({ ours, theirs }) => (
                <li key={ours}>
                  {link(ours, 'yours')}
                  {link(theirs, 'theirs')}
                </li>
              ))}
            </ul>
          </section>
        )}
        <SetAside reportId={reportId} aside={setAside} />
      </div>
    </Dialog>
  );
}
