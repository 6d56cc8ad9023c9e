/** What is selected in the column where the selection began, a stretch for each paragraph. */
import { offsetWithin, type SegmentStretch } from '../sheet/offsets';

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';
const holderOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.flow-seg') ?? null;

/** White space at both ends of a paragraph's stretch is left out. Empty when nothing is selected in the flow. */
export function selectedInFlow(selection: Selection | null, root: HTMLElement): SegmentStretch[] {
  if (!selection?.rangeCount || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return [];
  const home = holderOf(selection.anchorNode) ?? holderOf(selection.focusNode);
  if (!home || !root.contains(home)) return [];
  const range = selection.getRangeAt(0);
  const version = Number(home.dataset.v);
  const stretches: SegmentStretch[] = [];
  for (const element of home.closest('.flow-text')?.querySelectorAll<HTMLElement>('[data-s]') ?? []) {
    if (!range.intersectsNode(element)) continue;
    const text = element.textContent;
    let start = offsetWithin(element, range.startContainer, range.startOffset);
    let end = offsetWithin(element, range.endContainer, range.endOffset);
    while (start < end && isBlank(text[start])) start += 1;
    while (end > start && isBlank(text[end - 1])) end -= 1;
    if (start < end) stretches.push({ version, segment: Number(element.dataset.s), start, end });
  }
  return stretches;
}
