/**
 * Places in a text to W3C selectors and back. A target is looked for where it stood, then by its exact words nearest in context,
 * then by words that are nearly the same (Myers 1999, by approx-string-match), as the Hypothesis client does; else it is an
 * orphan. Offsets are UTF-16 units in the version's text.
 */
import search from 'approx-string-match';
import type { TextPositionSelector, TextQuoteSelector } from '../model/note';
import { contextSimilarity } from './context';

/** Units of context on each side, as many as other annotation tools write. */
export const contextLength = 32;

export interface TextTarget {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
}
export interface Anchor {
  start: number;
  end: number;
  how: 'position' | 'exact' | 'fuzzy';
}

/** Throws RangeError for a range that is empty or not in the text: that is the caller's mistake, not the reader's. */
export function describe(text: string, start: number, end: number): TextTarget {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`no such range: ${start} to ${end} of ${text.length}`);
  }
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(wholeCharacter(text, Math.max(0, start - contextLength), 1), start),
      suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + contextLength), -1)),
    },
    position: { start, end },
  };
}

/** Context never begins or ends within a surrogate pair: half a character would not survive being stored as UTF-8. */
function wholeCharacter(text: string, at: number, step: 1 | -1): number {
  const splitsPair =
    at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  return splitsPair ? at + step : at;
}

/** Null: the quotation stands in this text no more. The target itself should then be kept as an orphan. */
export function anchor(text: string, target: TextTarget): Anchor | null {
  const { quote, position } = target;
  if (quote.exact === '') return null;
  return atPosition(text, quote, position) ?? exactly(text, quote, position.start) ?? nearly(text, quote, position.start);
}

/** A short word also stands by chance where it stood, so its context must speak for it. */
function atPosition(text: string, quote: TextQuoteSelector, position: TextPositionSelector): Anchor | null {
  const end = position.start + quote.exact.length;
  if (position.start < 0 || !text.startsWith(quote.exact, position.start)) return null;
  return contextSimilarity(text, position.start, end, quote) >= 0.7 ? { start: position.start, end, how: 'position' } : null;
}

/** Beyond this many places a quotation is a word like "the", and the nearest ones by position are enough. */
const mostPlaces = 2000;
/** A quotation this long is hardly ever somewhere by chance; a shorter one needs this much of its context. */
const tellingLength = 16;
const neededContext = 0.5;

interface Candidate {
  start: number;
  end: number;
  /** 0..1. */
  score: number;
  distance: number;
}

const better = (a: Candidate, b: Candidate | null): boolean =>
  !b || a.score > b.score + 1e-9 || (a.score > b.score - 1e-9 && a.distance < b.distance);

function exactly(text: string, quote: TextQuoteSelector, expected: number): Anchor | null {
  let best: Candidate | null = null;
  for (const start of placesOf(text, quote.exact, expected)) {
    const end = start + quote.exact.length;
    const candidate = { start, end, score: contextSimilarity(text, start, end, quote), distance: Math.abs(start - expected) };
    if (better(candidate, best)) best = candidate;
  }
  if (!best || (quote.exact.length < tellingLength && best.score < neededContext)) return null;
  return { start: best.start, end: best.end, how: 'exact' };
}

function placesOf(text: string, exact: string, expected: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
  if (places.length <= mostPlaces) return places;
  return places.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, mostPlaces);
}

/** Shorter than this, nearly the same words are other words. */
const shortestFuzzy = 5;
/** Share of the quotation's characters that may have changed. */
const errorShare = 0.3;
/** What a candidate must reach of quotation (0.7) and context (0.3) together. */
const neededScore = 0.75;
/** Quotations longer than this are found by their two ends: the search's cost grows with their length. */
const longestWhole = 512;
const endLength = 200;
const windowLength = 20_000;

function nearly(text: string, quote: TextQuoteSelector, expected: number): Anchor | null {
  if (quote.exact.length < shortestFuzzy) return null;
  const from = Math.max(0, Math.min(expected, text.length) - windowLength);
  const until = Math.min(text.length, expected + quote.exact.length + windowLength);
  const near = inWindow(text, quote, expected, from, until);
  const best = near && near.score >= 0.9 ? near : (inWindow(text, quote, expected, 0, text.length) ?? near);
  const chosen = near && best && near.score >= best.score ? near : best;
  return chosen && chosen.score >= neededScore ? { start: chosen.start, end: chosen.end, how: 'fuzzy' } : null;
}

function inWindow(text: string, quote: TextQuoteSelector, expected: number, from: number, until: number): Candidate | null {
  const part = text.slice(from, until);
  const { exact } = quote;
  const matches = exact.length > longestWhole ? byEnds(part, exact) : search(part, exact, Math.floor(exact.length * errorShare));
  let best: Candidate | null = null;
  for (const match of matches.slice(0, mostPlaces)) {
    const start = from + match.start;
    const end = from + match.end;
    const similarity = 1 - match.errors / exact.length;
    const score = 0.7 * similarity + 0.3 * contextSimilarity(text, start, end, quote);
    const candidate = { start, end, score, distance: Math.abs(start - expected) };
    if (end > start && better(candidate, best)) best = candidate;
  }
  return best;
}

interface Match {
  start: number;
  end: number;
  errors: number;
}

/** Pairs of a head's and a tail's place that are about as far apart as in the quotation. */
function byEnds(text: string, exact: string): Match[] {
  const allowed = Math.floor(endLength * errorShare);
  const heads = search(text, exact.slice(0, endLength), allowed).slice(0, 100);
  const tails = search(text, exact.slice(-endLength), allowed).slice(0, 100);
  const matches: Match[] = [];
  for (const head of heads) {
    for (const tail of tails) {
      const drift = Math.abs(tail.end - head.start - exact.length);
      if (tail.end <= head.start || drift > exact.length * errorShare) continue;
      const errors = ((head.errors + tail.errors) / (2 * endLength)) * exact.length + drift / 2;
      matches.push({ start: head.start, end: tail.end, errors });
    }
  }
  return matches;
}
