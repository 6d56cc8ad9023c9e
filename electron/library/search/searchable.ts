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
  parentId: CodeId | null;
  name: string;
  description: string;
  colour: string;
  depth: number;
}
/** A passage that has a code: offsets in its version's text. */
export interface CodedPassage {
  reportId: ReportId;
  versionId: VersionId;
  start: number;
  end: number;
}
/** Languages by their primary subtag; an empty list lets all through. */
export interface PassageFilter {
  langs: readonly string[];
  reportIds: readonly ReportId[];
  versionIds: readonly VersionId[];
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
  const coded = (ids: '?' | '@codeIds') => `with recursive wanted (id) as (
      select value from json_each(${ids}) union select code.id from code join wanted on parent_id = wanted.id where deleted_at_ms is null
    )`;
  const codedSegments = db.prepare<[string, number], { versionId: VersionId; segment: number }>(
    `${coded('?')}
     select distinct segment.version_id as versionId, number as segment from wanted
     join coding on code_id = wanted.id and deleted = 0
     join segment on segment.version_id = coding.version_id
       and segment.start_offset < coding.end_offset and segment.end_offset > coding.start_offset
     limit ?`,
  );
  const codedNotes = db
    .prepare<[string], NoteId>(
      `${coded('?')} select distinct note_id from wanted join coding on code_id = wanted.id where deleted = 0 and note_id is not null`,
    )
    .pluck();
  const codes = db.prepare<[], SearchableCode>(
    `with recursive tree (id, parent_id, depth, place) as (
       select id, null, 0, printf('%08d', ordinal) || id from code where deleted_at_ms is null
         and (parent_id is null or parent_id not in (select id from code where deleted_at_ms is null))
       union all
       select code.id, code.parent_id, depth + 1, place || printf('%08d', ordinal) || code.id
       from code join tree on code.parent_id = tree.id where deleted_at_ms is null and depth < 50
     )
     select tree.id, tree.parent_id as parentId, name, description, colour, depth from tree join code using (id) order by place`,
  );
  const hasCodings = db.prepare('select 1 from coding where deleted = 0 limit 1').pluck();
  const passages = `${coded('@codeIds')}
     select distinct version.report_id as reportId, version.id as versionId, start_offset as start, end_offset as end
     from wanted join coding on code_id = wanted.id and coding.deleted = 0
     join version on version.id = coding.version_id and removed = 0
     join report on report.id = version.report_id and report.deleted_at_ms is null
     where (@langs = '[]' or substr(lang, 1, instr(lang || '-', '-') - 1) in (select value from json_each(@langs)))
       and (@reportIds = '[]' or report.id in (select value from json_each(@reportIds)))
       and (@versionIds = '[]' or version.id in (select value from json_each(@versionIds)))`;
  const passagePage = db.prepare<[Record<string, string | number>], CodedPassage>(
    `${passages} order by report.created_at_ms, report.id, version.ordinal, start_offset, end_offset limit @limit offset @from`,
  );
  const passageCount = db.prepare<[Record<string, string>], { n: number }>(`select count(*) as n from (${passages})`);
  const passageArguments = (ids: readonly CodeId[], { langs, reportIds, versionIds }: PassageFilter) => ({
    codeIds: JSON.stringify(ids),
    langs: JSON.stringify(langs.map((lang) => lang.split('-')[0])),
    reportIds: JSON.stringify(reportIds),
    versionIds: JSON.stringify(versionIds),
  });
  const segmentAt = db.prepare<[string, number], FoundSegment & { number: number }>(
    `select number, text, start_offset as start, row_id as rowId from segment
     where version_id = ? and start_offset <= ? order by start_offset desc limit 1`,
  );
  const rowKeys = db.prepare<[string, string], { id: RowId; key: number }>(
    `select report_row.id, order_key as key from json_each(?) as wanted
     cross join report_row on report_id = ? and report_row.id = wanted.value order by order_key`,
  );
  const rowsBetween = db
    .prepare<[string, number, number], number>(
      'select count(*) from report_row where report_id = ? and order_key >= ? and order_key < ?',
    )
    .pluck();
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
    /** Parents before children, in the order of the codebook. */
    codes: (): SearchableCode[] => codes.all(),
    /** True once any passage has a code. */
    hasCodings: (): boolean => hasCodings.get() !== undefined,
    /** Passages with one of these codes or of those below them, in the order of the texts; `from`: how many to leave out. */
    passages: (ids: readonly CodeId[], filter: PassageFilter, from: number, limit: number): CodedPassage[] =>
      passagePage.all({ ...passageArguments(ids, filter), from, limit }),
    passageCount: (ids: readonly CodeId[], filter: PassageFilter): number => passageCount.get(passageArguments(ids, filter))!.n,
    /** The segment in which an offset of the text stands. */
    segmentAt: (id: VersionId, offset: number): (FoundSegment & { number: number }) | null => segmentAt.get(id, offset) ?? null,
    /** Places of rows in reading order, from zero: each row is counted once, however many are asked for. */
    placesOf(reportId: ReportId, ids: readonly RowId[]): Map<RowId, number> {
      const places = new Map<RowId, number>();
      let place = 0;
      let counted = Number.NEGATIVE_INFINITY;
      for (const { id, key } of rowKeys.all(JSON.stringify(ids), reportId)) {
        place += rowsBetween.get(reportId, counted, key)!;
        counted = key;
        places.set(id, place);
      }
      return places;
    },
    /** Least recently changed first. */
    notes: (): SearchableNote[] => notes.all(),
  };
}
export type SearchableTable = ReturnType<typeof searchableTable>;
