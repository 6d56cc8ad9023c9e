/**
 * Concordance lines: where a query stands in a text, with what stands before and after (key word in context, Luhn 1960). Works on
 * the text as written; a line's parts joined are a stretch of it.
 */
import type { Span } from '../model/text';
import { foldForSearch } from '../text/fold';
import type { SearchQuery } from './query';
import { querySpans } from './spans';

export interface KwicLine {
  pre: string;
  match: string;
  post: string;
  /** UTF-16 offsets of the match in the text. */
  start: number;
  end: number;
  /** Other parts of the query within the line: offsets in `pre + match + post`. */
  others: Span[];
}
export interface KwicOptions {
  literal: boolean;
  /** UTF-16 units on each side at most. */
  context: number;
  /** Lines of one text at most. */
  limit?: number;
}

/** Longer texts (a book without paragraphs) are looked through to here: a line must not cost seconds. */
export const searchedLength = 200_000;

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

type Placed = KwicLine & { from: number; to: number };

/** The line about a stretch of the text; `from` to `to` is what it shows. */
function lineAbout(text: string, [start, end]: Span, context: number): Placed {
  let from = Math.max(0, start - context);
  let to = Math.min(text.length, end + context);
  const blankAfter = from > 0 ? text.indexOf(' ', from) : -1;
  if (blankAfter >= 0 && blankAfter < start) from = blankAfter + 1;
  else if (isLow(text, from)) from += 1;
  const blankBefore = to < text.length ? text.lastIndexOf(' ', to) : -1;
  if (blankBefore > end) to = blankBefore;
  else if (isLow(text, to)) to -= 1;
  return {
    pre: text.slice(from, start),
    match: text.slice(start, end),
    post: text.slice(end, to),
    start,
    end,
    others: [],
    from,
    to,
  };
}

/** One line a match, its context cut at a blank where one is near. */
export function kwicLines(text: string, query: SearchQuery, options: KwicOptions): KwicLine[] {
  const seen = text.length > searchedLength ? text.slice(0, searchedLength) : text;
  const { key, others } = querySpans(seen, query, options.literal);
  return key.slice(0, options.limit ?? key.length).map((span) => {
    const { from, to, ...line } = lineAbout(text, span, options.context);
    const within = others.filter((o) => o[0] >= from && o[1] <= to);
    return { ...line, others: within.map(([a, b]): Span => [a - from, b - from]) };
  });
}

/** A longer passage has its first words in the middle; the rest of it, as far as it is shown, is marked in what follows. */
const middleLength = 60;

/** The line about a known passage. `start` and `end` are those of the whole passage. */
export function kwicLine(text: string, [start, end]: Span, context: number): KwicLine {
  const blank = text.lastIndexOf(' ', start + middleLength);
  const hard = start + middleLength - (isLow(text, start + middleLength) ? 1 : 0);
  const cut = end - start <= middleLength ? end : blank > start ? blank : hard;
  const { from, to, ...line } = lineAbout(text, [start, cut], context);
  const rest = Math.min(end, to);
  return { ...line, end, others: rest > cut ? [[cut - from, rest - from]] : [] };
}

const contextWords = /[\p{L}\p{M}\p{N}]+/gu;

/** Lines by what follows the match, or by what precedes it, word by word away from it. Equal ones keep their order. */
export function sortByContext<T extends Pick<KwicLine, 'pre' | 'post'>>(lines: readonly T[], side: 'left' | 'right'): T[] {
  const collator = new Intl.Collator('en', { sensitivity: 'base' });
  const keyed = lines.map((line) => {
    const words = foldForSearch(side === 'right' ? line.post : line.pre).match(contextWords) ?? [];
    return { line, key: (side === 'right' ? words : words.reverse()).join(' ') };
  });
  return keyed.sort((a, b) => collator.compare(a.key, b.key)).map(({ line }) => line);
}
