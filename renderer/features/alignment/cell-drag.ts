/**
 * Moving a cell to another row by pointer: a grip shows in the cell under the pointer; let go over another row, the cell is
 * linked to it. An extra: picking up (X) and putting down (P) does the same by key, so screen readers need not know of the grip.
 */
import type { RowId } from '../../../core/model/ids';
import { type Dragging, followPointer } from '../../components/pointer-drag';
import { i18n } from '../../i18n/i18n';
import { useReport } from '../../state/report';
import { linkCell } from './range-commands';

/** Near its upper and lower edge the sheet scrolls by itself; CSS pixels, and pixels a frame at most. */
const edge = 48;
const fastest = 18;

const cellWithText = (target: EventTarget | null): HTMLElement | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.sheet tr[data-row] > td[data-v]') : null;
  return cell?.querySelector('[data-s]') ? cell : null;
};
const rowIdOf = (row: HTMLElement): RowId => Number(row.dataset.row) as RowId;
const rowAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('.sheet tr[data-row]') ?? null;

function begin(cell: HTMLElement): Dragging | null {
  const home = cell.closest<HTMLElement>('tr[data-row]');
  const sheet = cell.closest<HTMLElement>('.sheet');
  const version = Number(cell.dataset.v);
  if (!home || !sheet) return null;
  const rowId = rowIdOf(home);
  const label = document.createElement('div');
  label.className = 'cell-drag-label';
  label.setAttribute('aria-hidden', 'true');
  document.body.append(label);
  cell.classList.add('cell-dragged');
  let target: HTMLElement | null = null;
  let last: { x: number; y: number } | null = null;
  let frame = 0;

  const aim = (row: HTMLElement | null) => {
    target?.classList.remove('drop-row');
    target?.querySelector('.drop-here')?.classList.remove('drop-here');
    target = row && rowIdOf(row) !== rowId ? row : null;
    target?.classList.add('drop-row');
    target?.querySelector(`td[data-v="${version}"]`)?.classList.add('drop-here');
    const index = target ? (useReport.getState().book?.indexOf(rowIdOf(target)) ?? -1) : -1;
    label.textContent = index < 0 ? i18n.t('alignment:drag.nowhere') : i18n.t('alignment:drag.to', { row: index + 1 });
  };
  const scroll = () => {
    frame = requestAnimationFrame(scroll);
    if (!last) return;
    const { top, bottom } = sheet.getBoundingClientRect();
    const head = sheet.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const above = top + head + edge - last.y;
    const below = last.y - (bottom - edge);
    const by = above > 0 ? -above : below > 0 ? below : 0;
    if (by === 0) return;
    sheet.scrollTop += Math.max(-fastest, Math.min(fastest, by));
    aim(rowAt(last.x, last.y));
  };
  frame = requestAnimationFrame(scroll);
  const end = () => {
    cancelAnimationFrame(frame);
    label.remove();
    cell.classList.remove('cell-dragged');
    target?.classList.remove('drop-row');
    target?.querySelector('.drop-here')?.classList.remove('drop-here');
  };
  return {
    move({ clientX, clientY }) {
      last = { x: clientX, y: clientY };
      aim(rowAt(clientX, clientY));
      // physical: beside the pointer, within the window
      const x = Math.min(clientX + 14, window.innerWidth - label.offsetWidth - 8);
      Object.assign(label.style, { left: `${x}px`, top: `${Math.min(clientY + 16, window.innerHeight - 40)}px` });
    },
    drop() {
      const to = target && rowIdOf(target);
      end();
      if (to !== null) void linkCell(rowId, version, to);
    },
    cancel: end,
  };
}

/** Shows the grip where the pointer is; returns the function that takes it away again. */
export function offerCellDrag(): () => void {
  const grip = document.createElement('span');
  grip.className = 'cell-grip';
  grip.setAttribute('aria-hidden', 'true');
  const over = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const cell = cellWithText(event.target);
    if (!cell) grip.remove();
    else if (grip.parentElement !== cell) {
      grip.title = i18n.t('alignment:drag.grip');
      cell.append(grip);
    }
  };
  const down = (event: PointerEvent) => {
    const cell = grip.parentElement;
    if (!cell || useReport.getState().status !== 'open') return;
    // No text is selected from here.
    event.preventDefault();
    followPointer(grip, event, () => begin(cell));
  };
  document.addEventListener('pointerover', over);
  grip.addEventListener('pointerdown', down);
  return () => {
    document.removeEventListener('pointerover', over);
    grip.remove();
  };
}
