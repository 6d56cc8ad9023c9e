/** How much of a quotation's context stands around a place: 0..1, by edit distance, so that a changed comma costs little. */
import type { TextQuoteSelector } from '../model/note';

/** A quotation with no context at all can't be told apart by it: 1. */
export function contextSimilarity(text: string, start: number, end: number, quote: TextQuoteSelector): number {
  const { prefix, suffix } = quote;
  const whole = prefix.length + suffix.length;
  if (whole === 0) return 1;
  if (text.endsWith(prefix, start) && text.startsWith(suffix, end)) return 1;
  const before = reversed(text.slice(Math.max(0, start - prefix.length - slack), start));
  const after = text.slice(end, end + suffix.length + slack);
  const kept = keptOf(reversed(prefix), before) + keptOf(suffix, after);
  return kept / whole;
}

/** Units beyond the context's own length that an insertion may have pushed it. */
const slack = 8;

const reversed = (text: string): string => text.split('').reverse().join('');

/** Units of `pattern` that survive in the best-fitting beginning of `text`: its length less the errors, at least 0. */
function keptOf(pattern: string, text: string): number {
  if (text.startsWith(pattern)) return pattern.length;
  let row = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (let at = 0; at < pattern.length; at += 1) {
    const next = [at + 1];
    for (let column = 1; column <= text.length; column += 1) {
      const substituted = (row[column - 1] ?? 0) + (pattern[at] === text[column - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.max(0, pattern.length - Math.min(...row));
}
