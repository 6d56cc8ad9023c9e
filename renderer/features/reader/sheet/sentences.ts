/** Sentences of a row and what answers them in its other cells. Pure functions on what the host found (core/contract/row-details.ts). */
import type { EvidencePair, SentencePair } from '../../../../core/contract/row-details';
import type { Span } from '../../../../core/model/text';
import type { SegmentStretch } from './offsets';

export interface SentencePlace {
  version: number;
  segment: number;
  sentence: number;
}
export interface RowDetails {
  sentences: readonly SentencePair[];
  evidence: readonly EvidencePair[];
}

type Place = readonly [version: number, segment: number, sentence: number];
const isAt = (place: Place, { version, segment, sentence }: SentencePlace): boolean =>
  place[0] === version && place[1] === segment && place[2] === sentence;
const toPlace = ([version, segment, sentence]: Place): SentencePlace => ({ version, segment, sentence });

/** Sentences of other cells that answer one, each once. */
export function counterparts({ sentences }: RowDetails, place: SentencePlace): SentencePlace[] {
  const found = sentences.flatMap(({ from, to }) => (isAt(from, place) ? [to] : isAt(to, place) ? [from] : []));
  return found.filter((p, i) => found.findIndex((q) => p.every((n, k) => n === q[k])) === i).map(toPlace);
}

/** The sentence at an offset of a segment; between two sentences the one before. A segment without any is one sentence. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  const found = sentences.findLastIndex(([start]) => start <= offset);
  return Math.max(0, found);
}

/** A sentence as a stretch of its segment's text. */
export function stretchOf(
  { version, segment, sentence }: SentencePlace,
  sentences: readonly Span[],
  length: number,
): SegmentStretch {
  const [start, end] = sentences[sentence] ?? [0, length];
  return { version, segment, start, end };
}

/** Evidence between a sentence and its counterparts: pairs whose ends both stand in what is lit, surest first. */
export function evidenceFor({ evidence }: RowDetails, own: SegmentStretch, others: readonly SegmentStretch[]): EvidencePair[] {
  const inside = (part: SegmentStretch, whole: SegmentStretch) =>
    part.version === whole.version && part.segment === whole.segment && part.start >= whole.start && part.end <= whole.end;
  const turned = (e: EvidencePair): EvidencePair => (inside(e.to, own) ? { ...e, from: e.to, to: e.from } : e);
  return evidence
    .map(turned)
    .filter((e) => inside(e.from, own) && others.some((o) => inside(e.to, o)))
    .sort((a, b) => b.weight - a.weight);
}

/** The next (+1) or previous (−1) sentence of a cell, through its segments; null at the cell's end. */
export function stepSentence(
  cell: readonly { index: number; sentences: readonly Span[] }[],
  from: { segment: number; sentence: number } | null,
  by: 1 | -1,
): { segment: number; sentence: number } | null {
  const all = cell.flatMap(({ index, sentences }) =>
    Array.from({ length: Math.max(1, sentences.length) }, (_, sentence) => ({ segment: index, sentence })),
  );
  if (!from) return (by === 1 ? all[0] : all.at(-1)) ?? null;
  const at = all.findIndex((s) => s.segment === from.segment && s.sentence === from.sentence);
  return all[at + by] ?? null;
}
