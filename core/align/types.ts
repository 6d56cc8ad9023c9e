/** What goes into the aligner and what comes out. Plain data, so that it crosses to a worker. */
import type { AlignmentKind } from '../model/report';
import type { Span } from '../model/text';

export interface AlignSegment {
  text: string;
  /** Sentence spans within text. Empty: the aligner takes the segment as one sentence. */
  sentences: readonly Span[];
  boilerplate: boolean;
}
export interface AlignVersion {
  /** BCP 47 primary language subtag. */
  lang: string;
  segments: readonly AlignSegment[];
}
/** A row that a reader confirmed or edited: kept as it is. Null: this version takes no part in the fixed row yet (added later). */
export interface FixedRow {
  cells: readonly (readonly number[] | null)[];
}
/** Pairs of stems that confirmed rows of other reports taught (`collectLearned`). */
export interface LearnedWords {
  /** Primary language subtags. */
  from: string;
  to: string;
  pairs: readonly (readonly [stemFrom: string, stemTo: string, weight: number])[];
}
export interface AlignOptions {
  /** 'auto' finds the kind from the evidence. */
  kind: 'auto' | AlignmentKind;
  /** Which version's order the rows follow. Default 0. */
  base?: number;
  fixed?: readonly FixedRow[];
  /** What confirmed rows of other reports taught; used for translations. Fixed rows teach by themselves. */
  learned?: readonly LearnedWords[];
  /** Sentence links inside rows wanted. */
  sentences?: boolean;
  /** Token evidence behind the links wanted. */
  evidence?: boolean;
  /** Called with the part done (0..1), not decreasing. */
  onProgress?: (done: number) => void;
  /** Asked at least every 100 ms of work; true makes align throw AlignCancelled. */
  isCancelled?: () => boolean;
}
export interface AlignedRow {
  /** One array a version, segment indices ascending. */
  cells: number[][];
  /** Calibrated 0..1: of rows scored .9, nine in ten are right. Null when at most one cell is filled. */
  score: number | null;
  /** Index into options.fixed where this row was given. */
  fixed?: number;
}
export type EvidenceType = 'lexicon' | 'number' | 'date' | 'name' | 'cognate' | 'learned' | 'punctuation';
/** One reason for a link: spans are UTF-16 offsets within the two segments' texts. */
export interface Evidence {
  type: EvidenceType;
  from: Span;
  to: Span;
  /** 0..1. */
  weight: number;
}
export interface SegmentLink {
  from: readonly [version: number, segment: number];
  to: readonly [version: number, segment: number];
  score: number;
  evidence?: Evidence[];
}
export interface SentenceLink {
  from: readonly [version: number, segment: number, sentence: number];
  to: readonly [version: number, segment: number, sentence: number];
  score: number;
}
/** Versions that disagree about a group: a and b hold, b and c hold, a and c speak against it. */
export interface AlignConflict {
  segments: (readonly [version: number, segment: number])[];
}
export interface AlignResult {
  kind: AlignmentKind;
  /** One a version: false when the text reports something else than the others. */
  related: boolean[];
  rows: AlignedRow[];
  links: SegmentLink[];
  sentenceLinks?: SentenceLink[];
  conflicts: AlignConflict[];
}
export class AlignCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'AlignCancelled';
  }
}
