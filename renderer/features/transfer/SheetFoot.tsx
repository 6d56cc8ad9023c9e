/** The foot of the sheet: how far the collecting is, the button that aligns, and progress with a way out while it does. */
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ProgressBar } from '../../components/ProgressBar';
import type { Progress } from './submit';

interface SheetFootProps {
  /** What the button says. */
  action: string;
  ready: number;
  /** Fewest and most versions that can be handed over. */
  least: number;
  room: number;
  reading: boolean;
  failedCount: number;
  /** Null while nothing runs. */
  progress: Progress | null;
  onCancel(): void;
  onSubmit(): void;
}

export function SheetFoot({ action, ready, least, room, reading, failedCount, progress, onCancel, onSubmit }: SheetFootProps) {
  const { t } = useTranslation('transfer');
  const root = useRef<HTMLDivElement>(null);
  const isRunning = progress !== null;
  const wasRunning = useRef(false);
  // The button that was pressed is gone: the focus goes to the one that takes its place, before a question that may follow takes it.
  useLayoutEffect(() => {
    if (isRunning || wasRunning.current) root.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    wasRunning.current = isRunning;
  }, [isRunning]);

  const tooMany = ready > room;
  const said = () => {
    if (tooMany) return t('foot.tooMany', { count: room });
    if (reading) return t('foot.reading');
    if (ready === 0) return least === 1 ? t('foot.needOne') : t('foot.needTwo');
    if (ready < least) return t('foot.needOneMore');
    return t('foot.ready', { count: ready });
  };

  return (
    <div className="sheet-foot" ref={root}>
      {progress ? (
        <ProgressBar label={t(`phases.${progress.phase}`)} done={progress.done} onCancel={onCancel} />
      ) : (
        <>
          <p role="status" className="grow">
            {said()} {failedCount > 0 && <span className="foot-failed">{t('foot.failed', { count: failedCount })}</span>}
          </p>
          <Button variant="primary" disabled={reading || tooMany || ready < least} onClick={onSubmit}>
            {action}
          </Button>
        </>
      )}
    </div>
  );
}
