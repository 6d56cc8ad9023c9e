import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../../../electron/library/connection';
import { openLibrary } from '../../../../electron/library/library';
import { applicationId, migrate, migrations, schemaVersion, userVersion } from '../../../../electron/library/migrate';
import type { Migration } from '../../../../electron/library/migrations/migration';
import { closeDatabase, openDatabase, readHeader } from '../../../../electron/library/open';
import { newFolder, removeFolder, testHost } from '../support/host';

let folder: string;
let file: string;
const open: Database[] = [];
const kept = (db: Database): Database => {
  open.push(db);
  return db;
};
beforeEach(() => {
  folder = newFolder();
  file = path.join(folder, 'library', 'library.db');
});
afterEach(() => {
  for (const db of open.splice(0)) db.close();
  removeFolder(folder);
});
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof Error && 'failure' in error ? (error.failure as { code: string }).code : error;
  }
  return 'no error';
};

describe('a new library', () => {
  it('has the settings that keep acknowledged notes', () => {
    const db = kept(openDatabase(file));
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect({
      application_id: pragma('application_id'),
      user_version: pragma('user_version'),
      journal_mode: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreign_keys: pragma('foreign_keys'),
      trusted_schema: pragma('trusted_schema'),
      cell_size_check: pragma('cell_size_check'),
      recursive_triggers: pragma('recursive_triggers'),
      temp_store: pragma('temp_store'),
      wal_autocheckpoint: pragma('wal_autocheckpoint'),
      journal_size_limit: pragma('journal_size_limit'),
      locking_mode: pragma('locking_mode'),
    }).toEqual({
      application_id: applicationId,
      user_version: schemaVersion,
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      recursive_triggers: 1,
      temp_store: 2,
      wal_autocheckpoint: 1000,
      journal_size_limit: 67_108_864,
      locking_mode: 'exclusive',
    });
    expect(readHeader(file)).toEqual({ applicationId, userVersion: schemaVersion });
  });
  it('has strict tables only', () => {
    const db = kept(openDatabase(file));
    const tables = (db.pragma('table_list') as { name: string; type: string; strict: number }[]).filter(
      (t) => t.type === 'table' && !t.name.startsWith('sqlite_'),
    );
    expect(tables.length).toBeGreaterThan(8);
    expect(tables.filter((t) => t.strict !== 1)).toEqual([]);
  });
  it('is taken up again after it was closed', () => {
    closeDatabase(openDatabase(file));
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(userVersion(kept(openDatabase(file)))).toBe(schemaVersion);
  });
  it('begins from an empty file, too', () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    expect(userVersion(kept(openDatabase(file)))).toBe(schemaVersion);
  });
});

describe('a file that this app may not write', () => {
  it('of a newer app is refused and left as it is', () => {
    closeDatabase(openDatabase(file));
    const db = connect(file);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    db.close();
    const before = readFileSync(file);
    expect(codeOf(() => openDatabase(file))).toBe('library-newer');
    expect(readFileSync(file)).toEqual(before);
  });
  it('of another app, or no database at all, is refused and left as it is', () => {
    mkdirSync(path.dirname(file), { recursive: true });
    const db = connect(file);
    db.exec('create table other (a)');
    db.close();
    for (const bytes of [readFileSync(file), Buffer.from('Dear diary, this is no library at all. '.repeat(20))]) {
      writeFileSync(file, bytes);
      expect(codeOf(() => openLibrary(file, { language: 'en' }))).toBe('library-not-ours');
      expect(readFileSync(file)).toEqual(bytes);
      expect(readdirSync(path.dirname(file))).toEqual(['library.db']);
    }
  });
  it('is told of when another process has the library open', () => {
    const first = kept(openDatabase(file));
    first.exec("insert into setting (name, value) values ('x', '1')");
    expect(codeOf(() => openDatabase(file))).toBe('library-locked');
  });
  it('is told of in app.start when the folder can not be written', async () => {
    // A file in the folder's place stands for every reason: permissions don't bind the user that tests may run as.
    writeFileSync(path.join(folder, 'library'), 'in the way');
    const host = testHost(folder);
    const started = await host.value('app.start', {});
    expect(started.problem).toEqual({ code: 'library-unwritable' });
    expect(started.settings.language).toBe('en');
    expect(await host.call('reports.list', {})).toEqual({ ok: false, error: { code: 'library-unwritable' } });
    await host.close();
    expect(readFileSync(path.join(folder, 'library'), 'utf8')).toBe('in the way');
  });
});

describe('migrations', () => {
  const second: Migration = { version: schemaVersion + 1, sql: 'create table added (a integer) strict' };
  const broken: Migration = {
    version: schemaVersion + 1,
    sql: `create table half (a integer) strict; insert into version_original (version_id, bytes) values ('nobody', x'00')`,
  };
  it('run once, in order', () => {
    const db = kept(openDatabase(file));
    migrate(db, [...migrations, second, { version: schemaVersion + 2, sql: 'insert into added values (1)' }]);
    migrate(db, [...migrations, second]);
    expect(userVersion(db)).toBe(schemaVersion + 2);
    expect(db.prepare('select count(*) as n from added').get()).toEqual({ n: 1 });
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });
  it('that fail or break a reference change nothing', () => {
    const db = kept(openDatabase(file));
    for (const step of [broken, { ...second, sql: `${second.sql}; nonsense` }]) {
      expect(() => migrate(db, [...migrations, step])).toThrow();
      expect(userVersion(db)).toBe(schemaVersion);
      expect(db.prepare(`select name from sqlite_schema where name in ('half', 'added')`).all()).toEqual([]);
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    }
  });
  it('are numbered upwards without a gap', () => {
    expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => i + 1));
  });
});

describe('the revisions of notes', () => {
  it('can be added to and not changed', () => {
    const db = kept(openDatabase(file));
    db.exec(`
      insert into report (id, title, kind, base_version_id, next_row_id, created_at_ms) values ('r', '', 'event', 'v', 0, 0);
      insert into note (id, report_id, scope, body, revision, created_at_ms, updated_at_ms) values ('n', 'r', 'cell', 'a', 1, 0, 0);
      insert into note_revision (note_id, revision, body, deleted, saved_at_ms) values ('n', 1, 'a', 0, 0);
    `);
    expect(() => db.exec(`update note_revision set body = 'b'`)).toThrow(/append-only/);
    expect(() => db.exec('delete from note_revision')).toThrow(/append-only/);
    db.exec(`delete from report where id = 'r'`);
    expect(db.prepare('select count(*) as n from note_revision').get()).toEqual({ n: 0 });
  });
});
