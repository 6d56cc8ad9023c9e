/**
 * Where the focus goes by key, after the grid pattern of the ARIA practices guide; left and right mean what they look like,
 * whatever the direction of the interface.
 */
import type { Direction } from '../../../../core/model/text';
import { stepTowards } from '../../../state/columns';

export interface Cell {
  index: number;
  version: number;
}
export interface Grid {
  /** Versions of the visible columns in reading order. */
  visible: readonly number[];
  rowCount: number;
  /** Rows that a page key moves over. */
  pageRows: number;
  direction: Direction;
  /** Index of the next row (step 1) or previous row (−1) that opens a part of the text; null when there is none. */
  nextHeading: (from: number, step: 1 | -1) => number | null;
}
export interface MoveKey {
  key: string;
  ctrl: boolean;
}

/** The cell that a key leads to; the same cell at an edge; null for keys that don't move. */
export function moveCell(from: Cell, { key, ctrl }: MoveKey, grid: Grid): Cell | null {
  const { visible, rowCount, pageRows, direction } = grid;
  if (rowCount === 0 || visible.length === 0) return null;
  const column = Math.max(0, visible.indexOf(from.version));
  const at = (index: number, col = column): Cell => ({
    index: Math.max(0, Math.min(rowCount - 1, index)),
    version: visible[Math.max(0, Math.min(visible.length - 1, col))]!,
  });
  switch (key) {
    case 'ArrowUp':
      return at(ctrl ? (grid.nextHeading(from.index, -1) ?? 0) : from.index - 1);
    case 'ArrowDown':
      return at(ctrl ? (grid.nextHeading(from.index, 1) ?? rowCount - 1) : from.index + 1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = stepTowards(key === 'ArrowLeft' ? 'left' : 'right', direction);
      if (ctrl) return at(from.index, step === 1 ? visible.length - 1 : 0);
      return at(from.index, column + step);
    }
    case 'Home':
      return ctrl ? at(0, 0) : at(from.index, 0);
    case 'End':
      return ctrl ? at(rowCount - 1, visible.length - 1) : at(from.index, visible.length - 1);
    case 'PageUp':
      return at(from.index - pageRows);
    case 'PageDown':
      return at(from.index + pageRows);
    default:
      return null;
  }
}
