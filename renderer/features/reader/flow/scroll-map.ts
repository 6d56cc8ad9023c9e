/**
 * Where a column has to stand so that what is read in another one meets its counterpart. Two pure steps: from a scroll offset to
 * the reading position (the height in the column's text that the reader is at) and back; and from a position in one text to the
 * corresponding one in another, by pieces of straight line through the rows that both have. All in CSS pixels, all monotone.
 */

/** A row's stretch in two columns, as heights in their texts. */
export interface StretchPair {
  fromTop: number;
  fromBottom: number;
  toTop: number;
  toBottom: number;
}
export interface Viewport {
  /** Height of what is seen. */
  height: number;
  /** Largest scroll offset; 0 for a text that is seen whole. */
  max: number;
}

/** The reading line stands this share of the view below its top. */
export const readingLine = 1 / 3;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Corners of the line from offset to position: the line leaves the top at the beginning of a text and ends at its end. */
function corners({ height, max }: Viewport): [number, number][] {
  const before = height * readingLine;
  const after = height - before;
  // Where the text is too short for the line to rest at its place, it goes evenly from end to end.
  if (max <= height) {
    return [
      [0, 0],
      [max, max + height],
    ];
  }
  return [
    [0, 0],
    [before, 2 * before],
    [max - after, max - after + before],
    [max, max + height],
  ];
}

function along(points: readonly (readonly [number, number])[], x: number): number {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return x;
  if (x <= first[0]) return first[1];
  if (x >= last[0]) return last[1];
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle]![0] <= x) low = middle;
    else high = middle;
  }
  const [x0, y0] = points[low]!;
  const [x1, y1] = points[high]!;
  return x1 > x0 ? y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) : y1;
}

/** Height in the text that is read when the column is scrolled to `offset`. */
export const positionAt = (offset: number, view: Viewport): number => along(corners(view), offset);

/** The scroll offset at which a height in the text is read; between 0 and the largest one. */
export function offsetFor(position: number, view: Viewport): number {
  if (view.max <= 0) return 0;
  const turned = corners(view).map(([x, y]) => [y, x] as const);
  return clamp(along(turned, position), 0, view.max);
}

/**
 * The height in the second text that answers `at` in the first. Rows come in the order of both texts; where they overlap or step
 * back, the line stays level instead. Beyond the outermost rows the ends of the two texts answer each other.
 */
export function mapPosition(pairs: readonly StretchPair[], at: number, ends: { from: number; to: number }): number {
  const points: [number, number][] = [[0, 0]];
  const add = (x: number, y: number) => {
    const [lastX, lastY] = points.at(-1)!;
    points.push([clamp(x, lastX, Math.max(lastX, ends.from)), clamp(y, lastY, Math.max(lastY, ends.to))]);
  };
  for (const pair of pairs) {
    add(pair.fromTop, pair.toTop);
    add(pair.fromBottom, pair.toBottom);
  }
  add(ends.from, ends.to);
  return along(points, at);
}
