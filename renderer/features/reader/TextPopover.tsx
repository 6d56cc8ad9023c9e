/** Text size and look, close at hand while reading. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/contract/schemas';
import { IconButton } from '../../components/IconButton';
import { useFormat } from '../../i18n/use-format';
import { wentThrough } from '../../state/report-failure';
import { steppedTextScale, useSettings } from '../../state/settings';

const themes = ['system', 'paper', 'white', 'night', 'contrast'] as const;

export function TextPopover() {
  const { t } = useTranslation(['reader', 'settings']);
  const format = useFormat();
  const settings = useSettings((s) => s.settings);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const change = async (to: Partial<Settings>) => void wentThrough(await useSettings.getState().update(to));

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('.popover button')?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const sized = (direction: 1 | -1) => steppedTextScale(settings.textScale, direction);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for whatever has the focus inside
    <div
      className="popover-root"
      ref={root}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !open) return;
        e.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="tool-button text-button"
        aria-label={t('text.label')}
        title={t('text.label')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true" lang="en">
          Aa
        </span>
      </button>
      {open && (
        <div className="popover" role="dialog" aria-label={t('text.label')}>
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
        </div>
      )}
    </div>
  );
}
