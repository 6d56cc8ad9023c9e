/**
 * Light Markdown of notes as a small tree: bold, italic, code, lists, quotations, headings as bold lines, links. Parsed by
 * mdast-util-from-markdown; HTML stays the letters that it is, pictures become their words, and nothing is ever inserted as HTML.
 */
import type { Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { NoteId } from '../../../core/model/ids';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; address: string; children: Inline[] }
  | { type: 'note'; id: NoteId; children: Inline[] };
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; children: Inline[] }
  | { type: 'quote'; children: Block[] }
  | { type: 'code'; text: string }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] };

/** Notes name each other as links: `[words](note:id)`. */
const noteAddress = /^note:([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/i;
/** Longer notes are shown as they are typed: nobody waits for a parser while reading. */
const longest = 100_000;
const deepest = 12;

const literal = (node: Nodes, source: string): Inline => ({
  type: 'text',
  text: source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
});

function inline(nodes: readonly PhrasingContent[], source: string, depth: number): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (depth > deepest) return [literal(node, source)];
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value }];
      case 'break':
        return [{ type: 'break' }];
      case 'inlineCode':
        return [{ type: 'code', text: node.value }];
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: inline(node.children, source, depth + 1) }];
      case 'link': {
        const children = inline(node.children, source, depth + 1);
        const id = noteAddress.exec(node.url)?.[1];
        if (id) return [{ type: 'note', id: id.toLowerCase() as NoteId, children }];
        if (/^(https?|mailto):/i.test(node.url)) return [{ type: 'link', address: node.url, children }];
        return [literal(node, source)];
      }
      default:
        return [literal(node, source)];
    }
  });
}

function block(node: Nodes, source: string, depth: number): Block[] {
  if (depth > deepest) return [{ type: 'paragraph', children: [literal(node, source)] }];
  switch (node.type) {
    case 'root':
      return node.children.flatMap((child) => block(child, source, depth + 1));
    case 'paragraph':
    case 'heading':
      return [{ type: node.type, children: inline(node.children, source, depth + 1) }];
    case 'blockquote':
      return [{ type: 'quote', children: node.children.flatMap((child) => block(child, source, depth + 1)) }];
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? 1,
          items: node.children.map((item) => item.children.flatMap((child) => block(child, source, depth + 2))),
        },
      ];
    default:
      return [{ type: 'paragraph', children: [literal(node, source)] }];
  }
}

export function parseNote(body: string): Block[] {
  if (body.length > longest) return [{ type: 'paragraph', children: [{ type: 'text', text: body }] }];
  return block(fromMarkdown(body), body, 0);
}

const reference = /\]\(note:([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\)/gi;
/** Ids of the notes that a note names. */
export const notesNamedIn = (body: string): Set<NoteId> =>
  new Set([...body.matchAll(reference)].map((match) => match[1]!.toLowerCase() as NoteId));

/** A note's first words, for naming it elsewhere: no marks, one line. */
export function firstWords(body: string, longestWords = 60): string {
  const flat = body
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[*_`#>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length > longestWords ? `${flat.slice(0, longestWords).trimEnd()}…` : flat;
}

/** What stands in another note's text to name this one. */
export const referenceTo = (id: NoteId, body: string, fallback: string): string =>
  `[${firstWords(body) || fallback}](note:${id})`;
