/** Branded identifiers: a version's id can't be passed where a report's is wanted. All are UUID strings but row ids. */
declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

export type ReportId = Branded<string, 'report'>;
export type VersionId = Branded<string, 'version'>;
export type NoteId = Branded<string, 'note'>;
/** A label in the tree of codes. */
export type CodeId = Branded<string, 'code'>;
/** One use of a code on one passage by one coder. */
export type CodingId = Branded<string, 'coding'>;
/** A named collection of reports. */
export type CollectionId = Branded<string, 'collection'>;
export type JobId = Branded<string, 'job'>;
/** A report on its way from the window to the host, in parts. */
export type TransferId = Branded<string, 'transfer'>;
/** A token for a file that the host has been told to open by a person. The window never sees a path. */
export type FileToken = Branded<string, 'file'>;
/** Row ids are whole numbers, unique within one report, never used again after an edit. */
export type RowId = Branded<number, 'row'>;

export const newId = <
  T extends ReportId | VersionId | NoteId | CodeId | CodingId | CollectionId | JobId | TransferId | FileToken,
>(): T => crypto.randomUUID() as T;
