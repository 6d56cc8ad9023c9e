/**
 * Which language a text is in: the script first, letters that only one language of that script uses, function words, and
 * franc (trigrams) restricted to the languages of the script. BCP 47 primary subtags; 'und' where a guess would be a coin toss.
 */
import { francAll } from 'franc';

export interface LanguageGuess {
  lang: string;
  /** 0..1. */
  confidence: number;
}

const sampleLength = 4000;
const shortest = 15;
const unsure: LanguageGuess = { lang: 'und', confidence: 0 };

/** Scripts that one language stands for well enough among those we offer. */
const scripts: readonly { name: string; letters: RegExp; lang: string | null }[] = [
  { name: 'arabic', letters: /\p{Script=Arabic}/gu, lang: null },
  { name: 'latin', letters: /\p{Script=Latin}/gu, lang: null },
  { name: 'cyrillic', letters: /\p{Script=Cyrillic}/gu, lang: null },
  { name: 'hebrew', letters: /\p{Script=Hebrew}/gu, lang: 'he' },
  { name: 'greek', letters: /\p{Script=Greek}/gu, lang: 'el' },
  { name: 'kana', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, lang: 'ja' },
  { name: 'hangul', letters: /\p{Script=Hangul}/gu, lang: 'ko' },
  { name: 'han', letters: /\p{Script=Han}/gu, lang: 'zh' },
  { name: 'devanagari', letters: /\p{Script=Devanagari}/gu, lang: 'hi' },
  { name: 'bengali', letters: /\p{Script=Bengali}/gu, lang: 'bn' },
];

/** ISO 639-3 as franc says it → BCP 47 as we keep it. */
const latinLanguages = new Map(
  Object.entries({
    eng: 'en',
    fra: 'fr',
    deu: 'de',
    spa: 'es',
    ita: 'it',
    por: 'pt',
    nld: 'nl',
    ron: 'ro',
    tur: 'tr',
    pol: 'pl',
    ces: 'cs',
    swe: 'sv',
    dan: 'da',
    nob: 'nb',
    fin: 'fi',
    hun: 'hu',
    cat: 'ca',
    hrv: 'hr',
    ind: 'id',
    vie: 'vi',
    swh: 'sw',
    kmr: 'ku',
  }),
);
const cyrillicLanguages = new Map(Object.entries({ rus: 'ru', ukr: 'uk', bul: 'bg', srp: 'sr' }));

/** Words that carry no content and that hardly another language of the list spells the same. */
const functionWords: Record<string, readonly string[]> = {
  en: 'the of and to in that is was for with on by at from his her they were has have had be been are this which said its it will would not as'.split(
    ' ',
  ),
  fr: 'le la les des du et est dans une un que qui pour sur par au aux avec ce cette ces il elle ont été sont plus pas dont selon leur leurs'.split(
    ' ',
  ),
  de: 'der die das und ist nicht den dem des ein eine einer mit auf für von zu im wurde werden sich auch bei nach'.split(' '),
  es: 'el la los las de que y en un una del se por con para su al lo como más pero sus ha han fue'.split(' '),
  it: 'il lo gli di che e la le un una del della dei delle per con non si sono nel nella alla ha più'.split(' '),
  pt: 'o a os as de que e em um uma do da dos das no na para com não se por mais foi ao pelo'.split(' '),
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als door bij werd'.split(' '),
};

