/**
 * One spelling per word, so that equal words compare equal: case, compatibility forms, diacritics, Arabic letter variants,
 * digits of every script. Stems, skeletons, cognates and the lexicon all start from normalised words.
 */

const combining = /\p{M}+/gu;
const plainLowercase = /^[a-z]+$/;
const arabicScript = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;
const nonAscii = /[^\0-\x7f]/;

/** Letters that Unicode does not decompose although readers take them for a variant of the plain letter. */
const latinVariants: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};
const latinVariant = /[ßæœøđðþłħıŋ]/g;

/** Alef with hamza or madda, final ya, ta marbuta and the Persian forms of ya and kaf are written interchangeably. */
const arabicVariants: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  گ: 'ك',
};
const arabicVariant = /[أإآٱىیےئؤةۀہھکگ]/g;
/** Tatweel, joiners, direction marks, apostrophes inside words. */
const ignorable = /[\u0640\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad'’ʼ‘`]/g;

/** Any decimal digit of any script as its ASCII digit; other characters unchanged. */
export function asciiDigits(text: string): string {
  return nonAscii.test(text) ? text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 48))) : text;
}

/** Unicode gives each script's decimal digits as a run of ten, which starts after a character that is no digit. */
function digitValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint - 48;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value += 1;
  return value;
}

/**
 * The normalised form of one word: lower case, no diacritics, Arabic letters unified, ASCII digits. `lang` is a BCP 47
 * primary subtag. May be empty for a word that consists of marks only.
 */
export function normaliseWord(word: string, lang: string): string {
  if (plainLowercase.test(word)) return word;
  let out = word.normalize('NFKC');
  out = lang === 'tr' || lang === 'az' ? out.toLocaleLowerCase('tr') : out.toLowerCase();
  out = out.replace(ignorable, '');
  if (!nonAscii.test(out)) return out;
  if (arabicScript.test(out)) out = out.replace(arabicVariant, (letter) => arabicVariants[letter] ?? letter);
  out = out.normalize('NFD').replace(combining, '').normalize('NFC');
  return asciiDigits(out.replace(latinVariant, (letter) => latinVariants[letter] ?? letter));
}
