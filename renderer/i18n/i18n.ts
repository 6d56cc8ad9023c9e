/**
 * The interface's words. All locales are bundled (nothing is ever fetched); namespaces are the files of resources/locales/<language>.
 * Keys are typed from the English files (renderer/i18n/resources.d.ts).
 */
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type UiLanguage, uiLanguages } from '../../core/model/languages';
import { formatValue } from './interpolate';
import { applyLanguage } from './languages';

type Words = Record<string, unknown>;
const files = import.meta.glob<Words>('../../resources/locales/*/*.json', { eager: true, import: 'default' });

function resources(): Record<string, Record<string, Words>> {
  const all: Record<string, Record<string, Words>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [language = '', file = ''] = path.split('/').slice(-2);
    all[language] ??= {};
    all[language][file.replace('.json', '')] = words;
  }
  return all;
}

/** Every value of every message goes through here, without a format name that could be forgotten. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, lng) => formatValue(value, (lng ?? 'en') as UiLanguage) as string,
};

export const i18n = i18next.createInstance();

export async function startI18n(language: UiLanguage): Promise<void> {
  const words = resources();
  await i18n
    .use(formatter)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      supportedLngs: [...uiLanguages],
      ns: Object.keys(words.en ?? {}),
      defaultNS: 'common',
      resources: words as never,
      returnNull: false,
      interpolation: {
        escapeValue: false,
        alwaysFormat: true,
        // Words from files must never be able to start a nested look-up; none of ours does.
        nestingPrefix: '\u0000$t(',
      },
      react: { useSuspense: false },
    });
  applyLanguage(language);
}

export async function changeLanguage(language: UiLanguage): Promise<void> {
  if (i18n.language !== language) await i18n.changeLanguage(language);
  applyLanguage(language);
}
