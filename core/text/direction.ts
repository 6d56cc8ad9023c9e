/**
 * Text direction and direction-control characters. Direction follows rules P2 and P3 of the Unicode Bidirectional
 * Algorithm (UAX #9), but counts letters instead of taking the first strong one: a paragraph of Arabic that opens with
 * a Latin name reads right to left all the same.
 */
import type { Direction } from '../model/text';

/** Letters of right-to-left scripts, by block: Hebrew to Samaritan and Arabic Extended, presentation forms, and the RTL planes. */
const rtlLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const letter = /\p{L}/gu;

/** What changes how following text is laid out and shows nothing itself: marks, embeddings, overrides, isolates. */
const bidiControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Letters looked at; a direction never hangs on what stands after them. */
const letterLimit = 2000;

/** 'rtl' where right-to-left letters are the most; null where there is no letter at all. */
export function strongDirection(text: string): Direction | null {
  let rtl = 0;
  let all = 0;
  for (const match of text.matchAll(letter)) {
    all += 1;
    if (rtlLetter.test(match[0])) rtl += 1;
    if (all >= letterLimit) break;
  }
  if (all === 0) return null;
  return rtl * 2 > all ? 'rtl' : 'ltr';
}

/** Direction of a text that someone has to lay out: left to right where no letter says otherwise. */
export function directionOfText(text: string): Direction {
  return strongDirection(text) ?? 'ltr';
}

export function countBidiControls(text: string): number {
  return text.match(bidiControl)?.length ?? 0;
}

/** For titles, outlets and file names: a name must not be able to turn round what stands beside it. */
export function stripBidiControls(text: string): string {
  return text.replace(bidiControl, '');
}

/** For showing a text's hidden controls: each becomes its Unicode name's abbreviation in brackets, such as ⟦RLO⟧. */
export function markBidiControls(text: string): string {
  return text.replace(bidiControl, (control) => `⟦${abbreviations.get(control) ?? 'BIDI'}⟧`);
}

const abbreviations = new Map([
  ['\u061C', 'ALM'],
  ['\u200E', 'LRM'],
  ['\u200F', 'RLM'],
  ['\u202A', 'LRE'],
  ['\u202B', 'RLE'],
  ['\u202C', 'PDF'],
  ['\u202D', 'LRO'],
  ['\u202E', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
]);
