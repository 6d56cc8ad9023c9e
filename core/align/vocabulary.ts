/**
 * A version as the aligner sees it: every distinct stem, number or punctuation event is a type with an integer id, every
 * segment a list of type ids with counts. Everything behind this works on integers.
 */

import { primarySubtag } from '../model/languages';
import { splitSentences } from '../segment/sentences';
import { functionWords } from '../text/function-words';
import { memoByLanguage } from '../text/memo';
import { stemCandidates } from '../text/stem';
import { type Token, tokenise } from '../text/tokens';
import { skeleton } from '../text/transliteration';

import { fusedAt } from './fused';
import { weighLines } from './lines';
import { readNumbers } from './numbers';
import type { AlignVersion } from './types';

export type TypeKind = 'word' | 'number' | 'punctuation';

export interface TypeInfo {
  kind: TypeKind;
  /** The stem for words, the key for numbers and punctuation. */
  key: string;
  /** A normalised surface form, the first one met. */
  norm: string;
  /** The stem and the other stems that the forms met may have. */
  stems: string[];
  /** Consonant skeleton of the surface form; '' for numbers and punctuation. */
  skeleton: string;
  /** Met with a capital inside a sentence. */
  capital: boolean;
  /** Occurrences in the version. */
  count: number;
}

export interface AnalysedToken {
  type: number;
  start: number;
  end: number;
}

export interface AnalysedVersion {
  lang: string;
  types: TypeInfo[];
  /** Type id of a key. */
  byKey: Map<string, number>;
  /** Tokens of each unit in order, with offsets in the segment's text. */
  tokens: AnalysedToken[][];
  /** Distinct types of unit u: slots slotStart[u] up to slotStart[u + 1]. */
  slotStart: Int32Array;
  slotType: Int32Array;
  slotCount: Float32Array;
  /** Tokens in each unit, and their characters (UTF-16 units without white space). */
  tokenCount: Float32Array;
  chars: Float32Array;
  totalTokens: number;
  /** What was analysed, in order. */
  units: readonly Unit[];
  /** Nodes between units, 0 up to units.length: 1 where a segment begins or the version ends. */
  boundary: Uint8Array;
  /** How much each unit looks like a line of its own, a heading, a byline or a page's number, in nats (lines.ts). */
  line: Float32Array;
}

/** A piece of a version that is aligned as one: a segment or a sentence of it. */
export interface Unit {
  segment: number;
  start: number;
  end: number;
  /** Which of the segment's sentences, several units may be parts of one; 0 for a segment that came without. */
  sentence?: number;
}

/** Stems and skeleton of a normalised word. */
const wordForms = memoByLanguage((norm, lang) => ({ stems: stemCandidates(norm, lang), bones: skeleton(norm) }));

/** UTF-16 units that are no white space. */
function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // No white space in most scripts but these.
    if ((code > 0x20 && code < 0xa0) || (code > 0xa0 && code < 0x1680)) continue;
    if (code === 0x20 || whiteSpace.test(text[at] ?? '')) count -= 1;
  }
  return count;
}
const whiteSpace = /\s/;

/** Analyses a version unit by unit; units must not overlap. `textOf` defaults to the unit's part of its segment. */
export function analyse(
  version: AlignVersion,
  units: readonly Unit[],
  textOf: (unit: Unit) => string = (unit) => version.segments[unit.segment]?.text.slice(unit.start, unit.end) ?? '',
  tick: () => void = () => undefined,
): AnalysedVersion {
  const lang = primarySubtag(version.lang);
  const stop = functionWords(lang);
  const types: TypeInfo[] = [];
  const byKey = new Map<string, number>();
  const byNorm = new Map<string, number>();
  const tokens: AnalysedToken[][] = [];
  const chars = new Float32Array(units.length);

  const typeOf = (token: Token): number => {
    const cached = byNorm.get(token.norm);
    let id = cached;
    if (id === undefined) {
      const { stems, bones } = token.kind === 'word' ? wordForms(lang).of(token.norm) : { stems: [token.norm], bones: '' };
      const key = token.kind === 'punctuation' ? `!${token.norm}` : (stems[0] ?? token.norm);
      id = byKey.get(key);
      if (id === undefined) {
        id = types.length;
        types.push({ kind: token.kind, key, norm: token.norm, stems: [...stems], skeleton: bones, capital: false, count: 0 });
        byKey.set(key, id);
      } else {
        const known = types[id]?.stems ?? [];
        for (const candidate of stems) if (!known.includes(candidate)) known.push(candidate);
      }
      byNorm.set(token.norm, id);
    }
    const info = types[id];
    if (info) {
      info.count += 1;
      if (token.capital) info.capital = true;
    }
    return id;
  };

  units.forEach((unit, u) => {
    tick();
    const text = textOf(unit);
    chars[u] = countCharacters(text);
    const list: AnalysedToken[] = [];
    for (const token of readNumbers(tokenise(text, lang), lang)) {
      if (token.kind === 'word' && stop.has(token.norm)) continue;
      list.push({ type: typeOf(token), start: unit.start + token.start, end: unit.start + token.end });
    }
    tokens.push(list);
  });

  const slotStart = new Int32Array(units.length + 1);
  const slotType: number[] = [];
  const slotCount: number[] = [];
  const tokenCount = new Float32Array(units.length);
  let totalTokens = 0;
  // The slot that each type has in the unit under way, or had in an earlier one.
  const slotOf = new Int32Array(types.length).fill(-1);
  tokens.forEach((list, u) => {
    const first = slotType.length;
    for (let k = 0; k < list.length; k += 1) {
      const type = list[k]?.type ?? 0;
      const slot = slotOf[type] ?? -1;
      if (slot >= first) slotCount[slot] = (slotCount[slot] ?? 0) + 1;
      else {
        slotOf[type] = slotType.push(type) - 1;
        slotCount.push(1);
      }
    }
    slotStart[u + 1] = slotType.length;
    tokenCount[u] = list.length;
    totalTokens += list.length;
  });
  return {
    lang,
    types,
    byKey,
    tokens,
    slotStart,
    slotType: Int32Array.from(slotType),
    slotCount: Float32Array.from(slotCount),
    tokenCount,
    chars,
    totalTokens,
    units,
    boundary: boundaries(units),
    line: weighLines(units, tokenCount, textOf),
  };
}

function boundaries(units: readonly Unit[]): Uint8Array {
  const out = new Uint8Array(units.length + 1).fill(1);
  for (let u = 1; u < units.length; u += 1) if (units[u]?.segment === units[u - 1]?.segment) out[u] = 0;
  return out;
}

/** The sentences of every segment that takes part, neither boilerplate nor without a letter or digit; lines that ran together apart. */
export function sentenceUnits(version: AlignVersion, tick: () => void = () => undefined): Unit[] {
  return version.segments.flatMap((segment, s) => {
    tick();
    if (segment.boilerplate || !hasContent.test(segment.text)) return [];
    const given = segment.sentences.length > 0;
    const spans = given ? segment.sentences : splitSentences(segment.text, version.lang);
    const units: Unit[] = [];
    spans.forEach(([start, end], k) => {
      const text = segment.text.slice(start, end);
      if (!hasContent.test(text)) return;
      const cuts = fusedAt(text, version.lang).map((at) => start + at);
      [start, ...cuts].forEach((from, part) => {
        units.push({ segment: s, start: from, end: cuts[part] ?? end, sentence: given ? k : 0 });
      });
    });
    return units.length > 0 ? units : [{ segment: s, start: 0, end: segment.text.length, sentence: 0 }];
  });
}

const hasContent = /[\p{L}\p{N}]/u;
