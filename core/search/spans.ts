/**
 * Where a query stands in a text. The text is cut into words exactly as the index cuts it (letters, marks, numbers, private use),
 * after the same folding, and what is found is traced back to the text as written.
 */
import type { Span } from '../model/text';
import { type FoldedText, foldWithSources, sourceSpan } from '../text/fold';
import { phrasesOf } from './fts-query';
import { literalWithSources } from './literal-form';
import type { Near, SearchQuery, Term } from './query';

/** What a line is about, and what else of the query stands in the text. Neither list has overlaps in itself. */
export interface QuerySpans {
  key: Span[];
  others: Span[];
}

const wordPattern = /[\p{L}\p{M}\p{N}\p{Co}]+/gu;

interface Words {
  form: string[];
  start: number[];
}
/** A found term: from word `first` to before word `end`. */
interface Found {
  first: number;
  end: number;
}

function wordsIn(text: string): Words {
  const words: Words = { form: [], start: [] };
  for (const match of text.matchAll(wordPattern)) {
    words.form.push(match[0]);
    words.start.push(match.index);
  }
  return words;
}

/** Phrases by their first word. A single word that begins so is looked for among all words. */
function findTerm(words: Words, term: Term, literal: boolean): Found[] {
  const byFirst = new Map<string, string[][]>();
  const beginnings: string[] = [];
  for (const phrase of phrasesOf(term, { literal })) {
    const parts = phrase.match(wordPattern) ?? [];
    if (parts.length === 1 && term.prefix) beginnings.push(parts[0]!);
    else if (parts.length > 0) byFirst.set(parts[0]!, [...(byFirst.get(parts[0]!) ?? []), parts]);
  }
  const { form } = words;
  const fits = (parts: readonly string[], at: number): boolean =>
    parts.every((part, i) => {
      const word = form[at + i];
      if (word === undefined) return false;
      return term.prefix && i === parts.length - 1 ? word.startsWith(part) : word === part;
    });
  const found: Found[] = [];
  form.forEach((word, at) => {
    const phrase = byFirst.get(word)?.find((parts) => fits(parts, at));
    if (phrase) found.push({ first: at, end: at + phrase.length });
    else if (beginnings.some((b) => word.startsWith(b))) found.push({ first: at, end: at + 1 });
  });
  return found;
}

/** Stretches that hold one of each term, with at most `distance` words between the end of the first and the start of the last. */
function findNear(words: Words, near: Near, literal: boolean): Found[] {
  const all = near.terms.flatMap((term, which) => findTerm(words, term, literal).map((f) => ({ ...f, which })));
  all.sort((a, b) => a.first - b.first || a.end - b.end);
  const found: Found[] = [];
  all.forEach((opening, i) => {
    const met = new Set<number>();
    let end = opening.end;
    for (let j = i; j < all.length && met.size < near.terms.length; j += 1) {
      const next = all[j]!;
      if (next.first - opening.end > near.distance) return;
      met.add(next.which);
      end = Math.max(end, next.end);
    }
    if (met.size === near.terms.length && opening.first >= (found.at(-1)?.end ?? 0)) found.push({ first: opening.first, end });
  });
  return found;
}

function apart(spans: Span[], taken: readonly Span[] = []): Span[] {
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: Span[] = [];
  for (const s of spans) {
    if (s[0] >= (kept.at(-1)?.[1] ?? 0) && !taken.some((t) => s[0] < t[1] && t[0] < s[1])) kept.push(s);
  }
  return kept;
}

/** Key is what the query's first part names; the others are its further parts, which only have to stand in the same text. */
export function querySpans(text: string, query: SearchQuery, literal: boolean): QuerySpans {
  const folded: FoldedText = literal ? literalWithSources(text) : foldWithSources(text);
  const words = wordsIn(folded.folded);
  const spanOf = ({ first, end }: Found): Span => {
    const last = end - 1;
    return sourceSpan(folded, words.start[first]!, words.start[last]! + words.form[last]!.length);
  };
  const spansOf = (group: readonly (Term | Near)[]): Span[] =>
    group.flatMap((part) => (part.type === 'near' ? findNear(words, part, literal) : findTerm(words, part, literal)).map(spanOf));
  const key = apart(spansOf(query.groups[0] ?? []));
  return { key, others: apart(query.groups.slice(1).flatMap(spansOf), key) };
}

/** True where a text by itself is what the query asks for: each of its parts stands in it, and nothing that it excludes. */
export function answersQuery(text: string, query: SearchQuery, literal: boolean): boolean {
  const stands = (groups: SearchQuery['groups']): boolean => querySpans(text, { groups, excluded: [] }, literal).key.length > 0;
  return query.groups.every((group) => stands([group])) && !query.excluded.some((term) => stands([[term]]));
}
