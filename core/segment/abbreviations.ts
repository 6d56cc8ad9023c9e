/** Abbreviations that end in a full stop and no sentence, by language: Intl.Segmenter knows of none and breaks after each. */

/** Before a name, a number or a month: a sentence hardly ever ends here. Lower case, without the last stop. */
const words: Record<string, string> = {
  en:
    'mr mrs ms dr prof rev hon st gen col lt capt cmdr sgt maj brig adm sen rep gov pres supt messrs mt ft no nos vol vols pp fig figs art ' +
    'arts sec ch ed eds vs v approx est dept univ assn bros inc jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e cf al viz ca',
  fr:
    'm mm mme mmes mlle mlles dr drs pr prs me mes mgr st ste sts stes gén col cap lt cdt av art al cf éd ex fig hab ibid n no nos p pp par ' +
    'réf s sq sqq suiv t trad vol janv févr avr juil sept oct nov déc env max min tél boul bd',
  ar: 'د أ م ا أ.د ا.د ق.م هـ ص ج ط ت تح مج ر.ض د.ب ش.م ب.م',
};
const known = new Map(Object.entries(words).map(([lang, list]) => [lang, new Set(list.split(' '))]));
const everywhere = new Set('mr mrs ms dr prof st vs e.g i.e cf vol no'.split(' '));

/** Whether a piece of text ends in an abbreviation, or in initials such as `J.` or `U.S.`, and so may go on after it. */
export function endsInAbbreviation(piece: string, lang: string): boolean {
  const last = /(?:^|[\s("'«“‘[\u00A0-])([\p{L}][\p{L}\p{M}.]{0,12})\.\s*$/u.exec(piece.slice(-40))?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase();
  if ((known.get(lang) ?? everywhere).has(word)) return true;
  // A single capital is an initial: "J. Smith". After "a.m." or "U.S." only what follows can tell.
  return /^\p{Lu}$/u.test(last);
}

/** `U.S.`, `a.m.`, `etc.`: the sentence goes on unless a word follows that can open one. */
export function endsInDottedLetters(piece: string): boolean {
  return /(?:^|[\s("'«“‘[\u00A0])(?:(?:\p{L}\.){2,5}|etc\.)\s*$/u.test(piece.slice(-40));
}
