/** Into the open report: notes and codes of another reader, a codebook, rows of another aligner. Looked at first; one step to undo. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportId } from '../../../core/model/ids';
import type { Failure } from '../../../core/model/result';
import { stripBidiControls } from '../../../core/text/direction';
import { call } from '../../bridge/call';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';
import { flushDrafts } from '../../state/drafts';
import { useExchange } from '../../state/exchange';
import { useReport } from '../../state/report';
import { LongWork } from './LongWork';
import { NotesPreview } from './NotesPreview';
import { NotesResult } from './NotesResult';
import { type NotesFile, type NotesKind, type NotesOutcome, notesKinds, readNotesFile, takeNotesFile } from './notes-file';

interface KindsProps {
  offered: readonly NotesKind[];
  chosen: NotesKind;
  onChange(kind: NotesKind): void;
}

function Kinds({ offered, chosen, onChange }: KindsProps) {
  const { t } = useTranslation('exchange');
  const group = useId();
  return (
    <div role="radiogroup" aria-label={t('notes.title')} className="format-group">
      {offered.map((kind) => (
        <label key={kind} className={kind === chosen ? 'format format-chosen' : 'format'}>
          <input type="radio" name={group} checked={kind === chosen} onChange={() => onChange(kind)} />
          <span>
            <span className="format-name">{t(`notes.kinds.${kind}.name`)}</span>
            <span className="format-about">{t(`notes.kinds.${kind}.about`)}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

/** What is read and how far it is; null while nothing is. */
type Reading = { name: string; done: number; stop: AbortController } | null;

export function ImportNotesDialog({ reportId }: { reportId: ReportId }) {
  const { t } = useTranslation(['exchange', 'common']);
  const close = useExchange((s) => s.close);
  const versions = useReport((s) => s.report?.versions.length ?? 0);
  const [kind, setKind] = useState<NotesKind>('notes');
  const [coder, setCoder] = useState('');
  const [reading, setReading] = useState<Reading>(null);
  const [file, setFile] = useState<NotesFile | null>(null);
  const [storing, setStoring] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<NotesOutcome | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const stop = useRef<AbortController | null>(null);

  useEffect(() => () => stop.current?.abort(), []);
  // The button that does the next step takes the focus.
  const isReading = reading !== null;
  useEffect(() => {
    if (file || (!isReading && failure)) main.current?.focus();
  }, [file, isReading, failure]);

  const choose = async () => {
    setFailure(null);
    if (!(await flushDrafts())) return;
    const chosen = await call('files.chooseExchange', { kind });
    if (!chosen.ok) return setFailure(chosen.error);
    if (!chosen.value.file) return;
    const name = stripBidiControls(chosen.value.file.name);
    const mine = new AbortController();
    stop.current = mine;
    setReading({ name, done: 0, stop: mine });
    const answer = await readNotesFile(
      kind,
      reportId,
      { token: chosen.value.file.token, name },
      { signal: mine.signal, onProgress: (part) => setReading({ name, done: part, stop: mine }) },
    );
    if (stop.current !== mine) return;
    setReading(null);
    if (answer.ok) setFile(answer.value);
    else if (answer.error.code !== 'cancelled') setFailure(answer.error);
  };
  const cancelReading = () => {
    stop.current?.abort();
    stop.current = null;
    setReading(null);
    requestAnimationFrame(() => main.current?.focus());
  };
  const run = async () => {
    if (!file) return;
    setFailure(null);
    setStoring(true);
    const answer = await takeNotesFile(reportId, file, coder.trim());
    setStoring(false);
    if (answer.ok) setDone(answer.value);
    else setFailure(answer.error);
  };
  const again = () => {
    setDone(null);
    setFile(null);
    setFailure(null);
  };

  if (done && file)
    return (
      <NotesResult
        name={file.name}
        reportId={reportId}
        report={done.report}
        conflicts={done.conflicts}
        setAside={done.setAside}
        onClose={close}
        onAgain={again}
      />
    );
  return (
    <Dialog
      title={file ? t('import.title', { name: file.name }) : t('notes.title')}
      size="medium"
      onClose={close}
      footer={
        <div className="exchange-foot">
          {reading ? (
            <>
              <LongWork label={t('notes.reading', { name: reading.name })} done={reading.done} />
              <Button onClick={cancelReading}>{t('common:cancel')}</Button>
            </>
          ) : (
            <>
              <p role="status" className="grow">
                {storing ? t('notes.storing') : ''}
              </p>
              {file && (
                <Button disabled={storing} onClick={again}>
                  {t('notes.again')}
                </Button>
              )}
              <Button onClick={close}>{t('common:cancel')}</Button>
              {file ? (
                <Button ref={main} variant="primary" disabled={storing} onClick={() => void run()}>
                  {t('import.run')}
                </Button>
              ) : (
                <Button ref={main} variant="primary" icon="file" onClick={() => void choose()}>
                  {t('notes.choose')}
                </Button>
              )}
            </>
          )}
        </div>
      }
    >
      <div className="import" inert={isReading || storing}>
        {failure && <ErrorMessage failure={failure} />}
        {file ? (
          <NotesPreview file={file} />
        ) : (
          <>
            <p>{t('notes.lead')}</p>
            <Kinds offered={notesKinds.filter((k) => k !== 'rows' || versions === 2)} chosen={kind} onChange={setKind} />
            {kind === 'notes' && (
              <TextField label={t('notes.coder')} hint={t('notes.coderHint')} value={coder} maxLength={200} onChange={setCoder} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
