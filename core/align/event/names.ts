/**
 * Which words are names. Two reports that share people and places need not report one event: who speaks and where is told again
 * at every meeting, so names count little when it is asked whether reports belong together (relatedness.ts).
 */
import type { Lexicon } from '../../lexicon/lexicon';
import type { EvidenceTable } from '../evidence-table';
import type { EventVersion } from './pieces';

const capital = /^\p{Lu}/u;
const small = /^\p{Ll}/u;

/** By capitals: words that are met with one inside a sentence and never without. Scripts without capitals have none. */
function byCapitals({ version, units, analysed }: EventVersion): { names: Uint8Array; cased: boolean } {
  const names = Uint8Array.from(analysed.types, (info) => (info.kind === 'word' && info.capital ? 1 : 0));
  let cased = false;
  analysed.tokens.forEach((tokens, u) => {
    const text = version.segments[units[u]?.segment ?? 0]?.text ?? '';
    for (const { type, start } of tokens) {
      const first = text.slice(start, start + 2);
      if (small.test(first)) names[type] = 0;
      cased ||= capital.test(first) || small.test(first);
    }
  });
  return { names, cased };
}

/** Without capitals: words that no dictionary of the language has. */
function byDictionary({ analysed }: EventVersion, lexicon: Lexicon | null): Uint8Array {
  const lists = ['en', 'fr', 'ar'].flatMap((other) =>
    lexicon && other !== analysed.lang ? [lexicon.entries(analysed.lang, other)] : [],
  );
  const known = lists.filter((entries) => entries !== null);
  return Uint8Array.from(analysed.types, (info) =>
    known.length > 0 &&
    info.kind === 'word' &&
    !info.stems.some((stem) => known.some((entries) => entries.lookup(stem).length > 0))
      ? 1
      : 0,
  );
}

/** One a type of either version, 1 for names. What answers to a name is one, too, where its own script cannot tell. */
export function namesOf(
  a: EventVersion,
  b: EventVersion,
  table: EvidenceTable,
  lexicon: Lexicon | null,
): [Uint8Array, Uint8Array] {
  const [left, right] = [byCapitals(a), byCapitals(b)];
  if (!left.cased) left.names = byDictionary(a, lexicon);
  if (!right.cased) right.names = byDictionary(b, lexicon);
  const sameLanguage = a.analysed.lang === b.analysed.lang;
  for (let x = 0; x < left.names.length; x += 1) {
    for (let p = table.start[x] ?? 0; p < (table.start[x + 1] ?? 0); p += 1) {
      const y = table.partner[p] ?? 0;
      if (left.cased && !right.cased && left.names[x] === 1) right.names[y] = 1;
      if (right.cased && !left.cased && right.names[y] === 1) left.names[x] = 1;
      // A word that one of two versions in one language has without a capital is none in the other.
      if (
        sameLanguage &&
        left.cased &&
        a.analysed.types[x]?.key === b.analysed.types[y]?.key &&
        left.names[x] !== right.names[y]
      ) {
        left.names[x] = 0;
        right.names[y] = 0;
      }
    }
  }
  return [left.names, right.names];
}
