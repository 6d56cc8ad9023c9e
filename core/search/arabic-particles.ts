/**
 * Attached particles: و ف ب ك ل and the article ال are written as part of the next word. A reader who looks for a word wants it with
 * and without them. Cutting them off in the index would make بلد and ولد one word; so the index keeps words whole and the query
 * names the forms that a word can stand in.
 */

const articles = ['وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'وبال', 'لل', 'ال'];
/** What can stand before a bare word. Two particles in a row only where writers use them. */
const beforeWord = ['', 'ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف', 'فال', 'ك', 'كال', 'وب', 'وبال', 'ول', 'ولل'];
/** Inside a phrase the article alone varies; particles open phrases. */
const insidePhrase = ['', 'ال', 'و', 'وال'];
const shortest = 3;

export const isArabicWord = (word: string): boolean => /^[\u0621-\u064A]+$/.test(word);

/** The word without an article in front, when enough of it is left to be a word. */
export function withoutArticle(word: string): string {
  for (const article of articles) {
    if (word.startsWith(article) && word.length - article.length >= shortest) return word.slice(article.length);
  }
  return word;
}

/** The forms in which a folded Arabic word may stand; the word alone for other scripts and very short words. */
export function attachedForms(word: string, place: 'first' | 'later'): string[] {
  if (!isArabicWord(word)) return [word];
  const bare = withoutArticle(word);
  if (bare.length < shortest) return [word];
  return (place === 'first' ? beforeWord : insidePhrase).map((particle) => particle + bare);
}
