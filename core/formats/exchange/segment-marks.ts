/**
 * How a cell's segments are written beside its text in TMX and XLIFF, so that our own files come back as they were:
 * `index:kind[level][!]:start:length`, one word a segment, `!` for boilerplate. Other tools carry these marks along unread.
 */
import type { Segment, SegmentKind } from '../../model/text';

export interface SegmentMark {
  index: number;
  kind: SegmentKind;
  level?: number;
  boilerplate: boolean;
  /** UTF-16 offset in the version's text. */
  start: number;
  length: number;
}

export const writeMarks = (cell: readonly Segment[]): string =>
  cell.map((s) => `${s.index}:${s.kind}${s.level ?? ''}${s.boilerplate ? '!' : ''}:${s.start}:${s.text.length}`).join(' ');

const mark = /^(\d{1,9}):(heading|paragraph|list-item|quotation)([1-6]?)(!?):(\d{1,10}):(\d{1,10})$/;

/** Null where the marks are not ours or don't fit the cell's text, which is one line break longer between segments. */
export function readMarks(value: string, cellLength: number): SegmentMark[] | null {
  if (value === '') return cellLength === 0 ? [] : null;
  const marks: SegmentMark[] = [];
  for (const word of value.split(' ')) {
    const found = mark.exec(word);
    if (!found) return null;
    marks.push({
      index: Number(found[1]),
      kind: found[2] as SegmentKind,
      ...(found[3] ? { level: Number(found[3]) } : {}),
      boilerplate: found[4] === '!',
      start: Number(found[5]),
      length: Number(found[6]),
    });
  }
  const total = marks.reduce((sum, { length }) => sum + length, marks.length - 1);
  return total === cellLength ? marks : null;
}
