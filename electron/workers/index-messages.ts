/** What is said to the indexing worker, and what it says. Plain data. */
import type { NoteId, VersionId } from '../../core/model/ids';
import type { IndexedNote, IndexedVersion } from '../library/search/index-file';

export type IndexWork =
  /** Consecutive segments of a version from `first` on. */
  | { type: 'add'; version: IndexedVersion; first: number; texts: string[] }
  | { type: 'remove'; versionId: VersionId }
  | { type: 'notes'; put: IndexedNote[]; drop: NoteId[] }
  /** Closes the index, takes its files away and begins a new one. */
  | { type: 'reset' };
export type ToIndexWorker = { id: number; work: IndexWork };
/** `error` is null when the work is done; `code` is SQLite's or the system's. */
export type FromIndexWorker = { id: number; error: { message: string; code: string } | null };
