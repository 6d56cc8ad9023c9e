/// <reference path="./vendor.d.ts" />
/** The few parts of the DOM that importers read, and walks over it that never recurse. */

export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}
export interface HtmlDocument extends HtmlNode {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;
export const isText = (node: HtmlNode): boolean => node.nodeType === 3;

export interface Walk {
  /** False: the element's content is passed over, and `leave` is not called. */
  enter(element: HtmlElement): boolean;
  leave(element: HtmlElement): void;
  text(text: string): void;
}

/** Depth first, in reading order, with no recursion: a page's nesting can't exhaust the stack. */
export function walkDom(root: HtmlElement, walk: Walk): void {
  let node: HtmlNode = root;
  for (;;) {
    let descend = false;
    if (isElement(node)) descend = walk.enter(node);
    else if (isText(node)) walk.text(node.textContent ?? '');
    if (descend && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (descend && isElement(node)) walk.leave(node);
    while (!node.nextSibling || node === root) {
      if (node === root) return;
      const parent: HtmlNode | null = node.parentNode;
      if (!parent) return;
      node = parent;
      if (isElement(node)) walk.leave(node);
    }
    node = node.nextSibling;
  }
}
