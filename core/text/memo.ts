/** What was worked out for a word, kept: a text says most of its words again and again. */

/** Words kept; then it starts afresh. */
const mostKept = 40_000;
/** Engines let a longer string cut from a text hold on to the whole of it; such words are worked out anew. */
const longestKept = 12;

export class WordMemo<T> {
  private readonly kept = new Map<string, T>();
  private readonly workOut: (word: string) => T;

  /** `workOut` must answer the same for the same word at any time. */
  constructor(workOut: (word: string) => T) {
    this.workOut = workOut;
  }

  of(word: string): T {
    if (word.length > longestKept) return this.workOut(word);
    const known = this.kept.get(word);
    if (known !== undefined) return known;
    if (this.kept.size >= mostKept) this.kept.clear();
    const found = this.workOut(word);
    this.kept.set(word, found);
    return found;
  }
}

/** One memory a language. */
export function memoByLanguage<T>(workOut: (word: string, lang: string) => T): (lang: string) => WordMemo<T> {
  const memos = new Map<string, WordMemo<T>>();
  return (lang) => {
    let memo = memos.get(lang);
    if (!memo) {
      memo = new WordMemo((word) => workOut(word, lang));
      memos.set(lang, memo);
    }
    return memo;
  };
}
