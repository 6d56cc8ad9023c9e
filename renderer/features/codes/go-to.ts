/** Goes from a coded passage to its place in the text. */
import { useReport } from '../../state/report';
import { type Passage, rowSheet } from '../../state/row-sheet';

/** Looks through what is loaded, then loads the rest, section by section. */
async function rowOf({ versionId, start, end }: Passage): Promise<{ index: number; version: number; segment: number } | null> {
  const { book, report, want } = useReport.getState();
  const version = report?.versions.find((v) => v.id === versionId)?.ordinal;
  if (!book || version === undefined) return null;
  for (let tries = 0; tries <= book.sections.length; tries += 1) {
    const segment = book.segmentsBetween(version, start, end)[0];
    const row = segment ? book.rowOf(version, segment.index) : null;
    if (segment && row !== null) return { index: book.indexOf(row), version, segment: segment.index };
    const next = book.sections.find((section) => !section.rows && section.size > 0);
    if (!next || useReport.getState().book !== book) return null;
    await want(next.start);
    if (!next.rows) return null;
  }
  return null;
}

export async function goToPassage(passage: Passage): Promise<void> {
  const place = await rowOf(passage);
  const { cursor, setReturn, book } = useReport.getState();
  if (!place) return;
  if (cursor) setReturn(cursor);
  await rowSheet()?.focusCell(place.index, place.version);
  const segment = book?.segment(place.version, place.segment);
  if (!segment) return;
  const within = { start: Math.max(0, passage.start - segment.start), end: Math.min(passage.end, segment.end) - segment.start };
  await rowSheet()?.showStretch({ version: place.version, segment: place.segment, ...within }, place.index);
  select(passage);
}

/** The passage itself is shown as the selection, which the next key can be about. */
function select(passage: Passage): void {
  const ranges = rowSheet()?.rangesOf(passage) ?? [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return;
  document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}
