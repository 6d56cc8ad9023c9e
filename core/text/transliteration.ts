/**
 * Consonant skeletons: names look alike across scripts once vowels are dropped and letters that transliterations confuse are
 * put together (q k c kh → k, j g gh → g, b p → b, f v → f, s sh z th … → s, d dh → d, t). Words with equal skeletons are
 * candidates for the same name; longer skeletons are surer.
 */
import { WordMemo } from './memo';

const arabic: Record<string, string> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'g',
  ح: '',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 's',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 's',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  پ: 'b',
  چ: 's',
  ژ: 's',
  ڤ: 'f',
  ڨ: 'g',
  گ: 'g',
};
const cyrillic: Record<string, string> = {
  б: 'b',
  в: 'f',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ж: 's',
  з: 's',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'b',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'f',
  х: 'k',
  ц: 's',
  ч: 's',
  ш: 's',
  щ: 's',
  ђ: 'd',
  ћ: 's',
  џ: 's',
  љ: 'l',
  њ: 'n',
};
const greek: Record<string, string> = {
  β: 'f',
  γ: 'g',
  δ: 'd',
  ζ: 's',
  θ: 't',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'ks',
  π: 'b',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  φ: 'f',
  χ: 'k',
  ψ: 'bs',
};
const hebrew: Record<string, string> = {
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ו: '',
  ז: 's',
  ח: '',
  ט: 't',
  כ: 'k',
  ך: 'k',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  פ: 'f',
  ף: 'f',
  צ: 's',
  ץ: 's',
  ק: 'k',
  ר: 'r',
  ש: 's',
  ת: 't',
};
const tables: readonly (readonly [RegExp, Record<string, string>])[] = [
  [/[\u0600-\u06ff]/, arabic],
  [/[\u0400-\u04ff]/, cyrillic],
  [/[\u0370-\u03ff]/, greek],
  [/[\u0590-\u05ff]/, hebrew],
];

const squeeze = (key: string) => key.replace(/(.)\1+/g, '$1');

function latinKey(word: string): string {
  return word
    .replace(/tsch|sch|tch|ch|sh|cz|sz/g, 's')
    .replace(/kh|ck|q|c(?![eiy])/g, 'k')
    .replace(/gh|dj|j/g, 'g')
    .replace(/ph|v/g, 'f')
    .replace(/th/g, 't')
    .replace(/dh/g, 'd')
    .replace(/x/g, 'ks')
    .replace(/[cz]/g, 's')
    .replace(/p/g, 'b')
    .replace(/[^bdfgklmnrst]/g, '');
}

/** The skeleton of a normalised word, in the letters b d f g k l m n r s t; empty where it has no consonant that counts. */
export function skeleton(word: string): string {
  return skeletons.of(word);
}

const skeletons = new WordMemo((word) => {
  for (const [script, table] of tables) {
    if (script.test(word)) return squeeze([...word].map((letter) => table[letter] ?? '').join(''));
  }
  return /[a-z]/.test(word) ? squeeze(latinKey(word)) : '';
});
