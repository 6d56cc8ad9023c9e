/**
 * Where the reader is in a long sheet, and coming back there to the pixel. Sections out of view only have estimated heights, so
 * a jump is corrected once what it uncovered has been laid out.
 */
import type { SheetView } from './sheet-view';

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => (typeof requestAnimationFrame === 'function' ? requestAnimationFrame(() => resolve()) : resolve()));

/** Upper edge of what can be read: under the sticky heads of the columns. */
export function viewTop(scroller: HTMLElement): number {
  const head = scroller.querySelector('thead');
  return scroller.getBoundingClientRect().top + (head?.getBoundingClientRect().height ?? 0);
}

/** Rows that fit in the view, by the height of the one given; at least one. */
export function rowsInView(scroller: HTMLElement, row: HTMLElement | null): number {
  const height = row?.getBoundingClientRect().height ?? 0;
  return height > 0 ? Math.max(1, Math.floor((scroller.clientHeight - 40) / height)) : 5;
}

/** Scrolls so that the row's upper edge stands `offset` CSS pixels below the top of the view. */
export async function scrollRowTo(scroller: HTMLElement, find: () => HTMLElement | null, offset: number): Promise<void> {
  let still = 0;
  for (let frame = 0; frame < 12 && still < 2; frame++) {
    const row = find();
    if (!row) return;
    const drift = row.getBoundingClientRect().top - viewTop(scroller) - offset;
    const before = scroller.scrollTop;
    if (Math.abs(drift) >= 0.5) scroller.scrollTop += drift;
    // At an edge of the sheet there may be nothing to scroll.
    still = Math.abs(drift) < 0.5 || scroller.scrollTop === before ? still + 1 : 0;
    await nextFrame();
  }
}

/**
 * Brings a cell or range into view: a step with as little movement as can be, a jump to where there is something to read above
 * and below. One taller than the view shows its beginning.
 */
export async function bringIntoView(scroller: HTMLElement, what: HTMLElement | Range, how: 'step' | 'jump'): Promise<void> {
  let moved = false;
  for (let frame = 0; frame < 4; frame++) {
    const top = viewTop(scroller);
    const { bottom } = scroller.getBoundingClientRect();
    const box = what.getBoundingClientRect();
    const before = scroller.scrollTop;
    const isOut = box.top < top || box.bottom > bottom;
    const room = Math.max(0, Math.min((bottom - top) / 4, bottom - top - box.height));
    if (how === 'jump' && (isOut || moved)) scroller.scrollTop += box.top - top - room;
    else if (box.top < top || (isOut && box.height > bottom - top)) scroller.scrollTop += box.top - top;
    else if (isOut) scroller.scrollTop += box.bottom - bottom + 1;
    if (scroller.scrollTop === before) break;
    moved = true;
    await nextFrame();
  }
  const edges = scroller.getBoundingClientRect();
  const box = what.getBoundingClientRect();
  if (box.left < edges.left) scroller.scrollLeft -= edges.left - box.left;
  else if (box.right > edges.right) scroller.scrollLeft += Math.min(box.right - edges.right, box.left - edges.left);
}

/** The place to come back to: the current row where it is in view, else the first row that is. */
export function readingPlace(view: SheetView, scroller: HTMLElement, currentIndex: number | null) {
  const top = viewTop(scroller);
  const bottom = scroller.getBoundingClientRect().bottom;
  const row = currentIndex === null ? null : view.row(currentIndex);
  const box = row?.getBoundingClientRect();
  if (row && box && box.bottom > top && box.top < bottom) return { row: Number(row.dataset.row), offset: box.top - top };
  const first = view.firstRowBelow(top);
  return first && { row: Number(first.id), offset: first.top - top };
}
