/**
 * Blocks to a version's text and its segments. The text is the segments' texts joined by a blank line; it never changes after
 * import, so every offset (UTF-16) counts in it for good.
 */
import type { Block, Segment } from '../model/text';
import { findBoilerplate } from './boilerplate';
import { splitSentences } from './sentences';

export const segmentSeparator = '\n\n';

export interface SegmentedText {
  text: string;
  segments: Segment[];
}

/** `lang`: BCP 47 primary subtag of the version; a block's own language counts more. */
export function segmentDocument(blocks: readonly Block[], lang: string): SegmentedText {
  const boilerplate = findBoilerplate(blocks);
  const segments: Segment[] = [];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const end = start + block.text.length;
    segments.push({
      index,
      kind: block.kind,
      ...(block.level === undefined ? {} : { level: block.level }),
      boilerplate: boilerplate[index] ?? false,
      start,
      end,
      text: block.text,
      sentences: splitSentences(block.text, block.lang ?? lang),
    });
    start = end + segmentSeparator.length;
  }
  return { text: segments.map((segment) => segment.text).join(segmentSeparator), segments };
}

/**
 * Every line a segment, for corpora that count lines: a blank line is an empty segment, a line end at the very end of the file
 * begins no further line. Nothing is marked as boilerplate, because here somebody has decided what the segments are.
 */
export function segmentLines(text: string, lang: string): SegmentedText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return {
    text: lines.map((line) => line.trim()).join(segmentSeparator),
    segments: lines.reduce<Segment[]>((segments, line, index) => {
      const trimmed = line.trim();
      const start = (segments.at(-1)?.end ?? -segmentSeparator.length) + segmentSeparator.length;
      segments.push({
        index,
        kind: 'paragraph',
        boilerplate: false,
        start,
        end: start + trimmed.length,
        text: trimmed,
        sentences: splitSentences(trimmed, lang),
      });
      return segments;
    }, []),
  };
}
