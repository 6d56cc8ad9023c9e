/** Asks about versions that look like texts about something else, by name. Nothing has been stored. */
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { LanguageChip } from '../../components/LanguageChip';
import type { Draft } from './draft';

interface UnrelatedDialogProps {
  drafts: readonly Draft[];
  canLeaveOut: boolean;
  /** Asked about another text of one version: there is nothing to leave out. */
  isRevision: boolean;
  onAdd(): void;
  onLeaveOut(): void;
  onBack(): void;
}

export function UnrelatedDialog({ drafts, canLeaveOut, isRevision, onAdd, onLeaveOut, onBack }: UnrelatedDialogProps) {
  const { t } = useTranslation(['transfer', 'common']);
  const textId = useId();
  const back = useRef<HTMLButtonElement>(null);
  const count = drafts.length;
  return (
    <Dialog
      title={isRevision ? t('revision.unrelatedTitle') : t('unrelated.title', { count })}
      role="alertdialog"
      describedBy={textId}
      onClose={onBack}
      initialFocus={back}
      footer={
        <>
          <Button ref={back} variant="quiet" onClick={onBack}>
            {t('common:back')}
          </Button>
          <span className="grow" />
          <Button onClick={onAdd}>{isRevision ? t('revision.anyway') : t('unrelated.add')}</Button>
          {!isRevision && (
            <Button variant="primary" disabled={!canLeaveOut} onClick={onLeaveOut}>
              {t('unrelated.leaveOut')}
            </Button>
          )}
        </>
      }
    >
      <div id={textId} className="unrelated">
        <ul>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <LanguageChip lang={draft.details.lang} />
              <span>
                <BidiText className="unrelated-title" text={draft.details.title || draft.fileName} lang={draft.details.lang} />
                {draft.details.outlet && <BidiText as="span" className="unrelated-outlet" text={draft.details.outlet} />}
              </span>
            </li>
          ))}
        </ul>
        <p>{isRevision ? t('revision.unrelated') : t('unrelated.text', { count })}</p>
      </div>
    </Dialog>
  );
}
