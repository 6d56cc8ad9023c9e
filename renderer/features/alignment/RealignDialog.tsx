/** Aligns the report again: confirmed and edited rows stay as they are. With progress and a way out. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignmentKind } from '../../../core/model/report';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { type RunningJob, runJob } from '../../bridge/jobs';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { ProgressBar } from '../../components/ProgressBar';
import { flushDrafts } from '../../state/drafts';
import { useReport } from '../../state/report';
import { announce } from '../../state/toasts';
import { useAlignmentDialog } from './alignment-dialog';

const kinds = ['auto', 'translation', 'event'] as const;

function RealignForm() {
  const { t } = useTranslation(['alignment', 'common']);
  const report = useReport((s) => s.report);
  const close = useAlignmentDialog((s) => s.realign);
  const [kind, setKind] = useState<'auto' | AlignmentKind>('auto');
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useRef<RunningJob | null>(null);
  useEffect(() => () => job.current?.cancel(), []);
  if (!report) return null;

  const start = async () => {
    setFailure(null);
    setDone(0);
    if (!(await flushDrafts())) return setDone(null);
    const running = runJob(
      () => call('report.realign', { reportId: report.id, kind }),
      (progress) => setDone(progress.done),
    );
    job.current = running;
    const outcome = await running.outcome;
    job.current = null;
    setDone(null);
    if (outcome.type === 'failed') {
      const { code, params } = outcome.error;
      if (code === 'cancelled') return announce(t('realign.stopped'));
      return setFailure(params ? { code, params } : { code });
    }
    await useReport.getState().reload();
    announce(t('realign.done'));
    close(false);
  };
  const stop = () => (job.current ? job.current.cancel() : close(false));
  return (
    <Dialog
      title={t('realign.title')}
      size="small"
      onClose={stop}
      footer={
        done === null && (
          <>
            <Button onClick={stop}>{t('common:cancel')}</Button>
            <Button variant="primary" onClick={() => void start()}>
              {t('realign.start')}
            </Button>
          </>
        )
      }
    >
      {done === null ? (
        <>
          {failure && <ErrorMessage failure={failure} />}
          <fieldset className="kinds">
            <legend>{t('realign.kind')}</legend>
            {kinds.map((value) => (
              <label key={value}>
                <input type="radio" name="kind" checked={kind === value} onChange={() => setKind(value)} />
                <span>
                  {t(`realign.kinds.${value}`)}
                  <small>{t(`realign.hints.${value}`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <p className="field-hint">{t('realign.kept')}</p>
        </>
      ) : (
        <ProgressBar label={t('realign.running')} done={done} onCancel={stop} />
      )}
    </Dialog>
  );
}

export function RealignDialog() {
  const open = useAlignmentDialog((s) => s.realigning);
  return open ? <RealignForm /> : null;
}