export function detectLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, sampleLength);
  const counts = scripts.map((script) => ({ ...script, count: sample.match(script.letters)?.length ?? 0 }));
  const letters = counts.reduce((sum, script) => sum + script.count, 0);
  const top = counts.reduce((best, script) => (script.count > best.count ? script : best));
  if (letters < shortest && !(top.lang && letters >= 4)) return unsure;
  const share = top.count / letters;
  // Japanese mixes kana with Han letters: a tenth of kana settles it.
  const kana = counts.find((script) => script.name === 'kana')?.count ?? 0;
  if ((top.name === 'han' || top.name === 'kana') && kana * 10 > top.count) return { lang: 'ja', confidence: 0.95 };
  if (top.lang) return { lang: top.lang, confidence: 0.95 * share };
  if (top.name === 'arabic') return scaled(arabicScript(sample), share);
  if (top.name === 'cyrillic') return scaled(byTrigrams(sample, cyrillicLanguages, new Map()), share);
  return scaled(byTrigrams(sample, latinLanguages, countFunctionWords(sample)), share);
}

const scaled = (guess: LanguageGuess, share: number): LanguageGuess => ({
  lang: guess.lang,
  confidence: guess.confidence * share,
});

/** Share of words that are function words, by language. */
function countFunctionWords(sample: string): Map<string, number> {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shares = new Map<string, number>();
  for (const [lang, list] of Object.entries(functionWords)) {
    const known = new Set(list);
    const hits = words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0);
    shares.set(lang, words.length ? hits / words.length : 0);
  }
  return shares;
}

/** Short headlines are often as good Italian as French; the languages that most reports come in win a near draw. */
const expected = new Set(['en', 'fr']);
const expectation = 0.08;

/** franc's scores (1 for the best) with the function words' share on top. */
function byTrigrams(sample: string, languages: Map<string, string>, wordShares: Map<string, number>): LanguageGuess {
  const ranked = francAll(sample, { only: [...languages.keys()], minLength: shortest })
    .map(([code, score]) => {
      const lang = languages.get(code) ?? 'und';
      return { lang, score: score + 1.5 * (wordShares.get(lang) ?? 0) + (expected.has(lang) ? expectation : 0) };
    })
    .filter((candidate) => candidate.lang !== 'und')
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best) return unsure;
  const margin = best.score - (second?.score ?? 0);
  const confidence = Math.min(1, 0.4 + 2 * margin);
  return confidence < 0.45 ? { lang: 'und', confidence } : { lang: best.lang, confidence };
}

/** Letters that tell the languages of the Arabic script apart; a text without any of them is Arabic. */
const arabicTells: readonly { lang: string; letters: RegExp }[] = [
  { lang: 'ar', letters: /[ةىأإؤذثظضطيك]/gu },
  { lang: 'fa', letters: /[پچژگیک]/gu },
  { lang: 'ur', letters: /[ٹڈڑںےہھ]/gu },
  { lang: 'ckb', letters: /[ێۆڕڵەڤ]/gu },
  { lang: 'ps', letters: /[ټډړښځڅڼۍې]/gu },
  { lang: 'ug', letters: /[ۇۈۋ]/gu },
];

function arabicScript(sample: string): LanguageGuess {
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0;
  const total = count(/\p{Script=Arabic}/gu);
  const tells = arabicTells.map(({ lang, letters }) => ({ lang, share: count(letters) / total }));
  const shareOf = (lang: string): number => tells.find((tell) => tell.lang === lang)?.share ?? 0;
  // Urdu, Kurdish and Pashto use Persian's letters, too, so theirs count first, at a lower bar.
  for (const lang of ['ps', 'ckb', 'ur', 'ug']) {
    if (shareOf(lang) > 0.03) return { lang, confidence: Math.min(0.98, 0.7 + 5 * shareOf(lang)) };
  }
  if (shareOf('fa') > 0.03 && shareOf('fa') > shareOf('ar') / 2)
    return { lang: 'fa', confidence: Math.min(0.98, 0.6 + 4 * shareOf('fa')) };
  return { lang: 'ar', confidence: Math.min(0.99, 0.8 + 2 * shareOf('ar')) };
}

/** A declared tag as a primary subtag: 'fr-FR' → 'fr'; null for what is no language tag. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  const primary = /^([A-Za-z]{2,3})(?:[-_]|$)/.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
  return primary && primary !== 'und' ? primary : null;
}
