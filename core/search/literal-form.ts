/**
 * "Letters as written": canonical composition and lower case, nothing else changed. Done character by character (a base with its
 * marks), so that a place in the outcome can be traced to the text as it stands.
 */
import type { FoldedText } from '../text/fold';

/** A base with the marks and conjoining Hangul letters that compose with it. */
const character = /[^\p{M}][\p{M}\u1160-\u11FF]*|[\p{M}]+/gsu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ascii = /^[\u0000-\u007F]*$/;

const plain = (part: string): string => part.normalize('NFC').toLowerCase();

/** What the index's column for letters as written holds. */
export function literalForm(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text.replace(character, plain);
}

export function literalWithSources(text: string): FoldedText {
  if (ascii.test(text))
    return { folded: text.toLowerCase(), sources: Uint32Array.from({ length: text.length + 1 }, (_, i) => i) };
  const sources: number[] = [];
  const folded = text.replace(character, (part, at: number) => {
    const form = plain(part);
    // Parts that keep their length keep their offsets; in others every unit comes from the part's beginning.
    for (let unit = 0; unit < form.length; unit += 1) sources.push(form.length === part.length ? at + unit : at);
    return form;
  });
  sources.push(text.length);
  return { folded, sources: Uint32Array.from(sources) };
}
