/** Codes: a framing codebook as a tree, and its use on passages by one or more coders. */
import type { CodeId, CodingId, NoteId } from './ids';
import type { NoteTarget } from './note';

export interface Code {
  id: CodeId;
  /** Null at the top of the tree. */
  parentId: CodeId | null;
  name: string;
  description: string;
  /** `#rrggbb`, lower case. */
  colour: string;
  /** Position among its siblings, from zero. */
  order: number;
}

/** One code on one passage, by one coder: what agreement between two coders is counted from. */
export interface Coding {
  id: CodingId;
  codeId: CodeId;
  target: NoteTarget;
  /** The note that the code was given in, if it was given in one. */
  noteId: NoteId | null;
  /** A name that the coder chose; two coders are told apart by it. Never empty. */
  coder: string;
  createdAtMs: number;
}
