/** The few words that an export adds itself, in the reader's language: the part `labels` of exchange.json. */
import { type ExportLabels, englishLabels } from '../../core/formats/exchange/labels';
import type { UiLanguage } from '../../core/model/languages';

const files = import.meta.glob<{ labels?: Partial<ExportLabels> }>('../../resources/locales/*/exchange.json', {
  eager: true,
  import: 'default',
});

export const exportLabels = (language: UiLanguage): ExportLabels => ({
  ...englishLabels,
  ...files[`../../resources/locales/${language}/exchange.json`]?.labels,
  lang: language,
});
