/**
 * Tells 8-bit decodings of the same bytes apart by what they say: letters that are common in their language speak for a
 * decoding; controls, holes, two scripts within a word and capitals after small letters speak against it. Arabic is
 * weighed letter by letter, because its three old encodings (windows-1256, ISO-8859-6, Mac Arabic) share most positions.
 */

/** Mac Arabic from 0x80 on (Apple's table ARABIC.TXT, without its direction hints): no TextDecoder knows it. */
const macArabicHigh =
  'Ä\u00A0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_ـفقكلمنهوىيًٌٍَُِّْپٹچەڤگڈڑ{|}ژے';

export const macArabicLabel = 'x-mac-arabic';

export function decodeMacArabic(bytes: Uint8Array): string {
  const parts: string[] = [];
  const chunk: string[] = [];
  for (const byte of bytes) {
    chunk.push(byte < 0x80 ? String.fromCharCode(byte) : macArabicHigh.charAt(byte - 0x80));
    if (chunk.length === 8192) parts.push(chunk.splice(0).join(''));
  }
  return parts.join('') + chunk.join('');
}

/** Letters of Arabic news prose in per mille, rounded; counted by hand knowledge, only the order of size matters. */
const arabicPerMille: Record<string, number> = {
  ا: 131,
  ل: 115,
  ي: 74,
  م: 63,
  و: 61,
  ن: 60,
  ر: 48,
  ت: 46,
  ب: 38,
  ع: 37,
  د: 31,
  ه: 30,
  ة: 30,
  ف: 28,
  س: 27,
  ق: 25,
  أ: 22,
  ك: 21,
  ح: 21,
  ج: 14,
  ش: 12,
  ص: 12,
  ط: 12,
  خ: 10,
  ى: 10,
  إ: 10,
  ز: 8,
  ض: 7,
  ث: 7,
  ذ: 6,
  غ: 5,
  ئ: 5,
  ء: 4,
  ظ: 3,
  ؤ: 2,
  آ: 2,
};
const arabicGain = new Map(Object.entries(arabicPerMille).map(([letter, share]) => [letter, Math.log((share * 36) / 1000)]));

const commonLatin = new Set('éèêëàâçîïôûùœæäöüßñáíóúãõåøÉÈÀÇÊÄÖÜÅØ');
const commonMarks = new Set('’‘“”«»–—…€°·•،؛؟\u00A0ـ\u200C\u200F\u200E¿¡§©®™×');

type CharClass = 'control' | 'hole' | 'arabic' | 'arabic-mark' | 'latin' | 'letter' | 'mark';

function classOf(char: string, code: number): CharClass {
  if (code < 0xa0) return 'control';
  if (code === 0xfffd || (code >= 0xe000 && code < 0xf900)) return 'hole';
  if (code >= 0x0621 && code <= 0x06d5) {
    if (code >= 0x064b && code <= 0x0652) return 'arabic-mark';
    if (/\p{L}/u.test(char)) return 'arabic';
    return 'mark';
  }
  if (code < 0x0250) return /\p{L}/u.test(char) ? 'latin' : 'mark';
  return /\p{L}/u.test(char) ? 'letter' : 'mark';
}

const isAsciiLetter = (char: string): boolean => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
const isLower = (char: string): boolean => char !== char.toUpperCase();
const isUpper = (char: string): boolean => char !== char.toLowerCase();

export interface Plausibility {
  /** Mean over characters beyond ASCII; above 0 reads like a text, below does not. */
  score: number;
  beyondAscii: number;
}

export function plausibilityOf(text: string): Plausibility {
  let sum = 0;
  let beyondAscii = 0;
  // A control or a hole is damning in itself, however rare: ISO-8859-6 and Mac Arabic differ in little else.
  let impossible = false;
  let before: CharClass | 'ascii' | null = null;
  let beforeChar = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (isAsciiLetter(char)) {
        if (before === 'arabic' || before === 'letter') sum -= 4;
        before = 'ascii';
      } else before = null;
      beforeChar = char;
      continue;
    }
    beyondAscii += 1;
    const kind = classOf(char, code);
    if (kind === 'control' || kind === 'hole') {
      sum -= 6;
      impossible = true;
    } else if (kind === 'arabic') {
      sum += arabicGain.get(char) ?? -2.5;
      if (before === 'ascii' || before === 'latin') sum -= 4;
    } else if (kind === 'arabic-mark') sum += before === 'arabic' || before === 'arabic-mark' ? 0.2 : -4;
    else if (kind === 'latin') {
      sum += commonLatin.has(char) ? 0.7 : -0.5;
      if (before === 'latin') sum -= 1.5;
      if (before === 'arabic') sum -= 4;
      if (beforeChar && isUpper(char) && isLower(beforeChar)) sum -= 4;
    } else if (kind === 'letter') {
      sum += 0.1;
      if (before === 'ascii' || before === 'latin') sum -= 4;
      if (beforeChar && isUpper(char) && isLower(beforeChar)) sum -= 2;
    } else sum += commonMarks.has(char) ? 0.3 : -1;
    before = kind;
    beforeChar = char;
  }
  const mean = beyondAscii ? sum / beyondAscii : 0;
  return { score: impossible ? mean - 0.5 : mean, beyondAscii };
}
