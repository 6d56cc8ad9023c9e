/** A box for text, for those who would rather not paste into the blue. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';

export function PasteDialog({ onText, onClose }: { onText(text: string): void; onClose(): void }) {
  const { t } = useTranslation(['transfer', 'common']);
  const [text, setText] = useState('');
  return (
    <Dialog
      title={t('paste.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" disabled={!text.trim()} onClick={() => onText(text)}>
            {t('paste.add')}
          </Button>
        </>
      }
    >
      <TextField label={t('paste.label')} hint={t('paste.hint')} value={text} onChange={setText} rows={12} />
    </Dialog>
  );
}
