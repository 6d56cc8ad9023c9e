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

const opening = /[\s("'«“‘[\u00A0]/;
const letterOrDot = /[\p{L}\p{M}.]/u;

/** The word before the full stop that ends a piece, without that stop: 'Dr', 'U.S', 'etc'; null where no stop ends it. */
function wordBeforeStop(piece: string): string | null {
  let end = piece.length;
  while (end > 0 && /\s/.test(piece[end - 1] ?? '')) end -= 1;
  if (piece[end - 1] !== '.') return null;
  let start = end - 1;
  while (start > 0 && end - start < 16 && letterOrDot.test(piece[start - 1] ?? '')) start -= 1;
  if (start === end - 1 || (start > 0 && !opening.test(piece[start - 1] ?? ''))) return null;
  return piece.slice(start, end - 1);
}

export interface AbbreviationEnd {
  /** A title, an initial or the like: the sentence goes on. */
  certain: boolean;
  /** `U.S.`, `a.m.`, `etc.`: the sentence goes on unless a word follows that can open one. */
  possible: boolean;
}

/** Whether a piece of text ends in an abbreviation, and so may go on after it. */
export function endsInAbbreviation(piece: string, lang: string): AbbreviationEnd {
  const word = wordBeforeStop(piece);
  if (word === null) return { certain: false, possible: false };
  // A single capital is an initial: "J. Smith".
  const certain = (known.get(lang) ?? everywhere).has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
  return { certain, possible: word === 'etc' || /^(?:\p{L}\.){1,4}\p{L}$/u.test(word) };
}
