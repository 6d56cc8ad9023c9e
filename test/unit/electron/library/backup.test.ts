import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NoteId, newId } from '../../../../core/model/ids';
import {
  type Backup,
  backUpBeforeMigration,
  backupFolder,
  isGoodBackup,
  listBackups,
  superseded,
} from '../../../../electron/library/backup';
import { connect } from '../../../../electron/library/connection';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { schemaVersion } from '../../../../electron/library/migrate';
import { closeDatabase, openDatabase } from '../../../../electron/library/open';
import { newFolder, removeFolder } from '../support/host';
import { storeReport } from '../support/stored-report';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 2, 1, 9);
let folder: string;
let file: string;
let nowMs: number;
let library: Library;
const open = () => {
  library = openLibrary(file, { language: 'en', now: () => nowMs });
  return library;
};
beforeEach(() => {
  folder = newFolder();
  file = path.join(folder, 'library.db');
  nowMs = start;
  open();
});
afterEach(() => {
  library.close();
  removeFolder(folder);
});

const texts = [Array.from({ length: 400 }, (_, i) => `Paragraph ${i} ${'text '.repeat(30)}`)];
function addNote(body: string): NoteId {
  const reportId = library.reports.list()[0]!.id;
  const versionId = library.versions.list(reportId)[0]!.id;
  const target = { versionId, quote: { exact: 'P', prefix: '', suffix: 'a' }, position: { start: 0, end: 1 } };
  return library.write(() => library.notes.create({ id: newId<NoteId>(), reportId, scope: 'cell', body, targets: [target] }).id);
}
const bodies = () => library.notes.list(library.reports.list()[0]!.id).map((n) => n.body);

/** Changes the closed file's bytes where a table or index begins. */
function damage(name: string, change: (page: Buffer) => void): void {
  const db = connect(file, { readonly: true });
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const { rootpage } = db.prepare('select rootpage from sqlite_schema where name = ?').get(name) as { rootpage: number };
  db.close();
  const bytes = readFileSync(file);
  change(bytes.subarray((rootpage - 1) * pageSize, rootpage * pageSize));
  writeFileSync(file, bytes);
}

