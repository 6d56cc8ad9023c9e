/** What the palette lists for a query: pure functions. Words are folded as search folds, so accents and Arabic letter forms don't matter. */
import { foldForSearch } from '../../../core/text/fold';

export interface Entry {
  id: string;
  /** Heading it stands under. */
  section: string;
  label: string;
  /** Found, too, but not shown: outlets of a report. */
  more?: string;
  keys?: readonly string[];
  run(): void;
}

/** Digits of all decimal scripts as a whole number; null for anything else. */
export function numberIn(text: string): number | null {
  const folded = foldForSearch(text.normalize('NFKC')).trim();
  return /^\d{1,7}$/.test(folded) ? Number(folded) : null;
}

const startsWord = /[\s\p{P}]/u;

/** How well a label answers: 3 begins with it, 2 every word begins a word, 1 every word stands somewhere, 0 not at all. */
export function match(entry: Pick<Entry, 'label' | 'more'>, query: string): number {
  const wanted = foldForSearch(query).trim();
  if (wanted === '') return 1;
  const text = foldForSearch(`${entry.label} ${entry.more ?? ''}`);
  const words = wanted.split(/\s+/);
  if (!words.every((word) => text.includes(word))) return 0;
  if (text.startsWith(wanted)) return 3;
  const beginsWord = (word: string) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (at === 0 || startsWord.test(text[at - 1] ?? '')) return true;
    return false;
  };
  return words.every(beginsWord) ? 2 : 1;
}

/** The best first; among equals the order they came in, which is recent ones first. */
export function matching(entries: readonly Entry[], query: string): Entry[] {
  if (query.trim() === '') return [...entries];
  return entries
    .map((entry) => ({ entry, by: match(entry, query) }))
    .filter((e) => e.by > 0)
    .sort((a, b) => b.by - a.by)
    .map((e) => e.entry);
}

/** Neighbours of one section together, in the order in which sections first appear. */
export function inSections(entries: readonly Entry[]): { section: string; entries: Entry[] }[] {
  const sections = new Map<string, Entry[]>();
  for (const entry of entries) sections.set(entry.section, [...(sections.get(entry.section) ?? []), entry]);
  return [...sections].map(([section, own]) => ({ section, entries: own }));
}
