/** Numbers, dates, sizes, lists and language names in the interface language. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UiLanguage } from '../../core/model/languages';
import { formatNumber } from './interpolate';
import { formatLocale } from './languages';

export interface Format {
  language: UiLanguage;
  number(value: number): string;
  /** 0..1 as per cent, no decimals. */
  percent(part: number): string;
  /** Day, month, year. */
  date(ms: number): string;
  /** An ISO date (YYYY-MM-DD) as a day; anything else comes back as it is, for dates are what files said. */
  isoDate(text: string): string;
  /** 'today', 'yesterday', '3 days ago', later the date. */
  ago(ms: number, nowMs?: number): string;
  bytes(count: number): string;
  list(items: readonly string[]): string;
  /** A language's name, with a capital where it stands alone. */
  languageName(tag: string): string;
  compare(a: string, b: string): number;
}

const dayMs = 86_400_000;

export function createFormat(language: UiLanguage, unknownLanguage: string): Format {
  const locale = formatLocale(language);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const isoDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const startOfDay = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const size = (unit: string, value: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value);
  const capital = (name: string) => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  return {
    language,
    number: (value) => formatNumber(value, language),
    percent: (part) => percent.format(part),
    date: (ms) => date.format(ms),
    isoDate(text) {
      const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
      return Number.isNaN(ms) ? text : isoDay.format(ms);
    },
    ago(ms, nowMs = Date.now()) {
      const days = Math.round((startOfDay(ms) - startOfDay(nowMs)) / dayMs);
      return days > -7 && days <= 0 ? relative.format(days, 'day') : date.format(ms);
    },
    bytes(count) {
      if (count < 1000) return size('byte', count);
      return count < 1_000_000 ? size('kilobyte', count / 1000) : size('megabyte', count / 1_000_000);
    },
    list: (items) => list.format(items),
    languageName(tag) {
      if (tag === 'und') return unknownLanguage;
      try {
        return capital(names.of(tag) ?? tag);
      } catch {
        return tag;
      }
    },
    compare: (a, b) => collator.compare(a, b),
  };
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation('common');
  const unknown = t('unknownLanguage');
  return useMemo(() => createFormat(i18n.language as UiLanguage, unknown), [i18n.language, unknown]);
}
