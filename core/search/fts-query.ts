/**
 * A search tree as an FTS5 expression (https://www.sqlite.org/fts5.html#full_text_query_syntax). Every word goes in as a quoted
 * string after folding, so nothing a reader types can be taken for FTS5 syntax.
 */
import { foldForSearch } from '../text/fold';
import { attachedForms } from './arabic-particles';
import { literalForm } from './literal-form';
import type { Near, SearchQuery, Term } from './query';

export interface FtsOptions {
  /** Letters as written: no folding of diacritics and letter forms, no attached particles. */
  literal: boolean;
}
/** Alternatives of one phrase are all combinations of its words' forms; past this many, later words stand as typed. */
const maxForms = 64;
/** Two Arabic words in all their forms. */
const maxNearForms = 256;

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The phrases (words joined by a space) that a term stands for. */
export function phrasesOf(term: Term, { literal }: FtsOptions): string[] {
  if (literal) return [term.words.map(literalForm).join(' ')];
  let phrases = [''];
  term.words.forEach((word, i) => {
    const folded = foldForSearch(word);
    const forms = attachedForms(folded, i === 0 ? 'first' : 'later');
    const usable = phrases.length * forms.length <= maxForms ? forms : [folded];
    phrases = phrases.flatMap((p) => usable.map((f) => (p ? `${p} ${f}` : f)));
  });
  return phrases;
}

function termExpression(term: Term, options: FtsOptions): string {
  const phrases = phrasesOf(term, options).map((p) => `${quote(p)}${term.prefix ? ' *' : ''}`);
  return phrases.length === 1 ? phrases[0]! : `(${phrases.join(' OR ')})`;
}

/** NEAR takes phrases only, so alternatives are multiplied out, the first forms first, up to the limit. */
function nearExpression(near: Near, options: FtsOptions): string {
  let sets: string[][] = [[]];
  for (const term of near.terms) {
    const phrases = phrasesOf(term, options);
    const usable =
      sets.length * phrases.length <= maxNearForms
        ? phrases
        : phrases.slice(0, Math.max(1, Math.floor(maxNearForms / sets.length)));
    sets = sets.flatMap((s) => usable.map((p) => [...s, `${quote(p)}${term.prefix ? ' *' : ''}`]));
  }
  const all = sets.map((s) => `NEAR(${s.join(' ')}, ${near.distance})`);
  return all.length === 1 ? all[0]! : `(${all.join(' OR ')})`;
}

/** The whole query for one column. */
export function ftsExpression(query: SearchQuery, column: string, options: FtsOptions): string {
  const one = (x: Term | Near) => (x.type === 'near' ? nearExpression(x, options) : termExpression(x, options));
  const wanted = query.groups.map((g) => (g.length === 1 ? one(g[0]!) : `(${g.map(one).join(' OR ')})`)).join(' AND ');
  const unwanted = query.excluded.map((t) => termExpression(t, options));
  const expression = unwanted.length ? `(${wanted}) NOT (${unwanted.join(' OR ')})` : wanted;
  return `{${column}} : (${expression})`;
}
