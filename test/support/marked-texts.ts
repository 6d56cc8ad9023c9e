/**
 * Texts that carry their gold standard: {fire toll?} before a clause says that it states `fire` and touches on `toll`. What two
 * versions both state is a sure link; what one or both only touch on is a possible one.
 */
import type { AlignVersion } from '../../core/align/types';

export type Pairs = [number, number][];
export interface PairGold {
  sure: Pairs;
  /** Neither rewarded nor punished. */
  possible: Pairs;
}

interface Mark {
  at: number;
  states: string[];
}

export interface MarkedText {
  /** The text without its marks, paragraphs parted by empty lines. */
  plain: string;
  /** Marks of each paragraph, with their offsets in it. */
  marks: Mark[][];
}

export function parseMarked(source: string): MarkedText {
  const paragraphs = source.trim().split(/\n\n+/);
  const marks: Mark[][] = [];
  const plain = paragraphs.map((paragraph) => {
    const found: Mark[] = [];
    let text = '';
    for (const part of paragraph.split(/(\{[^}]*\}\s*)/)) {
      const mark = /^\{([^}]*)\}/.exec(part);
      if (mark) found.push({ at: text.length, states: (mark[1] ?? '').split(/\s+/).filter(Boolean) });
      else text += part;
    }
    marks.push(found);
    return text;
  });
  return { plain: `${plain.join('\n\n')}\n`, marks };
}

/** What each segment states, and what each sentence of it does. */
export interface Statements {
  segments: string[][];
  sentences: string[][][];
}

/** Throws where the version's segments are not the text's paragraphs: the marks would stand in wrong places. */
export function statementsOf({ plain, marks }: MarkedText, version: AlignVersion): Statements {
  const paragraphs = plain.trim().split('\n\n');
  if (paragraphs.length !== version.segments.length)
    throw new Error(`${paragraphs.length} paragraphs, ${version.segments.length} segments`);
  const sentences = version.segments.map(({ text, sentences: spans }, s) => {
    if (text !== paragraphs[s]) throw new Error(`segment ${s} is not the paragraph: ${text}`);
    const cuts = spans.length > 0 ? spans : [[0, text.length] as const];
    return cuts.map(([, end], k) =>
      (marks[s] ?? []).filter(({ at }) => at < end && at >= (cuts[k - 1]?.[1] ?? 0)).flatMap(({ states }) => states),
    );
  });
  return { segments: sentences.map((each) => each.flat()), sentences };
}

/** Gold of two lists of pieces by what they state. */
export function goldOf(a: readonly string[][], b: readonly string[][]): PairGold {
  const gold: PairGold = { sure: [], possible: [] };
  const bare = (states: readonly string[]) => states.map((state) => state.replace('?', ''));
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      if (left.some((state) => !state.endsWith('?') && right.includes(state))) gold.sure.push([i, j]);
      else if (bare(left).some((state) => bare(right).includes(state))) gold.possible.push([i, j]);
    });
  });
  return gold;
}
