/**
 * Reads XML from strangers with saxes, which checks well-formedness, fetches nothing and knows no entity but XML's own
 * five. A document type is refused; TMX files alone may name their DTD, which is then neither fetched nor used. Elements
 * that a caller asks for come as small trees, one at a time, so that a large file never stands in memory as a whole.
 */
import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '../../model/result';

export interface XmlElement {
  /** Qualified, as written. */
  name: string;
  /** Without prefix. */
  local: string;
  /** Namespace, '' for none. */
  uri: string;
  /** By qualified name: `xml:lang`. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

export interface XmlOptions {
  /** Local names whose elements are handed over whole; the first one met on the way down counts. */
  collect: ReadonlySet<string>;
  onElement(element: XmlElement): void;
  /** Elements around the collected ones. */
  onOpen?(element: XmlElement): void;
  onClose?(local: string): void;
  /** True for a document type that may be passed over. */
  allowDoctype?(doctype: string): boolean;
  /** How much is read, 0..1. */
  progress?: ((done: number) => void) | undefined;
}

/** Deeper than anything that people write, shallow enough for every recursion. */
const maxDepth = 200;
/** Elements and texts in one collected tree. */
const maxNodes = 2_000_000;
const maxAttributes = 1000;
const chunkLength = 65_536;

class XmlProblem extends Error {
  readonly unsafe: boolean;
  constructor(unsafe: boolean) {
    super('xml');
    this.unsafe = unsafe;
  }
}

/** UTF-8, UTF-16 by its mark or its first bytes, or what the declaration says. */
function decodeXml(bytes: Uint8Array): string | null {
  const [a, b] = [bytes[0], bytes[1]];
  let label = 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) label = 'utf-16le';
  else if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) label = 'utf-16be';
  else {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
    const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(head)?.[1];
    if (declared && !/^utf-?16/i.test(declared)) label = declared;
  }
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Errors: xml-unsafe for a document type or depth beyond reason, exchange-damaged for what is not well-formed. */
export function readXml(bytes: Uint8Array, options: XmlOptions): Result<null> {
  const decoded = decodeXml(bytes);
  if (decoded === null) return failure('exchange-damaged');
  const parser = new SaxesParser({ xmlns: true, position: false });
  const stack: XmlElement[] = [];
  let depth = 0;
  let nodes = 0;
  let attributes = 0;
  let rootSeen = false;
  parser.on('error', () => {
    throw new XmlProblem(false);
  });
  parser.on('doctype', (doctype) => {
    if (!options.allowDoctype?.(doctype)) throw new XmlProblem(true);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes) throw new XmlProblem(true);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    nodes += 1;
    attributes = 0;
    rootSeen = true;
    if (depth > maxDepth || nodes > maxNodes) throw new XmlProblem(true);
    const element: XmlElement = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes: new Map(Object.entries(tag.attributes).map(([name, a]) => [name, a.value])),
      children: [],
    };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    if (parent || options.collect.has(tag.local)) stack.push(element);
    else options.onOpen?.(element);
  });
  const addText = (value: string): void => {
    const parent = stack.at(-1);
    if (!parent) return;
    nodes += 1;
    if (nodes > maxNodes) throw new XmlProblem(true);
    parent.children.push(value);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    depth -= 1;
    const element = stack.pop();
    if (!element) options.onClose?.(tag.local);
    else if (stack.length === 0) {
      nodes = 0;
      options.onElement(element);
    }
  });
  try {
    for (let at = 0; at < decoded.length; at += chunkLength) {
      parser.write(decoded.slice(at, at + chunkLength));
      options.progress?.(Math.min(1, (at + chunkLength) / decoded.length));
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    return failure(error.unsafe ? 'xml-unsafe' : 'exchange-damaged');
  }
  return rootSeen ? success(null) : failure('exchange-damaged');
}

/** A small document as one tree. */
export function readXmlTree(bytes: Uint8Array, rootName: string): Result<XmlElement> {
  let root: XmlElement | null = null;
  const read = readXml(bytes, {
    collect: new Set([rootName]),
    onElement(element) {
      root ??= element;
    },
  });
  if (!read.ok) return read;
  return root ? success(root) : failure('exchange-other');
}

export const childrenOf = (parent: XmlElement, local: string): XmlElement[] =>
  parent.children.filter((child): child is XmlElement => typeof child !== 'string' && child.local === local);

export const childOf = (parent: XmlElement, local: string): XmlElement | null => childrenOf(parent, local)[0] ?? null;

/** All text below, without that of elements that `skip` names. */
export function textOf(element: XmlElement, skip: ReadonlySet<string> = new Set()): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : skip.has(child.local) ? '' : textOf(child, skip)))
    .join('');
}
