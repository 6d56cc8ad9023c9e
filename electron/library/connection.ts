/** A connection to an SQLite file with the settings that docs/data-safety.md asks for, and what its errors mean. */
import Database from 'better-sqlite3';
import type { ErrorCode } from '../../core/model/error-codes';
import { ExpectedError } from '../../core/model/result';

export type { Database } from 'better-sqlite3';

/**
 * scripts/electron-runtime.mjs sets the variable where the shipped binding can't be loaded by the runtime in use (development
 * and tests only); a released app runs without it.
 */
export function connect(file: string, options: { readonly?: boolean; fileMustExist?: boolean } = {}): Database.Database {
  const nativeBinding = process.env.APP_SQLITE_BINDING;
  return new Database(file, { ...options, ...(nativeBinding ? { nativeBinding } : {}), timeout: 1000 });
}

const expect = (db: Database.Database, pragma: string, wanted: string | number): void => {
  const name = pragma.split('=')[0]!.trim();
  db.pragma(pragma);
  const got = db.pragma(name, { simple: true });
  if (got !== wanted) throw new Error(`pragma ${name} is ${String(got)}, not ${wanted}`);
};

/** Settings that neither read nor write the file. */
export function protect(db: Database.Database): void {
  // One process owns the library: a second one is told so instead of mixing its writes in.
  expect(db, 'locking_mode = EXCLUSIVE', 'exclusive');
  expect(db, 'trusted_schema = OFF', 0);
  expect(db, 'cell_size_check = ON', 1);
  expect(db, 'recursive_triggers = ON', 1);
  expect(db, 'foreign_keys = ON', 1);
  expect(db, 'temp_store = MEMORY', 2);
  // Builds without memory mapping answer nothing to this one.
  db.pragma('mmap_size = 0');
}

/** Write-ahead log with every commit on the disk before it is answered. better-sqlite3's builds would take NORMAL. */
export function makeDurable(db: Database.Database): void {
  expect(db, 'journal_mode = WAL', 'wal');
  expect(db, 'synchronous = FULL', 2);
  expect(db, 'wal_autocheckpoint = 1000', 1000);
  expect(db, 'journal_size_limit = 67108864', 67_108_864);
  if (process.platform === 'darwin') expect(db, 'checkpoint_fullfsync = ON', 1);
}

/** Work whose commits need not be on the disk at once: the next commit outside takes them there, in their order. */
export function withoutWaiting<T>(db: Database.Database, work: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    expect(db, 'synchronous = FULL', 2);
  }
}

const sqliteMeanings: [prefix: string, code: ErrorCode][] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'library-locked'],
  ['SQLITE_LOCKED', 'library-locked'],
  ['SQLITE_CORRUPT', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
  ['SQLITE_READONLY', 'library-unwritable'],
  ['SQLITE_CANTOPEN', 'library-unwritable'],
  ['SQLITE_PERM', 'library-unwritable'],
  ['SQLITE_IOERR', 'library-unwritable'],
];
const systemMeanings: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'library-unwritable',
  EPERM: 'library-unwritable',
  EROFS: 'library-unwritable',
  ENOTDIR: 'library-unwritable',
  EEXIST: 'library-unwritable',
  EISDIR: 'library-unwritable',
  EIO: 'library-unwritable',
};

/** What SQLite or the file system said, as one of our codes; null for a bug. */
export function libraryErrorCode(error: unknown): ErrorCode | null {
  if (error instanceof ExpectedError) return error.failure.code;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  return sqliteMeanings.find(([prefix]) => code.startsWith(prefix))?.[1] ?? systemMeanings[code] ?? null;
}
