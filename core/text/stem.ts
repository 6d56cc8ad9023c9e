/**
 * Stems per language. They index the compiled lexicon and make the token ids of the aligner: a change here asks for a
 * rebuild of the lexicon (node scripts/lexicon/build.mjs).
 */
import { arabicAlternatives, stemArabic } from './stem-arabic';
import { stemEnglish } from './stem-english';
import { stemFrench } from './stem-french';

/** Endings of inflected languages without rules of their own here, longest first; what stays keeps at least four letters. */
const latinEndings = [
  'ungen',
  'ement',
  'mente',
  'ung',
  'ern',
  'en',
  'em',
  'er',
  'es',
  'os',
  'as',
  'is',
  'et',
  'ar',
  'ir',
  'om',
  'e',
  'a',
  'o',
  's',
  'n',
  'i',
];
/** As normaliseWord leaves them: й without its breve. */
const cyrillicEndings = [
  'иями',
  'ями',
  'ами',
  'ого',
  'его',
  'ому',
  'ему',
  'ыми',
  'ими',
  'иях',
  'ях',
  'ах',
  'ов',
  'ев',
  'еи',
  'ои',
  'ии',
  'ыи',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ие',
  'ую',
  'юю',
  'ом',
  'ем',
  'ам',
  'ям',
  'а',
  'я',
  'о',
  'е',
  'ы',
  'и',
  'у',
  'ю',
  'ь',
];
const cyrillic = /[\u0400-\u04ff]/;
const latin = /^[a-z]+$/;

function stemGeneric(word: string): string {
  const endings = cyrillic.test(word) ? cyrillicEndings : latin.test(word) ? latinEndings : [];
  const ending = endings.find((e) => word.endsWith(e) && word.length - e.length >= 4);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** The stem of a word that normaliseWord has normalised. `lang` is a BCP 47 primary subtag; never empty for a non-empty word. */
export function stem(word: string, lang: string): string {
  switch (lang) {
    case 'en':
      return stemEnglish(word);
    case 'fr':
      return stemFrench(word);
    case 'ar':
      return stemArabic(word);
    default:
      return stemGeneric(word);
  }
}

/** The stem and, where the language leaves a doubt, the other stems that look-ups should try; the stem stands first. */
export function stemCandidates(word: string, lang: string): string[] {
  return lang === 'ar' ? [stemArabic(word), ...arabicAlternatives(word)] : [stem(word, lang)];
}
