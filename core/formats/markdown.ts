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
  const parts = isTame(body) ? fromTree(body) : readPlainText(body);
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
 * CommonMark parsers take time beyond all measure for lines that nest or bracket thousands of times; no text for readers has
 * them. Such a file is read as plain text with light marks.
 */
function isTame(text: string): boolean {
  let marks = 0;
  let sinceBlank = 0;
  let quotes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      quotes = 0;
      if (text.charCodeAt(at + 1) === 10 || text.startsWith('\r\n', at + 1)) sinceBlank = 0;
    } else if (code === 62) {
      quotes += 1;
      marks += 1;
    } else if (
      code === 91 ||
      code === 93 ||
      code === 42 ||
      code === 95 ||
      code === 96 ||
      code === 60 ||
      code === 33 ||
      code === 38
    ) {
      marks += 1;
      sinceBlank += 1;
    } else if (code === 45 || code === 43) sinceBlank += 0.1;
    if (sinceBlank > maxMarksInParagraph || quotes > maxQuoteDepth) return false;
  }
  return marks <= Math.max(2000, text.length / 8);
}
const maxMarksInParagraph = 1000;
const maxQuoteDepth = 40;

function fromTree(body: string): ImportedParts {
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
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ?? null;
  return { title, outlet: null, date: null, lang: null, warnings: [], blocks };
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
