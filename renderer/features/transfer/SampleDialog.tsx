/** Shows how far a sample report is on its way into the library, then opens it. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../core/model/result';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { ProgressBar } from '../../components/ProgressBar';
import { type Sample, useNavigation } from '../../state/navigation';
import { addSample } from './sample';
import type { Progress, Submission } from './submit';

export function SampleDialog({ sample }: { sample: Sample }) {
  const { t } = useTranslation(['transfer', 'common']);
  const { openReport, closeSample } = useNavigation.getState();
  const [progress, setProgress] = useState<Progress>({ phase: 'segment', done: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const submission = useRef<Submission | null>(null);

  useEffect(() => {
    if (submission.current) return;
    submission.current = addSample(sample, setProgress);
    void submission.current.outcome.then((outcome) => {
      if (outcome.type === 'stored') openReport(outcome.reportId);
      else if (outcome.type === 'failed' && outcome.error.code !== 'cancelled') setFailure(outcome.error);
      else closeSample();
    });
  }, [sample, openReport, closeSample]);

  const close = () => (failure ? closeSample() : submission.current?.cancel());
  return (
    <Dialog
      title={t('sample.title')}
      size="small"
      onClose={close}
      footer={failure && <Button onClick={closeSample}>{t('common:close')}</Button>}
    >
      {failure ? (
        <ErrorMessage failure={failure} />
      ) : (
        <ProgressBar label={t(`phases.${progress.phase}`)} done={progress.done} onCancel={close} />
      )}
    </Dialog>
  );
}
