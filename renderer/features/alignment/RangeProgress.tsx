/** How far aligning the selected rows again has got, and the way out; nothing for work that is over at once. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../../components/ProgressBar';
import { useAlignmentDialog } from './alignment-dialog';

/** Shorter work shows nothing. */
const restMs = 400;

export function RangeProgress() {
  const { t } = useTranslation('alignment');
  const work = useAlignmentDialog((s) => s.rangeWork);
  const [shown, setShown] = useState(false);
  const isRunning = work !== null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setShown(true), restMs);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [isRunning]);
  if (!work || !shown) return null;
  return (
    <aside className="range-progress" aria-label={t('realign.running')}>
      <ProgressBar label={t('realign.running')} done={work.done} onCancel={work.cancel} />
    </aside>
  );
}
