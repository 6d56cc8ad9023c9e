/**
 * Lines that ran together: a heading or caption without a full stop, followed by the next line without a break ("… over a toll
 * Les autorités …"). Where a script has capitals they show it: a function word with a capital inside a sentence begins a new one.
 * The search aligns such parts as units of their own; joining them again costs it little.
 */
import { primarySubtag } from '../model/languages';
import { functionWords } from '../text/function-words';

/** A part shorter than this, in UTF-16 units, is no line. */
const shortest = 15;

/** Languages whose function words have no capital inside a sentence; German has (“Sie”, “Ihr”). */
const languages = new Set(['en', 'fr', 'es', 'it', 'pt', 'nl']);

const word = /\p{L}+/gu;
const startsLow = /^[\p{Ll}\p{N}]/u;
const capital = /\p{Lu}\p{Ll}*(?!\p{L})/uy;
const space = /\s/;
const capitalised = /^\p{Lu}\p{Ll}*$/u;

/** Whether any function word behind a space has a capital: few sentences go on from there. */
function mayBeFused(sentence: string, stop: ReadonlySet<string>): boolean {
  for (let at = shortest; at + shortest <= sentence.length; at += 1) {
    // Most letters are small ones of the first Unicode blocks, most spaces plain: those need no pattern.
    const code = sentence.charCodeAt(at);
    if (code <= 0x40 || (code >= 0x5b && code < 0xc0)) continue;
    const before = sentence.charCodeAt(at - 1);
    if (before > 0x20 && before < 0xa0) continue;
    if (before !== 0x20 && !space.test(sentence[at - 1] ?? '')) continue;
    capital.lastIndex = at;
    const text = capital.exec(sentence)?.[0];
    if (text !== undefined && stop.has(text.toLowerCase())) return true;
  }
  return false;
}

/** Offsets in the sentence at which a new line begins, ascending; 0 is none of them. */
export function fusedAt(sentence: string, lang: string): number[] {
  const primary = primarySubtag(lang);
  if (!languages.has(primary)) return [];
  const stop = functionWords(primary);
  if (!mayBeFused(sentence, stop)) return [];
  const words = [...sentence.matchAll(word)];
  const cuts: number[] = [];
  let last = 0;
  words.forEach((match, k) => {
    const before = words[k - 1];
    const after = words[k + 1];
    const [text] = match;
    if (!before || !after || !capitalised.test(text) || unmarked.has(text) || !stop.has(text.toLowerCase())) return;
    const end = before.index + before[0].length;
    // "M. Mills", "classe A, ce qui": letters, no words.
    if (text.length === 1 && !/[\s'’]/u.test(sentence[match.index + 1] ?? '')) return;
    const gap = /^['’"”»)]?\s+$/u.exec(sentence.slice(end, match.index));
    if (!gap || stop.has(before[0].toLowerCase())) return;
    // Where every word has a capital it says nothing.
    if (!startsLow.test(before[0]) && !startsLow.test(after[0])) return;
    const at = match.index;
    if (at - last < shortest || sentence.length - at < shortest) return;
    cuts.push(at);
    last = at;
  });
  return cuts;
}

/** Function words that are names or always have their capital. */
const unmarked = new Set(['I', 'May', 'Will']);
