/**
 * Numbers written in words, English, French and Arabic, by single words in a few other languages: "two hundred and five", "quatre-vingt-dix-sept", "ثلاثمائة وخمسة وعشرون".
 * Words are normalised tokens (core/text/normalise), hyphens already cut. The tables follow the spell-out rules of CLDR.
 */

import { compoundNumber } from './compound-numbers';

export interface NumberWords {
  value: number;
  /** How many words were read. */
  length: number;
}

type Table = ReadonlyMap<string, number>;
const table = (pairs: string): Table =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(':'))
      .flatMap(([words = '', value = '']) => words.split('|').map((word) => [word, Number(value)] as const)),
  );

interface Words {
  /** Values below a hundred, and in Arabic below a thousand. */
  values: Table;
  hundreds: ReadonlySet<string>;
  scales: Table;
}

const english: Words = {
  values: table(`zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13
    fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60
    seventy:70 eighty:80 ninety:90`),
  hundreds: new Set(['hundred']),
  scales: table('thousand:1e3 million:1e6 billion:1e9 trillion:1e12'),
};
const french: Words = {
  values: table(`zero:0 un|une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13
    quatorze:14 quinze:15 seize:16 vingt|vingts:20 trente:30 quarante:40 cinquante:50 soixante:60 septante:70 huitante|octante:80
    nonante:90`),
  hundreds: new Set(['cent', 'cents']),
  scales: table('mille:1e3 million|millions:1e6 milliard|milliards:1e9 billion|billions:1e12'),
};
const arabic: Words = {
  values:
    table(`صفر:0 واحد|واحده|احد|احدي:1 اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي:2 ثلاث|ثلاثه:3 اربع|اربعه:4 خمس|خمسه:5
    ست|سته:6 سبع|سبعه:7 ثمان|ثماني|ثمانيه:8 تسع|تسعه:9 عشر|عشره:10 عشرون|عشرين:20 ثلاثون|ثلاثين:30 اربعون|اربعين:40
    خمسون|خمسين:50 ستون|ستين:60 سبعون|سبعين:70 ثمانون|ثمانين:80 تسعون|تسعين:90 مايه|ميه|ماءه:100 مايتان|مايتين|ميتان|ميتين:200
    ثلاثمايه|ثلاثميه:300 اربعمايه|اربعميه:400 خمسمايه|خمسميه:500 ستمايه|ستميه:600 سبعمايه|سبعميه:700 ثمانمايه|ثمانميه|ثمانيمايه:800
    تسعمايه|تسعميه:900`),
  hundreds: new Set(['مايه', 'ميه', 'ماءه']),
  scales: table('الف|الفا|الاف:1e3 مليون|مليونا|ملايين:1e6 مليار|مليارا|مليارات|بليون:1e9 تريليون:1e12'),
};
/** Duals: a scale word that is two of its kind. */
const arabicDuals = table('الفان|الفين|الفي|الفا:2e3 مليونان|مليونين|مليوني:2e6 ملياران|مليارين|ملياري:2e9');
const languages = new Map([
  ['en', english],
  ['fr', french],
  ['ar', arabic],
]);

/** A lone "one" is an article or a pronoun more often than a number. */
const telling = (value: number, length: number) => length > 1 || value > 1;

/** What a scale word after a number in digits multiplies it by ("3 million", "20 ألفا"); null for other words. */
export function scaleOf(word: string, lang: string): number | null {
  return languages.get(lang)?.scales.get(word) ?? null;
}

/** The number in words that begins at words[i]; null where none does. `lang` is a BCP 47 primary subtag. */
export function parseNumberWords(words: readonly string[], i: number, lang: string): NumberWords | null {
  const known = languages.get(lang);
  if (!known) {
    const value = compoundNumber(words[i] ?? '', lang);
    return value === null ? null : { value, length: 1 };
  }
  const found = lang === 'ar' ? parseArabic(words, i) : parseLatin(words, i, known, lang === 'fr' ? 'et' : 'and');
  return found && telling(found.value, found.length) ? found : null;
}

/** True of "a" before a word that it makes a number of ("a hundred"), which `mayBeginNumber` leaves to this. */
export function isNumberArticle(word: string, next: string, lang: string): boolean {
  return lang === 'en' && word === 'a' && (english.hundreds.has(next) || english.scales.has(next));
}

/** False for a word at which no number in words can begin, whatever follows it; for "a" see `isNumberArticle`. */
export function mayBeginNumber(word: string, lang: string): boolean {
  const known = languages.get(lang);
  if (!known) return compoundNumber(word, lang) !== null;
  if (lang === 'ar') return arabicForms(word, true).some((form) => arabicDuals.has(form) || known.values.has(form));
  return known.values.has(word) || known.hundreds.has(word) || known.scales.has(word);
}

