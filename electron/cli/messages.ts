/** Messages of the command line, in the language of the person's locale: failures share their words with the window. */
import type { TransferLeft } from '../../core/model/exchange';
import type { UiLanguage } from '../../core/model/languages';
import type { Failure } from '../../core/model/result';
import { initialLanguage } from '../initial-language';

const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/{errors,cli,exchange}.json', {
  eager: true,
  import: 'default',
});

/** After POSIX: LC_ALL before LC_MESSAGES before LANG. */
export const languageOf = (env: NodeJS.ProcessEnv): UiLanguage =>
  initialLanguage(undefined, [env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en']);

export interface Messages {
  /** A text of cli.json; the key itself where it is missing. */
  say(key: string, params?: Record<string, string | number>): string;
  failure(failure: Failure): string;
  /** What a transfer left: a text of exchange.json under `transfer`. */
  left(left: Pick<TransferLeft, 'code' | 'count'>): string;
}

export function messagesIn(language: UiLanguage): Messages {
  const megabytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte' });
  const find = (file: string, key: string): string | null => {
    for (const lang of [language, 'en']) {
      const text = files[`../../resources/locales/${lang}/${file}.json`]?.[key];
      if (typeof text === 'string') return text;
    }
    return null;
  };
  const fill = (text: string, params: Record<string, string | number>) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
  return {
    say: (key, params = {}) => fill(find('cli', key) ?? key, params),
    left({ code, count }) {
      const words = files[`../../resources/locales/${language}/exchange.json`]?.transfer as Record<string, unknown> | undefined;
      const text = words?.[code];
      return `${new Intl.NumberFormat(language).format(count)} × ${typeof text === 'string' ? text : code}`;
    },
    failure({ code, params = {} }) {
      const sizes: Record<string, string> = {};
      if (params.sizeMb !== undefined) sizes.size = megabytes.format(Number(params.sizeMb));
      if (params.limitMb !== undefined) sizes.limit = megabytes.format(Number(params.limitMb));
      const text = fill(find('errors', code) ?? code, { ...params, ...sizes });
      return params.name === undefined || params.name === '' ? text : `${params.name}: ${text}`;
    },
  };
}
