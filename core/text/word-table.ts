/**
 * What was worked out for the words of texts, found by the characters in the text itself: nothing is cut out to look a word up. Words
 * are kept as copies of their own, because engines let a piece of a text hold on to the whole of it.
 */

/** Words kept; then it starts afresh. */
const mostKept = 40_000;
const slotCount = 131_072;
/** Longer ones are worked out anew. */
const longestKept = 48;

/** The hash of no characters, and of some with one more behind them. */
export const emptyHash = 0x811c9dc5 | 0;
export const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function copyOf(text: string, start: number, end: number): string {
  const codes: number[] = [];
  for (let at = start; at < end; at += 1) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}

function isAt(word: string, text: string, start: number): boolean {
  for (let k = 0; k < word.length; k += 1) if (word.charCodeAt(k) !== text.charCodeAt(start + k)) return false;
  return true;
}

export class WordTable<T> {
  private words: string[] = [];
  private values: T[] = [];
  /** Entry + 1, 0 where free. */
  private readonly slots = new Int32Array(slotCount);
  private readonly workOut: (word: string) => T;

  /** `workOut` must answer the same for the same word at any time. */
  constructor(workOut: (word: string) => T) {
    this.workOut = workOut;
  }

  /** Of the word text[start .. end), whose hash the caller has made on its way through it. */
  at(text: string, start: number, end: number, hash: number): T {
    const length = end - start;
    if (length > longestKept) return this.workOut(text.slice(start, end));
    const first = (hash ^ (hash >>> 15)) & (slotCount - 1);
    let slot = first;
    for (;;) {
      const entry = (this.slots[slot] as number) - 1;
      if (entry < 0) break;
      const word = this.words[entry] as string;
      if (word.length === length && isAt(word, text, start)) return this.values[entry] as T;
      slot = (slot + 1) & (slotCount - 1);
    }
    const word = copyOf(text, start, end);
    const value = this.workOut(word);
    if (this.words.length >= mostKept) {
      this.words = [];
      this.values = [];
      this.slots.fill(0);
      slot = first;
    }
    this.slots[slot] = this.words.push(word);
    this.values.push(value);
    return value;
  }
}
