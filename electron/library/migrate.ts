/**
 * Brings a library to the present schema: the missing steps in order, in one exclusive transaction, with the foreign keys
 * checked before it is committed. A kill at any point leaves the library as it was.
 */
import type { Database } from 'better-sqlite3';
import { first } from './migrations/0001-first';
import { codes } from './migrations/0002-codes';
import { revisions } from './migrations/0003-revisions';
import { withdrawn } from './migrations/0004-withdrawn';
import type { Migration } from './migrations/migration';

/** "TRPT". */
export const applicationId = 0x54525054;
export const migrations: readonly Migration[] = [first, codes, revisions, withdrawn];
export const schemaVersion = migrations.at(-1)!.version;

export const userVersion = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/** Throws when a step or the foreign key check fails; then nothing has changed. */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const from = userVersion(db);
  const missing = steps.filter((step) => step.version > from);
  if (missing.length === 0) return;
  // Foreign keys can't be switched inside a transaction, and a step may need to rebuild a table that others refer to.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const step of missing) db.exec(step.sql);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${missing.at(-1)!.version}`);
    }).exclusive();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
