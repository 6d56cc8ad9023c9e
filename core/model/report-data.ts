/** A whole report as plain data: what exports read and what imports give back. Needs no library and no app. */
import type { Code, Coding } from './code';
import type { NoteId } from './ids';
import type { Note, NoteTarget } from './note';
import type { ReportInfo, Row, VersionInfo } from './report';
import type { Segment } from './text';

/** The file that a version came from, byte for byte. */
export interface OriginalFile {
  fileName: string;
  bytes: Uint8Array;
}

export interface VersionData {
  info: VersionInfo;
  /** The whole text that the offsets of segments and targets count in. */
  text: string;
  segments: Segment[];
  original?: OriginalFile;
}

/** What a note was at an earlier revision, or is now. */
export interface NoteRevision {
  noteId: NoteId;
  revision: number;
  body: string;
  targets: NoteTarget[];
  savedAtMs: number;
}

/** As much of a report as readers of notes, codes and links look into; a ReportData is one. */
export interface ReportTexts {
  report: Pick<ReportInfo, 'id'>;
  versions: readonly Pick<VersionData, 'info' | 'text'>[];
  /** All codes that are known where the report stands. */
  codes: readonly Pick<Code, 'id'>[];
}

export interface ReportData {
  /** `report.versions` are the infos of `versions`, in the same order. */
  report: ReportInfo;
  /** In order of their ordinals: index v is cell v of every row. */
  versions: VersionData[];
  /** In reading order. */
  rows: Row[];
  notes: Note[];
  /** Earlier states of the notes, oldest first; may be empty. The present state need not be among them. */
  revisions: NoteRevision[];
  /** The codes that the codings use, with their ancestors, parents before children. */
  codes: Code[];
  codings: Coding[];
}
