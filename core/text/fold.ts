/**
 * Folding for search: what a reader types should find what stands there, whatever its diacritics, case, Arabic letter forms or
 * digits. Stored text and query fold alike. Unlike `normaliseWord` it keeps every separator, takes no language, and can say for
 * each folded unit where it came from, so that a hit is marked in the text as it stands.
 */
import { asciiDigits } from './normalise';

/** Letters that readers take for one another and that Unicode does not decompose; after compatibility decomposition. */
const variants: Record<string, string> = {
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
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '′': "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
};

/**
 * Marks above and below letters of Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac (in other scripts marks are vowels, which
 * tell words apart), tatweel, joiners, direction controls, soft hyphens. Hamza and madda go as the marks that they decompose to.
 */
const dropped = new RegExp(
  '[\\u0300-\\u036F\\u0483-\\u0489\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06DC' +
    '\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u0711\\u0730-\\u074A\\u08D3-\\u08E1\\u08E3-\\u08FF\\u1AB0-\\u1ACE\\u1DC0-\\u1DFF\\u20D0-\\u20F0\\uFE20-\\uFE2F' +
    '\\u0640\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]',
  'gu',
);

const memory = new Map<string, string>();
const memoryLimit = 5000;

function foldCharacter(char: string): string {
  const known = memory.get(char);
  if (known !== undefined) return known;
  const plain = char.normalize('NFKD').toLowerCase().normalize('NFKD').replace(dropped, '');
  let folded = '';
  for (const part of plain) folded += variants[part] ?? asciiDigits(part);
  // A Hangul syllable falls apart into its letters; they come together again.
  folded = folded.normalize('NFC');
  if (memory.size < memoryLimit) memory.set(char, folded);
  return folded;
}

export function foldForSearch(text: string): string {
  let folded = '';
  for (const char of text) folded += foldCharacter(char);
  return folded;
}

export interface FoldedText {
  folded: string;
  /** For each UTF-16 unit of `folded`, and one past its end: the offset in the source where its character begins. */
  sources: Uint32Array;
}

export function foldWithSources(text: string): FoldedText {
  const parts: string[] = [];
  const sources: number[] = [];
  let at = 0;
  for (const char of text) {
    const part = foldCharacter(char);
    for (let unit = 0; unit < part.length; unit += 1) sources.push(at);
    parts.push(part);
    at += char.length;
  }
  sources.push(text.length);
  return { folded: parts.join(''), sources: Uint32Array.from(sources) };
}

/** The source's span for a hit `[start, end)` in the folded text: whole characters, with the marks that follow the last one. */
export function sourceSpan({ sources }: FoldedText, start: number, end: number): [start: number, end: number] {
  const last = sources[Math.max(start, end - 1)] ?? 0;
  let after = end;
  // A hit may end amid a character that folded to several units, such as the a of æ.
  while (after < sources.length - 1 && sources[after] === last) after += 1;
  return [sources[start] ?? 0, sources[after] ?? 0];
}
