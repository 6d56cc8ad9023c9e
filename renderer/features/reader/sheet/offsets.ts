/**
 * From the page's selection to offsets in a version's text and back. A segment's element (`[data-s]`) holds exactly the
 * segment's text, split over text nodes where direction controls are marked; nothing else in it counts.
 */
import type { RowBook } from '../../../state/row-book';

/** A stretch of one segment, offsets within the segment's own text. */
export interface SegmentStretch {
  version: number;
  segment: number;
  start: number;
  end: number;
}

const closest = (node: Node, selector: string): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(selector) ?? null;

/** Characters of the element's text before a point of the page. Points outside count as its beginning or its end. */
export function offsetWithin(element: HTMLElement, node: Node, offset: number): number {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const side = range.comparePoint(node, offset);
  if (side < 0) return 0;
  if (side > 0) return element.textContent.length;
  range.setEnd(node, offset);
  return range.toString().length;
}

/**
 * The points between which [start, end) of an element's text stands. Marks of which there may be thousands are made of these
 * alone: a live range is looked at again with every node that comes or goes anywhere in the page.
 */
export function pointsWithin(element: HTMLElement, start: number, end: number): StaticRangeInit {
  const points = {
    startContainer: element as Node,
    startOffset: 0,
    endContainer: element as Node,
    endOffset: element.childNodes.length,
  };
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let started = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + (node.nodeValue?.length ?? 0);
    if (!started && start < after) {
      Object.assign(points, { startContainer: node, startOffset: Math.max(0, start - before) });
      started = true;
    }
    if (end <= after) {
      Object.assign(points, { endContainer: node, endOffset: Math.max(0, end - before) });
      break;
    }
    before = after;
  }
  return points;
}

/** The range of [start, end) in an element's text. */
export function rangeWithin(element: HTMLElement, start: number, end: number): Range {
  const points = pointsWithin(element, start, end);
  const range = element.ownerDocument.createRange();
  range.setStart(points.startContainer, points.startOffset);
  range.setEnd(points.endContainer, points.endOffset);
  return range;
}

/** Rows from one to another in page order, over the borders of blocks and sections. */
function* rowsBetween(sheet: HTMLElement, first: HTMLElement, last: HTMLElement): Generator<HTMLElement> {
  const isRow = ({ nodeName, dataset }: HTMLElement) => {
    if (dataset.row !== undefined) return NodeFilter.FILTER_ACCEPT;
    return nodeName === 'TD' || nodeName === 'TH' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  };
  const walker = sheet.ownerDocument.createTreeWalker(sheet, NodeFilter.SHOW_ELEMENT, (node) => isRow(node as HTMLElement));
  walker.currentNode = first;
  for (let row: Node | null = first; row; row = walker.nextNode()) {
    yield row as HTMLElement;
    if (row === last) return;
  }
}

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * What of the selection stands in the version where it began. The page selects across a table row by row; a reader who drags
 * down one column means that column. White space at both ends of a segment's stretch is left out. Empty when nothing is selected.
 */
export function selectedStretches(selection: Selection | null, sheet: HTMLElement): SegmentStretch[] {
  if (!selection?.rangeCount || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return [];
  const range = selection.getRangeAt(0);
  if (!sheet.contains(range.commonAncestorContainer) && !range.intersectsNode(sheet)) return [];
  const cell = closest(selection.anchorNode, 'td[data-v]') ?? closest(selection.focusNode, 'td[data-v]');
  if (!cell || !sheet.contains(cell)) return [];
  const version = Number(cell.dataset.v);
  const home = cell.parentElement!;
  const first = closest(range.startContainer, 'tr[data-row]') ?? home;
  const last = closest(range.endContainer, 'tr[data-row]') ?? home;
  const stretches: SegmentStretch[] = [];
  for (const row of rowsBetween(sheet, first, last)) {
    for (const element of row.querySelectorAll<HTMLElement>(`td[data-v="${version}"] [data-s]`)) {
      if (!range.intersectsNode(element)) continue;
      const text = element.textContent;
      let start = offsetWithin(element, range.startContainer, range.startOffset);
      let end = offsetWithin(element, range.endContainer, range.endOffset);
      while (start < end && isBlank(text[start] ?? '')) start += 1;
      while (end > start && isBlank(text[end - 1] ?? '')) end -= 1;
      if (start < end) stretches.push({ version, segment: Number(element.dataset.s), start, end });
    }
  }
  return stretches;
}

/** The same stretches as offsets in the version's text. Segments that the book doesn't know are left out. */
export function toTextOffsets(book: RowBook, stretches: readonly SegmentStretch[]): { start: number; end: number }[] {
  return stretches.flatMap(({ version, segment, start, end }) => {
    const known = book.segment(version, segment);
    return known ? [{ start: known.start + start, end: known.start + end }] : [];
  });
}

/** A passage of a version's text as stretches of the segments that are loaded. */
export function toStretches(book: RowBook, version: number, start: number, end: number): SegmentStretch[] {
  return book.segmentsBetween(version, start, end).map((segment) => ({
    version,
    segment: segment.index,
    start: Math.max(0, start - segment.start),
    end: Math.min(segment.end, end) - segment.start,
  }));
}
