/** What there is to be searched in the library: reads only. Reports in the bin and versions that were taken out don't count. */
import type { CodeId, NoteId, ReportId, RowId, VersionId } from '../../../core/model/ids';
import type { Database } from '../connection';

export interface SearchableVersion {
  versionId: VersionId;
  reportId: ReportId;
  lang: string;
  segmentCount: number;
}
export interface SearchableNote {
  noteId: NoteId;
  reportId: ReportId;
  revision: number;
}
export interface SearchableCode {
  id: CodeId;
  name: string;
  depth: number;
}
/** Where a segment stands: enough for a line. */
export interface FoundSegment {
  text: string;
  /** Offset of the segment in its version's text. */
  start: number;
  rowId: RowId | null;
}

export function searchableTable(db: Database) {
  const versions = db.prepare<[], SearchableVersion>(
    `select version.id as versionId, report_id as reportId, lang, segment_count as segmentCount
     from version join report on report.id = report_id
     where removed = 0 and deleted_at_ms is null order by created_at_ms, report.id, ordinal`,
  );
  const title = db.prepare<[string], string>('select title from report where id = ? and deleted_at_ms is null').pluck();
  const texts = db
    .prepare<[string, number, number], string>(
      'select text from segment where version_id = ? and number >= ? order by number limit ?',
    )
    .pluck();
  const segment = db.prepare<[string, number], FoundSegment>(
    'select text, start_offset as start, row_id as rowId from segment where version_id = ? and number = ?',
  );
  const cells = db.prepare<[string, number], string>('select cells from report_row where report_id = ? and id = ?').pluck();
  const coded = `with recursive wanted (id) as (
      select value from json_each(?) union select code.id from code join wanted on parent_id = wanted.id where deleted_at_ms is null
    )`;
  const codedSegments = db.prepare<[string, number], { versionId: VersionId; segment: number }>(
    `${coded}
     select distinct segment.version_id as versionId, number as segment from wanted
     join coding on code_id = wanted.id and deleted = 0
     join segment on segment.version_id = coding.version_id
       and segment.start_offset < coding.end_offset and segment.end_offset > coding.start_offset
     limit ?`,
  );
  const codedNotes = db
    .prepare<[string], NoteId>(
      `${coded} select distinct note_id from wanted join coding on code_id = wanted.id where deleted = 0 and note_id is not null`,
    )
    .pluck();
  const codes = db.prepare<[], SearchableCode>(
    `with recursive tree (id, name, depth, place) as (
       select id, name, 0, printf('%08d', ordinal) || id from code where deleted_at_ms is null
         and (parent_id is null or parent_id not in (select id from code where deleted_at_ms is null))
       union all
       select code.id, code.name, depth + 1, place || printf('%08d', ordinal) || code.id
       from code join tree on code.parent_id = tree.id where deleted_at_ms is null and depth < 50
     )
     select id, name, depth from tree where exists (select 1 from coding where deleted = 0) order by place`,
  );
  const notes = db.prepare<[], SearchableNote>(
    `select note.id as noteId, report_id as reportId, revision from note join report on report.id = report_id
     where note.deleted_at_ms is null and report.deleted_at_ms is null order by note.updated_at_ms`,
  );
  return {
    /** Null for a report in the bin. */
    title: (id: ReportId): string | null => title.get(id) ?? null,
    versions: (): SearchableVersion[] => versions.all(),
    /** Texts of consecutive segments. */
    texts: (id: VersionId, first: number, count: number): string[] => texts.all(id, first, count),
    segment: (id: VersionId, number: number): FoundSegment | null => segment.get(id, number) ?? null,
    /** Segment numbers by version ordinal. */
    cells(reportId: ReportId, id: RowId): number[][] {
      const found = cells.get(reportId, id);
      return found ? (JSON.parse(found) as number[][]) : [];
    },
    /** Paragraphs that have one of these codes or of those below them; at most `limit`. */
    codedSegments: (ids: readonly CodeId[], limit: number) => codedSegments.all(JSON.stringify(ids), limit),
    codedNotes: (ids: readonly CodeId[]): Set<NoteId> => new Set(codedNotes.all(JSON.stringify(ids))),
    /** Parents before children; none while no passage has a code. */
    codes: (): SearchableCode[] => codes.all(),
    /** Least recently changed first. */
    notes: (): SearchableNote[] => notes.all(),
  };
}
export type SearchableTable = ReturnType<typeof searchableTable>;
