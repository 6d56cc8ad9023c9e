/**
 * The full-text index, a file of its own beside the library: FTS5 over folded text and over text as written, contentless, so that
 * the words stand in it once. All of it can be made again from the library; damage means a silent rebuild, never a recovery.
 */
import { rmSync } from 'node:fs';
import type { NoteId, ReportId, VersionId } from '../../../core/model/ids';
import { literalForm } from '../../../core/search/literal-form';
import { foldForSearch } from '../../../core/text/fold';
import { connect, type Database } from '../connection';

/** Raised when what is indexed, or how, changes: an index with another number is made anew. */
const layout = 2;
/** A hit's number is its version's place in the index times this, plus the segment's number. */
const segmentsPerVersion = 2 ** 24;

export interface IndexedVersion {
  versionId: VersionId;
  reportId: ReportId;
  lang: string;
}
export interface IndexedNote {
  noteId: NoteId;
  reportId: ReportId;
  revision: number;
  body: string;
}
/** How far a version is indexed, and as what. */
export interface VersionProgress {
  reportId: ReportId;
  lang: string;
  done: number;
}
export interface Hit {
  versionId: VersionId;
  reportId: ReportId;
  segment: number;
  /** Where to go on: pass it as `after`. */
  cursor: number;
}
export interface HitFilter {
  /** Languages (by their primary subtag), reports, versions: any of those given in each list; an empty list lets all through. */
  langs?: readonly string[];
  reportIds?: readonly ReportId[];
  versionIds?: readonly VersionId[];
  /** Only these segments, by version. */
  segments?: readonly { versionId: VersionId; segment: number }[];
}

const schema = `
  create table indexed_version (
    place integer primary key,
    version_id text not null unique,
    report_id text not null,
    lang text not null,
    -- Segments so far; the version is searchable as far as this goes.
    done integer not null default 0
  ) strict;
  create table indexed_report (place integer primary key, report_id text not null unique) strict;
  create table indexed_note (
    place integer primary key,
    note_id text not null unique,
    report_id text not null,
    revision integer not null
  ) strict;
  -- Marks count as letters of a word: vocalised Arabic is one word, not one a letter.
  create virtual table segment_text using fts5 (
    folded, literal, meta, content = '', contentless_delete = 1, prefix = '1 2',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  create virtual table note_text using fts5 (
    folded, literal, meta, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  pragma user_version = ${layout};
`;

