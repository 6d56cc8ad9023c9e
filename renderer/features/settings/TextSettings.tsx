/** How texts are set: size, lines, faces, edges. A sample in three languages shows each change at once. */
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/contract/schemas';
import { IconButton } from '../../components/IconButton';
import { useFormat } from '../../i18n/use-format';
import { steppedLineHeight, steppedTextScale } from '../../state/settings';
import { Choices } from './choices';

interface StepperProps {
  label: string;
  value: string;
  less: { label: string; disabled: boolean; run(): void };
  more: { label: string; disabled: boolean; run(): void };
}

function Stepper({ label, value, less, more }: StepperProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its controls
    <div role="group" aria-label={label}>
      <span className="choices-label">{label}</span>
      <div className="text-size-row">
        <IconButton icon="minus" label={less.label} disabled={less.disabled} onClick={less.run} />
        <output className="text-size-value">{value}</output>
        <IconButton icon="plus" label={more.label} disabled={more.disabled} onClick={more.run} />
      </div>
    </div>
  );
}

interface TextSettingsProps {
  settings: Settings;
  onChange(part: Partial<Settings>): void;
}

export function TextSettings({ settings, onChange }: TextSettingsProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const size = (direction: 1 | -1) => steppedTextScale(settings.textScale, direction);
  const lines = (direction: 1 | -1) => steppedLineHeight(settings.lineHeight, direction);
  return (
    <>
      <div className="steppers">
        <Stepper
          label={t('textSize')}
          value={format.percent(settings.textScale)}
          less={{
            label: t('smaller'),
            disabled: size(-1) === settings.textScale,
            run: () => onChange({ textScale: size(-1) }),
          }}
          more={{ label: t('larger'), disabled: size(1) === settings.textScale, run: () => onChange({ textScale: size(1) }) }}
        />
        <Stepper
          label={t('lineHeight')}
          value={format.percent(settings.lineHeight)}
          less={{
            label: t('closer'),
            disabled: lines(-1) === settings.lineHeight,
            run: () => onChange({ lineHeight: lines(-1) }),
          }}
          more={{
            label: t('wider'),
            disabled: lines(1) === settings.lineHeight,
            run: () => onChange({ lineHeight: lines(1) }),
          }}
        />
      </div>
      <div className="text-size-sample" aria-hidden="true">
        {(['en', 'fr', 'ar'] as const).map((lang) => (
          <p key={lang} className="reading" lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
            {t(`sample.${lang}`)}
          </p>
        ))}
      </div>
      <Choices
        label={t('latinFont')}
        current={settings.latinFont}
        options={(['serif', 'sans'] as const).map((value) => ({ value, label: t(`latinFonts.${value}`) }))}
        onChoose={(latinFont) => onChange({ latinFont })}
      />
      <Choices
        label={t('arabicFont')}
        current={settings.arabicFont}
        options={(['naskh', 'sans'] as const).map((value) => ({ value, label: t(`arabicFonts.${value}`) }))}
        onChoose={(arabicFont) => onChange({ arabicFont })}
      />
      <Choices
        label={t('measure')}
        current={settings.measure}
        options={(['full', 'wide', 'medium', 'narrow'] as const).map((value) => ({ value, label: t(`measures.${value}`) }))}
        onChoose={(measure) => onChange({ measure })}
      />
      <fieldset className="choices">
        <legend>{t('justify')}</legend>
        <div className="choices-row">
          {(['justifyLatin', 'justifyArabic'] as const).map((name) => (
            <label key={name} className="tick">
              <input type="checkbox" checked={settings[name]} onChange={(event) => onChange({ [name]: event.target.checked })} />
              <span>{t(name)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
