/** Long work: a bar, the count in words, and a way out. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';
import { Button } from './Button';

interface ProgressBarProps {
  label: string;
  /** 0..1. */
  done: number;
  onCancel?: () => void;
}

export function ProgressBar({ label, done, onCancel }: ProgressBarProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const id = useId();
  const percent = Math.round(done * 100);
  return (
    <div className="progress">
      <div className="progress-words">
        <span id={id}>{label}</span>
        <span className="progress-count">{format.percent(done)}</span>
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={format.percent(done)}
      >
        <div className="progress-done" style={{ inlineSize: `${percent}%` }} />
      </div>
      {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
    </div>
  );
}
