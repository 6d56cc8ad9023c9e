/** What is said to the alignment worker, and what it says. Plain data. */
import type { ConfirmedRow } from '../../core/align/learned-words';
import type { AlignOptions, AlignResult, AlignVersion } from '../../core/align/types';
import type { ErrorCode } from '../../core/model/error-codes';
import type { Block, Segment } from '../../core/model/text';

export interface AlignRequest extends Omit<AlignOptions, 'onProgress' | 'isCancelled' | 'learned'> {
  /** Confirmed rows of other reports, from which the worker learns words. */
  confirmed?: readonly ConfirmedRow[];
}
export type JobPhase = 'segment' | 'load' | 'align' | 'store';

export type ToWorker =
  | { type: 'segment'; id: number; blocks: Block[]; lang: string }
  /** `cancel`: one Int32, set to other than 0 to stop. */
  | { type: 'align'; id: number; versions: AlignVersion[]; options: AlignRequest; cancel: SharedArrayBuffer };
export type FromWorker =
  | { type: 'progress'; id: number; phase: JobPhase; done: number }
  | { type: 'segmented'; id: number; segments: Segment[] }
  | { type: 'aligned'; id: number; result: AlignResult }
  | { type: 'failed'; id: number; code: ErrorCode; bug: string | null };
