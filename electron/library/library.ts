/** The library as the services see it: one object per table family over one connection. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StartNotice } from '../../core/contract/calls';
import type { UiLanguage } from '../../core/model/languages';
import { ExpectedError } from '../../core/model/result';
import { backUpBeforeMigration, backUpDaily, isBackUpDue, listBackups, writesSoFar } from './backup';
import { type CodesTable, codesTable } from './codes';
import { type CollectionsTable, collectionsTable } from './collections';
import { type Database, libraryErrorCode, withoutWaiting } from './connection';
import { type HistoryTable, historyTable } from './history';
import { type NotesTable, notesTable } from './notes';
import { closeDatabase, explained, isIntact, openDatabase, readHeader } from './open';
import { recover } from './recover';
import { type ReportsTable, reportsTable } from './reports';
import { type RevisionsTable, revisionsTable } from './revisions';
import { type RowsTable, rowsTable } from './rows';
import { type SearchableTable, searchableTable } from './search/searchable';
import { type SettingsTable, settingsTable } from './settings';
import { type VersionsTable, versionsTable } from './versions';

export interface Library {
  reports: ReportsTable;
  versions: VersionsTable;
  rows: RowsTable;
  notes: NotesTable;
  revisions: RevisionsTable;
  collections: CollectionsTable;
  codes: CodesTable;
  /** What there is to be searched. */
  searchable: SearchableTable;
  history: HistoryTable;
  settings: SettingsTable;
  /** Things to tell the reader at start: see app.start. */
  notices: StartNotice[];
  now: () => number;
  /** All of the work or nothing of it, on the disk when this returns. */
  write<T>(work: () => T): T;
  /**
   * As `write`, but on the disk only with the next `write`: for parts of something that means nothing before that. What was
   * written before stays as safe as it was, and the order of all writes holds.
   */
  writePart<T>(work: () => T): T;
  /** Counts what is written: who reads in parts can tell whether anything came between. */
  writesSoFar(): number;
  /** The copy of the day, unless there is one. */
  backUp(): Promise<void>;
  isIntact(): boolean;
  /** Damage was met: the next start looks at all of the file and recovers it. */
  suspect(): void;
  close(): void;
}
export interface LibraryOptions {
  /** Interface language as long as none is chosen. */
  language: UiLanguage;
  now?: () => number;
}

/** Folder names that synchronising services use. They copy a file while it is written, or bring an old one back. */
const syncedFolder =
  /^(dropbox|onedrive( .*)?|google ?drive|my drive|icloud ?drive|com~apple~clouddocs|nextcloud|owncloud|pcloud ?drive|syncthing|sync)$/i;
const conflictedCopy = /conflict(ed)?|copie en conflit|نسخة متعارضة/i;

function surroundings(file: string): StartNotice[] {
  const { dir, name, base } = path.parse(file);
  const synced = path
    .resolve(dir)
    .split(path.sep)
    .some((part) => syncedFolder.test(part));
  const copies = readdirSync(dir).some((other) => other !== base && other.startsWith(name) && conflictedCopy.test(other));
  const found: StartNotice[] = [];
  if (synced) found.push('library-in-synced-folder');
  if (copies) found.push('library-conflicted-copy');
  return found;
}

const suspectMark = (file: string): string => `${file}-suspect`;

/** A file that isn't SQLite any more but has our backups beside it was ours. */
const wasOurs = (file: string, error: unknown): boolean =>
  error instanceof ExpectedError &&
  (error.failure.code === 'library-damaged' ||
    (error.failure.code === 'library-not-ours' && readHeader(file) === 'foreign' && listBackups(file).length > 0));

/** Reports that a crash has kept from being stored whole. Where they can't be taken away now, nobody sees them all the same. */
function dropUnfinished(reports: ReportsTable): void {
  try {
    reports.dropUnfinished();
  } catch (error) {
    if (!libraryErrorCode(error)) throw error;
  }
}

/** Opens, creates, migrates or recovers. Throws ExpectedError with a library code, disk-full; anything else is a bug. */
export function openLibrary(file: string, options: LibraryOptions): Library {
  const now = options.now ?? Date.now;
  const notices: StartNotice[] = [];
  const beforeMigration = (db: Database, from: number) => void backUpBeforeMigration(db, file, from, now());
  const mark = suspectMark(file);
  let db: Database;
  try {
    const look = existsSync(mark) ? 'integrity_check' : isBackUpDue(file, now()) ? 'quick_check' : null;
    db = openDatabase(file, { beforeMigration, look });
  } catch (error) {
    if (!wasOurs(file, error)) throw error;
    notices.push(explained(() => recover(file, now())));
    db = openDatabase(file, { beforeMigration, look: null });
  }
  rmSync(mark, { force: true });
  notices.push(...surroundings(file));
  const reports = reportsTable(db);
  dropUnfinished(reports);
  return {
    reports,
    versions: versionsTable(db),
    rows: rowsTable(db),
    notes: notesTable(db, now),
    revisions: revisionsTable(db),
    collections: collectionsTable(db, now),
    codes: codesTable(db, now),
    searchable: searchableTable(db),
    history: historyTable(db, now),
    settings: settingsTable(db, options.language),
    notices,
    now,
    write: (work) => explained(() => db.transaction(work).immediate()),
    writePart: (work) => explained(() => withoutWaiting(db, () => db.transaction(work).immediate())),
    writesSoFar: () => writesSoFar(db),
    async backUp() {
      await backUpDaily(db, file, now());
    },
    isIntact: () => isIntact(db),
    suspect: () => writeFileSync(suspectMark(file), ''),
    close: () => closeDatabase(db),
  };
}
