/**
 * Finding words in the open report while they are typed: case, accents, Arabic marks and letter forms are folded
 * (core/text/fold.ts). Goes through the loaded rows in slices, so that typing stays quick in a long report.
 */
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import type { Span } from '../../../../core/model/text';
import { foldForSearch, foldWithSources, sourceSpan } from '../../../../core/text/fold';
import type { RowBook } from '../../../state/row-book';
import type { SegmentStretch } from '../sheet/offsets';

export interface Match extends SegmentStretch {
  row: RowId;
}

/** Longest stretch of work before the window gets a turn, in milliseconds. */
const sliceMs = 12;
/** Between two tellings of what was found so far: each has the bar and the lights drawn anew. */
const tellMs = 250;

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

/** What was found so far, in reading order. */
export interface Finding {
  matches: readonly Match[];
  /** How many of them stand before the row where the search began. */
  before: number;
  done: boolean;
}

/**
 * All matches in the columns given, row by row and column by column. Begins at row `from`, where the reader is, and goes on from
 * the beginning; tells of what it finds as it comes. Ends early when `isStale` says that nobody waits any more.
 */
export async function findMatches(
  book: RowBook,
  versions: readonly number[],
  query: string,
  from: number,
  isStale: () => boolean,
  tell: (finding: Finding) => void,
): Promise<void> {
  const needle = foldForSearch(query).trim();
  const before: Match[] = [];
  const behind: Match[] = [];
  let sliceStart = performance.now();
  let toldAt = Number.NEGATIVE_INFINITY;
  let told = 0;
  const look = (row: Row, found: Match[]) => {
    for (const version of versions) {
      for (const segment of book.segmentsOf(row, version)) {
        for (const [start, end] of spansOf(segment.text, needle)) {
          found.push({ row: row.id, version, segment: segment.index, start, end });
        }
      }
    }
  };
  for (const found of needle === '' ? [] : [behind, before]) {
    for (const { index, row } of book.loadedRows()) {
      if (index < from !== (found === before)) continue;
      look(row, found);
      const now = performance.now();
      if (now - sliceStart < sliceMs) continue;
      const count = before.length + behind.length;
      if (count > told && (told === 0 || now - toldAt > tellMs)) {
        tell({ matches: [...before, ...behind], before: before.length, done: false });
        told = count;
        toldAt = now;
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (isStale()) return;
      sliceStart = performance.now();
    }
  }
  tell({ matches: [...before, ...behind], before: before.length, done: true });
}
