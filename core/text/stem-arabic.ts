/**
 * Arabic light stems after Larkey, Ballesteros and Connell (light10, 2007), with the attached conjunctions and prepositions
 * و ف ب ك ل س that light10 leaves. Words must be normalised (no diacritics, alef, ya and ta marbuta unified).
 *
 * A single ب or ل may belong to the word, and only a lexicon can tell: `stemArabic` is the cautious stem which indexes,
 * `arabicAlternatives` adds what the word might be besides, for look-up.
 */

const articles = ['وبال', 'وكال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'لل', 'ال'];
const nounEndings = ['هما', 'كما', 'تين', 'تان', 'ها', 'هم', 'هن', 'كم', 'نا', 'ات', 'ان', 'ون', 'ين', 'يه', 'وا', 'ه', 'ي'];

function withoutArticle(word: string): string {
  for (const article of articles) {
    if (word.startsWith(article) && word.length - article.length >= 2) return word.slice(article.length);
  }
  if (word.startsWith('و') && word.length >= 5) return word.slice(1);
  return word;
}

function withoutEndings(word: string): string {
  let stem = word;
  for (let round = 0; round < 2; round += 1) {
    const ending = nounEndings.find((e) => stem.endsWith(e) && stem.length - e.length >= (e.length === 1 ? 3 : 3));
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  if (stem.length >= 4 && stem.endsWith('ا')) stem = stem.slice(0, -1);
  return stem;
}

/** The cautious stem of a normalised Arabic word. */
export function stemArabic(word: string): string {
  return withoutEndings(withoutArticle(word));
}

/** Other stems the word may have, likeliest first, the cautious one left out. */
export function arabicAlternatives(word: string): string[] {
  const found = new Set<string>();
  const bare = withoutArticle(word);
  const add = (candidate: string) => {
    if (candidate.length >= 2) found.add(candidate);
  };
  add(bare);
  if (/^[وفبكل]/.test(bare) && bare.length >= 4) {
    add(withoutEndings(bare.slice(1)));
    add(withoutEndings(withoutArticle(bare.slice(1))));
  }
  // Verbs: future س, person prefixes ي ت ن ا, past endings ت.
  let verb = bare;
  if (/^س[يتنا]/.test(verb) && verb.length >= 5) verb = verb.slice(1);
  if (/^[يتنا]/.test(verb) && verb.length >= 4) add(withoutEndings(verb.slice(1)));
  if (/^[فل][يتنا]/.test(verb) && verb.length >= 5) add(withoutEndings(verb.slice(2)));
  const stem = withoutEndings(bare);
  if (stem.endsWith('ت') && stem.length >= 4) {
    add(stem.slice(0, -1));
    if (/^[وفبكل]/.test(stem) && stem.length >= 5) add(stem.slice(1, -1));
  }
  if (/^[اي]/.test(verb) === false && stem.length >= 3) add(`ا${stem}`);
  found.delete(stem);
  return [...found];
}

/** Letters that patterns add to a root; و ي ا come and go with vowels, so the key drops them inside the word. */
const augmented = /^(?:است|مست|يست|تست|انت|منت|مت|تت|يت|ان|من|مف|[امتين])(?=..)/;

/**
 * A rough root: what stays when pattern letters are dropped, so that استمرار and استمر and مستمر meet. Empty when fewer
 * than two letters would stay: such keys say nothing.
 */
export function arabicRootKey(stem: string): string {
  let key = stem.replace(augmented, '');
  if (key.replace(/[اويء]/g, '').length < 2) key = stem;
  key = key.replace(/[اويءه]/g, '').replace(/(.)\1+/g, '$1');
  return key.length >= 3 ? key : key.length === 2 && stem.length <= 5 ? `${key}+` : '';
}
