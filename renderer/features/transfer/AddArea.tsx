/** The three ways in: choose, drop, paste. Large while there is nothing yet, a bar afterwards. */
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { PasteDialog } from './PasteDialog';

interface AddAreaProps {
  compact: boolean;
  lead: string;
  chooseButton: RefObject<HTMLButtonElement | null>;
  onChoose(): void;
  onText(text: string): void;
}

export function AddArea({ compact, lead, chooseButton, onChoose, onText }: AddAreaProps) {
  const { t } = useTranslation('transfer');
  const [pasting, setPasting] = useState(false);
  return (
    <section className={compact ? 'add-area add-area-compact' : 'add-area'} aria-label={t('add.label')}>
      {!compact && (
        <>
          <Icon name="files" size={44} />
          <p className="add-lead">{lead}</p>
        </>
      )}
      <div className="add-buttons">
        <Button ref={chooseButton} icon="file" variant={compact ? 'secondary' : 'primary'} onClick={onChoose}>
          {t('add.choose')}
        </Button>
        <Button icon="paste" onClick={() => setPasting(true)}>
          {t('add.paste')}
        </Button>
      </div>
      <p className="add-hint">{t(compact ? 'add.hintShort' : 'add.hint')}</p>
      {pasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onText={(text) => {
            setPasting(false);
            onText(text);
          }}
        />
      )}
    </section>
  );
}
