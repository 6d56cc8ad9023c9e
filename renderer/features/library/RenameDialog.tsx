/** A new title for a report. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../core/model/result';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';
import { type ReportSummary, useLibrary } from './library-store';

export function RenameDialog({ report, onClose }: { report: ReportSummary; onClose(): void }) {
  const { t } = useTranslation(['library', 'common']);
  const rename = useLibrary((s) => s.rename);
  const [title, setTitle] = useState(report.title);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const wanted = title.trim();

  const save = async () => {
    if (!wanted) return;
    if (wanted === report.title) return onClose();
    const answer = await rename(report.id, wanted);
    if (answer.ok) onClose();
    else setFailure(answer.error);
  };

  return (
    <Dialog
      title={t('rename.title')}
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
        label={t('rename.label')}
        value={title}
        onChange={setTitle}
        maxLength={500}
        inputRef={input}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        }}
      />
    </Dialog>
  );
}