function open(file: string): Database {
  const db = connect(file);
  try {
    // What is lost here is made again, so commits need not wait for the disk.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('trusted_schema = OFF');
    db.pragma('temp_store = MEMORY');
    if (db.pragma('user_version', { simple: true }) === layout) {
      // FTS5 looks at its own tables only now; what is wrong with them shows here.
      db.prepare('select 1 from segment_text, note_text');
      return db;
    }
    const objects = db.prepare<[], { n: number }>('select count(*) as n from sqlite_schema').get()!.n;
    if (objects > 0) throw new Error('another layout');
    db.transaction(() => db.exec(schema))();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const primary = (lang: string): string => lang.split('-')[0]!;

/** Takes the index away. Only while no connection to it is open. */
export const removeIndexFiles = (file: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
};

/** Opens the index; whatever is wrong with the file, an empty one takes its place. */
export function openSearchIndex(file: string) {
  let db: Database;
  try {
    db = open(file);
  } catch {
    removeIndexFiles(file);
    db = open(file);
  }
  const listed = db.prepare<[], VersionProgress & { versionId: VersionId }>(
    'select version_id as versionId, report_id as reportId, lang, done from indexed_version',
  );
  const byId = db.prepare<[string], { place: number }>('select place from indexed_version where version_id = ?');
  const byPlace = db.prepare<[number], { versionId: VersionId; reportId: ReportId }>(
    'select version_id as versionId, report_id as reportId from indexed_version where place = ?',
  );
  const reportPlace = db.prepare<[string], { place: number }>('select place from indexed_report where report_id = ?');
  const addReport = db.prepare('insert or ignore into indexed_report (report_id) values (?)');
  const addVersion = db.prepare('insert into indexed_version (version_id, report_id, lang) values (?, ?, ?)');
  const setDone = db.prepare<[number, number]>('update indexed_version set done = ? where place = ?');
  const forget = db.prepare<[number]>('delete from indexed_version where place = ?');
  const insert = db.prepare<[number, string, string, string]>(
    'insert into segment_text (rowid, folded, literal, meta) values (?, ?, ?, ?)',
  );
  const clear = db.prepare<[number, number]>('delete from segment_text where rowid between ? and ?');

  const listedNotes = db.prepare<[], { noteId: NoteId; revision: number }>(
    'select note_id as noteId, revision from indexed_note',
  );
  const noteById = db.prepare<[string], { place: number }>('select place from indexed_note where note_id = ?');
  const addNote = db.prepare('insert into indexed_note (note_id, report_id, revision) values (?, ?, ?)');
  const forgetNote = db.prepare<[number]>('delete from indexed_note where place = ?');
  const insertNote = db.prepare<[number | bigint, string, string, string]>(
    'insert into note_text (rowid, folded, literal, meta) values (?, ?, ?, ?)',
  );
  const clearNote = db.prepare<[number]>('delete from note_text where rowid = ?');
  const newestNotes = db.prepare<[string, number], { noteId: NoteId }>(
    `select note_id as noteId from note_text join indexed_note on place = note_text.rowid
     where note_text match ? order by note_text.rowid desc limit ?`,
  );

  const placeOf = (versionId: VersionId): number | null => byId.get(versionId)?.place ?? null;
  const rangeOf = (place: number): [number, number] => [place * segmentsPerVersion, (place + 1) * segmentsPerVersion - 1];

  const metaExpression = (words: readonly string[]): string => `({meta} : (${words.map((w) => `"${w}"`).join(' OR ')}))`;

  /** The expression with the filters that FTS5 itself can apply. Null when a filter lets nothing through. */
  function filtered(expression: string, filter: HitFilter): string | null {
    const parts = [`(${expression})`];
    if (filter.langs?.length) parts.push(metaExpression(filter.langs.map((l) => `l${primary(l)}`)));
    if (filter.reportIds?.length) {
      const places = filter.reportIds.flatMap((id) => reportPlace.get(id)?.place ?? []);
      if (!places.length) return null;
      parts.push(metaExpression(places.map((p) => `r${p}`)));
    }
    if (filter.versionIds?.length) {
      const places = filter.versionIds.flatMap((id) => placeOf(id) ?? []);
      if (!places.length) return null;
      parts.push(metaExpression(places.map((p) => `v${p}`)));
    }
    return parts.join(' AND ');
  }
  const page = db.prepare<[string, number, number], { rowid: number }>(
    'select rowid from segment_text where segment_text match ? and rowid > ? order by rowid limit ?',
  );
  const pageAmong = db.prepare<[string, number, string, number], { rowid: number }>(
    `select rowid from segment_text where segment_text match ? and rowid > ? and rowid in (select value from json_each(?))
     order by rowid limit ?`,
  );
  const countedAmong = db.prepare<[string, string, number], { n: number }>(
    `select count(*) as n from
     (select 1 from segment_text where segment_text match ? and rowid in (select value from json_each(?)) limit ?)`,
  );
  const counted = db.prepare<[string, number], { n: number }>(
    'select count(*) as n from (select 1 from segment_text where segment_text match ? limit ?)',
  );

  const dropNote = (noteId: NoteId): void => {
    const place = noteById.get(noteId)?.place;
    if (place === undefined) return;
    clearNote.run(place);
    forgetNote.run(place);
  };

  const rowidsOf = (segments: NonNullable<HitFilter['segments']>): string =>
    JSON.stringify(
      segments.flatMap((s) => {
        const place = placeOf(s.versionId);
        return place === null ? [] : place * segmentsPerVersion + s.segment;
      }),
    );

  return {
    /** How many segments of each version are indexed. */
    progress: (): Map<VersionId, VersionProgress> => new Map(listed.all().map(({ versionId, ...rest }) => [versionId, rest])),
    /** The revision of each note that is indexed. */
    notes: (): Map<NoteId, number> => new Map(listedNotes.all().map((n) => [n.noteId, n.revision])),
    /** Indexes the segments from `first` on; call with consecutive batches. One transaction. */
    add: db.transaction((version: IndexedVersion, first: number, texts: readonly string[]): void => {
      addReport.run(version.reportId);
      if (placeOf(version.versionId) === null) addVersion.run(version.versionId, version.reportId, version.lang);
      const place = placeOf(version.versionId)!;
      const meta = `l${primary(version.lang)} r${reportPlace.get(version.reportId)!.place} v${place}`;
      const from = place * segmentsPerVersion + first;
      texts.forEach((text, i) => {
        insert.run(from + i, foldForSearch(text), literalForm(text), meta);
      });
      setDone.run(first + texts.length, place);
    }),
    remove: db.transaction((versionId: VersionId): void => {
      const place = placeOf(versionId);
      if (place === null) return;
      clear.run(...rangeOf(place));
      forget.run(place);
    }),
    /** Takes notes in, in place of their older revisions. One transaction. */
    addNotes: db.transaction((notes: readonly IndexedNote[]): void => {
      for (const { noteId, reportId, revision, body } of notes) {
        dropNote(noteId);
        addReport.run(reportId);
        const { lastInsertRowid } = addNote.run(noteId, reportId, revision);
        const meta = `r${reportPlace.get(reportId)!.place}`;
        insertNote.run(lastInsertRowid, foldForSearch(body), literalForm(body), meta);
      }
    }),
    removeNotes: db.transaction((ids: readonly NoteId[]): void => ids.forEach(dropNote)),
    /** Notes that match, last changed first. */
    searchNotes(expression: string, reportIds: readonly ReportId[], limit: number): NoteId[] {
      const match = filtered(expression, { reportIds });
      return match === null ? [] : newestNotes.all(match, limit).map((n) => n.noteId);
    },
    /** Hits in the order of import and text, `limit` at most, after a cursor. Never ranks, so common words cost no more. */
    search(expression: string, filter: HitFilter, after: number, limit: number): Hit[] {
      const match = filtered(expression, filter);
      if (match === null) return [];
      const rows = filter.segments
        ? pageAmong.all(match, after, rowidsOf(filter.segments), limit)
        : page.all(match, after, limit);
      return rows.flatMap(({ rowid }) => {
        const version = byPlace.get(Math.floor(rowid / segmentsPerVersion));
        return version ? [{ ...version, segment: rowid % segmentsPerVersion, cursor: rowid }] : [];
      });
    },
    /** How many segments match, counted no further than `limit`. */
    count(expression: string, filter: HitFilter, limit: number): number {
      const match = filtered(expression, filter);
      if (match === null) return 0;
      return filter.segments ? countedAmong.get(match, rowidsOf(filter.segments), limit)!.n : counted.get(match, limit)!.n;
    },
    close: () => db.close(),
  };
}
export type SearchIndex = ReturnType<typeof openSearchIndex>;
