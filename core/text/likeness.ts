/** How much of one text stands in another of the same language: Dice's coefficient of their words and of their pairs of words. */
import { foldForSearch } from './fold';

const wordsOf = (text: string): string[] => foldForSearch(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of b) {
    const rest = left.get(item) ?? 0;
    if (rest === 0) continue;
    left.set(item, rest - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** A pair of words for each word and its successor, the text's two ends counting as words. */
const pairsOf = (words: readonly string[]): string[] => ['', ...words].map((word, i) => `${word} ${words[i] ?? ''}`);

/** 0..1: 1 for the same words in the same order. Unrelated paragraphs of one language reach about 0.1. */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  return (dice(left, right) + dice(pairsOf(left), pairsOf(right))) / 2;
}
