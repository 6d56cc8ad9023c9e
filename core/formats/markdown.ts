/** Markdown (CommonMark) to blocks by mdast. HTML inside is reduced to its text; tables become a block a row. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { success } from '../model/result';
import type { Block, SegmentKind } from '../model/text';
import { declaredDay } from './dates';
import { readFrontMatter } from './front-matter';
import { flatBlocks } from './html-tokens';
import type { ImportedParts, TextImporter } from './importer';
import { primaryLanguage } from './language';
import { readPlainText } from './plain-text';
import { foldWhiteSpace } from './white-space';

export const markdownImporter: TextImporter = {
  kind: 'text',
  format: 'md',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  recognises: () => false,
  read: (text) => success(readMarkdown(text)),
};

/** The parts of mdast that we read; every node has a type, most have children or a value. */
interface Node {
  type: string;
  depth?: number;
  value?: string;
  alt?: string | null;
  children?: Node[];
}

function readMarkdown(text: string): ImportedParts {
  const { fields, body } = readFrontMatter(text);
  const chunks = isTame(body) ? chunksOf(body) : null;
  const parts = chunks ? fromTrees(chunks) : readPlainText(body);
  const field = (...names: string[]): string | null => names.map((name) => fields.get(name)).find((value) => value) ?? null;
  return {
    title: field('title') ?? parts.title,
    outlet: field('outlet', 'source', 'publisher', 'site'),
    date: declaredDay(field('date', 'published')),
    lang: primaryLanguage(field('lang', 'language')),
    warnings: parts.warnings,
    blocks: parts.blocks,
  };
}

/**
 * CommonMark parsers take time beyond all measure for lines that nest or bracket hundreds of times; no text for readers has
 * them. Such a file is read as plain text with light marks.
 */
function isTame(text: string): boolean {
  let all = 0;
  let items = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const nesting = nestingOf(line);
    if (nesting > 0) items += 1;
    if (nesting > mostNesting || items > mostItems) return false;
  }
  for (const paragraph of text.split(/\n[ \t\r]*\n/)) {
    const marks = paragraph.match(/[[\]*_`<>!&~\\]/g)?.length ?? 0;
    if (marks > mostMarksInParagraph) return false;
    all += marks;
  }
  return all <= Math.max(2000, text.length / 8);
}
const mostMarksInParagraph = 1000;
const mostNesting = 20;
const mostItems = 10_000;

/** How many quotations and list items a line opens, one within the other, at most. */
function nestingOf(line: string): number {
  let count = 0;
  const mark = /[ \t]*(?:[-+*>]|\d{1,9}[.)])/y;
  while (count <= mostNesting && mark.test(line)) count += 1;
  // A rule of many dashes nests nothing, but nothing is lost either by not counting it.
  return count > mostNesting && /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line.slice(0, 500)) && line.length <= 500 ? 0 : count;
}

const largestWhole = 32_000;
const chunkSize = 8000;

/**
 * The parser's time grows with the square of a text's length, so a long one goes in pieces, cut before a line at the margin
 * that follows a blank line, or that begins a heading or an item; never within fenced code. Only references to link
 * definitions in other pieces are lost. Null where a piece stays too long.
 */
function chunksOf(text: string): string[] | null {
  if (text.length <= largestWhole) return [text];
  const chunks: string[] = [];
  let chunk: string[] = [];
  let size = 0;
  let fence: string | null = null;
  let blank = false;
  for (const line of text.split('\n')) {
    const begins = fence === null && (blank ? /^\S/.test(line) : /^(?:#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|>\s?\S)/.test(line));
    if (begins && size >= chunkSize) {
      chunks.push(chunk.join('\n'));
      chunk = [];
      size = 0;
    }
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && mark === fence) fence = null;
    chunk.push(line);
    size += line.length + 1;
    if (size > largestWhole) return null;
    blank = /^\s*$/.test(line);
  }
  chunks.push(chunk.join('\n'));
  return chunks;
}

function fromTrees(chunks: string[]): ImportedParts {
  const blocks = chunks.flatMap(blocksOfTree);
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ?? null;
  return { title, outlet: null, date: null, lang: null, warnings: [], blocks };
}

function blocksOfTree(body: string): Block[] {
  const blocks: Block[] = [];
  const push = (kind: SegmentKind, raw: string, level?: number): void => {
    const text = foldWhiteSpace(raw);
    if (!text) return;
    blocks.push(kind === 'heading' ? { kind, level: level ?? 1, text } : { kind, text });
  };
  // Each entry: a node and the kind that its paragraphs take; last in, first out, so children go in backwards.
  const stack: { node: Node; kind: SegmentKind }[] = [{ node: fromMarkdown(body) as Node, kind: 'paragraph' }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, kind } = entry;
    if (node.type === 'heading') push('heading', inlineText(node), node.depth);
    else if (node.type === 'paragraph') pushParagraph(inlineText(node), kind, push);
    else if (node.type === 'code') for (const part of (node.value ?? '').split(/\n[ \t]*\n/)) push(kind, part);
    else if (node.type === 'thematicBreak') blocks.push({ kind: 'paragraph', text: '---', boilerplate: true });
    else if (node.type === 'html') blocks.push(...flatBlocks(node.value ?? ''));
    else if (node.children) {
      const inner = node.type === 'blockquote' ? 'quotation' : node.type === 'listItem' ? 'list-item' : kind;
      for (const child of node.children.toReversed()) stack.push({ node: child, kind: inner });
    }
  }
  return blocks;
}

/** CommonMark alone knows no tables: their lines arrive as one paragraph. */
function pushParagraph(text: string, kind: SegmentKind, push: (kind: SegmentKind, raw: string) => void): void {
  const lines = text.split('\n');
  const isTable =
    lines.length > 1 && lines.every((line) => line.includes('|')) && lines.some((line) => /^[\s|:-]{3,}$/.test(line));
  if (!isTable) {
    push(kind, text);
    return;
  }
  for (const line of lines) {
    if (/^[\s|:-]+$/.test(line)) continue;
    push(
      kind,
      line
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' | '),
    );
  }
}

function inlineText(node: Node): string {
  const parts: string[] = [];
  const stack: Node[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode') parts.push(next.value ?? '');
    else if (next.type === 'break') parts.push('\n');
    else if (next.type === 'image') parts.push(next.alt ?? '');
    else if (next.type === 'html')
      parts.push(
        flatBlocks(next.value ?? '')
          .map((block) => block.text)
          .join(' '),
      );
    else for (const child of (next.children ?? []).toReversed()) stack.push(child);
  }
  return parts.join('');
}
