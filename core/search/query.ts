/**
 * What a reader types into the search box, as a tree. Syntax, the same in all interface languages:
 *   two words        both in one paragraph          "two words"   next to each other
 *   nation*          words that begin so            -word         paragraphs without it
 *   a | b            either                         a ~5 b        at most five words apart
 * Anything else is taken as words: a search never fails on its spelling.
 */

import { asciiDigits } from '../text/normalise';

export interface Term {
  type: 'term';
  /** Words as typed, one for a term, several for a phrase. */
  words: string[];
  prefix: boolean;
}
export interface Near {
  type: 'near';
  terms: Term[];
  /** At most so many words between the terms. */
  distance: number;
}
export interface SearchQuery {
  /** All groups must match; within a group any alternative does. */
  groups: (Term | Near)[][];
  excluded: Term[];
}

type Token = { type: 'term'; term: Term; excluded: boolean } | { type: 'or' } | { type: 'near'; distance: number };

/** A phrase in any script's quotation marks, a distance, a bar, or a run of anything without blanks. */
const tokenPattern = /(-?)(?:"([^"]*)"|“([^”]*)”|«([^»]*)»)|~([\d٠-٩۰-۹]{1,2})(?=\s|$)|\||(-?)([^\s"“«|]+)/gu;
const wordPattern = /[\p{L}\p{M}\p{N}\u0640]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Longer queries are cut: nobody types them, and each word costs a look-up. */
const maxTerms = 32;

const wordsOf = (text: string): string[] => text.match(wordPattern) ?? [];

function tokens(source: string): Token[] {
  const found: Token[] = [];
  for (const m of source.slice(0, 2000).matchAll(tokenPattern)) {
    if (found.length >= maxTerms * 2) break;
    const phrase = m[2] ?? m[3] ?? m[4];
    if (m[0] === '|') found.push({ type: 'or' });
    else if (m[5] !== undefined) found.push({ type: 'near', distance: Number(asciiDigits(m[5])) });
    else {
      const raw = phrase ?? m[7] ?? '';
      const words = wordsOf(raw);
      if (!words.length) continue;
      const prefix = phrase === undefined && /\*$/.test(raw);
      found.push({ type: 'term', term: { type: 'term', words, prefix }, excluded: (m[1] || m[6]) === '-' });
    }
  }
  return found;
}

/** Parses a query; null when there is nothing to look for (no word, or only excluded ones). */
export function parseQuery(source: string): SearchQuery | null {
  const groups: (Term | Near)[][] = [];
  const excluded: Term[] = [];
  let join: Exclude<Token, { type: 'term' }> | null = null;
  for (const token of tokens(source)) {
    if (token.type !== 'term') {
      join = token;
      continue;
    }
    const group = groups.at(-1);
    if (token.excluded) excluded.push(token.term);
    else if (join?.type === 'or' && group) group.push(token.term);
    else if (join?.type === 'near' && group) {
      const last = group.pop()!;
      const terms = last.type === 'near' ? last.terms : [last];
      const distance = last.type === 'near' ? Math.max(last.distance, join.distance) : join.distance;
      group.push({ type: 'near', terms: [...terms, token.term], distance });
    } else groups.push([token.term]);
    join = null;
  }
  return groups.length ? { groups: groups.slice(0, maxTerms), excluded: excluded.slice(0, maxTerms) } : null;
}
