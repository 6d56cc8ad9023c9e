/**
 * What is done about a damaged library: it is moved aside unharmed, then repaired (indices rebuilt on a copy), or the newest
 * good backup takes its place, or what can still be read of it is taken over row by row. Notes that are newer in the damaged
 * file than in the backup are taken over, too: an acknowledged note is not lost to a backup's age.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isGoodBackup, listBackups } from './backup';
import { connect, type Database, protect } from './connection';
import { applicationId, migrate, userVersion } from './migrate';
import { isIntact } from './open';

export type Recovery = 'library-repaired' | 'library-restored' | 'library-salvaged';

const stamp = (atMs: number): string => new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '');

/** Moves file, log and log index away. Answers the new name of the file. */
function setAside(library: string, nowMs: number): string {
  const { dir, name, ext } = path.parse(library);
  let aside = path.join(dir, `${name}-${stamp(nowMs)}.damaged${ext}`);
  for (let n = 2; existsSync(aside); n += 1) aside = path.join(dir, `${name}-${stamp(nowMs)}-${n}.damaged${ext}`);
  renameSync(library, aside);
  if (existsSync(`${library}-wal`)) renameSync(`${library}-wal`, `${aside}-wal`);
  rmSync(`${library}-shm`, { force: true });
  rmSync(`${library}-journal`, { force: true });
  return aside;
}

const copyWithLog = (from: string, to: string): void => {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
};
const removeWithLog = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
};

function open(file: string): Database {
  const db = connect(file);
  protect(db);
  return db;
}

/** True when rebuilding the indices of the copy made it whole; the copy then is a closed file without a log. */
function repair(copy: string): boolean {
  let db: Database | undefined;
  try {
    db = open(copy);
    if (Number(db.pragma('application_id', { simple: true })) !== applicationId) return false;
    db.exec('reindex');
    const whole = isIntact(db) && (db.pragma('foreign_key_check') as unknown[]).length === 0;
    if (whole) db.pragma('journal_mode = DELETE');
    return whole;
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

/** Parents before children, so that what refers to a lost row can be seen. */
const tables = [
  'setting',
  'report',
  'version',
  'version_original',
  'segment',
  'report_row',
  'note',
  'note_target',
  'note_revision',
  'code',
  'coding',
];

/** Reads a table from both ends as far as the damage lets it. */
function* readable(db: Database, table: string): Generator<Record<string, unknown>> {
  for (const direction of ['asc', 'desc']) {
    const columns = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).filter((c) => c.pk > 0);
    const keys = columns.sort((a, b) => a.pk - b.pk).map((c) => `${c.name} ${direction}`);
    try {
      yield* db.prepare<[], Record<string, unknown>>(`select * from ${table} order by ${keys.join(', ')}`).iterate();
      return;
    } catch {
      // Damage met: what follows it is read from the other end.
    }
  }
}

/** Copies what can be read into `target` and drops what refers to something lost. Answers how many notes came over. */
function salvage(damaged: string, target: Database, wanted: readonly string[]): number {
  const source = connect(damaged);
  let notes = 0;
  target.pragma('foreign_keys = OFF');
  try {
    if (userVersion(source) > userVersion(target)) return 0;
    target.transaction(() => {
      for (const table of wanted) {
        for (const found of readable(source, table)) {
          const names = Object.keys(found);
          const sql = `insert or ignore into ${table} (${names.join(', ')}) values (${names.map((n) => `@${n}`).join(', ')})`;
          try {
            notes += target.prepare(sql).run(found).changes > 0 && table === 'note' ? 1 : 0;
          } catch {
            // A row that breaks a rule of the schema is damage, too.
          }
        }
      }
      dropOrphans(target);
    })();
  } catch {
    return notes;
  } finally {
    target.pragma('foreign_keys = ON');
    source.close();
  }
  return notes;
}

function dropOrphans(db: Database): void {
  for (let round = 0; round < 5; round += 1) {
    const broken = db.pragma('foreign_key_check') as { table: string; rowid: number | null }[];
    if (broken.length === 0) return;
    db.exec(`
      delete from version where report_id not in (select id from report);
      delete from version_original where version_id not in (select id from version);
      delete from segment where version_id not in (select id from version);
      delete from report_row where report_id not in (select id from report);
      delete from command where report_id not in (select id from report);
      delete from note where report_id not in (select id from report);
      delete from note_target where note_id not in (select id from note) or version_id not in (select id from version);
      delete from note_revision where note_id not in (select id from note);
      update coding set note_id = null where note_id not in (select id from note);
      delete from coding where report_id not in (select id from report) or code_id not in (select id from code)
        or version_id not in (select id from version);
    `);
  }
}

/** Takes over states of notes that `target` has in an older revision. */
function takeNewerNotes(damaged: string, target: Database): void {
  const source = connect(damaged);
  try {
    const older = target.prepare<[string, number]>('select 1 from note where id = ? and revision < ?');
    const update = target.prepare(
      `update note set body = @body, revision = @revision, updated_at_ms = @updated_at_ms, deleted_at_ms = @deleted_at_ms where id = @id`,
    );
    const remember = target.prepare(
      `insert or ignore into note_revision (note_id, revision, body, deleted, saved_at_ms)
       values (@id, @revision, @body, @deleted_at_ms is not null, @updated_at_ms)`,
    );
    target.transaction(() => {
      for (const note of readable(source, 'note')) {
        if (!older.get(String(note.id), Number(note.revision))) continue;
        update.run(note);
        remember.run(note);
      }
    })();
  } catch {
    // The backup stands as it is.
  } finally {
    source.close();
  }
}

/** Recovers in place: afterwards `library` is a whole library. Throws what the file system throws. */
export function recover(library: string, nowMs: number): Recovery {
  const aside = setAside(library, nowMs);
  const work = `${library}.recovering`;
  removeWithLog(work);
  try {
    copyWithLog(aside, work);
    if (repair(work)) {
      renameSync(work, library);
      return 'library-repaired';
    }
    // Repair may have changed the copy: what is read from now on is a fresh one.
    removeWithLog(work);
    copyWithLog(aside, work);
    const good = listBackups(library).find((b) => isGoodBackup(b.file));
    const fresh = `${library}.restoring`;
    removeWithLog(fresh);
    if (good) copyFileSync(good.file, fresh);
    const db = open(fresh);
    try {
      migrate(db);
      if (good) {
        takeNewerNotes(work, db);
        salvage(work, db, ['note', 'note_target', 'note_revision', 'code', 'coding']);
      } else salvage(work, db, tables);
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    renameSync(fresh, library);
    return good ? 'library-restored' : 'library-salvaged';
  } finally {
    removeWithLog(work);
  }
}
