/** Columns of the open report: which versions stand side by side, in which order and how wide. Pure functions on a list. */
import type { ReportViewState } from '../../core/contract/schemas';
import type { VersionId } from '../../core/model/ids';
import type { VersionInfo } from '../../core/model/report';
import type { Direction } from '../../core/model/text';

export interface Column {
  versionId: VersionId;
  /** Index of the version's cell in every row. */
  version: number;
  hidden: boolean;
  /** Share of the room that the columns have together: 1 is an equal one. */
  width: number;
}

const widths = [0.5, 0.65, 0.8, 1, 1.25, 1.6, 2, 2.5];

/** Columns as they were left; versions that came later stand at the end, those that are gone are dropped. */
export function columnsOf(versions: readonly VersionInfo[], view: ReportViewState['columns']): Column[] {
  const known = view.flatMap((c) => {
    const version = versions.find((v) => v.id === c.versionId);
    return version ? [{ versionId: c.versionId, version: version.ordinal, hidden: c.hidden, width: c.width }] : [];
  });
  const added = versions
    .filter((v) => !known.some((c) => c.versionId === v.id))
    .map((v) => ({ versionId: v.id, version: v.ordinal, hidden: false, width: 1 }));
  const columns = [...known, ...added];
  // A report with every column hidden can't be read.
  return columns.every((c) => c.hidden) ? columns.map((c) => ({ ...c, hidden: false })) : columns;
}

export const visibleVersions = (columns: readonly Column[]): number[] => columns.filter((c) => !c.hidden).map((c) => c.version);

/** +1 later in reading order, −1 earlier: what a step to the visual left or right means in this interface direction. */
export const stepTowards = (side: 'left' | 'right', direction: Direction): 1 | -1 =>
  (side === 'right') === (direction === 'ltr') ? 1 : -1;

/** Exchanges a column with its next visible neighbour; the same list when there is none. */
export function moveColumn(columns: readonly Column[], version: number, step: 1 | -1): readonly Column[] {
  const from = columns.findIndex((c) => c.version === version);
  let to = from + step;
  while (columns[to]?.hidden) to += step;
  if (from < 0 || !columns[to]) return columns;
  const moved = [...columns];
  const [column] = moved.splice(from, 1);
  moved.splice(to, 0, column!);
  return moved;
}

/** Hides or shows; the last visible column stays. */
export function setHidden(columns: readonly Column[], version: number, hidden: boolean): readonly Column[] {
  if (hidden && visibleVersions(columns).length < 2) return columns;
  return columns.map((c) => (c.version === version ? { ...c, hidden } : c));
}

export function resizeColumn(columns: readonly Column[], version: number, step: 1 | -1): readonly Column[] {
  return columns.map((c) => {
    if (c.version !== version) return c;
    const next = step === 1 ? widths.find((w) => w > c.width + 1e-6) : widths.findLast((w) => w < c.width - 1e-6);
    return { ...c, width: next ?? c.width };
  });
}
