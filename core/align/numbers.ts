/**
 * Numbers and dates however they are written: number words become numbers ("two hundred" = 200), scale words multiply the
 * number before them ("3 million", "20 ألفا"), months and days of the week of all traditions become one key each.
 */
import { announcesDay, mayBeginDate, monthAt, weekdayAt } from '../lexicon/calendar';
import { isNumberArticle, mayBeginNumber, parseNumberWords, scaleOf } from '../lexicon/number-words';
import { memoByLanguage } from '../text/memo';
import { numberKey } from '../text/numerals';
import type { Token } from '../text/tokens';

/** Most words begin neither a number nor a date. */
const plainWords = memoByLanguage((word, lang) => !mayBeginNumber(word, lang) && !mayBeginDate(word, lang));

/** Tokens with numbers and dates read; months have the norm '@m1' to '@m12', days '@d1' (Monday) to '@d7', both of kind number. */
export function readNumbers(tokens: readonly Token[], lang: string): readonly Token[] {
  const plain = plainWords(lang);
  const wordAt = (i: number) => (tokens[i]?.kind === 'word' ? (tokens[i]?.norm ?? '') : '');
  const isPlain = ({ kind, norm, value }: Token, i: number): boolean => {
    if (kind === 'word') return plain.of(norm) && !isNumberArticle(norm, wordAt(i + 1), lang);
    return kind === 'punctuation' || value === undefined || scaleOf(wordAt(i + 1), lang) === null;
  };
  if (tokens.every(isPlain)) return tokens;
  const out: Token[] = [];
  const words = tokens.map((token) => (token.kind === 'word' ? token.norm : ''));
  const joined = (from: number, length: number, norm: string, value?: number): Token => ({
    kind: 'number',
    start: tokens[from]?.start ?? 0,
    end: tokens[from + length - 1]?.end ?? 0,
    norm,
    ...(value === undefined ? {} : { value }),
  });
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (!token) break;
    if (isPlain(token, i)) {
      out.push(token);
      i += 1;
      continue;
    }
    if (token.kind === 'number') {
      const value = (token.value ?? 0) * (scaleOf(wordAt(i + 1), lang) ?? 1);
      out.push(joined(i, 2, numberKey(value), value));
      i += 2;
      continue;
    }
    const beside = tokens[i - 1]?.kind === 'number' || tokens[i + 1]?.kind === 'number';
    const month = monthAt(words, i, lang);
    const day = month ? null : weekdayAt(words, i, lang);
    const date = month ?? day;
    // "May" and "march" are months only beside a number, الأحد is Sunday after "day" or "evening", too.
    if (date && (!date.ambiguous || beside || (day && announcesDay(words[i - 1] ?? '', lang)))) {
      out.push(joined(i, date.length, `@${month ? 'm' : 'd'}${date.value}`));
      i += date.length;
      continue;
    }
    const number = parseNumberWords(words, i, lang);
    if (number) {
      out.push(joined(i, number.length, numberKey(number.value), number.value));
      i += number.length;
      continue;
    }
    out.push(token);
    i += 1;
  }
  return out;
}
