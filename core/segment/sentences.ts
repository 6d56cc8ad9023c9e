/**
 * Paragraphs to sentences: Intl.Segmenter (Unicode UAX #29), mended where it knows too little: abbreviations, initials,
 * quotations whose speaker follows, closing marks that belong to the sentence before.
 */
import type { Span } from '../model/text';
import { endsInAbbreviation } from './abbreviations';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(safeLocale(lang), { granularity: 'sentence' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

/** A language that nobody knows is no reason to fail: the rules hardly differ. */
function safeLocale(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Long paragraphs are cut into windows at a space: the time that ICU takes for one string grows faster than its length. */
const windowLength = 8_000;

/** Spans within the text, ascending, without white space at their ends; none for a text of white space. */
export function splitSentences(text: string, lang: string): Span[] {
  if (!endsWithin(text)) {
    const whole = trimmed(text, 0, text.length);
    return whole ? [whole] : [];
  }
  const cuts = [...rawBreaks(text, lang)];
  const spans: [number, number][] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    if (cut <= from) continue;
    if (cut < text.length && continues(text, from, cut, lang)) continue;
    const span = trimmed(text, from, cut);
    if (span) spans.push(span);
    from = cut;
  }
  return spans;
}

/** Whether any mark that can end a sentence has a letter or digit after it; most headings and short paragraphs have none. */
function endsWithin(text: string): boolean {
  const mark = text.search(/[\p{STerm}…\n]/u);
  if (mark < 0) return false;
  for (let at = text.length - 1; at > mark; at -= 1) if (/[\p{L}\p{N}]/u.test(text.slice(at, at + 2))) return true;
  return false;
}

function* rawBreaks(text: string, lang: string): Generator<number> {
  const segmenter = segmenterFor(lang);
  for (let from = 0; from < text.length; ) {
    let until = Math.min(text.length, from + windowLength);
    if (until < text.length) {
      const space = text.lastIndexOf(' ', until);
      if (space > from) until = space + 1;
    }
    for (const piece of segmenter.segment(text.slice(from, until))) {
      if (piece.index > 0) yield from + closingEnd(text, from + piece.index) - from;
    }
    // The window's own end breaks nothing unless a sentence ends there.
    if (until < text.length && /[.!?…؟。۔]["'”’»)\]]{0,3}\s*$/.test(text.slice(Math.max(from, until - 8), until))) yield until;
    from = until;
  }
}

/** Closing quotation marks and brackets after the break belong to what they close: “Go.” / « Partez. » */
function closingEnd(text: string, cut: number): number {
  let end = cut;
  while (end < text.length && end - cut < 4 && /[”’»)\]]/.test(text[end] ?? '')) end += 1;
  if (end === cut) return cut;
  while (end < text.length && /\s/.test(text[end] ?? '')) end += 1;
  return end;
}

/** After `U.S.` only these open a sentence for sure: a capital may also go on with the name, as in "U.S. Navy". */
const opener =
  /^["“«‘\s]*(?:The|He|She|It|They|We|I|You|But|And|In|On|At|An?|This|That|These|Those|His|Her|Its|Their|There|As|When|While|If|For|After|Before|However|No|So|Le|La|Les|L[’']|Il|Elle|Ils|Elles|On|Une?|Des|Mais|Cet?|Cette|Ces|En|Dans|Selon|Pour|Sur|Son|Sa|Ses|Leurs?|Après|Avant)(?![\p{L}.])/u;

/** True where the break at `cut` is none. */
function continues(text: string, from: number, cut: number, lang: string): boolean {
  const before = text.slice(Math.max(from, cut - 48), cut);
  const after = text.slice(cut, cut + 24);
  const abbreviation = endsInAbbreviation(before, lang);
  if (abbreviation.certain) return true;
  if (abbreviation.possible && !opener.test(after)) return true;
  // “Is it?” he asked – ... wait – and the like: a small letter opens no sentence.
  if (/^[\s("“«‘—–-]*\p{Ll}/u.test(after) && /[.!?…؟]["'”’»)\]\s]*$/.test(before)) return true;
  // A piece of nothing but marks is no sentence of its own.
  return !/[\p{L}\p{N}]/u.test(text.slice(from, cut));
}

function trimmed(text: string, from: number, until: number): [number, number] | null {
  let start = from;
  let end = until;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? [start, end] : null;
}
