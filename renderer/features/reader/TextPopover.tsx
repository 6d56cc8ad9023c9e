/** Text size and look, close at hand while reading. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/contract/schemas';
import { IconButton } from '../../components/IconButton';
import { Popover } from '../../components/Popover';
import { useFormat } from '../../i18n/use-format';
import { wentThrough } from '../../state/report-failure';
import { steppedTextScale, useSettings } from '../../state/settings';

const themes = ['system', 'paper', 'white', 'night', 'contrast'] as const;

export function TextPopover() {
  const { t } = useTranslation(['reader', 'settings']);
  const format = useFormat();
  const settings = useSettings((s) => s.settings);
  const [open, setOpen] = useState(false);
  const change = async (to: Partial<Settings>) => void wentThrough(await useSettings.getState().update(to));

  const sized = (direction: 1 | -1) => steppedTextScale(settings.textScale, direction);
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={t('text.label')}
      className="tool-button text-button"
      sign={
        <span aria-hidden="true" lang="en">
          Aa
        </span>
      }
    >
      <div className="popover-line">
        <span id="text-size">{t('settings:textSize')}</span>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons and a figure in one line */}
        <span className="stepper" role="group" aria-labelledby="text-size">
          <IconButton
            icon="minus"
            label={t('settings:smaller')}
            disabled={sized(-1) === settings.textScale}
            onClick={() => void change({ textScale: sized(-1) })}
          />
          <output>{format.percent(settings.textScale)}</output>
          <IconButton
            icon="plus"
            label={t('settings:larger')}
            disabled={sized(1) === settings.textScale}
            onClick={() => void change({ textScale: sized(1) })}
          />
        </span>
      </div>
      <div className="themes" role="radiogroup" aria-label={t('settings:theme')}>
        {themes.map((theme) => (
          <label key={theme} className="theme">
            <input
              type="radio"
              name="reader-theme"
              className="visually-hidden"
              checked={settings.theme === theme}
              onChange={() => void change({ theme })}
            />
            <span className="theme-sample" data-sample={theme} aria-hidden="true">
              <span lang="en">Aa</span> <span lang="ar">أب</span>
            </span>
            <span>{t(`settings:themes.${theme}`)}</span>
          </label>
        ))}
      </div>
    </Popover>
  );
}
