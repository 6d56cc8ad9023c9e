/**
 * Months and days of the week: English, French, and the Arabic names of Egypt and the Gulf, of the Levant and Iraq, and of the
 * Maghreb; other languages as the runtime's CLDR data name them. Words are normalised tokens (core/text/normalise).
 */
import { normaliseWord } from '../text/normalise';

export interface CalendarWord {
  /** 1 January .. 12 December, or 1 Monday .. 7 Sunday. */
  value: number;
  /** How many words the name takes. */
  length: number;
  /** The name is a common word, too (May, آب): a number should stand beside it. */
  ambiguous: boolean;
}

const monthNames: Record<string, string> = {
  en: `january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov
    december|dec`,
  fr: 'janvier|janv fevrier|fevr mars avril|avr mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov decembre|dec',
  ar: `يناير|جانفي|كانون_الثاني فبراير|فيفري|شباط مارس|اذار ابريل|افريل|نيسان مايو|ماي|ايار يونيو|يونيه|جوان|حزيران
    يوليو|يوليه|جويليه|تموز|يوليوز اغسطس|اوت|اب|غشت سبتمبر|ايلول|شتنبر اكتوبر|تشرين_الاول نوفمبر|تشرين_الثاني|نونبر
    ديسمبر|كانون_الاول|دجنبر`,
};
const dayNames: Record<string, string> = {
  en: 'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  ar: 'الاثنين|الاثنان|اثنين الثلاثاء|الثلاثا الاربعاء|الاربعا الخميس|خميس الجمعه السبت|سبت الاحد',
};
const commonWords: Record<string, ReadonlySet<string>> = {
  en: new Set(['may', 'march', 'mar', 'jan', 'dec', 'mon', 'wed', 'sat', 'sun', 'fri', 'jun', 'aug', 'apr']),
  fr: new Set(['mars', 'dec', 'oct', 'sept', 'nov']),
  ar: new Set(['اب', 'ماي', 'اوت', 'خميس', 'سبت', 'الاحد', 'الجمعه', 'اثنين', 'الاثنين', 'الاثنان', 'جوان', 'تموز', 'شباط']),
};

function namesOf(lists: Record<string, string>): Map<string, ReadonlyMap<string, number>> {
  return new Map(
    Object.entries(lists).map(([lang, text]) => {
      const names = new Map<string, number>();
      for (const [i, group] of text.trim().split(/\s+/).entries()) {
        for (const name of group.split('|')) names.set(name.replace('_', ' '), i + 1);
      }
      return [lang, names];
    }),
  );
}
const months = namesOf(monthNames);
const days = namesOf(dayNames);

/** Names as CLDR has them, standing alone and beside a day ("maja", "1. maj"); none for a language that the runtime lacks. */
function namesOfRuntime(lang: string, count: number, part: 'month' | 'weekday'): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return names;
    for (const style of ['long', 'short'] as const) {
      const alone: Intl.DateTimeFormatOptions = { [part]: style };
      const formats = [alone, { ...alone, day: 'numeric', month: style } as const].map(
        (options) => new Intl.DateTimeFormat(lang, { ...options, calendar: 'gregory', timeZone: 'UTC' }),
      );
      for (let value = 1; value <= count; value += 1) {
        // 1 January 2024 was a Monday.
        const date = part === 'month' ? Date.UTC(2024, value - 1, 1) : Date.UTC(2024, 0, value);
        for (const format of formats) {
          const said = format.formatToParts(date).find(({ type }) => type === part)?.value ?? '';
          const name = normaliseWord(said.replace(/\.$/, ''), lang);
          // Names that are numbers ("1月") or of two words are no tokens.
          if (/^[\p{L}\p{M}]{3,}$/u.test(name) && !names.has(name)) names.set(name, value);
        }
      }
    }
  } catch {
    // A tag that is no language has no names.
  }
  return names;
}

type Tables = Map<string, ReadonlyMap<string, number>>;

/** The table of a language, from the runtime where there is none yet; remembered. */
function namesIn(tables: Tables, lang: string): ReadonlyMap<string, number> {
  let names = tables.get(lang);
  if (!names) {
    names = tables === months ? namesOfRuntime(lang, 12, 'month') : namesOfRuntime(lang, 7, 'weekday');
    tables.set(lang, names);
  }
  return names;
}

/** Arabic و, ب and ل are written on to the word. */
const formsOf = (word: string, lang: string) => (lang === 'ar' && /^[ولبف]/.test(word) ? [word, word.slice(1)] : [word]);

function find(tables: Tables, words: readonly string[], i: number, lang: string): CalendarWord | null {
  const names = namesIn(tables, lang);
  const word = words[i];
  if (word === undefined || names.size === 0) return null;
  for (const form of formsOf(word, lang)) {
    const pair = words[i + 1] === undefined ? undefined : names.get(`${form} ${words[i + 1]}`);
    if (pair !== undefined) return { value: pair, length: 2, ambiguous: false };
    const single = names.get(form);
    if (single !== undefined)
      return { value: single, length: 1, ambiguous: commonWords[lang]?.has(form) ?? (!(lang in monthNames) && form.length < 4) };
  }
  return null;
}

/** First words of names of two. */
const openers = (names: ReadonlyMap<string, number>) =>
  new Set([...names.keys()].flatMap((name) => (name.includes(' ') ? [name.slice(0, name.indexOf(' '))] : [])));
const pairOpeners = new WeakMap<ReadonlyMap<string, number>, ReadonlySet<string>>();

/** False for a word at which no month and no day can begin, whatever follows it. */
export function mayBeginDate(word: string, lang: string): boolean {
  const forms = formsOf(word, lang);
  return [months, days].some((tables) => {
    const names = namesIn(tables, lang);
    let opening = pairOpeners.get(names);
    if (!opening) {
      opening = openers(names);
      pairOpeners.set(names, opening);
    }
    return forms.some((form) => names.has(form) || opening.has(form));
  });
}

/** The month named at words[i], null where none is. `lang` is a BCP 47 primary subtag. */
export function monthAt(words: readonly string[], i: number, lang: string): CalendarWord | null {
  return find(months, words, i, lang);
}

/** The day of the week named at words[i], null where none is. */
export function weekdayAt(words: readonly string[], i: number, lang: string): CalendarWord | null {
  return find(days, words, i, lang);
}

/** Day and the times of day: what follows them is a day of the week, even where its name is a common word (يوم الأحد, ليلة الجمعة). */
const timesOfDay: Record<string, ReadonlySet<string>> = {
  ar: new Set('يوم يومي ايام نهار صباح صبيحه ضحي ظهر ظهيره عصر مساء امسيه عشيه ليل ليله فجر منتصف'.split(' ')),
};

/** Whether the word (normalised) lets a day of the week follow. */
export function announcesDay(word: string, lang: string): boolean {
  const words = timesOfDay[lang];
  return words !== undefined && (words.has(word) || words.has(word.replace(/^(?:[وف]?[بل]|[وف])/, '')));
}