describe('backups', () => {
  it('are made once a day, of libraries that hold something, and are whole', async () => {
    await library.backUp();
    expect(listBackups(file)).toEqual([]);
    storeReport(library, texts);
    addNote('first');
    await library.backUp();
    await library.backUp();
    nowMs += dayMs;
    await library.backUp();
    expect(listBackups(file).map((b) => b.atMs)).toEqual([start + dayMs, start]);
    expect(listBackups(file).every((b) => isGoodBackup(b.file))).toBe(true);
    expect(readdirSync(backupFolder(file)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
  it('run while notes are being written', async () => {
    storeReport(library, texts);
    const backup = library.backUp();
    for (let i = 0; i < 50; i += 1) {
      addNote(`note ${i}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await backup;
    expect(isGoodBackup(listBackups(file)[0]!.file)).toBe(true);
    expect(bodies()).toHaveLength(50);
  });
  it('before a migration stand outside the rotation', () => {
    storeReport(library, texts);
    library.close();
    const db = openDatabase(file);
    const copy = backUpBeforeMigration(db, file, schemaVersion, nowMs);
    closeDatabase(db);
    expect(isGoodBackup(copy)).toBe(true);
    expect(listBackups(file)).toEqual([]);
    open();
  });
  it('that are cut off do not count as good', async () => {
    storeReport(library, texts);
    await library.backUp();
    const { file: copy } = listBackups(file)[0]!;
    const bytes = readFileSync(copy);
    writeFileSync(copy, bytes.subarray(0, bytes.length / 2));
    expect(isGoodBackup(copy)).toBe(false);
    writeFileSync(copy, '');
    expect(isGoodBackup(copy)).toBe(false);
  });
  it('rotate: all of two days, then some of each day, week and month', () => {
    // Three years of use on most days, rotated each time.
    const used = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 200, maxLength: 300 });
    fc.assert(
      fc.property(used, (gaps) => {
        let backups: Backup[] = [];
        let atMs = start;
        for (const gap of gaps) {
          atMs += gap * dayMs * 0.7;
          backups = [{ file: String(atMs), atMs }, ...backups];
          const gone = new Set(superseded(backups, atMs));
          backups = backups.filter((b) => !gone.has(b));
          expect(backups[0]!.atMs).toBe(atMs);
        }
        expect(backups.length).toBeLessThanOrEqual(3 + 14 + 10 + 9);
        expect(backups.filter((b) => atMs - b.atMs > 90 * dayMs).length).toBeGreaterThanOrEqual(3);
        expect(backups.filter((b) => atMs - b.atMs < 75 * dayMs).length).toBeGreaterThanOrEqual(8);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a damaged library', () => {
  const aside = () => readdirSync(folder).filter((name) => name.includes('.damaged'));

  it('with a broken index is repaired without loss', () => {
    storeReport(library, texts);
    addNote('kept');
    library.close();
    damage('note_by_report', (page) => page.writeUInt16BE(0, 3));
    expect(open().notices).toEqual(['library-repaired']);
    expect(bodies()).toEqual(['kept']);
    expect(library.isIntact()).toBe(true);
    expect(aside()).toHaveLength(1);
  });
  it('is restored from the newest good backup, with notes that are newer', async () => {
    const { reportId } = storeReport(library, texts);
    const old = addNote('old state');
    await library.backUp();
    nowMs += dayMs;
    library.write(() => library.notes.save(old, { body: 'newer state', deleted: false }));
    addNote('written after the backup');
    library.close();
    damage('segment', (page) => page.fill(0xff));
    const before = readFileSync(file);
    expect(open().notices).toEqual(['library-restored']);
    expect(library.isIntact()).toBe(true);
    expect(bodies().sort()).toEqual(['newer state', 'written after the backup']);
    expect(library.rows.count(reportId)).toBe(400);
    expect(library.versions.segments(library.versions.list(reportId)[0]!.id)).toHaveLength(400);
    expect(readFileSync(path.join(folder, aside()[0]!))).toEqual(before);
  });
  it('without a backup is read as far as it goes', () => {
    storeReport(library, texts);
    addNote('still there');
    library.close();
    damage('command', (page) => page.fill(0xff));
    expect(open().notices).toEqual(['library-salvaged']);
    expect(library.isIntact()).toBe(true);
    expect(bodies()).toEqual(['still there']);
    expect(library.reports.list()).toHaveLength(1);
  });
  it('whose first bytes are gone is restored where our backups stand beside it', async () => {
    storeReport(library, texts);
    addNote('in the backup');
    await library.backUp();
    library.close();
    const bytes = readFileSync(file);
    bytes.fill(0, 0, 100);
    writeFileSync(file, bytes);
    expect(open().notices).toEqual(['library-restored']);
    expect(bodies()).toEqual(['in the backup']);
  });
  it('is noticed after a crash at any cut of its log, and never loses what was checkpointed', () => {
    storeReport(library, texts);
    addNote('in the file');
    library.close();
    const whole = readFileSync(file);
    const db = openDatabase(file);
    db.exec(`update note set body = 'in the log'`);
    const log = readFileSync(`${file}-wal`);
    db.close();
    for (let cut = 0; cut <= log.length; cut += 512) {
      writeFileSync(file, whole);
      writeFileSync(`${file}-wal`, log.subarray(0, cut));
      open();
      expect(library.isIntact()).toBe(true);
      expect(library.notices).toEqual([]);
      expect(bodies()).toEqual([cut === log.length ? 'in the log' : 'in the file']);
      library.close();
    }
    open();
  });
  it('met at work is looked at in full at the next start', () => {
    storeReport(library, texts);
    library.suspect();
    library.close();
    expect(existsSync(`${file}-suspect`)).toBe(true);
    expect(open().notices).toEqual([]);
    expect(existsSync(`${file}-suspect`)).toBe(false);
  });
});

describe('surroundings', () => {
  it('of a synchronised folder are told of', () => {
    const synced = path.join(folder, 'Dropbox', 'Triptych');
    mkdirSync(synced, { recursive: true });
    writeFileSync(path.join(synced, "library (Ann's conflicted copy 2026-03-01).db"), 'x');
    const other = openLibrary(path.join(synced, 'library.db'), { language: 'en' });
    expect(other.notices).toEqual(['library-in-synced-folder', 'library-conflicted-copy']);
    other.close();
    expect(readdirSync(synced)).toContain("library (Ann's conflicted copy 2026-03-01).db");
  });
});
