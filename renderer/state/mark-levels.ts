/** Marks that overlap or lie in each other are told apart by levels: of underlines for codes, of shades for notes. */

export const markLevels = 3;

/** For each stretch its level from zero: those that overlap get different ones, as far as there are levels. */
export function levelsOf(spans: readonly { start: number; end: number }[]): number[] {
  const order = spans.map((_, i) => i).sort((a, b) => spans[a]!.start - spans[b]!.start || spans[b]!.end - spans[a]!.end);
  const ends: number[] = [];
  const found: number[] = [];
  for (const i of order) {
    const { start, end } = spans[i]!;
    let level = ends.findIndex((last) => last <= start);
    if (level < 0) level = ends.length < markLevels ? ends.length : ends.indexOf(Math.min(...ends));
    ends[level] = Math.max(end, level < ends.length ? ends[level]! : 0);
    found[i] = level;
  }
  return found;
}
