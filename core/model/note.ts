/** Notes and what they point at, after the W3C Web Annotation model. */
import type { NoteId, ReportId, VersionId } from './ids';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector; context of up to 32 UTF-16 units on each side. */
export interface TextQuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}
/** UTF-16 offsets in the version's text. */
export interface TextPositionSelector {
  start: number;
  end: number;
}
export interface NoteTarget {
  versionId: VersionId;
  quote: TextQuoteSelector;
  position: TextPositionSelector;
  /** Set by whoever looked for it: the quotation stands in the text no more. */
  orphan?: boolean | undefined;
}
/** What the reader had chosen when writing the note; a row's or cell's note has a target per segment. */
export type NoteScope = 'selection' | 'cell' | 'row';

export interface Note {
  id: NoteId;
  reportId: ReportId;
  scope: NoteScope;
  body: string;
  targets: NoteTarget[];
  createdAtMs: number;
  updatedAtMs: number;
  /** Counts up with each saved change. */
  revision: number;
  /** Who wrote it, where that is not the library's own reader. */
  author?: string | undefined;
}
