/**
 * UTF-16 offsets to code points and back. The Web Annotation model and REFI-QDA count code points; we count UTF-16 units,
 * as JavaScript does. One table a text of the places of its surrogate pairs makes each conversion a binary search.
 */
export interface CodePointMap {
  /** Offset in UTF-16 units to offset in code points; one inside a pair counts as the pair's start. */
  toCodePoints(offset: number): number;
  toUtf16(codePoints: number): number;
}

export function codePointMap(text: string): CodePointMap {
  /** UTF-16 offsets of the second halves of all surrogate pairs. */
  const seconds: number[] = [];
  for (let i = 0; i + 1 < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next < 0xdc00 || next > 0xdfff) continue;
    seconds.push(i + 1);
    i += 1;
  }
  /** How many items of the ascending list are smaller than the limit. */
  const countBelow = (valueAt: (i: number) => number, limit: number): number => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(middle) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    toCodePoints: (offset) => offset - countBelow((i) => seconds[i] ?? 0, offset + 1),
    // The i-th pair's second half stands at seconds[i]; i pairs before it each save one, so the pair is code point seconds[i] - 1 - i.
    toUtf16: (codePoints) => codePoints + countBelow((i) => (seconds[i] ?? 0) - 1 - i, codePoints),
  };
}
