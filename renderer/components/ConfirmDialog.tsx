/** Asks before something that can't be undone. The harmless answer has the focus. */
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  title: string;
  text: string;
  /** What the dangerous button does. */
  action: string;
  onConfirm(): void;
  onCancel(): void;
}

export function ConfirmDialog({ title, text, action, onConfirm, onCancel }: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const textId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={title}
      size="small"
      role="alertdialog"
      describedBy={textId}
      onClose={onCancel}
      initialFocus={cancel}
      footer={
        <>
          <Button variant="danger" onClick={onConfirm}>
            {action}
          </Button>
          <Button ref={cancel} variant="primary" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p id={textId}>{text}</p>
    </Dialog>
  );
}
