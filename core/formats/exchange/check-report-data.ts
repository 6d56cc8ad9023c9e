/** What must hold in a report beyond the shapes of its parts, before a library takes it in. Linear in the report's size. */
import type { NoteTarget } from '../../model/note';
import type { ReportData, VersionData } from '../../model/report-data';

function versionHolds({ info, text, segments }: VersionData, ordinal: number): boolean {
  let end = 0;
  return (
    info.ordinal === ordinal &&
    info.segmentCount === segments.length &&
    segments.every((segment, index) => {
      const inOrder =
        segment.index === index && segment.start >= end && segment.end >= segment.start && segment.end <= text.length;
      end = segment.end;
      return (
        inOrder &&
        segment.text === text.slice(segment.start, segment.end) &&
        segment.sentences.every(([a, b]) => a <= b && b <= segment.text.length)
      );
    })
  );
}

/** Each segment of each version stands in exactly one row. */
function rowsHold({ rows, versions }: ReportData): boolean {
  const seen = versions.map(() => new Set<number>());
  const ids = new Set<number>();
  for (const { id, cells } of rows) {
    if (ids.has(id) || cells.length !== versions.length) return false;
    ids.add(id);
    for (const [v, cell] of cells.entries()) {
      let last = -1;
      for (const index of cell) {
        if (index <= last || index >= (versions[v]?.segments.length ?? 0) || seen[v]?.has(index)) return false;
        seen[v]?.add(index);
        last = index;
      }
    }
  }
  return versions.every(({ segments }, v) => seen[v]?.size === segments.length);
}

export function holdsTogether(data: ReportData): boolean {
  const { report, versions, rows, notes, revisions, codes, codings } = data;
  const lengths = new Map(versions.map(({ info, text }) => [info.id, text.length]));
  const isTarget = ({ versionId, position: { start, end } }: NoteTarget): boolean =>
    start <= end && end <= (lengths.get(versionId) ?? -1);
  const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  const noteIds = new Set(notes.map(({ id }) => id));
  const before = new Set<string>();
  return (
    versions.length > 0 &&
    unique(versions.map(({ info }) => info.id)) &&
    versions.every(versionHolds) &&
    lengths.has(report.baseVersionId) &&
    report.rowCount === rows.length &&
    rowsHold(data) &&
    unique(notes.map(({ id }) => id)) &&
    notes.every((note) => note.reportId === report.id && note.targets.every(isTarget)) &&
    revisions.every(({ noteId, targets }) => noteIds.has(noteId) && targets.every(isTarget)) &&
    unique(codes.map(({ id }) => id)) &&
    codes.every(({ id, parentId }) => {
      const known = parentId === null || before.has(parentId);
      before.add(id);
      return known;
    }) &&
    unique(codings.map(({ id }) => id)) &&
    codings.every(
      ({ codeId, target, noteId }) => before.has(codeId) && isTarget(target) && (noteId === null || noteIds.has(noteId)),
    )
  );
}
