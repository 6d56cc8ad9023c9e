/** Before what was collected is thrown away. */
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';

export function DiscardDialog({ count, onKeep, onDiscard }: { count: number; onKeep(): void; onDiscard(): void }) {
  const { t } = useTranslation('transfer');
  const textId = useId();
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={t('discard.title')}
      size="small"
      role="alertdialog"
      describedBy={textId}
      onClose={onKeep}
      initialFocus={keep}
      footer={
        <>
          <Button variant="danger" onClick={onDiscard}>
            {t('discard.discard')}
          </Button>
          <Button ref={keep} variant="primary" onClick={onKeep}>
            {t('discard.keep')}
          </Button>
        </>
      }
    >
      <p id={textId}>{t('discard.text', { count })}</p>
    </Dialog>
  );
}
