/**
 * Paragraphs whose row stands out of the common order: each gets a chip with the paragraph that answers it, and the way there. In
 * the flow a text keeps its own order, so it is the counterpart that stands elsewhere.
 */
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { useReport } from '../../../state/report';
import type { BookChange } from '../../../state/row-book';
import { CrossingMarks } from '../sheet/crossing-marks';
import { crossingChip } from '../sheet/row-dom';
import type { ControllerWords } from '../sheet/sheet-controller';
import type { FlowPage } from './flow-page';
import type { Paragraph } from './move-paragraph';

/** Words that the flow says itself. */
export interface FlowWords extends ControllerWords {
  /** Chip of a paragraph whose counterpart stands elsewhere: that one's number in its own text. */
  beside: (paragraph: number) => string;
  besideHint: string;
}

/** What answers a cell: in the base version when it has the row, else in the nearest version that has. */
export function answerOf(row: Row, version: number, visible: readonly number[], base: number): Paragraph | null {
  const at = visible.indexOf(version);
  const near = [...visible].sort((a, b) => Math.abs(visible.indexOf(a) - at) - Math.abs(visible.indexOf(b) - at));
  for (const other of [...(visible.includes(base) ? [base] : []), ...near]) {
    const segment = row.cells[other]?.[0];
    if (other !== version && segment !== undefined) return { version: other, segment };
  }
  return null;
}

export class FlowCrossings {
  readonly #page: FlowPage;
  readonly #words: () => FlowWords;
  readonly #marks: CrossingMarks;

  constructor(page: FlowPage, words: () => FlowWords) {
    this.#page = page;
    this.#words = words;
    this.#marks = new CrossingMarks({ setCrossing: (id, version, crossing) => this.#set(id, version, crossing) });
  }
  reset(): void {
    this.#marks.reset();
  }
  stop(): void {
    this.#marks.stop();
  }
  ask(changes: readonly BookChange[] = []): void {
    this.#marks.ask(changes);
  }
  /** What the chip of a paragraph leads to; null for one that has none. */
  target({ version, segment }: Paragraph): Paragraph | null {
    const { book, report } = useReport.getState();
    const id = book?.rowOf(version, segment) ?? null;
    const row = id !== null && this.#marks.has(id, version) ? (book?.rowAt(book.indexOf(id)) ?? null) : null;
    if (!row || !report || row.cells[version]?.[0] !== segment) return null;
    const base = report.versions.findIndex((v) => v.id === report.baseVersionId);
    return answerOf(
      row,
      version,
      this.#page.columns.map((c) => c.version.ordinal),
      base,
    );
  }
  /** The chip of a paragraph that is drawn now. */
  chip(paragraph: Paragraph): HTMLElement | null {
    const to = this.target(paragraph);
    const { book } = useReport.getState();
    const id = to && book?.rowOf(to.version, to.segment);
    const row = id != null && book ? book.rowAt(book.indexOf(id)) : null;
    const words = this.#words();
    return to && row && crossingChip(row, to.version, { ...words, crossing: words.beside, crossingHint: words.besideHint });
  }
  #set(id: RowId, version: number, crossing: boolean): void {
    const { book } = useReport.getState();
    const segment = book?.rowAt(book.indexOf(id))?.cells[version]?.[0];
    const holder = segment === undefined ? null : this.#page.column(version)?.holder(segment);
    holder?.querySelector(':scope > .cross')?.remove();
    const chip = crossing && segment !== undefined && holder ? this.chip({ version, segment }) : null;
    if (chip) holder?.prepend(chip);
  }
}
