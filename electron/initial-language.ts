/** The interface language before the reader has chosen one: the first of the wishes that the interface is written in. */
import { type UiLanguage, uiLanguages } from '../core/model/languages';

/** `forced`: a language tag that wins over `preferred` (tags or POSIX locale names, best first). English when none fits. */
export function initialLanguage(forced: string | undefined, preferred: readonly string[]): UiLanguage {
  for (const tag of [forced ?? '', ...preferred]) {
    const primary = tag.toLowerCase().split(/[-_.@]/)[0];
    const found = uiLanguages.find((language) => language === primary);
    if (found) return found;
  }
  return 'en';
}
