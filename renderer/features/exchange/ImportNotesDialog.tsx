/** Into the open report: notes and codes of another reader, a codebook, rows of another aligner. One step to undo. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeOutcome } from '../../../core/contract/calls';
import type { TransferReport } from '../../../core/model/exchange';
import type { NoteId, ReportId } from '../../../core/model/ids';
import { type Failure, type Result, success } from '../../../core/model/result';
import { stripBidiControls } from '../../../core/text/direction';
import { call } from '../../bridge/call';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';
import { flushDrafts } from '../../state/drafts';
import { useExchange } from '../../state/exchange';
import { useReport } from '../../state/report';
import { NotesResult } from './NotesResult';

const kinds = ['notes', 'codebook', 'rows'] as const;
type Kind = (typeof kinds)[number];

interface Outcome {
  outcome: ChangeOutcome;
  report: TransferReport;
  conflicts: readonly { id: NoteId; copyId: NoteId }[];
}

/** Asks the host; the open report mends itself from the outcome. */
async function takeIn(
  kind: Kind,
  reportId: ReportId,
  file: { name: string; bytes: Uint8Array },
  coder: string,
): Promise<Result<Outcome>> {
  let taken: Result<Outcome> = { ok: false, error: { code: 'internal' } };
  const ask = async (): Promise<Result<Outcome>> => {
    if (kind === 'notes') return call('codings.import', { reportId, ...file, ...(coder ? { coder } : {}) });
    if (kind === 'codebook') {
      const answer = await call('codes.import', { reportId, ...file });
      return answer.ok ? success({ ...answer.value, conflicts: [] }) : answer;
    }
    const format = /\.ladder$/i.test(file.name) ? 'ladder' : /\.beads$/i.test(file.name) ? 'beads' : guessed(file.bytes);
    const answer = await call('exchange.importRows', { reportId, ...file, format });
    return answer.ok ? success({ ...answer.value, conflicts: [] }) : answer;
  };
  await useReport.getState().change(async () => {
    taken = await ask();
    return taken.ok ? success(taken.value.outcome) : taken;
  });
  return taken;
}

/** Bead lines begin with a bracket. */
const guessed = (bytes: Uint8Array): 'ladder' | 'beads' =>
  new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith('[') ? 'beads' : 'ladder';

export function ImportNotesDialog({ reportId }: { reportId: ReportId }) {
  const { t } = useTranslation(['exchange', 'common']);
  const close = useExchange((s) => s.close);
  const versions = useReport((s) => s.report?.versions.length ?? 0);
  const [kind, setKind] = useState<Kind>('notes');
  const [coder, setCoder] = useState('');
  const [reading, setReading] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<(Outcome & { name: string }) | null>(null);
  const group = useId();

  const choose = async () => {
    setFailure(null);
    if (!(await flushDrafts())) return;
    const chosen = await call('files.chooseExchange', { kind });
    if (!chosen.ok) return setFailure(chosen.error);
    if (!chosen.value.file) return;
    const name = stripBidiControls(chosen.value.file.name);
    setReading(name);
    const file = await call('files.read', { token: chosen.value.file.token });
    const answer = file.ok ? await takeIn(kind, reportId, { name, bytes: file.value.bytes }, coder.trim()) : file;
    setReading(null);
    if (answer.ok) setDone({ ...answer.value, name });
    else setFailure(answer.error);
  };

  if (done)
    return (
      <NotesResult
        name={done.name}
        reportId={reportId}
        report={done.report}
        conflicts={done.conflicts}
        onClose={close}
        onAgain={() => setDone(null)}
      />
    );
  const offered = kinds.filter((k) => k !== 'rows' || versions === 2);
  return (
    <Dialog
      title={t('notes.title')}
      size="medium"
      onClose={close}
      footer={
        <div className="exchange-foot">
          <p role="status" className="grow">
            {reading === null ? '' : t('notes.reading', { name: reading })}
          </p>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button variant="primary" icon="file" disabled={reading !== null} onClick={() => void choose()}>
            {t('notes.choose')}
          </Button>
        </div>
      }
    >
      <div className="import">
        <p>{t('notes.lead')}</p>
        {failure && <ErrorMessage failure={failure} />}
        <div role="radiogroup" aria-label={t('notes.title')} className="format-group">
          {offered.map((k) => (
            <label key={k} className={k === kind ? 'format format-chosen' : 'format'}>
              <input type="radio" name={group} checked={k === kind} onChange={() => setKind(k)} />
              <span>
                <span className="format-name">{t(`notes.kinds.${k}.name`)}</span>
                <span className="format-about">{t(`notes.kinds.${k}.about`)}</span>
              </span>
            </label>
          ))}
        </div>
        {kind === 'notes' && (
          <TextField label={t('notes.coder')} hint={t('notes.coderHint')} value={coder} maxLength={200} onChange={setCoder} />
        )}
      </div>
    </Dialog>
  );
}
