/** Which collection is shown, and what can be done to it. Not there while there are no collections. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CollectionId } from '../../../core/model/ids';
import { IconButton } from '../../components/IconButton';
import { Select } from '../../components/Select';
import { useFailureText } from '../../i18n/use-failure-text';
import { useFormat } from '../../i18n/use-format';
import { showToast } from '../../state/toasts';
import { useLibrary } from './library-store';
import { NameDialog } from './NameDialog';

export function CollectionBar({ chosen, onChoose }: { chosen: CollectionId | null; onChoose(id: CollectionId | null): void }) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const say = useFailureText();
  const { collections, renameCollection, deleteCollection, createCollection } = useLibrary();
  const [renaming, setRenaming] = useState(false);
  const collection = collections.find((c) => c.id === chosen);
  if (collections.length === 0) return null;

  const remove = async () => {
    if (!collection) return;
    const { name, reportIds } = collection;
    const answer = await deleteCollection(collection.id);
    if (!answer.ok) return void showToast({ message: say(answer.error), tone: 'error' });
    onChoose(null);
    showToast({
      message: t('collections.removed', { name }),
      action: { label: t('common:undo'), run: () => void createCollection(name, reportIds) },
    });
  };
  return (
    <div className="collection-bar">
      <Select
        label={t('collections.show')}
        hideLabel
        value={chosen ?? ''}
        options={[
          { value: '', label: t('collections.all') },
          ...collections.map((c) => ({ value: c.id as string, label: `${c.name} (${format.number(c.reportIds.length)})` })),
        ]}
        onChange={(value) => onChoose(collections.find((c) => c.id === value)?.id ?? null)}
      />
      {collection && (
        <>
          <IconButton
            icon="pencil"
            label={t('collections.rename', { name: collection.name })}
            onClick={() => setRenaming(true)}
          />
          <IconButton icon="trash" label={t('collections.remove', { name: collection.name })} onClick={() => void remove()} />
        </>
      )}
      {renaming && collection && (
        <NameDialog
          title={t('collections.renameTitle')}
          label={t('collections.name')}
          value={collection.name}
          onSave={(name) => renameCollection(collection.id, name)}
          onClose={() => setRenaming(false)}
        />
      )}
    </div>
  );
}
