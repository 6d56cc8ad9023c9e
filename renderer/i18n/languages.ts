/** The interface languages: direction, locale for numbers and dates, own name. */
import { directionOf, type UiLanguage } from '../../core/model/languages';

/** Arabic-Indic digits are asked for: some systems' Arabic defaults to Latin ones. English dates put the day first. */
const formatLocales: Record<UiLanguage, string> = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-arab' };
/** Each language in itself: not translated, so not in the locales. */
export const ownNames: Record<UiLanguage, string> = { en: 'English', fr: 'Français', ar: 'العربية' };

export const formatLocale = (language: UiLanguage): string => formatLocales[language];

/** `lang` and `dir` of the page follow the interface language; texts carry their own. */
export function applyLanguage(language: UiLanguage): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
