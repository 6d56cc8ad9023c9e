/** White space as importers fold it: one space between words, none at the ends, controls that show nothing gone. */

/** C0 and C1 controls but tab and line ends, the byte-order mark, soft hyphens, zero-width spaces; joiners carry meaning in Arabic. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F\u0080-\u0084\u0086-\u009F\u00AD\u200B\uFEFF]/g;

export function foldWhiteSpace(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Lines of a text under every convention of ending them; never empty. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/);
}
