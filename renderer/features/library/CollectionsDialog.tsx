/** Which collections a report is in; makes new ones. Each tick is stored at once. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../../core/model/result';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';
import { type ReportSummary, useLibrary } from './library-store';

export function CollectionsDialog({ report, onClose }: { report: ReportSummary; onClose(): void }) {
  const { t } = useTranslation(['library', 'common']);
  const { collections, createCollection, putInCollection } = useLibrary();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const store = async (work: Promise<Result<unknown>>) => {
    const answer = await work;
    setFailure(answer.ok ? null : answer.error);
    return answer.ok;
  };
  const add = async () => {
    const wanted = name.trim();
    if (wanted && (await store(createCollection(wanted, [report.id])))) setName('');
    field.current?.focus();
  };
  return (
    <Dialog
      title={t('collections.of', { title: report.title })}
      size="small"
      onClose={onClose}
      initialFocus={field}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <div className="collections">
        {failure && <ErrorMessage failure={failure} />}
        {collections.length === 0 && <p>{t('collections.none')}</p>}
        {collections.map((collection) => (
          <label key={collection.id} className="collection">
            <input
              type="checkbox"
              checked={collection.reportIds.includes(report.id)}
              onChange={(event) => void store(putInCollection(collection.id, report.id, event.target.checked))}
            />
            <BidiText text={collection.name} />
          </label>
        ))}
        <div className="collection-new">
          <TextField
            label={t('collections.new')}
            placeholder={t('collections.name')}
            value={name}
            maxLength={200}
            onChange={setName}
            inputRef={field}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
            }}
          />
          <Button disabled={!name.trim()} onClick={() => void add()}>
            {t('collections.add')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
