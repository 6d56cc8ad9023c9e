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
/** What a column's width can be at all. */
const narrowest = 0.2;
const widest = 5;

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

/** The column that stands after one in reading order, hidden ones left out; null for the last. */
export function columnAfter(columns: readonly Column[], version: number): Column | null {
  const from = columns.findIndex((c) => c.version === version);
  return from < 0 ? null : (columns.slice(from + 1).find((c) => !c.hidden) ?? null);
}

/** Puts a column before another one, or behind all with null; the same list when it stands there. */
export function placeColumn(columns: readonly Column[], version: number, before: number | null): readonly Column[] {
  const moved = columns.find((c) => c.version === version);
  if (!moved || before === version) return columns;
  const others = columns.filter((c) => c !== moved);
  const at = before === null ? others.length : others.findIndex((c) => c.version === before);
  if (at < 0) return columns;
  const placed = [...others.slice(0, at), moved, ...others.slice(at)];
  return placed.every((c, i) => c === columns[i]) ? columns : placed;
}

/** The shares that two neighbours have of the room that is theirs together, lowest and highest for the first. */
export function shareLimits(first: Column, second: Column): { min: number; max: number } {
  const both = first.width + second.width;
  return { min: Math.max(narrowest, both - widest) / both, max: Math.min(widest, both - narrowest) / both };
}

/** Moves the border of two columns: the first gets this share of their common room, the others stay as they are. */
export function shareRoom(columns: readonly Column[], first: number, second: number, share: number): readonly Column[] {
  const [a, b] = [first, second].map((version) => columns.find((c) => c.version === version));
  if (!a || !b) return columns;
  const { min, max } = shareLimits(a, b);
  const both = a.width + b.width;
  const width = Math.round(both * Math.max(min, Math.min(max, share)) * 1000) / 1000;
  if (width === a.width) return columns;
  return columns.map((c) =>
    c === a ? { ...c, width } : c === b ? { ...c, width: Math.round((both - width) * 1000) / 1000 } : c,
  );
}
