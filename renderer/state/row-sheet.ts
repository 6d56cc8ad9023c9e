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
  /** Lights the next sentence of the current cell; left and right as the cell's text reads. */
  stepSentence(towards: 'left' | 'right'): void;
  clearSelection(): void;
  /** Brings a stretch of a segment into view, without taking the focus. `index`: the place of its row. */
  showStretch(stretch: { version: number; segment: number; start: number; end: number }, index: number): Promise<void>;
  /** Where a cell stands on the screen, for a menu beside it. */
  cellRect(index: number, version: number): DOMRect | null;
  /** A passage as ranges of the page, one a segment, as far as it is on screen. */
  rangesOf(passage: Passage): Range[];
  /** The cell in which a passage begins, as far as it is loaded. */
  cellOf(passage: Passage): HTMLElement | null;
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

const drawn = new Set<() => void>();

/** Tells when the marks in the text are drawn anew: other parts then draw theirs. */
export function onMarksDrawn(listener: () => void): () => void {
  drawn.add(listener);
  return () => drawn.delete(listener);
}
export function marksDrawn(): void {
  for (const listener of [...drawn]) listener();
}
