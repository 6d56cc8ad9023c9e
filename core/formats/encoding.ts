/**
 * From bytes to characters: byte-order mark, UTF-16 that bears none, strict UTF-8, UTF-8 with a few broken places, what the
 * page declares, and last a guess: candidates from jschardet and the Arabic encodings, ranked by how much each decoding reads
 * like text. The guess comes with its confidence and the runners-up, so that a reader can correct it.
 */
import * as jschardet from 'jschardet';
import { decodeMacArabic, macArabicLabel, plausibilityOf } from './arabic-encodings';
import type { DecodedText } from './importer';

/** Bytes looked at for a guess. */
const sampleSize = 65_536;
/** Offered beside the guess, whatever the file: the encodings that Arabic and Western news stood in before UTF-8. */
const usualChoices = ['utf-8', 'windows-1256', 'iso-8859-6', 'windows-1252', macArabicLabel, 'utf-16le'];

/** Null for a label that neither we nor the WHATWG know. */
export function decodeAs(bytes: Uint8Array, label: string): { text: string; encoding: string } | null {
  if (label.toLowerCase() === macArabicLabel) return { text: decodeMacArabic(bytes), encoding: macArabicLabel };
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    return null;
  }
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

/** Never fails: at worst the text is full of replacement characters, and says so in its warnings. */
export function decodeText(bytes: Uint8Array, wanted?: string): DecodedText {
  const given = wanted ? decodeAs(bytes, wanted) : null;
  if (given) return finish(given.text, given.encoding, 1, [given.encoding]);
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return finish(decodeAs(bytes, marked.label)?.text ?? '', marked.label, marked.confidence, [marked.label]);
  const strict = strictUtf8(bytes);
  if (strict !== null) return finish(strict, 'utf-8', 1, ['utf-8']);
  const broken = utf8Damage(bytes);
  if (broken.sequences > 4 * broken.errors) {
    const confidence = 0.98 - Math.min(0.3, (2 * broken.errors) / broken.sequences);
    return finish(new TextDecoder('utf-8').decode(bytes), 'utf-8', confidence, ['utf-8']);
  }
  return guess(bytes);
}

function finish(text: string, encoding: string, confidence: number, first: string[]): DecodedText {
  const choices = [...new Set([...first, ...usualChoices])];
  const damaged = text.includes('\uFFFD');
  return { text, encoding, confidence, choices, warnings: damaged ? ['replacement-characters'] : [] };
}

interface Sure {
  label: string;
  confidence: number;
}

function byteOrderMark(bytes: Uint8Array): Sure | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', confidence: 1 };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', confidence: 1 };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', confidence: 1 };
  return null;
}

/** Code units of everyday text: ASCII, Latin letters, Greek to Arabic, general punctuation. */
function isEverydayUnit(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 9 && unit <= 13) ||
    (unit >= 0xa0 && unit < 0x700) ||
    (unit >= 0x200c && unit <= 0x203a) ||
    (unit >= 0xfe70 && unit <= 0xfeff)
  );
}

/** UTF-16 shows by its many bytes below 9 (high bytes of Latin and Arabic), which text in other encodings never holds. */
function unmarkedUtf16(bytes: Uint8Array): Sure | null {
  const pairs = Math.min(bytes.length, sampleSize) >> 1;
  if (pairs < 4) return null;
  let little = 0;
  let big = 0;
  let low = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = bytes[2 * pair] ?? 0;
    const second = bytes[2 * pair + 1] ?? 0;
    if (first < 9 || second < 9) low += 1;
    if (isEverydayUnit((second << 8) | first)) little += 1;
    if (isEverydayUnit((first << 8) | second)) big += 1;
  }
  if (low < pairs * 0.2) return null;
  const best = Math.max(little, big) / pairs;
  if (best < 0.9 || little === big) return null;
  return { label: little > big ? 'utf-16le' : 'utf-16be', confidence: Math.min(0.98, best) };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Counts well-formed multi-byte sequences and bytes that belong to none. */
function utf8Damage(bytes: Uint8Array): { sequences: number; errors: number } {
  let sequences = 0;
  let errors = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const extra =
      lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
    let whole = extra >= 0;
    for (let next = 1; whole && next <= extra; next += 1) whole = ((bytes[at + next] ?? 0) & 0xc0) === 0x80;
    if (!whole) errors += 1;
    else if (extra > 0) sequences += 1;
    at += whole ? extra + 1 : 1;
  }
  return { sequences, errors };
}

/** `charset=` in an HTML head or `encoding=` in an XML declaration, among the first bytes. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const found =
    /<meta[^>]{0,200}?charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,30})/i.exec(head) ??
    /^\s{0,8}<\?xml[^>]{0,100}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{2,30})/i.exec(head);
  return found?.[1] ?? null;
}

/** Candidates for bytes that are no Unicode text, best first by score; ASCII text never comes here. */
function guess(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, sampleSize);
  const priors = new Map<string, number>();
  const add = (label: string, prior: number): void => {
    const known = label.toLowerCase() === macArabicLabel ? macArabicLabel : decodeAs(new Uint8Array(0), label)?.encoding;
    if (known && !known.startsWith('utf-')) priors.set(known, Math.max(prior, priors.get(known) ?? 0));
  };
  for (const label of ['windows-1256', 'iso-8859-6', macArabicLabel, 'windows-1252']) add(label, 0);
  for (const found of jschardet.detectAll(sample).slice(0, 6)) if (found.encoding) add(found.encoding, 0.3 * found.confidence);
  const declared = declaredEncoding(bytes);
  if (declared) add(declared, 0.6);
  const ranked = [...priors]
    .map(([label, prior]) => {
      const decoded = decodeAs(sample, label)?.text ?? '';
      const { score, beyondAscii } = plausibilityOf(decoded);
      return { label, decoded, beyondAscii, score: score + prior };
    })
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best) return finish(new TextDecoder('windows-1252').decode(bytes), 'windows-1252', 0, ['windows-1252']);
  const rival = ranked.find((other) => other.decoded !== best.decoded);
  const margin = rival ? Math.min(1, Math.max(0, best.score - rival.score)) : 1;
  const size = Math.min(1, best.beyondAscii / 24);
  const confidence = best.score > 0 ? (0.5 + 0.45 * margin) * (0.7 + 0.3 * size) : 0.3;
  const others = ranked.filter((candidate) => candidate.score > -1).map((candidate) => candidate.label);
  return finish(decodeAs(bytes, best.label)?.text ?? '', best.label, confidence, [best.label, ...others.slice(0, 4)]);
}
