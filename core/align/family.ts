/** Words that share what derivation leaves alone: three root letters in Arabic, elsewhere the first letters. */
import { WordMemo } from '../text/memo';
import { arabicRootKey } from '../text/stem-arabic';

const prefixLength = 5;
const rootKeys = new WordMemo(arabicRootKey);

/** Equal for words of one family; '' for a stem that shows none. */
export function familyKey(stem: string, lang: string): string {
  if (lang === 'ar') {
    const root = rootKeys.of(stem);
    return root.length >= 3 && !root.endsWith('+') ? root : '';
  }
  return stem.length > prefixLength ? stem.slice(0, prefixLength) : '';
}

/** Prefixes alone bind words that have nothing in common; what follows must be short. */
export function sameFamily(a: string, b: string, lang: string): boolean {
  return lang === 'ar' ? Math.abs(a.length - b.length) <= 3 : Math.abs(a.length - b.length) <= 2;
}
