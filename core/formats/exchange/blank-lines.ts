/** The text of a report as a library keeps it: segments joined by the library's separator. */
import type { VersionId } from '../../model/ids';
import type { NoteTarget } from '../../model/note';
import type { ReportData, VersionData } from '../../model/report-data';
import { segmentSeparator } from '../../segment/segment';

/**
 * The library's segments are joined by blank lines, and offsets of notes count on it. Texts of other makers may have more between
 * their segments: gives the same report with all offsets moved.
 */
export function joinedByBlankLines(data: ReportData): ReportData {
  const moves = new Map<VersionId, (offset: number) => number>();
  const versions = data.versions.map((version): VersionData => {
    let end = -segmentSeparator.length;
    const segments = version.segments.map((segment) => {
      const start = end + segmentSeparator.length;
      end = start + segment.text.length;
      return { ...segment, start, end };
    });
    const text = segments.map((segment) => segment.text).join(segmentSeparator);
    if (text === version.text) return version;
    const starts = version.segments.map(({ start }) => start);
    moves.set(version.info.id, (offset) => {
      const at = lastNotAfter(starts, offset);
      const to = segments[Math.max(0, at)];
      return to ? Math.min(to.end, to.start + Math.max(0, offset - (starts[Math.max(0, at)] ?? 0))) : 0;
    });
    return { ...version, segments, text };
  });
  if (moves.size === 0) return data;
  const move = (target: NoteTarget): NoteTarget => {
    const to = moves.get(target.versionId);
    const { start, end } = target.position;
    return to ? { ...target, position: { start: to(start), end: to(end) } } : target;
  };
  return {
    ...data,
    versions,
    notes: data.notes.map((note) => ({ ...note, targets: note.targets.map(move) })),
    revisions: data.revisions.map((revision) => ({ ...revision, targets: revision.targets.map(move) })),
    codings: data.codings.map((coding) => ({ ...coding, target: move(coding.target) })),
  };
}

/** Index of the last of these ascending numbers that is not after `value`; −1 when all are. */
function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