/** Whether `value` may follow what the group below a thousand holds so far. */
function continues(group: number, value: number, french: boolean): boolean {
  const rest = group % 100;
  if (rest === 0) return true;
  if (value === 0) return false;
  if (value < 10) return (rest >= 20 && rest % 10 === 0) || (french && rest === 10);
  if (!french) return false;
  // soixante-dix, quatre-vingt-onze; dix-sept is covered above.
  return value < 20 && (rest === 60 || rest === 80);
}

function parseLatin(words: readonly string[], from: number, known: Words, connector: string): NumberWords | null {
  const french = connector === 'et';
  let total = 0;
  let group = 0;
  let groupWords = 0;
  let smallestScale = Infinity;
  let end = from;
  let at = from;
  if (
    connector === 'and' &&
    words[at] === 'a' &&
    (known.hundreds.has(words[at + 1] ?? '') || known.scales.has(words[at + 1] ?? ''))
  )
    at += 1;
  for (; at < words.length; at += 1) {
    let word = words[at] ?? '';
    let skipped = 0;
    if (word === connector && end > from) {
      const joins = french
        ? groupWords > 0 && group % 100 >= 20 && group % 10 === 0
        : group >= 100 || (total > 0 && groupWords === 0);
      if (!joins) break;
      skipped = 1;
      word = words[at + 1] ?? '';
      if (!known.values.has(word)) break;
    }
    const value = known.values.get(word);
    const scale = known.scales.get(word);
    if (value !== undefined) {
      // quatre-vingts: a four before twenty multiplies.
      if (french && value === 20 && group % 100 === 4 && groupWords > 0) group += 76;
      else if (groupWords === 0 || continues(group, value, french)) group += value;
      else break;
      groupWords += 1;
    } else if (known.hundreds.has(word)) {
      if (group >= 20 || (groupWords > 0 && group === 0)) break;
      group = (groupWords === 0 ? 1 : group) * 100;
      groupWords += 1;
    } else if (scale !== undefined) {
      if (scale >= smallestScale || (groupWords === 0 && end > from)) break;
      // A bare "million" is a unit for the number in digits before it, "mille" and "cent" are numbers.
      if (groupWords === 0 && !french && at === from) break;
      total += (groupWords === 0 ? 1 : group) * scale;
      smallestScale = scale;
      group = 0;
      groupWords = 0;
    } else break;
    at += skipped;
    end = at + 1;
  }
  return end > from ? { value: total + group, length: end - from } : null;
}

/** The word itself, or what stays when و, an attached preposition or the article is taken off. */
function arabicForms(word: string, first: boolean): string[] {
  const forms: string[] = [];
  if (first) forms.push(word, word.replace(/^[ولبكف]/, ''), word.replace(/^[وفب]?ال/, ''));
  else if (word.startsWith('و')) forms.push(word.slice(1), word.replace(/^وال/, ''));
  return forms;
}

function parseArabic(words: readonly string[], from: number): NumberWords | null {
  let total = 0;
  let group = 0;
  let groupWords = 0;
  let smallestScale = Infinity;
  let end = from;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (at > from) {
      // Without و between: خمسة عشر, ثلاث مائة, خمسين ألفا.
      const scale = arabic.scales.get(word);
      if ((word === 'عشر' || word === 'عشره') && group % 100 >= 1 && group % 100 <= 9) group += 10;
      else if (arabic.hundreds.has(word) && group >= 3 && group <= 9) group *= 100;
      else if (scale !== undefined && groupWords > 0 && scale < smallestScale) {
        total += group * scale;
        smallestScale = scale;
        group = 0;
        groupWords = 0;
      } else if (!addArabic(arabicForms(word, false))) break;
    } else if (!addArabic(arabicForms(word, true))) break;
    end = at + 1;
  }
  return end > from ? { value: total + group, length: end - from } : null;

  function addArabic(forms: readonly string[]): boolean {
    for (const form of forms) {
      const dual = arabicDuals.get(form);
      if (dual !== undefined && groupWords === 0 && dual / 2 < smallestScale && form !== 'الفا') {
        total += dual;
        smallestScale = dual / 2;
        return true;
      }
      const scale = arabic.scales.get(form);
      if (scale !== undefined && end > from && groupWords === 0 && scale < smallestScale) {
        total += scale;
        smallestScale = scale;
        return true;
      }
      const value = arabic.values.get(form);
      if (value === undefined) continue;
      const rest = group % 100;
      const fits = value >= 100 ? group === 0 : value >= 20 ? rest < 10 : rest === 0;
      if (groupWords > 0 && !fits) continue;
      group += value;
      groupWords += 1;
      return true;
    }
    return false;
  }
}
