/** The keys of the flow: moving from paragraph to paragraph and across, selecting words and sentences, following a crossing. */
import type { Direction } from '../../../../core/model/text';
import { visibleVersions } from '../../../state/columns';
import { useReport } from '../../../state/report';
import { extendByKey } from '../text-page';
import type { FlowPage } from './flow-page';
import { moveParagraph, type Paragraph } from './move-paragraph';
import { SentenceSelection } from './sentence-selection';

/** What the keys ask of the flow. */
export interface FlowMoves {
  direction(): Direction;
  /** The paragraph where the reader is. */
  current(): Paragraph | null;
  goTo(to: Paragraph): void;
  /** The selection has come to here. */
  selectedTo(to: Paragraph): void;
  /** Follows the chip of a paragraph; false when it has none. */
  follow(from: Paragraph): boolean;
}

function nextHeading(version: number, from: number, step: 1 | -1): number | null {
  const { book, report } = useReport.getState();
  const count = report?.versions[version]?.segmentCount ?? 0;
  for (let at = from + step; at >= 0 && at < count; at += step) {
    if (book?.segment(version, at)?.kind === 'heading') return at;
  }
  return null;
}

export class FlowKeys {
  readonly #page: FlowPage;
  readonly #moves: FlowMoves;
  readonly #sentences: SentenceSelection;

  constructor(page: FlowPage, moves: FlowMoves) {
    this.#page = page;
    this.#moves = moves;
    this.#sentences = new SentenceSelection(page);
  }
  /** `version`: the text that has the focus. */
  pressed(event: KeyboardEvent, version: number): void {
    const { columns, cursor, book, report } = useReport.getState();
    const column = this.#page.column(version);
    if (event.defaultPrevented || event.altKey || !column || !report) return;
    const [first, last] = column.seen();
    const from = this.#moves.current() ?? { version: cursor?.version ?? version, segment: first - 1 };
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.shiftKey) {
      if (!ctrl) this.#select(event);
      return;
    }
    if (event.key === 'Enter') {
      if (!ctrl && this.#moves.follow(from)) event.preventDefault();
      return;
    }
    const to = moveParagraph(
      from,
      { key: event.key, ctrl },
      {
        visible: visibleVersions(columns),
        count: report.versions[from.version]?.segmentCount ?? 0,
        page: Math.max(1, last - first - 1),
        direction: this.#moves.direction(),
        row: cursor ? (book?.rowAt(cursor.index) ?? null) : null,
        nextHeading: (at, step) => nextHeading(from.version, at, step),
      },
    );
    if (!to) return;
    event.preventDefault();
    if (to.segment < 0 || (to.version === from.version && to.segment === from.segment)) return;
    document.getSelection()?.removeAllRanges();
    this.#moves.goTo(to);
  }
  /** By word to the left and right, by sentence up and down, there from paragraph to paragraph. */
  #select(event: KeyboardEvent): void {
    const at = this.#moves.current();
    if (!at) return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      extendByKey(event, this.#page.column(at.version)?.holder(at.segment) ?? null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const head = this.#sentences.extend(at, event.key === 'ArrowDown' ? 1 : -1);
      if (head) this.#moves.selectedTo(head);
    }
  }
}
