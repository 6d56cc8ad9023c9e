/** Language, look, and how texts are set. Each change shows at once and is remembered. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/contract/schemas';
import { uiLanguages } from '../../../core/model/languages';
import type { Failure } from '../../../core/model/result';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { ownNames } from '../../i18n/languages';
import { useNavigation } from '../../state/navigation';
import { useSettings } from '../../state/settings';
import { Choices } from './choices';
import { TextSettings } from './TextSettings';

const themes = ['system', 'paper', 'white', 'night', 'contrast'] as const;

export function SettingsDialog() {
  const { t } = useTranslation('settings');
  const close = useNavigation((s) => s.closeDialog);
  const { settings, update } = useSettings();
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (part: Partial<Settings>) => {
    const answer = await update(part);
    setFailure(answer.ok ? null : answer.error);
  };
  return (
    <Dialog title={t('title')} onClose={close}>
      <div className="settings">
        {failure && <ErrorMessage failure={failure} />}
        <Choices
          label={t('language')}
          current={settings.language}
          options={uiLanguages.map((value) => ({ value, label: ownNames[value], lang: value }))}
          onChoose={(language) => void change({ language })}
        />
        <Choices
          label={t('theme')}
          current={settings.theme}
          options={themes.map((value) => ({
            value,
            label: t(`themes.${value}`),
            sample: <span className={`swatch swatch-${value}`} aria-hidden="true" />,
          }))}
          onChoose={(theme) => void change({ theme })}
        />
        <TextSettings settings={settings} onChange={(part) => void change(part)} />
      </div>
    </Dialog>
  );
}
