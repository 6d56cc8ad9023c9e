/** The sheet's words in the interface language, for what is drawn without React. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../core/model/languages';
import { useFormat } from '../../i18n/use-format';
import type { ControllerWords } from './sheet/sheet-controller';

export function useSheetWords(): ControllerWords {
  const { t } = useTranslation('reader');
  const format = useFormat();
  return useMemo(() => {
    // A hundred thousand rows have a few hundred different marks.
    const marks = new Map<string, string>();
    const mark: ControllerWords['mark'] = (state, score) => {
      const percent = score === null || state === 'confirmed' ? null : format.percent(score);
      const key = `${state} ${percent}`;
      let name = marks.get(key);
      if (name === undefined) {
        name = percent === null ? t(`marks.${state}`) : t('marks.scored', { mark: t(`marks.${state}`), score: percent });
        marks.set(key, name);
      }
      return name;
    };
    return {
      language: format.language,
      direction: directionOf(format.language),
      omission: t('omission'),
      boilerplate: t('boilerplate'),
      number: (value) => format.number(value),
      mark,
      crossing: (paragraph) => t('crossing.chip', { n: paragraph }),
      crossingHint: t('crossing.hint'),
      uneven: t('uneven'),
      notes: (count) => t('notePin', { count }),
    };
  }, [t, format]);
}
