/**
 * Copies of the library: made with SQLite's backup interface under a temporary name, synced, opened and checked, then renamed,
 * so that a copy with a good name is always whole. Kept: all of two days, then one a day, a week, a month.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { connect, type Database } from './connection';
import { applicationId } from './migrate';
import { isIntact } from './open';

const dayMs = 86_400_000;
const keep = { allDays: 2, daily: 12, weekly: 10, monthly: 9 };

export const backupFolder = (library: string): string => {
  const { dir, name } = path.parse(library);
  return path.join(dir, `${name}-backups`);
};
const backupName = /^backup-(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/;
const stamp = (atMs: number): string => new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '');

export interface Backup {
  file: string;
  atMs: number;
}
/** The regular copies, newest first. Copies made before a migration are not among them. */
export function listBackups(library: string): Backup[] {
  const folder = backupFolder(library);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const found = names.flatMap((name) => {
    const m = backupName.exec(name)?.slice(1).map(Number);
    return m ? [{ file: path.join(folder, name), atMs: Date.UTC(m[0]!, m[1]! - 1, m[2]!, m[3]!, m[4]!, m[5]!) }] : [];
  });
  return found.sort((a, b) => b.atMs - a.atMs);
}

const countAll = (db: Database): string => {
  const tables = ['report', 'version', 'segment', 'report_row', 'note', 'note_revision'];
  return tables.map((t) => db.prepare<[], { n: number }>(`select count(*) as n from ${t}`).get()!.n).join();
};

/** True when the file is a whole library. */
export function isGoodBackup(file: string): boolean {
  let db: Database | undefined;
  try {
    db = connect(file, { readonly: true, fileMustExist: true });
    return Number(db.pragma('application_id', { simple: true })) === applicationId && isIntact(db, 'quick_check');
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

const sync = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Rows that this connection has written: the same number means the same library. */
export const writesSoFar = (db: Database): number => db.prepare<[], { n: number }>('select total_changes() as n').get()!.n;

async function copyTo(db: Database, target: string): Promise<void> {
  const temporary = `${target}.part`;
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(temporary, { force: true });
  try {
    const writes = writesSoFar(db);
    await db.backup(temporary);
    sync(temporary);
    if (!isGoodBackup(temporary)) throw new Error('the copy of the library is not whole');
    const copy = connect(temporary, { readonly: true });
    try {
      const counts = countAll(copy);
      // While notes are being written the two may differ by those.
      if (writesSoFar(db) === writes && counts !== countAll(db)) throw new Error('the copy of the library lacks something');
    } finally {
      copy.close();
    }
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Copies which the rotation lets go of, given all copies newest first. */
export function superseded(backups: readonly Backup[], nowMs: number): Backup[] {
  const kept = new Set<Backup>();
  const keepOnePer = (spanMs: number, count: number) => {
    // The oldest of each span stays, so that a copy that has become "the weekly one" is not replaced by its successor.
    const spans = new Map<number, Backup>();
    for (const b of backups) spans.set(Math.floor(b.atMs / spanMs), b);
    for (const b of [...spans.values()].sort((x, y) => y.atMs - x.atMs).slice(0, count)) kept.add(b);
  };
  for (const b of backups) if (nowMs - b.atMs < keep.allDays * dayMs) kept.add(b);
  keepOnePer(dayMs, keep.allDays + keep.daily);
  keepOnePer(7 * dayMs, keep.weekly);
  keepOnePer(30 * dayMs, keep.monthly);
  return backups.filter((b) => !kept.has(b));
}

/** One a day at most. */
export function isBackUpDue(library: string, nowMs: number): boolean {
  const newest = listBackups(library)[0];
  return !newest || Math.floor(newest.atMs / dayMs) < Math.floor(nowMs / dayMs);
}

/**
 * The copy made at start, one a day at most; an empty library gets none. A library that fails its check is neither copied nor
 * allowed to push good copies out. Answers whether a copy was made.
 */
export async function backUpDaily(db: Database, library: string, nowMs: number): Promise<boolean> {
  if (!isBackUpDue(library, nowMs)) return false;
  if (!db.prepare('select 1 from report limit 1').get()) return false;
  if (!isIntact(db, 'quick_check')) return false;
  await copyTo(db, path.join(backupFolder(library), `backup-${stamp(nowMs)}Z.db`));
  for (const old of superseded(listBackups(library), nowMs)) rmSync(old.file, { force: true });
  return true;
}

/** Before a migration, at once: `vacuum into` doesn't give way to other work as the backup interface does. */
export function backUpBeforeMigration(db: Database, library: string, fromVersion: number, nowMs: number): string {
  const target = path.join(backupFolder(library), `before-migration-from-${fromVersion}-${stamp(nowMs)}Z.db`);
  const temporary = `${target}.part`;
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(temporary, { force: true });
  try {
    db.prepare('vacuum into ?').run(temporary);
    sync(temporary);
    if (!isGoodBackup(temporary)) throw new Error('the copy of the library is not whole');
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return target;
}
