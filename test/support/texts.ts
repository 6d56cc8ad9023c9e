/** The interface's own words in a language, so that one journey can be walked in each. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type FormatterModule, type TOptions } from 'i18next';
import type { UiLanguage } from '../../core/model/languages';
import { formatValue } from '../../renderer/i18n/interpolate';
import { root } from './app';

export type Texts = (key: string, values?: TOptions) => string;

/** `t('library:newReport')` as the window shows it; throws for a key that is not there. */
export async function textsIn(language: UiLanguage): Promise<Texts> {
  const folder = path.join(root, 'resources', 'locales', language);
  const namespaces = readdirSync(folder).map((f) => f.replace(/\.json$/, ''));
  const bundle = Object.fromEntries(namespaces.map((n) => [n, JSON.parse(readFileSync(path.join(folder, `${n}.json`), 'utf8'))]));
  const formatter: FormatterModule = {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    // Digits and isolates as the window puts them in.
    format: (value) => formatValue(value, language) as string,
  };
  const i18n = i18next.createInstance().use(formatter);
  await i18n.init({
    lng: language,
    ns: namespaces,
    resources: { [language]: bundle },
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  const t = i18n.t as unknown as (key: string, values?: TOptions) => string;
  return (key, values) => {
    if (!i18n.exists(key, values as never)) throw new Error(`no text ${key} in ${language}`);
    return t(key, values);
  };
}
