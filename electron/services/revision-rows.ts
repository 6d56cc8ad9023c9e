/**
 * Rows for a new revision: what was carried over stands fast, and only paragraphs that the old text lacked are aligned with the
 * rows in which the version had nothing.
 */
import type { CarriedRow, CarryOver } from '../../core/align/carry-over';
import type { AlignOptions, AlignResult, AlignVersion, FixedRow } from '../../core/align/types';
import type { RowId } from '../../core/model/ids';
import type { AlignmentKind, Row, RowStatus } from '../../core/model/report';

export interface Revised {
  /** Null: it needs an id of its own. */
  id: RowId | null;
  cells: number[][];
  score: number | null;
  status: RowStatus;
  /** The row that it was; null for one of new paragraphs only. */
  carried: CarriedRow | null;
}

interface Means {
  /** Ordinal of the version with the new text. */
  version: number;
  base: number;
  kind: AlignmentKind;
  texts(): AlignVersion[];
  align(versions: AlignVersion[], options: Pick<AlignOptions, 'kind' | 'base' | 'fixed'>): Promise<AlignResult>;
}

const filled = (cells: readonly number[][]) => cells.filter((cell) => cell.length > 0).length;

/** A row whose text is gone or rewritten wants checking; the others keep their status and score. */
function carriedRow(carried: CarriedRow, old: Row): Revised {
  const same = carried.carried === 'same' && JSON.stringify(carried.cells) === JSON.stringify(old.cells);
  const id = same ? old.id : null;
  if (carried.carried === 'same' || carried.carried === 'changed')
    return { id, cells: carried.cells, score: old.score, status: old.status, carried };
  const score = carried.carried === 'unsure' && filled(carried.cells) > 1 ? Math.min(carried.likeness, old.score ?? 1) : null;
  return { id, cells: carried.cells, score, status: 'automatic', carried };
}

export async function alignRevised({ rows, added }: CarryOver, old: readonly Row[], means: Means): Promise<Revised[]> {
  const kept = rows.map((row) => carriedRow(row, old[row.from]!));
  if (added.length === 0) return kept;
  const { version, base, kind } = means;
  const fixed: FixedRow[] = kept.map(({ cells, status }) => ({
    // Where the version had nothing and nobody has said so, a new paragraph may find its place.
    cells: cells.map((cell, v) => (v === version && cell.length === 0 && status === 'automatic' ? null : cell)),
  }));
  const aligned = await means.align(means.texts(), { kind, base, fixed });
  return aligned.rows.map(({ cells, score, fixed: at }) => {
    const from = at === undefined ? undefined : kept[at];
    if (!from) return { id: null, cells, score, status: 'automatic', carried: null };
    if (JSON.stringify(cells) === JSON.stringify(from.cells)) return from;
    return { ...from, id: null, cells, score: from.status === 'automatic' ? score : from.score };
  });
}
