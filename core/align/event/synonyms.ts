/**
 * Other words for the same. A dictionary shows them: words that share many translations in a third language are near synonyms
 * (pivoting after Bannard and Callison-Burch 2005; here the cosine of their translations), within one language and between two.
 */
import type { Lexicon } from '../../lexicon/lexicon';
import type { EvidenceBuilder } from '../evidence-table';
import { entriesOf } from '../lookup';
import type { AnalysedVersion } from '../vocabulary';

const pivots = ['en', 'fr', 'ar'];
/** Words with more translations than this say too little by sharing one. */
const mostTranslations = 24;
/** Cosine from which on two words count as synonyms, and what a perfect one weighs. */
export const synonymy = { least: 0.4, weight: 0.9 };

/** Unit vectors over translations of each word type. */
function translationVectors(
  version: AnalysedVersion,
  lexicon: Lexicon,
  pivot: string,
  tick: () => void,
): (Map<string, number> | null)[] {
  const entries = entriesOf(lexicon, version.lang, pivot);
  return version.types.map((info) => {
    tick();
    if (info.kind !== 'word' || entries === null) return null;
    const found = entries.meanings(info.stems[0] ?? info.key);
    if (found.length === 0 || found.length > mostTranslations) return null;
    const length = Math.sqrt(found.reduce((sum, translation) => sum + translation.weight ** 2, 0));
    return length > 0 ? new Map(found.map((translation) => [translation.key, translation.weight / length])) : null;
  });
}

/** Adds pairs of words of two versions that mean nearly the same in a third language. */
export function addSynonyms(
  a: AnalysedVersion,
  b: AnalysedVersion,
  lexicon: Lexicon,
  table: EvidenceBuilder,
  tick: () => void = () => undefined,
): void {
  for (const pivot of pivots) {
    if (pivot === a.lang || pivot === b.lang) continue;
    const left = translationVectors(a, lexicon, pivot, tick);
    const right = translationVectors(b, lexicon, pivot, tick);
    const holders = new Map<string, number[]>();
    right.forEach((vector, y) => {
      for (const key of vector?.keys() ?? []) {
        const list = holders.get(key);
        if (list) list.push(y);
        else holders.set(key, [y]);
      }
    });
    left.forEach((vector, x) => {
      tick();
      if (!vector) return;
      const cosines = new Map<number, number>();
      for (const [key, weight] of vector) {
        for (const y of holders.get(key) ?? []) cosines.set(y, (cosines.get(y) ?? 0) + weight * (right[y]?.get(key) ?? 0));
      }
      for (const [y, cosine] of cosines) {
        if (cosine >= synonymy.least && a.types[x]?.key !== b.types[y]?.key) table.add(x, y, synonymy.weight * cosine, 'lexicon');
      }
    });
  }
}
