/** A tree of HTML to blocks: headings, paragraphs, list items, quotations, table rows, each with the language that holds there. */
import type { Block, SegmentKind } from '../model/text';
import { type HtmlElement, walkDom } from './html-dom';
import { primaryLanguage } from './language';
import { foldWhiteSpace } from './white-space';

const skipped = new Set(
  (
    'script style noscript template svg math iframe object embed applet audio video canvas head title textarea select button input ' +
    'datalist dialog nav menu'
  ).split(' '),
);
const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

const isHidden = (element: HtmlElement): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i.test((element.getAttribute('style') ?? '').slice(0, 500));

export interface HtmlBlockOptions {
  /** The language declared for the whole page: blocks say theirs only where it differs. */
  pageLang: string | null;
  /** Passed over with all that stands in them. */
  skip?: (element: HtmlElement) => boolean;
}

export function blocksOfHtml(root: HtmlElement, options: HtmlBlockOptions): Block[] {
  const blocks: Block[] = [];
  const kinds: { kind: SegmentKind; level: number }[] = [{ kind: 'paragraph', level: 0 }];
  const langs: (string | null)[] = [options.pageLang];
  let parts: string[] = [];
  let lineBreaks = 0;
  let preformatted = 0;
  const flush = (): void => {
    const text = foldWhiteSpace(parts.join(''));
    parts = [];
    lineBreaks = 0;
    if (!text) return;
    const { kind, level } = kinds.at(-1) ?? { kind: 'paragraph' as const, level: 0 };
    const lang = langs.at(-1) ?? null;
    blocks.push({ kind, ...(kind === 'heading' ? { level } : {}), text, ...(lang && lang !== options.pageLang ? { lang } : {}) });
  };
  walkDom(root, {
    enter(element) {
      const name = element.localName;
      if (skipped.has(name) || isHidden(element) || options.skip?.(element)) return false;
      if (name === 'br') {
        // Two line breaks are how old pages part paragraphs; one parts lines of an address or a poem.
        lineBreaks += 1;
        if (lineBreaks > 1) flush();
        else parts.push(' ');
        return false;
      }
      if (blockElements.has(name)) {
        flush();
        const heading = /^h([1-6])$/.exec(name);
        const outer = kinds.at(-1) ?? { kind: 'paragraph' as const, level: 0 };
        if (heading) kinds.push({ kind: 'heading', level: Number(heading[1]) });
        else if (name === 'li') kinds.push({ kind: 'list-item', level: 0 });
        else if (name === 'blockquote') kinds.push({ kind: 'quotation', level: 0 });
        else kinds.push(outer);
        if (name === 'pre') preformatted += 1;
      } else if (name === 'td' || name === 'th') parts.push(parts.length ? ' | ' : '');
      langs.push(primaryLanguage(element.getAttribute('lang') ?? element.getAttribute('xml:lang')) ?? langs.at(-1) ?? null);
      return true;
    },
    leave(element) {
      if (blockElements.has(element.localName)) {
        flush();
        kinds.pop();
        if (element.localName === 'pre') preformatted -= 1;
      }
      langs.pop();
    },
    text(text) {
      if (preformatted > 0) {
        for (const [index, part] of text.split(/\n[ \t]*\n/).entries()) {
          if (index > 0) flush();
          parts.push(part);
        }
        return;
      }
      if (/\S/.test(text)) lineBreaks = 0;
      parts.push(text);
    },
  });
  flush();
  return blocks;
}
