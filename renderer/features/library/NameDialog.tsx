/** A new title for a report, a new name for a collection. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../../core/model/result';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';

interface NameDialogProps {
  title: string;
  label: string;
  value: string;
  maxLength?: number;
  onSave(name: string): Promise<Result<unknown>>;
  onClose(): void;
}

export function NameDialog({ title, label, value, maxLength = 200, onSave, onClose }: NameDialogProps) {
  const { t } = useTranslation(['library', 'common']);
  const [name, setName] = useState(value);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const wanted = name.trim();

  const save = async () => {
    if (!wanted) return;
    if (wanted === value) return onClose();
    const answer = await onSave(wanted);
    if (answer.ok) onClose();
    else setFailure(answer.error);
  };

  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" disabled={!wanted} onClick={() => void save()}>
            {t('rename.action')}
          </Button>
        </>
      }
    >
      {failure && <ErrorMessage failure={failure} />}
      <TextField
        label={label}
        value={name}
        onChange={setName}
        maxLength={maxLength}
        inputRef={input}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        }}
      />
    </Dialog>
  );
}
