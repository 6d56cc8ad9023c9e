/**
 * What free paraphrase needs beyond the aligner's evidence for translations: numbers that one desk rounds and another does not,
 * names that the desks spell differently or that carry an Arabic particle, and words that only meet through a third language.
 */
import { WordMemo } from '../../text/memo';
import { skeleton } from '../../text/transliteration';
import type { EvidenceBuilder } from '../evidence-table';
import type { AnalysedVersion, TypeInfo } from '../vocabulary';

/** Ratio from which on two numbers may be one number rounded, and what such a pair weighs, from the least ratio to equality. */
export const rounding = { least: 0.8, weight: [0.4, 0.62] as const, smallest: 20 };

const numberOf = (info: TypeInfo): number | null => {
  if (info.kind !== 'number' || !info.key.startsWith('#')) return null;
  const value = Number(info.key.slice(1));
  return Number.isFinite(value) ? value : null;
};

/** Years are never rounded. */
const isYear = (value: number) => Number.isInteger(value) && value >= 1800 && value < 2100;

/** Significant digits as written. */
function digits(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

export function addRoundedNumbers(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceBuilder): void {
  const right = b.types.flatMap((info, id) => {
    const value = numberOf(info);
    return value !== null && value >= rounding.smallest && !isYear(value) ? [{ id, value }] : [];
  });
  a.types.forEach((info, id) => {
    const value = numberOf(info);
    if (value === null || value < rounding.smallest || isYear(value)) return;
    for (const other of right) {
      const ratio = Math.min(value, other.value) / Math.max(value, other.value);
      if (ratio === 1 || ratio < rounding.least) continue;
      // One of the two is the other one rounded: it has fewer digits, one or two.
      const fewer = Math.min(digits(value), digits(other.value));
      if (fewer > 2 || digits(value) === digits(other.value)) continue;
      const [low, high] = rounding.weight;
      table.add(id, other.id, low + ((high - low) * (ratio - rounding.least)) / (1 - rounding.least), 'number');
    }
  });
}

/** What names weigh: with a particle taken off, of two consonants and the letters between, with one consonant more or less. */
export const nameWeights = { stripped: 0.7, strippedShort: 0.45, short: 0.45, near: 0.4 };

/** Skeletons of every stem a word may have: an Arabic name may carry an article or a particle. */
function bonesOf(info: TypeInfo): string[] {
  if (info.kind !== 'word') return [];
  return [...new Set([info.skeleton, ...info.stems.map(skeleton)])].filter((bones) => bones.length >= 3);
}

/** Letters that a skeleton drops but a short name needs. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/^[هحh]/, 'h'],
  [/^[وw]/, 'w'],
  [/^[يy]/, 'y'],
];

/** Consonants with their repetitions across a vowel (Jalal), and what stands before them. */
const fullSkeletons = new WordMemo((word) => {
  const head = heads.find(([letter]) => letter.test(word))?.[1] ?? '';
  let key = '';
  for (const [at, letter] of [...word].entries()) if (letter !== word[at - 1]) key += skeleton(letter);
  return head + key;
});

/** Keys of names with two consonants in their skeleton, long enough to say something. */
function shortNames(info: TypeInfo): string[] {
  if (info.kind !== 'word') return [];
  const forms = [info.norm, ...info.stems].filter((form) => skeleton(form).length === 2);
  return [...new Set(forms.map((form) => fullSkeletons.of(form)))].filter((key) => key.length >= 3);
}

/** With a capital, or of a script that has none. */
const mayBeName = (info: TypeInfo) => info.capital || /[\u0600-\u06ff]/.test(info.norm);

/** Whether one letter more makes the shorter of two skeletons the longer one, or one letter differs. */
export function nearSkeletons(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.length === short.length ? at + 1 : at;
  return at >= 2 && short.slice(rest) === long.slice(at + 1);
}

export function addNamesFurther(a: AnalysedVersion, b: AnalysedVersion, table: EvidenceBuilder, tick: () => void): void {
  const exact = new Map<string, number[]>();
  const short = new Map<string, number[]>();
  const long: { id: number; bones: string; info: TypeInfo }[] = [];
  const put = (map: Map<string, number[]>, key: string, id: number) => {
    const ids = map.get(key);
    if (ids) ids.push(id);
    else map.set(key, [id]);
  };
  b.types.forEach((info, id) => {
    tick();
    for (const bones of bonesOf(info)) put(exact, bones, id);
    for (const key of shortNames(info)) put(short, key, id);
    if (info.kind === 'word' && info.skeleton.length >= 4 && mayBeName(info)) long.push({ id, bones: info.skeleton, info });
  });
  const name = (x: TypeInfo, y: TypeInfo) => (x.capital || y.capital) && mayBeName(x) && mayBeName(y);
  a.types.forEach((info, id) => {
    tick();
    for (const bones of bonesOf(info)) {
      for (const partner of exact.get(bones) ?? []) {
        const other = b.types[partner];
        if (other && name(info, other))
          table.add(id, partner, bones.length >= 4 ? nameWeights.stripped : nameWeights.strippedShort, 'name');
      }
    }
    for (const key of shortNames(info)) {
      for (const partner of short.get(key) ?? []) {
        const other = b.types[partner];
        if (other && name(info, other)) table.add(id, partner, nameWeights.short, 'name');
      }
    }
    if (info.kind !== 'word' || info.skeleton.length < 4 || !mayBeName(info)) return;
    for (const other of long) {
      if ((info.capital || other.info.capital) && nearSkeletons(info.skeleton, other.bones))
        table.add(id, other.id, nameWeights.near, 'name');
    }
  });
}
