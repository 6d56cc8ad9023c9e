/** Rows or flow, in the reader's bar. */
import { useTranslation } from 'react-i18next';
import { useReport } from '../../../state/report';

const modes = ['rows', 'flow'] as const;

export function ModeChoice() {
  const { t } = useTranslation('reader');
  const mode = useReport((s) => s.mode);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand in the bar's line
    <div className="modes" role="group" aria-label={t('mode.label')}>
      {modes.map((name) => (
        <button
          key={name}
          type="button"
          className="tool-button"
          aria-pressed={mode === name}
          title={name === mode ? undefined : 'F'}
          onClick={() => useReport.getState().setMode(name)}
        >
          {t(`mode.${name}`)}
        </button>
      ))}
    </div>
  );
}
