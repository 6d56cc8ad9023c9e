/**
 * Words, numbers and telling punctuation of a text, with UTF-16 offsets into the original so that evidence can be shown.
 * Scripts without spaces (Chinese, Japanese, Thai, …) are cut by Intl.Segmenter.
 */
import { normaliseWord } from './normalise';
import { numberKey, numeralSource, numeralValue } from './numerals';
import { emptyHash, hashed, WordTable } from './word-table';

export type TokenKind = 'word' | 'number' | 'punctuation';

export interface Token {
  kind: TokenKind;
  /** UTF-16 offsets in the text, end exclusive. */
  start: number;
  end: number;
  /** word: the normalised word; number: its key ('#1200'); punctuation: 'quote', 'question', 'percent'. */
  norm: string;
  /** The number, for numbers. */
  value?: number;
  /** Starts with an upper-case letter although it does not open a sentence: likely a name. */
  capital?: boolean;
}

/** What is a token. Most words are found without it, see `plainWordEnd`. */
export const tokenPattern = new RegExp(
  [
    `(?<number>${numeralSource})(?<ordinal>(?:st|nd|rd|th|ers?|ère|res?|e|è?mes?|s)(?![\\p{L}\\p{N}]))?`,
    String.raw`(?<acronym>(?:\p{L}\.){2,}\p{L}?(?![\p{L}]))`,
    String.raw`(?<word>[\p{L}\p{M}\u0640]+(?:['’ʼ][\p{L}\p{M}]+)*)`,
    '(?<quote>[«“„"”»])',
    '(?<question>[?؟？])',
    '(?<percent>[%٪])',
  ].join('|'),
  'gu',
);
const spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const upper = /^\p{Lu}/u;
const elision = /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/iu;
const elidingLanguages = new Set(['fr', 'it', 'ca', 'oc']);

let segmenters: Map<string, Intl.Segmenter> | undefined;

function pushSpaceless(text: string, start: number, lang: string, tokens: Token[]): void {
  segmenters ??= new Map();
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang === 'und' ? undefined : lang, { granularity: 'word' });
    segmenters.set(lang, segmenter);
  }
  for (const part of segmenter.segment(text)) {
    if (!part.isWordLike) continue;
    const from = start + part.index;
    tokens.push({ kind: 'word', start: from, end: from + part.segment.length, norm: normaliseWord(part.segment, lang) });
  }
}

/** A word as it stands, without what is written on to it. */
interface WordForm {
  /** Where the word proper begins and ends, from the beginning of the match. */
  from: number;
  to: number;
  norm: string;
  upper: boolean;
}

function formOf(text: string, lang: string): WordForm {
  let from = 0;
  if (elidingLanguages.has(lang)) {
    const article = elision.exec(text)?.[0];
    if (article !== undefined && text.length > article.length) from = article.length;
  }
  const word = text.slice(from);
  const possessive = /['’ʼ]s?$/u.exec(word)?.[0] ?? '';
  const bare = possessive ? word.slice(0, -possessive.length) : word;
  return { from, to: from + bare.length, norm: normaliseWord(bare, lang), upper: upper.test(bare) };
}

const tables = new Map<string, WordTable<WordForm>>();

function formsIn(lang: string): WordTable<WordForm> {
  let table = tables.get(lang);
  if (!table) {
    table = new WordTable((text) => formOf(text, lang));
    tables.set(lang, table);
  }
  return table;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = emptyHash;
  for (let at = start; at < end; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return hash;
}

/** Kinds of characters below U+0700: what only `tokenPattern` can tell, letters and marks, what neither is in a word nor a token. */
const special = 0;
const letter = 1;
const between = 2;
const kinds = Uint8Array.from({ length: 0x700 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(char)) return letter;
  return /[\p{Nd}«»"?؟%٪'ʼ]/u.test(char) ? special : between;
});
const kindAt = (text: string, at: number) => (at < text.length ? (kinds[text.charCodeAt(at)] ?? special) : between);

const point = 0x2e;
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x2bc;

/**
 * The end of the word that begins at a letter, as `tokenPattern` has it; -1 where letters follow that only the pattern knows, or where
 * it may be an acronym.
 */
function plainWordEnd(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === point) return -1;
  for (let at = start + 1; ; at += 1) {
    const kind = kindAt(text, at);
    if (kind === letter) continue;
    if (kind === between) return at;
    if (!isApostrophe(text.charCodeAt(at))) return -1;
    const next = kindAt(text, at + 1);
    if (next === special) return -1;
    if (next === between) return at;
  }
}

const sentenceEnds = new Set(Array.from('.!?؟:\n', (char) => char.charCodeAt(0)));

/** Whether a word at `start` opens a sentence, the token before it having ended at `previousEnd`. */
function opensSentence(text: string, previousEnd: number, start: number): boolean {
  for (let at = previousEnd; at < start; at += 1) if (sentenceEnds.has(text.charCodeAt(at))) return true;
  return false;
}

/** Tokens in order. `lang` is a BCP 47 primary subtag. */
export function tokenise(text: string, lang: string): Token[] {
  const tokens: Token[] = [];
  const forms = formsIn(lang);
  let previousEnd = 0;
  const push = (start: number, end: number) => {
    const form = forms.at(text, start, end, hashOf(text, start, end));
    if (form.norm === '') return;
    const token: Token = { kind: 'word', start: start + form.from, end: start + form.to, norm: form.norm };
    if (form.upper && tokens.length > 0 && !opensSentence(text, previousEnd, start)) token.capital = true;
    tokens.push(token);
  };
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === between) {
      at += 1;
      continue;
    }
    const wordEnd = kind === letter ? plainWordEnd(text, at) : -1;
    if (wordEnd > 0) {
      push(at, wordEnd);
      previousEnd = wordEnd;
      at = wordEnd;
      continue;
    }
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(text);
    if (!match) break;
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (groups.word !== undefined) {
      if (spaceless.test(groups.word)) pushSpaceless(groups.word, start, lang, tokens);
      else push(start, end);
    } else if (groups.number !== undefined) {
      const value = numeralValue(groups.number);
      if (value !== null) tokens.push({ kind: 'number', start, end, norm: numberKey(value), value });
      else tokens.push({ kind: 'number', start, end, norm: `#${normaliseWord(groups.number, lang)}` });
    } else if (groups.acronym !== undefined) {
      tokens.push({ kind: 'word', start, end, norm: normaliseWord(groups.acronym, lang).replace(/\./g, ''), capital: true });
    } else {
      const norm = groups.quote !== undefined ? 'quote' : groups.question !== undefined ? 'question' : 'percent';
      tokens.push({ kind: 'punctuation', start, end, norm });
    }
    previousEnd = end;
    at = end;
  }
  return tokens;
}
