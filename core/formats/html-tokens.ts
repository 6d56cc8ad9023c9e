/**
 * A linear tokenizer for HTML: it knows tags, comments and raw-text elements, builds no tree and keeps no stack, so
 * nothing that a file holds can make it slow or deep. It serves where a tree is too dear: for measuring a page before
 * it is parsed, for pages that no page would nest so deeply, and for bits of HTML inside Markdown.
 */
import type { Block, SegmentKind } from '../model/text';
import { decodeEntities } from './html-entities';
import { foldWhiteSpace } from './white-space';

export interface HtmlTokenHandler {
  text?(raw: string): void;
  open?(name: string): void;
  close?(name: string): void;
  comment?(): void;
}

/** Elements whose content is not text for a reader. */
const rawElements = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'textarea',
  'select',
  'title',
]);

const isNameStart = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Walks once through the text; `<` that opens no tag is text. */
export function tokenizeHtml(html: string, handler: HtmlTokenHandler): void {
  let at = 0;
  let textFrom = 0;
  const flush = (until: number): void => {
    if (until > textFrom) handler.text?.(html.slice(textFrom, until));
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const next = html.charCodeAt(open + 1);
    if (next === 33 || next === 63) {
      flush(open);
      const comment = html.startsWith('<!--', open);
      const end = html.indexOf(comment ? '-->' : '>', open + 2);
      if (end < 0) return;
      handler.comment?.();
      at = end + (comment ? 3 : 1);
      textFrom = at;
      continue;
    }
    const closing = next === 47;
    const nameAt = open + (closing ? 2 : 1);
    if (!isNameStart(html.charCodeAt(nameAt))) {
      at = open + 1;
      continue;
    }
    flush(open);
    let nameEnd = nameAt + 1;
    while (nameEnd < html.length && !isNameEnd(html.charCodeAt(nameEnd))) nameEnd += 1;
    const name = html.slice(nameAt, nameEnd).toLowerCase();
    const end = tagEnd(html, nameEnd);
    at = end;
    textFrom = end;
    if (closing) {
      handler.close?.(name);
      continue;
    }
    handler.open?.(name);
    if (rawElements.has(name) && html.charCodeAt(end - 2) !== 47) {
      const close = endTag(html, name, end);
      if (close < 0) return;
      at = close;
      textFrom = close;
    }
  }
  flush(html.length);
}

function isNameEnd(code: number): boolean {
  return code === 62 || code === 47 || code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
}

/** Where the end tag of a raw-text element starts, in any case of letters; -1 where the element is never closed. */
function endTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return -1;
}

/** The offset after the tag's `>`; one within quotation marks does not end it. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return html.length;
}

export interface HtmlMeasure {
  depth: number;
  /** Elements, and the pieces that parsers cut text into: at references, hard spaces and stray `<` and `>`. */
  nodes: number;
}

/** Elements that HTML closes by itself: leaving out their end tags is good practice and nests nothing. */
const selfClosing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option optgroup rp rt'.split(' '),
);

/** How deep and how big a tree of this page could get, at most. */
export function measureHtml(html: string): HtmlMeasure {
  let depth = 0;
  let deepest = 0;
  let nodes = 0;
  tokenizeHtml(html, {
    open(name) {
      nodes += 1;
      if (selfClosing.has(name)) return;
      depth += 1;
      if (depth > deepest) deepest = depth;
    },
    close(name) {
      if (!selfClosing.has(name) && depth > 0) depth -= 1;
    },
    text(raw) {
      nodes += 1;
      for (let at = 0; at < raw.length; at += 1) {
        const code = raw.charCodeAt(at);
        if (code === 38 || code === 60 || code === 62 || code === 0xa0) nodes += 1;
      }
    },
    comment() {
      nodes += 1;
    },
  });
  return { depth: deepest, nodes };
}

const blockElements = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html li legend main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul title'
  ).split(' '),
);

/** All text of a page, block by block, without a tree. Headings and list items are known, quotations are not. */
export function flatBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let kind: SegmentKind = 'paragraph';
  let level = 0;
  const flush = (): void => {
    const text = foldWhiteSpace(decodeEntities(parts.join('')));
    parts = [];
    if (!text) return;
    blocks.push(kind === 'heading' ? { kind, level, text } : { kind, text });
  };
  tokenizeHtml(html, {
    text(raw) {
      parts.push(raw);
    },
    open(name) {
      if (!blockElements.has(name)) return;
      flush();
      const heading = /^h([1-6])$/.exec(name);
      kind = heading ? 'heading' : name === 'li' ? 'list-item' : name === 'br' ? kind : 'paragraph';
      level = heading ? Number(heading[1]) : 0;
    },
    close(name) {
      if (!blockElements.has(name)) return;
      flush();
      kind = 'paragraph';
    },
  });
  flush();
  return blocks;
}
