/** What must hold in a report beyond the shapes of its parts, before a library takes it in. Linear in the report's size. */
import type { NoteTarget } from '../../model/note';
import type { Row } from '../../model/report';
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

/** Each of `sizes[v]` segments of each version stands in exactly one row, those of a cell in their order. */
export function rowsCover(rows: readonly Pick<Row, 'cells'>[], sizes: readonly number[]): boolean {
  const seen = sizes.map(() => new Set<number>());
  for (const { cells } of rows) {
    if (cells.length !== sizes.length) return false;
    for (const [v, cell] of cells.entries()) {
      let last = -1;
      for (const index of cell) {
        if (index <= last || index >= (sizes[v] ?? 0) || seen[v]?.has(index)) return false;
        seen[v]?.add(index);
        last = index;
      }
    }
  }
  return sizes.every((size, v) => seen[v]?.size === size);
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
    new Set(rows.map(({ id }) => id)).size === rows.length &&
    rowsCover(
      rows,
      versions.map(({ segments }) => segments.length),
    ) &&
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
