/** The sheet's words in the interface language, for what is drawn without React. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../core/model/languages';
import { useFormat } from '../../i18n/use-format';
import type { ControllerWords } from './sheet/sheet-controller';

export function useSheetWords(): ControllerWords {
  const { t } = useTranslation('reader');
  const format = useFormat();
  return useMemo(
    () => ({
      language: format.language,
      direction: directionOf(format.language),
      omission: t('omission'),
      boilerplate: t('boilerplate'),
      number: (value) => format.number(value),
      mark: (state, score) =>
        score === null || state === 'confirmed'
          ? t(`marks.${state}`)
          : t('marks.scored', { mark: t(`marks.${state}`), score: format.percent(score) }),
      crossing: (paragraph) => t('crossing.chip', { n: paragraph }),
      crossingHint: t('crossing.hint'),
      uneven: t('uneven'),
      notes: (count) => t('notePin', { count }),
    }),
    [t, format],
  );
}
