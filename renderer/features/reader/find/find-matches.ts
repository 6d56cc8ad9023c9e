/**
 * Finding words in the open report while they are typed: case, accents, Arabic marks and letter forms are folded
 * (core/text/fold.ts). Goes through the loaded rows in slices, so that typing stays quick in a long report.
 */
import type { RowId } from '../../../../core/model/ids';
import type { Span } from '../../../../core/model/text';
import { foldForSearch, foldWithSources, sourceSpan } from '../../../../core/text/fold';
import type { RowBook } from '../../../state/row-book';
import type { SegmentStretch } from '../sheet/offsets';

export interface Match extends SegmentStretch {
  row: RowId;
}

/** Longest stretch of work before the window gets a turn, in milliseconds. */
const sliceMs = 12;

/** Where a folded needle stands in a text: spans of the text as it is, none overlapping another. */
export function spansOf(text: string, needle: string): Span[] {
  if (needle === '' || !foldForSearch(text).includes(needle)) return [];
  const source = foldWithSources(text);
  const spans: Span[] = [];
  for (let at = source.folded.indexOf(needle); at >= 0; at = source.folded.indexOf(needle, at + needle.length)) {
    spans.push(sourceSpan(source, at, at + needle.length));
  }
  return spans;
}

/**
 * All matches in the columns given, row by row and column by column; tells of them as they come. Ends early when `isStale`
 * says that nobody waits any more.
 */
export async function findMatches(
  book: RowBook,
  versions: readonly number[],
  query: string,
  isStale: () => boolean,
  tell: (found: readonly Match[], done: boolean) => void,
): Promise<void> {
  const needle = foldForSearch(query).trim();
  const found: Match[] = [];
  let sliceStart = performance.now();
  for (const { row } of needle === '' ? [] : book.loadedRows()) {
    for (const version of versions) {
      for (const segment of book.segmentsOf(row, version)) {
        for (const [start, end] of spansOf(segment.text, needle)) {
          found.push({ row: row.id, version, segment: segment.index, start, end });
        }
      }
    }
    if (performance.now() - sliceStart < sliceMs) continue;
    tell([...found], false);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isStale()) return;
    sliceStart = performance.now();
  }
  tell(found, true);
}

/** The first match at or behind a row (by place), or the first of all; −1 without matches. */
export function matchFrom(matches: readonly Match[], index: number, indexOf: (id: RowId) => number): number {
  const at = matches.findIndex((m) => indexOf(m.row) >= index);
  return at >= 0 ? at : matches.length > 0 ? 0 : -1;
}
