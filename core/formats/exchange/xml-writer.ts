/**
 * Writes XML 1.0 and XHTML. Markup is a type of its own, so that a text can't get into a document without having been
 * escaped. Characters that XML 1.0 has no place for become U+FFFD, one for one, so that offsets still hold.
 */
declare const brand: unique symbol;
export type Markup = string & { readonly [brand]: 'markup' };
export type Attributes = Record<string, string | number | boolean | null | undefined>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** True where a text holds characters that XML can't. */
export const hasForbiddenCharacters = (text: string): boolean => text.search(forbidden) >= 0;

export const xmlSafe = (text: string): string => text.replace(forbidden, '\uFFFD');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const attributeEntities: Record<string, string> = { ...entities, '\n': '&#10;', '\t': '&#9;' };

export const text = (value: string): Markup => xmlSafe(value).replace(/[&<>\r]/g, (c) => entities[c] ?? c) as Markup;

const attribute = (value: string): string => xmlSafe(value).replace(/[&<>"\r\n\t]/g, (c) => attributeEntities[c] ?? c);

/** Children left out: an empty element, `<br/>`. An empty list: `<td></td>`, which HTML needs. */
export function element(name: string, attributes: Attributes = {}, children?: Markup | readonly (Markup | null)[]): Markup {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) start += ` ${key}="${attribute(String(value))}"`;
  }
  if (children === undefined) return `${start}/>` as Markup;
  const inner = typeof children === 'string' ? children : children.join('');
  return `${start}>${inner}</${name}>` as Markup;
}

export const join = (parts: readonly (Markup | null)[], separator = ''): Markup =>
  parts.filter((part) => part !== null).join(separator) as Markup;

/** A whole document as UTF-8. `doctype` is a constant of ours, never something read. */
export function xmlDocument(root: Markup, doctype = ''): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${doctype ? `${doctype}\n` : ''}${root}\n`);
}
