/**
 * Three hints for someone who reads here for the first time, one after the other, in a strip under the sheet: it covers nothing,
 * takes no focus, and goes when it is told to. Help shows them again.
 */
import { useTranslation } from 'react-i18next';
import { type Hint, hints } from '../../../core/contract/settings';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { useReport } from '../../state/report';
import { useSettings } from '../../state/settings';

const keysOf: Record<Hint, string | null> = { rows: null, note: 'N', check: 'J' };

export function Tour() {
  const { t } = useTranslation('tour');
  const isOpen = useReport((s) => s.status === 'open');
  const seen = useSettings((s) => s.settings.hintsSeen);
  const update = useSettings((s) => s.update);
  const hint = hints.find((h) => !seen.includes(h));
  if (!isOpen || !hint) return null;
  const number = hints.indexOf(hint) + 1;
  const keys = keysOf[hint];
  const isLast = hints.every((h) => h === hint || seen.includes(h));
  return (
    <aside className="tour" aria-label={t('label', { number, count: hints.length })}>
      <Icon name="info" />
      <p className="grow">
        <strong>{t(`${hint}.title`)}</strong> {t(`${hint}.text`)} {keys && <Kbd keys={keys} />}
      </p>
      {!isLast && (
        <Button variant="quiet" onClick={() => void update({ hintsSeen: [...hints] })}>
          {t('stop')}
        </Button>
      )}
      <Button onClick={() => void update({ hintsSeen: [...seen, hint] })}>{isLast ? t('done') : t('next')}</Button>
    </aside>
  );
}
