/**
 * How alike two normalised words of Latin script are: equal words, common prefixes (Simard, Foster and Isabelle 1992) and
 * bigram overlap for spellings that differ inside (Brew and McKelvie 1996).
 */
import { WordMemo } from './memo';

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n += 1;
  return n;
}

/** Length of the longest common subsequence. */
export function commonSubsequence(a: string, b: string): number {
  const row = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0;
      row[j] = a.charCodeAt(i) === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** A spelling in which habits of languages meet: Zentralkomitee and central, Photographie and fotografia, Klub and club. */
export function cognateForm(word: string): string {
  return forms.of(word);
}

const forms = new WordMemo((word) =>
  word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/qu/g, 'k')
    .replace(/sch/g, 'ch')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/y/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1'),
);

/** 0..1: how likely two words of different languages are cognates or one name. Words under three letters say nothing. */
export function cognateWeight(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter < 3 || longer > 40) return 0;
  if (a === b) return shorter >= 4 ? 0.9 : 0.7;
  const prefix = commonPrefix(a, b);
  if (shorter < 4 || prefix < 2) return 0;
  const subsequence = commonSubsequence(a, b);
  const ratio = (2 * subsequence) / (a.length + b.length);
  if (prefix >= 4 && prefix >= longer - 2) return 0.6;
  if (ratio >= 0.8 && shorter >= 6) return 0.6;
  if (prefix >= 5 && ratio >= 0.65) return 0.5;
  if (ratio >= 0.75 && shorter >= 5) return 0.35;
  return 0;
}
