/** Interface languages and the languages that a version may be marked as. */
import type { Direction } from './text';

export const uiLanguages = ['en', 'fr', 'ar'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

const rtlLanguages = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** Of a BCP 47 tag, in lower case: 'ar' of 'ar-EG'. */
export const primarySubtag = (lang: string): string => lang.toLowerCase().split('-', 1)[0] ?? '';

/** Direction of a language by its primary subtag; `und` reads left to right. */
export function directionOf(lang: string): Direction {
  return rtlLanguages.has(primarySubtag(lang)) ? 'rtl' : 'ltr';
}

/** ISO 639-1 codes offered when a reader corrects a language; names come from Intl.DisplayNames. */
export const offeredLanguages = [
  'en',
  'fr',
  'ar',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'uk',
  'pl',
  'cs',
  'sv',
  'da',
  'nb',
  'fi',
  'el',
  'tr',
  'fa',
  'ur',
  'he',
  'ku',
  'hi',
  'bn',
  'id',
  'ms',
  'sw',
  'ro',
  'hu',
  'bg',
  'sr',
  'hr',
  'ca',
  'zh',
  'ja',
  'ko',
  'vi',
  'und',
] as const;
