/**
 * A new revision of one version's text takes the place of the old one: which paragraph has become which, and what that makes of
 * the rows. What stands unchanged is found first, by its text (patience diff: paragraphs that occur once in both); the aligner
 * then compares what lies between (`sameSegments` are fixed rows for it). Rows keep their other cells whatever happens.
 */
import type { Row } from '../model/report';
import { foldForSearch } from '../text/fold';
import { likeness } from '../text/likeness';
import type { AlignedRow, FixedRow } from './types';

/** Paragraphs of the two texts, by segment index. */
export interface RevisionTexts {
  before: readonly string[];
  after: readonly string[];
}

/** Below this a paragraph is another one: the old one was taken out and a new one put in. */
const sameParagraph = 0.2;
/** Below this a reader should look whether the row still fits. */
const littleChanged = 0.5;

const keyOf = (text: string): string => foldForSearch(text).replace(/\s+/g, ' ').trim();

function placesByText(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, i) => {
    const key = keyOf(text);
    places.set(key, [...(places.get(key) ?? []), i]);
  });
  return places;
}

/**
 * Paragraphs that the revision left as they are, wherever they now stand. A text that occurs more than once is paired only beside
 * a neighbour that is paired already.
 */
export function sameSegments({ before, after }: RevisionTexts): FixedRow[] {
  const later = placesByText(after);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (o: number, n: number) => {
    pairs.set(o, n);
    taken.add(n);
  };
  for (const [key, [o, ...others]] of placesByText(before)) {
    const [n, ...more] = later.get(key) ?? [];
    if (o !== undefined && n !== undefined && others.length === 0 && more.length === 0) pair(o, n);
  }
  const afterKeys = after.map(keyOf);
  const beforeKeys = before.map(keyOf);
  const extend = (from: number, step: 1 | -1) => {
    const at = pairs.get(from - step);
    const n = at === undefined ? (from === 0 && step === 1 ? 0 : -1) : at + step;
    if (!pairs.has(from) && n >= 0 && n < after.length && !taken.has(n) && beforeKeys[from] === afterKeys[n]) pair(from, n);
  };
  for (let o = 0; o < before.length; o += 1) extend(o, 1);
  for (let o = before.length - 1; o >= 0; o -= 1) extend(o, -1);
  return [...pairs].sort(([a], [b]) => a - b).map(([o, n]) => ({ cells: [[o], [n]] }));
}

/**
 * What became of a row: `same` its text is as it was; `changed` it reads differently and is the same paragraph; `unsure` it was
 * rewritten so far that the row may no longer fit; `gone` the new text has nothing for it.
 */
export type Carried = 'same' | 'changed' | 'unsure' | 'gone';

export interface CarriedRow {
  cells: number[][];
  /** Index of the row that it was. */
  from: number;
  carried: Carried;
  /** 0..1, of the cell's old and new text. */
  likeness: number;
}

export interface CarryOver {
  /** Rows that still have a filled cell, in the order of the old ones. */
  rows: CarriedRow[];
  /** Segments of the new text that stand in no row yet. */
  added: number[];
  /** Segments of the old text that have no successor. */
  gone: number[];
  /** The old row of each old segment. */
  rowOfOld: ReadonlyMap<number, number>;
  /** Indices of old rows of which nothing is left. */
  emptied: number[];
  /** Part of the old text that lives on, 0..1, by characters. */
  kept: number;
}

const joined = (texts: readonly string[], segments: readonly number[]): string => segments.map((s) => texts[s] ?? '').join('\n');

/** The segment among some that a text is most like. */
function mostLike(text: string, candidates: readonly number[], texts: readonly string[]): number | undefined {
  let best: { segment: number; likeness: number } | null = null;
  for (const segment of candidates) {
    const found = likeness(text, texts[segment] ?? '');
    if (!best || found > best.likeness) best = { segment, likeness: found };
  }
  return best?.segment;
}

/**
 * `pairs`: the two revisions aligned with each other, the old one first. A new paragraph goes to the row of the old one that it
 * came from; where several rows' paragraphs became one, to the row whose text it is most like.
 */
export function carryOver(
  rows: readonly Row[],
  version: number,
  texts: RevisionTexts,
  pairs: readonly Pick<AlignedRow, 'cells'>[],
): CarryOver {
  const rowOf = new Map<number, number>();
  rows.forEach((row, r) => {
    for (const segment of row.cells[version] ?? []) rowOf.set(segment, r);
  });
  const cells: number[][] = rows.map(() => []);
  const placed = new Set<number>();
  const succeeded = new Set<number>();
  for (const { cells: both } of pairs) {
    const [old = [], fresh = []] = both;
    if (old.length === 0 || fresh.length === 0) continue;
    if (likeness(joined(texts.before, old), joined(texts.after, fresh)) < sameParagraph) continue;
    const owners = new Set(old.map((segment) => rowOf.get(segment)));
    for (const segment of fresh) {
      const from = owners.size === 1 ? old[0] : mostLike(texts.after[segment] ?? '', old, texts.before);
      const row = from === undefined ? undefined : rowOf.get(from);
      if (row === undefined) continue;
      cells[row]!.push(segment);
      placed.add(segment);
      for (const o of old) if (rowOf.get(o) === row) succeeded.add(o);
    }
  }

  const carried = rows.map((row, r): CarriedRow => {
    const before = row.cells[version] ?? [];
    const after = cells[r]!.sort((a, b) => a - b);
    const alike = before.length === 0 ? 1 : likeness(joined(texts.before, before), joined(texts.after, after));
    const same = keyOf(joined(texts.before, before)) === keyOf(joined(texts.after, after));
    const state: Carried =
      before.length === 0 || same ? 'same' : after.length === 0 ? 'gone' : alike < littleChanged ? 'unsure' : 'changed';
    return { cells: row.cells.map((cell, v) => (v === version ? after : cell)), from: r, carried: state, likeness: alike };
  });
  const isEmpty = (row: CarriedRow) => row.cells.every((cell) => cell.length === 0);
  const size = (segments: readonly number[]) => segments.reduce((sum, s) => sum + (texts.before[s]?.length ?? 0), 0);
  const all = texts.before.map((_, s) => s);
  const gone = all.filter((s) => !succeeded.has(s));
  return {
    rows: carried.filter((row) => !isEmpty(row)),
    added: texts.after.flatMap((_, s) => (placed.has(s) ? [] : [s])),
    gone,
    rowOfOld: rowOf,
    emptied: carried.filter(isEmpty).map((row) => row.from),
    kept: size(all) === 0 ? 0 : 1 - size(gone) / size(all),
  };
}

/** Where an old segment's text stands now: the first new segment of its pair. For finding what pointed at it. */
export function successors(pairs: readonly Pick<AlignedRow, 'cells'>[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { cells } of pairs) {
    const [old = [], fresh = []] = cells;
    old.forEach((segment, i) => {
      const next = fresh[Math.min(i, fresh.length - 1)];
      if (next !== undefined) found.set(segment, next);
    });
  }
  return found;
}
