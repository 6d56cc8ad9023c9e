/** Looks at a library without changing it: SQLite's own checks, the references, what follows from something else, counts. */
import path from 'node:path';
import { ExpectedError } from '../../core/model/result';
import { connect } from './connection';
import { applicationId, schemaVersion, userVersion } from './migrate';
import { explained, readHeader } from './open';

export interface LibraryCheck {
  ok: boolean;
  /** What integrity_check says, 'ok' or its findings. */
  integrity: string[];
  brokenReferences: number;
  /** Segments whose place in the alignment isn't what the rows say. */
  misplacedSegments: number;
  schema: number;
  counts: Record<string, number>;
}
const tables = ['report', 'version', 'segment', 'report_row', 'note', 'note_target', 'note_revision', 'command'];

/** Throws ExpectedError: file-gone, library-not-ours, library-newer, library-locked, library-damaged when it can't be read at all. */
export function checkLibrary(file: string): LibraryCheck {
  return explained(() => {
    const name = path.basename(file);
    const header = readHeader(file);
    if (header === 'absent') throw new ExpectedError('file-gone', { name });
    if (header === 'empty' || header === 'foreign' || header.applicationId !== applicationId)
      throw new ExpectedError('library-not-ours', { name });
    const db = connect(file, { readonly: true, fileMustExist: true });
    try {
      db.pragma('trusted_schema = OFF');
      const schema = userVersion(db);
      if (schema > schemaVersion) throw new ExpectedError('library-newer', { name });
      const integrity = (db.pragma('integrity_check(20)') as { integrity_check: string }[]).map((line) => line.integrity_check);
      const brokenReferences = (db.pragma('foreign_key_check') as unknown[]).length;
      const count = (sql: string): number => db.prepare<[], { n: number }>(sql).get()!.n;
      const misplacedSegments = count(`
        select count(*) as n from report_row r, json_each(r.cells) cell, json_each(cell.value) entry
        join version v on v.report_id = r.report_id and v.ordinal = cell.key and v.removed = 0
        left join segment s on s.version_id = v.id and s.number = entry.value
        where s.row_id is not r.id`);
      return {
        ok: integrity.join() === 'ok' && brokenReferences === 0 && misplacedSegments === 0,
        integrity,
        brokenReferences,
        misplacedSegments,
        schema,
        counts: Object.fromEntries(tables.map((table) => [table, count(`select count(*) as n from ${table}`)])),
      };
    } finally {
      db.close();
    }
  });
}
