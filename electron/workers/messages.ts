/** What is said to the alignment worker, and what it says. Plain data. */
import type { ConfirmedRow } from '../../core/align/learned-words';
import type { AlignedRow, AlignOptions, AlignResult, AlignSegment, SegmentLink } from '../../core/align/types';
import type { ErrorCode } from '../../core/model/error-codes';
import type { Block, Segment } from '../../core/model/text';

export interface AlignRequest extends Omit<AlignOptions, 'onProgress' | 'isCancelled' | 'learned'> {
  /** Confirmed rows of other reports, from which the worker learns words. */
  confirmed?: readonly ConfirmedRow[];
}
export type JobPhase = 'segment' | 'load' | 'align' | 'store';

/**
 * Long texts and outcomes travel in parts, so that neither side is held up by one of them: first what a request is about, then the
 * request; first parts of the outcome, then the outcome without what they held.
 */
export const partLength = 1000;

export function* partsOf<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += partLength) yield all.slice(from, from + partLength);
}

export type ToWorker =
  | { type: 'blocks'; id: number; blocks: Block[] }
  | { type: 'text'; id: number; version: number; segments: AlignSegment[] }
  | { type: 'segment'; id: number; lang: string }
  /** `cancel`: one Int32, set to other than 0 to stop. */
  | { type: 'align'; id: number; langs: string[]; options: AlignRequest; cancel: SharedArrayBuffer };
export type FromWorker =
  | { type: 'progress'; id: number; phase: JobPhase; done: number }
  | { type: 'segments'; id: number; segments: Segment[] }
  | { type: 'rows'; id: number; rows: AlignedRow[] }
  | { type: 'links'; id: number; links: SegmentLink[] }
  | { type: 'segmented'; id: number }
  | { type: 'aligned'; id: number; result: Omit<AlignResult, 'rows' | 'links'> }
  | { type: 'failed'; id: number; code: ErrorCode; bug: string | null };
