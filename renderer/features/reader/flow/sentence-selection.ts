/** Selecting sentences by key in one text, from paragraph to paragraph: an ordinary selection of the page, so that notes and codes take it. */
import { useReport } from '../../../state/report';
import { offsetWithin, rangeWithin } from '../sheet/offsets';
import { sentenceAt, stepSentence, stretchOf } from '../sheet/sentences';
import type { FlowPage } from './flow-page';
import type { Paragraph } from './move-paragraph';

interface Sentence {
  segment: number;
  sentence: number;
}
interface Chosen {
  version: number;
  anchor: Sentence;
  head: Sentence;
  /** The page's selection as it was made: another one is somebody else's. */
  text: string;
}

const isBefore = (a: Sentence, b: Sentence): boolean =>
  a.segment < b.segment || (a.segment === b.segment && a.sentence <= b.sentence);

export class SentenceSelection {
  readonly #page: FlowPage;
  #chosen: Chosen | null = null;

  constructor(page: FlowPage) {
    this.#page = page;
  }
  /**
   * Selects the sentence where the selection is, or the first of the paragraph; when sentences are selected, takes the next one
   * in (1) or goes back by one (−1). The paragraph where it ends now; null when there is nothing to select.
   */
  extend(from: Paragraph, by: 1 | -1): Paragraph | null {
    const selection = document.getSelection();
    const { book } = useReport.getState();
    if (!selection || !book) return null;
    const before = this.#chosen && selection.toString() === this.#chosen.text ? this.#chosen : null;
    const chosen = before ?? this.#begin(from, selection);
    let { head } = chosen;
    if (before) {
      const near = [head.segment - 1, head.segment, head.segment + 1];
      const around = near.flatMap((segment) => book.segment(chosen.version, segment) ?? []);
      head = stepSentence(around, head, by) ?? head;
    }
    const [first, last] = isBefore(chosen.anchor, head) ? [chosen.anchor, head] : [head, chosen.anchor];
    const start = this.#range(chosen.version, first);
    const end = this.#range(chosen.version, last);
    if (!start || !end) return null;
    selection.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
    this.#chosen = { ...chosen, head, text: selection.toString() };
    return { version: chosen.version, segment: head.segment };
  }

  #begin({ version, segment }: Paragraph, selection: Selection): Chosen {
    const element = this.#page.segment(version, segment);
    const { anchorNode, anchorOffset } = selection;
    const isHere = element && anchorNode && element.contains(anchorNode) && !selection.isCollapsed;
    const known = useReport.getState().book?.segment(version, segment);
    const sentence = isHere && known ? sentenceAt(known.sentences, offsetWithin(element, anchorNode, anchorOffset)) : 0;
    const at = { segment, sentence };
    return { version, anchor: at, head: at, text: '' };
  }
  #range(version: number, { segment, sentence }: Sentence): Range | null {
    const known = useReport.getState().book?.segment(version, segment);
    this.#page.column(version)?.ensure(segment);
    const element = this.#page.segment(version, segment);
    if (!known || !element) return null;
    const { start, end } = stretchOf({ version, segment, sentence }, known.sentences, known.text.length);
    return rangeWithin(element, start, end);
  }
}
