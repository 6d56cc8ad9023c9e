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

/**
 * Languages have plural forms that hardly ever occur, such as the French one for whole millions. Where a file leaves one out, its
 * own general form stands in, instead of another language's.
 */
function withAllPlurals(words: Words, language: string): Words {
  const complete: Words = {};
  for (const [key, value] of Object.entries(words)) {
    complete[key] = typeof value === 'object' && value !== null ? withAllPlurals(value as Words, language) : value;
    const stem = /^(.+)_other$/.exec(key)?.[1];
    if (stem)
      for (const category of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
        complete[`${stem}_${category}`] = words[`${stem}_${category}`] ?? value;
  }
  return complete;
}

function resources(): Record<string, Record<string, Words>> {
  const all: Record<string, Record<string, Words>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [language = '', file = ''] = path.split('/').slice(-2);
    all[language] ??= {};
    all[language][file.replace('.json', '')] = withAllPlurals(words, language);
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
