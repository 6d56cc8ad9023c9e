/**
 * Invented paragraphs in three languages with word frequencies after Zipf: a few words stand nearly everywhere, most hardly ever.
 * The same seed gives the same texts.
 */
export const languages = ['en', 'fr', 'ar'] as const;
export type BenchLanguage = (typeof languages)[number];

export type Random = () => number;
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

const vocabularySize = 40_000;
const wordsPerParagraph = { least: 12, most: 48 };
/** Real words at the top, so that the benchmark's common words are what readers type. */
const common: Record<BenchLanguage, string[]> = {
  en: ['the', 'of', 'and', 'to', 'in', 'harbour', 'minister'],
  fr: ['le', 'de', 'et', 'à', 'les', 'jetée', 'été'],
  ar: ['في', 'من', 'على', 'إلى', 'أن', 'الميناء', 'الحكومة'],
};
const letters: Record<BenchLanguage, [string[], string[]]> = {
  en: [
    ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'st', 'tr', 'v'],
    ['a', 'e', 'i', 'o', 'u', 'ea'],
  ],
  fr: [
    ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'ch', 'qu', 'v'],
    ['a', 'é', 'i', 'ou', 'è', 'ê', 'u'],
  ],
  ar: [
    ['ب', 'ت', 'ج', 'ح', 'خ', 'د', 'ر', 'س', 'ش', 'ص', 'ط', 'ع', 'ق', 'م', 'ن'],
    ['ا', 'و', 'ي', 'َ', 'ّ'],
  ],
};
const particles = ['ال', 'و', 'وال', 'بال', 'لل', 'ب', 'ف'];

function vocabularyOf(lang: BenchLanguage, random: Random): string[] {
  const [first, second] = letters[lang];
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  const words = new Set(common[lang]);
  while (words.size < vocabularySize) {
    const syllables = 2 + Math.floor(random() * 3);
    const word = Array.from({ length: syllables }, () => pick(first) + pick(second)).join('');
    words.add(lang === 'ar' && random() < 0.4 ? pick(particles) + word : word);
  }
  return [...words];
}

/** Gives paragraphs of a language without end. */
export function paragraphMaker(lang: BenchLanguage, seed: number): () => string {
  const random = randomFrom(seed);
  const words = vocabularyOf(lang, random);
  // Zipf with exponent 1 by inversion: the rank of a uniform draw is exponential in it.
  const scale = Math.log(vocabularySize + 1);
  const word = () => words[Math.min(vocabularySize - 1, Math.floor(Math.exp(random() * scale)) - 1)]!;
  return () => {
    const count = wordsPerParagraph.least + Math.floor(random() * (wordsPerParagraph.most - wordsPerParagraph.least));
    return `${Array.from({ length: count }, word).join(' ')}.`;
  };
}
