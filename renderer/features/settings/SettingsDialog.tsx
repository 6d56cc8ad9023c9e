/** Language, theme, text size. Each change shows at once and is remembered. */
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/contract/schemas';
import { directionOf, uiLanguages } from '../../../core/model/languages';
import type { Failure } from '../../../core/model/result';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { IconButton } from '../../components/IconButton';
import { ownNames } from '../../i18n/languages';
import { useFormat } from '../../i18n/use-format';
import { useNavigation } from '../../state/navigation';
import { steppedTextScale, useSettings } from '../../state/settings';

const themes = ['system', 'paper', 'white', 'night', 'contrast'] as const;

function ChoiceGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      <div className="choices-row">{children}</div>
    </fieldset>
  );
}

interface ChoiceProps {
  group: string;
  value: string;
  current: string;
  label: string;
  lang?: string;
  sample?: ReactNode;
  onChoose(): void;
}

function Choice({ group, value, current, label, lang, sample, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={group} value={value} checked={value === current} onChange={onChoose} />
      {sample}
      <span lang={lang} dir={lang ? directionOf(lang) : undefined}>
        {label}
      </span>
    </label>
  );
}

export function SettingsDialog() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const close = useNavigation((s) => s.closeDialog);
  const { settings, update } = useSettings();
  const [failure, setFailure] = useState<Failure | null>(null);
  const group = useId();
  const change = async (part: Partial<Settings>) => {
    const answer = await update(part);
    setFailure(answer.ok ? null : answer.error);
  };
  const step = (direction: 1 | -1) => change({ textScale: steppedTextScale(settings.textScale, direction) });

  return (
    <Dialog title={t('title')} onClose={close}>
      <div className="settings">
        {failure && <ErrorMessage failure={failure} />}
        <ChoiceGroup label={t('language')}>
          {uiLanguages.map((language) => (
            <Choice
              key={language}
              group={`${group}-language`}
              value={language}
              current={settings.language}
              label={ownNames[language]}
              lang={language}
              onChoose={() => void change({ language })}
            />
          ))}
        </ChoiceGroup>
        <ChoiceGroup label={t('theme')}>
          {themes.map((theme) => (
            <Choice
              key={theme}
              group={`${group}-theme`}
              value={theme}
              current={settings.theme}
              label={t(`themes.${theme}`)}
              sample={<span className={`swatch swatch-${theme}`} aria-hidden="true" />}
              onChoose={() => void change({ theme })}
            />
          ))}
        </ChoiceGroup>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its controls */}
        <div className="text-size" role="group" aria-label={t('textSize')}>
          <span className="choices-label">{t('textSize')}</span>
          <div className="text-size-row">
            <IconButton icon="minus" label={t('smaller')} disabled={settings.textScale <= 0.7} onClick={() => void step(-1)} />
            <output className="text-size-value">{format.percent(settings.textScale)}</output>
            <IconButton icon="plus" label={t('larger')} disabled={settings.textScale >= 2.5} onClick={() => void step(1)} />
          </div>
          <div className="text-size-sample" aria-hidden="true">
            <p className="reading" lang="en" dir="ltr">
              {t('sample.en')}
            </p>
            <p className="reading" lang="fr" dir="ltr">
              {t('sample.fr')}
            </p>
            <p className="reading" lang="ar" dir="rtl">
              {t('sample.ar')}
            </p>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
