/**
 * What the sheet of rows offers to the other parts of the reader: where things stand, what is selected, and going there. The
 * sheet sets itself here while it is on screen.
 */
import type { RowId, VersionId } from '../../core/model/ids';

/** A stretch of one version's text, UTF-16 offsets in that text. */
export interface Passage {
  versionId: VersionId;
  start: number;
  end: number;
}

export interface RowSheet {
  /** Puts the focus on a cell and brings it into view. */
  focusCell(index: number, version?: number): Promise<void>;
  /** The selected text, a passage for each segment; null without a selection in one version's text. */
  selection(): Passage[] | null;
  clearSelection(): void;
  /** Brings a stretch of a segment into view, without taking the focus. `index`: the place of its row. */
  showStretch(stretch: { version: number; segment: number; start: number; end: number }, index: number): Promise<void>;
  /** Where a cell stands on the screen, for a menu beside it. */
  cellRect(index: number, version: number): DOMRect | null;
  /** Where the reader is: the row to come back to and its distance from the top, in CSS pixels. */
  position(): { rowId: RowId; version: number; offset: number } | null;
}

let current: RowSheet | null = null;

export function setRowSheet(sheet: RowSheet): () => void {
  current = sheet;
  return () => {
    if (current === sheet) current = null;
  };
}
export const rowSheet = (): RowSheet | null => current;
