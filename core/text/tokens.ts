/**
 * Words, numbers and telling punctuation of a text, with UTF-16 offsets into the original so that evidence can be shown.
 * Scripts without spaces (Chinese, Japanese, Thai, …) are cut by Intl.Segmenter.
 */
import { normaliseWord } from './normalise';
import { numberKey, numeralSource, numeralValue } from './numerals';

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

const pattern = new RegExp(
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

function pushWord(text: string, start: number, lang: string, opensSentence: boolean, tokens: Token[]): void {
  let word = text;
  let from = start;
  if (elidingLanguages.has(lang)) {
    const article = elision.exec(word)?.[0];
    if (article !== undefined && word.length > article.length) {
      word = word.slice(article.length);
      from += article.length;
    }
  }
  const possessive = /['’ʼ]s?$/u.exec(word)?.[0] ?? '';
  const bare = possessive ? word.slice(0, -possessive.length) : word;
  const norm = normaliseWord(bare, lang);
  if (norm === '') return;
  const token: Token = { kind: 'word', start: from, end: from + bare.length, norm };
  if (!opensSentence && upper.test(bare)) token.capital = true;
  tokens.push(token);
}

/** Tokens in order. `lang` is a BCP 47 primary subtag. */
export function tokenise(text: string, lang: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (groups.word !== undefined) {
      const opensSentence = tokens.length === 0 || /[.!?؟:\n]/.test(text.slice(previousEnd, start));
      if (spaceless.test(groups.word)) pushSpaceless(groups.word, start, lang, tokens);
      else pushWord(groups.word, start, lang, opensSentence, tokens);
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
  }
  return tokens;
}
