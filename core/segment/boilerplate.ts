/**
 * Marks what stands on a news page but is not the report: lists of other articles, agency and by-lines, bare links, rules,
 * buttons, cookie and ad-block notices, source lines. Marks only, deletes nothing. Built for precision: a paragraph of the report
 * taken for boilerplate would drop out of the alignment, so each pattern takes the whole of a short block, and those that
 * could open a sentence count only where such lines stand, at the top or the end.
 */
import type { Block } from '../model/text';
import {
  addressLine,
  byLine,
  creditLine,
  relatedLead,
  screenWords,
  signatureLine,
  sourceLine,
  stampLine,
} from './boilerplate-patterns';

const longestLine = 260;
const topBlocks = 5;
const endBlocks = 4;

/** One flag a block. Blocks that an importer has marked stay marked. */
export function findBoilerplate(blocks: readonly Block[]): boolean[] {
  const marks = blocks.map((block) => block.boilerplate === true || isAlwaysBoilerplate(block.text));
  const content = marks.flatMap((marked, index) => (marked ? [] : [index]));
  const top = content[topBlocks - 1] ?? blocks.length;
  const end = content.at(-endBlocks) ?? 0;
  for (const [index, block] of blocks.entries()) {
    if (marks[index] || block.text.length > longestLine) continue;
    if (index > 0 && index <= top && isTopLine(block)) marks[index] = true;
    else if (index > 0 && index >= end && isEndLine(block)) marks[index] = true;
  }
  markListsOfLinks(blocks, marks);
  markSignature(blocks, marks);
  return marks;
}

function isAlwaysBoilerplate(text: string): boolean {
  if (text.length > longestLine) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return addressLine.test(text) || screenWords.test(text) || relatedLead.test(text);
}

const isTopLine = (block: Block): boolean =>
  block.kind !== 'heading' &&
  (byLine.test(block.text) || creditLine.test(block.text) || stampLine.test(block.text) || signatureLine.test(block.text));
const isEndLine = (block: Block): boolean =>
  sourceLine.test(block.text) || byLine.test(block.text) || signatureLine.test(block.text) || stampLine.test(block.text);

const endsSentence = (text: string): boolean => /[.!?…؟۔:;؛»”"]$/.test(text);

/** Headlines without a full stop that follow "Related articles" down to the end, or to the next real paragraph. */
function markListsOfLinks(blocks: readonly Block[], marks: boolean[]): void {
  let inList = false;
  for (const [index, block] of blocks.entries()) {
    if (marks[index]) {
      // "Read also: <headline>" within the text stands for itself; only a lead that stands alone opens a list.
      if (relatedLead.test(block.text)) inList = block.text.length < 40 && !/[::]\s*\S/.test(block.text);
      continue;
    }
    if (!inList) continue;
    const contentFollows = blocks
      .slice(index + 1, index + 20)
      .some(
        (later) => later.text.length > 200 || (later.kind === 'paragraph' && later.text.length > 100 && endsSentence(later.text)),
      );
    if (block.text.length <= 160 && !endsSentence(block.text) && !contentFollows) marks[index] = true;
    else inList = false;
  }
}

/** The outlet's name alone at the very end, after a rule, a link or other marks: up to six words that end no sentence. */
function markSignature(blocks: readonly Block[], marks: boolean[]): void {
  const last = blocks.length - 1;
  const block = blocks[last];
  if (last < 2 || !block || marks[last] || !marks[last - 1]) return;
  const words = block.text.split(/\s+/).length;
  if (block.kind !== 'heading' && block.text.length <= 60 && words <= 6 && !endsSentence(block.text)) marks[last] = true;
}
