/**
 * Concordance lines: where a query stands in a text, with what stands before and after (key word in context, Luhn 1960). Works on
 * the text as written; folding keeps a map back to it.
 */
import type { Span } from '../model/text';
import { foldWithSources, sourceSpan } from '../text/fold';
import { literalForm, phrasesOf } from './fts-query';
import type { SearchQuery, Term } from './query';

export interface KwicLine {
  pre: string;
  match: string;
  post: string;
  /** UTF-16 offsets of the match in the text. */
  start: number;
  end: number;
}

const wordUnit = /[\p{L}\p{M}\p{N}]/u;
const isWordUnit = (text: string, at: number): boolean => at >= 0 && at < text.length && wordUnit.test(text[at]!);

function occurrences(haystack: string, needle: string, prefix: boolean): Span[] {
  const found: Span[] = [];
  if (!needle) return found;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (isWordUnit(haystack, at - 1) || (!prefix && isWordUnit(haystack, end))) continue;
    let wordEnd = end;
    while (prefix && isWordUnit(haystack, wordEnd)) wordEnd += 1;
    found.push([at, wordEnd]);
  }
  return found;
}

const termsOf = (query: SearchQuery): Term[] => query.groups.flat().flatMap((x) => (x.type === 'near' ? x.terms : [x]));

/** Spans of everything in the text that the query names, in order, none overlapping another. */
export function matchSpans(text: string, query: SearchQuery, literal: boolean): Span[] {
  const folded = literal ? null : foldWithSources(text);
  // Words of a phrase may be parted by any punctuation; runs of it count as one blank, as they do for the index.
  const plain = folded ? folded.folded : literalForm(text);
  const spans: Span[] = [];
  for (const term of termsOf(query)) {
    for (const phrase of phrasesOf(term, { literal })) {
      if (!phrase.includes(' ')) spans.push(...occurrences(plain, phrase, term.prefix));
      else spans.push(...phraseOccurrences(plain, phrase.split(' '), term.prefix));
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: Span[] = [];
  for (const s of spans) if (s[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(s);
  return folded ? apart.map(([a, b]) => sourceSpan(folded, a, b)) : apart;
}

function phraseOccurrences(text: string, words: readonly string[], prefix: boolean): Span[] {
  const found: Span[] = [];
  for (const [start, firstEnd] of occurrences(text, words[0]!, false)) {
    let at = firstEnd;
    const fits = words.slice(1).every((word, i) => {
      while (at < text.length && !isWordUnit(text, at)) at += 1;
      if (!text.startsWith(word, at)) return false;
      at += word.length;
      return (prefix && i === words.length - 2) || !isWordUnit(text, at);
    });
    if (fits) found.push([start, at]);
  }
  return found;
}

/** One line a match, with at most `context` UTF-16 units on each side, cut at a blank where one is near. */
export function kwicLines(text: string, query: SearchQuery, options: { literal: boolean; context: number }): KwicLine[] {
  return matchSpans(text, query, options.literal).map(([start, end]) => {
    let from = Math.max(0, start - options.context);
    let to = Math.min(text.length, end + options.context);
    const blankAfter = text.indexOf(' ', from);
    if (from > 0 && blankAfter >= 0 && blankAfter < start) from = blankAfter + 1;
    const blankBefore = text.lastIndexOf(' ', to - 1);
    if (to < text.length && blankBefore > end) to = blankBefore;
    return { pre: text.slice(from, start), match: text.slice(start, end), post: text.slice(end, to), start, end };
  });
}

/** Compares lines by what follows the match, or by what precedes it read backwards word by word. */
export function compareByContext(side: 'left' | 'right', collator: { compare(a: string, b: string): number }) {
  const key = (line: KwicLine) => (side === 'right' ? line.post.trim() : line.pre.trim().split(/\s+/).reverse().join(' '));
  return (a: KwicLine, b: KwicLine): number => collator.compare(key(a), key(b));
}
