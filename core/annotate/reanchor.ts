/**
 * Passages follow their text into a new revision: from where the old paragraph's successor stands, by quotation, at last by
 * likeness (selectors.ts). What is found nowhere stays as it was, pointing into the old text.
 */
import type { VersionId } from '../model/ids';
import type { NoteTarget } from '../model/note';
import type { Segment } from '../model/text';
import { anchor, describe } from './selectors';

export interface Replacement {
  /** The version whose text is replaced, and those whose place it once took. */
  old: ReadonlySet<VersionId>;
  oldSegments: readonly Segment[];
  newVersion: VersionId;
  newText: string;
  newSegments: readonly Segment[];
  /** Old segment to new one, where that is known. */
  successors: ReadonlyMap<number, number>;
}

/** The last segment that begins at or before an offset. */
function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1];
}

/** The target in the new text; null when it is found nowhere; the target itself when it never pointed into the old one. */
export function reanchored(target: NoteTarget, replacement: Replacement): NoteTarget | null {
  const { old, oldSegments, newVersion, newText, newSegments, successors } = replacement;
  if (!old.has(target.versionId)) return target;
  const { versionId: _, orphan: __, ...selectors } = target;
  const from = segmentAt(oldSegments, target.position.start);
  const to = from && newSegments[successors.get(from.index) ?? -1];
  const moved = from && to ? to.start - from.start : 0;
  const start = Math.max(0, target.position.start + moved);
  const position = { start, end: Math.max(start, target.position.end + moved) };
  const found = anchor(newText, { ...selectors, position });
  return found && { versionId: newVersion, ...describe(newText, found.start, found.end) };
}
