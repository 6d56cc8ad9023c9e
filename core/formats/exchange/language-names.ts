/** Names of languages at the head of a table's columns: as CLDR names them in English, French, Arabic and in the language itself. */
import { offeredLanguages, uiLanguages } from '../../model/languages';

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** `اللغة الفرنسية` and `الفرنسية` are the same name. */
const bare = (name: string): string => plain(name).replace(/^(?:اللغة\s+)?(?:ال)?/u, '');

let known: Map<string, string> | null = null;

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  for (const lang of offeredLanguages) {
    if (lang === 'und') continue;
    for (const locale of new Set([...uiLanguages, lang])) {
      const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(lang);
      if (name) names.set(bare(name), lang);
    }
  }
  return names;
}

/** Tag of the language of that name; null where it is none's. */
export function languageNamed(name: string): string | null {
  known ??= namesOfLanguages();
  return known.get(bare(name)) ?? null;
}
