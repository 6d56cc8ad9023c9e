/** Opens a library file: whose it is, how new, whether it can be written; then the settings and the schema. */
import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '../../core/model/result';
import { connect, type Database, libraryErrorCode, makeDurable, protect } from './connection';
import { applicationId, migrate, schemaVersion, userVersion } from './migrate';

export interface FileHeader {
  applicationId: number;
  userVersion: number;
}
const magic = 'SQLite format 3\0';

/**
 * What the first hundred bytes say (https://sqlite.org/fileformat.html#the_database_header), read before SQLite touches the
 * file: 'absent', 'empty', 'foreign' (no SQLite file), or the two numbers.
 */
export function readHeader(file: string): FileHeader | 'absent' | 'empty' | 'foreign' {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'absent';
    throw error;
  }
  try {
    const bytes = Buffer.alloc(100);
    const length = readSync(handle, bytes, 0, 100, 0);
    if (length === 0) return 'empty';
    if (length < 100 || bytes.toString('latin1', 0, 16) !== magic) return 'foreign';
    return { applicationId: bytes.readUInt32BE(68), userVersion: bytes.readUInt32BE(60) };
  } finally {
    closeSync(handle);
  }
}

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Runs work and turns what SQLite or the system says into an ExpectedError. Bugs pass through. */
export function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = libraryErrorCode(error);
    throw code && !(error instanceof ExpectedError) ? new ExpectedError(code) : error;
  }
}

/** Throws library-not-ours or library-newer when the file is no library that this app may write. */
function checkHeader(file: string): boolean {
  const header = readHeader(file);
  if (header === 'foreign') throw new ExpectedError('library-not-ours', { name: path.basename(file) });
  if (header === 'absent' || header === 'empty') return false;
  if (header.applicationId !== applicationId) throw new ExpectedError('library-not-ours', { name: path.basename(file) });
  if (header.userVersion > schemaVersion) throw new ExpectedError('library-newer', { name: path.basename(file) });
  return true;
}

export interface OpenOptions {
  /** Called with the connection when an existing library is about to be brought to a newer schema. */
  beforeMigration?: (db: Database, from: number) => void;
  /** How much to look at before trusting an existing file. A log that was left over asks for all in any case. */
  look?: 'integrity_check' | 'quick_check' | null;
}

/**
 * Opens or creates the file at the present schema. Errors (ExpectedError): library-newer, library-not-ours, library-damaged,
 * library-locked, library-unwritable, disk-full.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Database {
  return explained(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    const existing = checkHeader(file);
    const leftOver = sizeOf(`${file}-wal`) > 0;
    const db = connect(file);
    try {
      protect(db);
      if (existing) {
        // Once more with the write-ahead log taken in, which may hold a newer first page.
        if (Number(db.pragma('application_id', { simple: true })) !== applicationId) throw new ExpectedError('library-not-ours');
        if (userVersion(db) > schemaVersion) throw new ExpectedError('library-newer', { name: path.basename(file) });
        // The last run didn't close it: trust it only after a look at all of it.
        const look = leftOver ? 'integrity_check' : options.look;
        if (look && !isIntact(db, look)) throw new ExpectedError('library-damaged');
        makeDurable(db);
        if (userVersion(db) < schemaVersion) options.beforeMigration?.(db, userVersion(db));
        migrate(db);
      } else {
        // The schema goes in before the log is switched on, so that the file itself says whose it is from the start.
        migrate(db);
        makeDurable(db);
      }
      db.transaction(() => undefined).immediate();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

export function isIntact(db: Database, check: 'integrity_check' | 'quick_check' = 'integrity_check'): boolean {
  try {
    return db.pragma(`${check}(1)`, { simple: true }) === 'ok';
  } catch (error) {
    if (libraryErrorCode(error) === 'library-damaged') return false;
    throw error;
  }
}

/** Writes the log back into the file and closes it. */
export function closeDatabase(db: Database): void {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}
