/**
 * Months and days of the week: English, French, and the Arabic names of Egypt and the Gulf, of the Levant and Iraq, and of the
 * Maghreb. Words are normalised tokens (core/text/normalise).
 */

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

function namesOf(lists: Record<string, string>): ReadonlyMap<string, ReadonlyMap<string, number>> {
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

function find(
  tables: ReadonlyMap<string, ReadonlyMap<string, number>>,
  words: readonly string[],
  i: number,
  lang: string,
): CalendarWord | null {
  const names = tables.get(lang);
  const word = words[i];
  if (!names || word === undefined) return null;
  // Arabic و, ب and ل are written on to the word.
  const forms = lang === 'ar' && /^[ولبف]/.test(word) ? [word, word.slice(1)] : [word];
  for (const form of forms) {
    const pair = words[i + 1] === undefined ? undefined : names.get(`${form} ${words[i + 1]}`);
    if (pair !== undefined) return { value: pair, length: 2, ambiguous: false };
    const single = names.get(form);
    if (single !== undefined) return { value: single, length: 1, ambiguous: commonWords[lang]?.has(form) ?? false };
  }
  return null;
}

/** The month named at words[i], null where none is. `lang` is a BCP 47 primary subtag. */
export function monthAt(words: readonly string[], i: number, lang: string): CalendarWord | null {
  return find(months, words, i, lang);
}

/** The day of the week named at words[i], null where none is. */
export function weekdayAt(words: readonly string[], i: number, lang: string): CalendarWord | null {
  return find(days, words, i, lang);
}
