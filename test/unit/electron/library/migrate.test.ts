/** Libraries of every released schema come up to the present one with all that they hold. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../../electron/library/connection';
import { migrate, migrations, schemaVersion, userVersion } from '../../../../electron/library/migrate';
import { readHeader } from '../../../../electron/library/open';
import { newFolder, projectRoot, removeFolder, testHost } from '../support/host';

const fixtures = path.join(projectRoot, 'test', 'fixtures', 'libraries');
let folder: string;
let file: string;
beforeEach(() => {
  folder = newFolder();
  file = path.join(folder, 'library', 'library.db');
  mkdirSync(path.dirname(file));
});
afterEach(() => removeFolder(folder));

const schemaOf = (db: ReturnType<typeof connect>) =>
  db.prepare('select type, name, tbl_name from sqlite_schema order by type, name').all();

describe('migration', () => {
  it('has a fixture for every schema but the present one', () => {
    const wanted = migrations.slice(0, -1).map(({ version }) => `schema-${version}.db`);
    expect(readdirSync(fixtures).sort()).toEqual(wanted);
  });
  it.each(readdirSync(fixtures))('brings %s to the tables of a new library', (name) => {
    copyFileSync(path.join(fixtures, name), file);
    const old = connect(file);
    const fresh = connect(':memory:');
    try {
      migrate(old);
      migrate(fresh);
      expect(userVersion(old)).toBe(schemaVersion);
      expect(schemaOf(old)).toEqual(schemaOf(fresh));
      expect(old.pragma('integrity_check', { simple: true })).toBe('ok');
    } finally {
      old.close();
      fresh.close();
    }
  });
  it('keeps notes, revisions, the bin, rows, undo and settings of schema 1', async () => {
    copyFileSync(path.join(fixtures, 'schema-1.db'), file);
    expect(readHeader(file)).toMatchObject({ userVersion: 1 });
    const host = testHost(folder);
    try {
      const started = await host.value('app.start', {});
      expect(started).toMatchObject({ problem: null, settings: { theme: 'night', coder: 'Reader' } });
      const { reports } = await host.value('reports.list', {});
      expect(reports).toMatchObject([{ rowCount: 4, noteCount: 1 }]);
      const reportId = reports[0]!.id;
      const { notes } = await host.value('notes.list', { reportId });
      expect(notes).toMatchObject([{ body: 'First words, changed.', revision: 2 }]);
      expect(notes[0]!.targets.map((t) => [t.quote.exact, t.orphan])).toEqual([
        ['harbour', undefined],
        ['port', undefined],
      ]);
      const { revisions } = await host.value('notes.revisions', { noteId: notes[0]!.id });
      expect(revisions.map((r) => [r.body, r.passages])).toEqual([
        ['First words.', 2],
        ['First words, changed.', 2],
      ]);
      expect((await host.value('notes.bin', { reportId })).notes).toMatchObject([{ body: 'To the bin.' }]);
      expect((await host.value('codes.list', { reportId })).codes).toEqual([]);
      await host.value('history.undo', { reportId });
      expect((await host.value('report.open', { reportId })).report.rowCount).toBe(5);
      await host.value('history.undo', { reportId });
      expect((await host.value('notes.list', { reportId })).notes.map((n) => n.body)).toContain('To the bin.');
    } finally {
      await host.close();
    }
    expect(readHeader(file)).toMatchObject({ userVersion: schemaVersion });
    expect(readdirSync(folder, { recursive: true }).map(String).join(' ')).toMatch(/before|schema|migration/i);
  });
  it('keeps codes and codings of schema 2', async () => {
    copyFileSync(path.join(fixtures, 'schema-2.db'), file);
    const host = testHost(folder);
    try {
      const { reports } = await host.value('reports.list', {});
      const { codes, codings } = await host.value('codes.list', { reportId: reports[0]!.id });
      expect(codes).toMatchObject([{ name: 'Place', description: 'Where it happened.', colour: '#3f73c4' }]);
      expect(codings.map((c) => [c.coder, c.own, c.target.quote.exact])).toEqual([
        ['Reader', true, 'harbour'],
        ['Salma', false, 'harbour'],
      ]);
    } finally {
      await host.close();
    }
  });
});
