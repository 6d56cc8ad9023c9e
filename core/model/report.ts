/** Reports, versions, rows: the n-way alignment as it is stored. */
import type { ReportId, RowId, VersionId } from './ids';
import type { Direction } from './text';

/** How the versions relate: translations of one text, or different reports of one event. */
export type AlignmentKind = 'translation' | 'event';
export type RowStatus = 'automatic' | 'confirmed' | 'edited';

export interface VersionInfo {
  id: VersionId;
  /** Position among the report's versions as imported: the index of its cell in every row. */
  ordinal: number;
  lang: string;
  direction: Direction;
  title: string;
  outlet: string;
  /** As the person or file gave it; may be empty. */
  date: string;
  fileName: string;
  format: string;
  encoding: string | null;
  segmentCount: number;
  /** False: the aligner found that this text reports something else, and the reader added it all the same. */
  related: boolean;
}

/** One n-way row. `cells[v]` holds the segment indices of version v, ascending, empty for an omission. */
export interface Row {
  id: RowId;
  cells: number[][];
  /** 0..1, higher is surer; null for rows with a single filled cell. */
  score: number | null;
  status: RowStatus;
}

/** Rows `[at, at + remove.length)` become `insert`: every row edit and its inverse has this shape. */
export interface RowPatch {
  at: number;
  remove: Row[];
  insert: Row[];
}

export interface ReportInfo {
  id: ReportId;
  title: string;
  kind: AlignmentKind;
  baseVersionId: VersionId;
  rowCount: number;
  versions: VersionInfo[];
}
