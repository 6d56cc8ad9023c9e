/**
 * How values enter messages: numbers in the interface language's digits; names, titles and file names without direction
 * controls and isolated (UAX #9, FSI … PDI), so that an Arabic title cannot turn round the sentence that quotes it.
 */
import type { UiLanguage } from '../../core/model/languages';
import { stripBidiControls } from '../../core/text/direction';
import { formatLocale } from './languages';

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const numberFormats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, language: UiLanguage): string {
  const locale = formatLocale(language);
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format.format(value);
}

/** Left-to-right words in a left-to-right sentence need no isolation and stay searchable as they are. */
export function isolate(value: string, language: UiLanguage): string {
  const clean = stripBidiControls(value);
  return language === 'ar' || rightToLeft.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** i18next's format function; called for every value. */
export function formatValue(value: unknown, language: UiLanguage): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' ? formatNumber(value, language) : isolate(String(value), language);
}
