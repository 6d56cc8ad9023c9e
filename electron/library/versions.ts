/** Versions of reports with their segments and original bytes. A version's text never changes once it is stored. */
import type { ReportId, RowId, VersionId } from '../../core/model/ids';
import { directionOf } from '../../core/model/languages';
import type { VersionInfo } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import type { Segment, SegmentKind } from '../../core/model/text';
import type { Database } from './connection';

export type VersionRecord = Omit<VersionInfo, 'direction'>;
/** What a reader may correct after import. */
export type VersionDetails = Pick<VersionRecord, 'lang' | 'title' | 'outlet' | 'date'>;

interface StoredVersion extends Omit<VersionRecord, 'related'> {
  related: number;
}
interface StoredSegment {
  number: number;
  kind: SegmentKind;
  level: number | null;
  boilerplate: number;
  start: number;
  end: number;
  text: string;
  sentences: string;
}
const versionColumns = `id, ordinal, lang, title, outlet, date, file_name as fileName, format, encoding,
  segment_count as segmentCount, related`;
const segmentColumns = `number, kind, level, boilerplate, start_offset as start, end_offset as end, text, sentences`;

const reviveVersion = (v: StoredVersion): VersionInfo => ({ ...v, related: v.related === 1, direction: directionOf(v.lang) });
const reviveSegment = (s: StoredSegment): Segment => ({
  index: s.number,
  kind: s.kind,
  ...(s.level === null ? {} : { level: s.level }),
  boilerplate: s.boilerplate === 1,
  start: s.start,
  end: s.end,
  text: s.text,
  sentences: JSON.parse(s.sentences),
});

export function versionsTable(db: Database) {
  const ofReport = db.prepare<[string], StoredVersion>(
    `select ${versionColumns} from version where report_id = ? and removed = 0 order by ordinal`,
  );
  const insertVersion = db.prepare(
    `insert into version (id, report_id, ordinal, lang, title, outlet, date, file_name, format, encoding, related, segment_count)
     values (@id, @reportId, @ordinal, @lang, @title, @outlet, @date, @fileName, @format, @encoding, @related, @segmentCount)`,
  );
  const insertOriginal = db.prepare<[string, Uint8Array]>('insert into version_original (version_id, bytes) values (?, ?)');
  const insertSegment = db.prepare(
    `insert into segment (version_id, number, kind, level, boilerplate, start_offset, end_offset, text, sentences, row_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const named = db.prepare<[string, string], StoredSegment>(
    // Cross: SQLite takes the tables in this order instead of reading through the whole version.
    `select ${segmentColumns} from json_each(?) as wanted
     cross join segment on segment.version_id = ? and segment.number = wanted.value order by number`,
  );
  const every = db.prepare<[string], StoredSegment>(`select ${segmentColumns} from segment where version_id = ? order by number`);
  // From the last segment that begins before the stretch: asking for their ends alone would read the whole version.
  const within = db.prepare<{ id: string; start: number; end: number }, StoredSegment>(
    `select ${segmentColumns} from segment where version_id = @id and end_offset >= @start and start_offset <= @end
       and start_offset >= (select coalesce(max(start_offset), 0) from segment where version_id = @id and start_offset <= @start)
     order by start_offset`,
  );
  const original = db.prepare<[string], { bytes: Uint8Array }>('select bytes from version_original where version_id = ?');
  const boilerplate = db.prepare<[number, string, number]>(
    'update segment set boilerplate = ? where version_id = ? and number = ?',
  );
  const details = db.prepare<[string, string, string, string, string]>(
    'update version set lang = ?, title = ?, outlet = ?, date = ? where id = ?',
  );
  const related = db.prepare<[number, string]>('update version set related = ? where id = ?');
  const removed = db.prepare<[number, string]>('update version set removed = ? where id = ?');
  const rowAt = db.prepare<[string, number], { rowId: RowId | null }>(
    'select row_id as rowId from segment where version_id = ? and start_offset <= ? order by start_offset desc limit 1',
  );

  const exists = db.prepare<[string], { n: number }>('select 1 as n from version where id = ?');

  const list = (reportId: ReportId): VersionInfo[] => ofReport.all(reportId).map(reviveVersion);
  const get = (reportId: ReportId, id: VersionId): VersionInfo => {
    const found = list(reportId).find((v) => v.id === id);
    if (!found) throw new ExpectedError('version-not-found');
    return found;
  };
  const insertWithoutText = (reportId: ReportId, version: VersionRecord, bytes: Uint8Array): void => {
    insertVersion.run({ ...version, reportId, related: version.related ? 1 : 0 });
    insertOriginal.run(version.id, bytes);
  };
  const insertSegments = (id: VersionId, segments: readonly Segment[], rowIds: readonly (RowId | undefined)[] = []): void => {
    for (const s of segments) {
      const place = [s.start, s.end, s.text, JSON.stringify(s.sentences), rowIds[s.index] ?? null];
      insertSegment.run(id, s.index, s.kind, s.level ?? null, s.boilerplate ? 1 : 0, ...place);
    }
  };
  return {
    list,
    /** True for versions that undo has taken out, too. */
    has: (id: VersionId): boolean => exists.get(id) !== undefined,
    /** Throws version-not-found. */
    get,
    /** `rowIds`: for each segment the row in which it is going to stand, where that is known already. */
    insert(
      reportId: ReportId,
      version: VersionRecord,
      segments: readonly Segment[],
      bytes: Uint8Array,
      rowIds: readonly (RowId | undefined)[] = [],
    ): void {
      insertWithoutText(reportId, version, bytes);
      insertSegments(version.id, segments, rowIds);
    },
    /** Its segments come after it, in parts: `insertSegments`, with the row in which each is going to stand. */
    insertWithoutText,
    insertSegments,
    segments: (id: VersionId): Segment[] => every.all(id).map(reviveSegment),
    segmentsNamed: (id: VersionId, numbers: readonly number[]): Segment[] =>
      named.all(JSON.stringify(numbers), id).map(reviveSegment),
    /** Segments that the stretch of text from start to end touches. */
    segmentsWithin: (id: VersionId, start: number, end: number): Segment[] => within.all({ id, start, end }).map(reviveSegment),
    original: (id: VersionId): Uint8Array | null => original.get(id)?.bytes ?? null,
    setBoilerplate: (id: VersionId, segment: number, value: boolean) => void boilerplate.run(value ? 1 : 0, id, segment),
    setDetails: (id: VersionId, d: VersionDetails) => void details.run(d.lang, d.title, d.outlet, d.date, id),
    setRelated: (id: VersionId, value: boolean) => void related.run(value ? 1 : 0, id),
    setRemoved: (id: VersionId, value: boolean) => void removed.run(value ? 1 : 0, id),
    /** The row in which the text at an offset stands. */
    rowAt: (id: VersionId, offset: number): RowId | null => rowAt.get(id, offset)?.rowId ?? null,
  };
}
export type VersionsTable = ReturnType<typeof versionsTable>;
