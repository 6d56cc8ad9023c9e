import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importExchange } from '../../../../core/formats/exchange/import-exchange';
import { exportFormats } from '../../../../core/model/exchange';
import type { ReportId } from '../../../../core/model/ids';
import type { ReportData } from '../../../../core/model/report-data';
import { exportRunHandlers } from '../../../../electron/services/export-run';
import { runCall } from '../../../../electron/services/handlers';
import { freePlace, saveError } from '../../../../electron/services/save-files';
import { harbour, harbourReport, newFolder, newVersion, removeFolder, type TestHost, testHost } from '../support/host';

let folder: string;
let host: TestHost;
let reportId: ReportId;
beforeEach(async () => {
  folder = newFolder();
  host = testHost(path.join(folder, 'library'));
  reportId = await harbourReport(host);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

const versionsOf = async () => (await host.value('report.open', { reportId })).report.versions;
async function writeNote(body: string) {
  const [first] = await versionsOf();
  const target = { versionId: first!.id, start: 4, end: 11 };
  const { note } = await host.value('notes.create', { reportId, scope: 'selection', body, targets: [target] });
  return note;
}
/** What a file of ours holds. */
function packageIn(bytes: Uint8Array): ReportData {
  const read = importExchange(bytes, 'x.triptych');
  if (!read.ok || read.value.content.kind !== 'report') throw new Error('no package');
  return read.value.content.data;
}

describe('exports', () => {
  it('are made in every format, and a preview says beforehand what they hold', async () => {
    await writeNote('seen');
    for (const format of exportFormats) {
      const request = { reportId, format, notes: true };
      const preview = await host.call<'export.preview'>('export.preview', request);
      if (format === 'qdc') {
        expect(preview).toMatchObject({ ok: false, error: { code: 'no-text-found' } });
        continue;
      }
      const { files, report } = await host.value('export.make', request);
      if (!preview.ok) throw new Error(`${format}: ${preview.error.code}`);
      expect(preview.value.report).toEqual(report);
      expect(preview.value.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      expect(files.every(({ name, bytes }) => name.startsWith('Harbour') && bytes.length > 0)).toBe(true);
      expect(preview.value.sample.length).toBeGreaterThan(0);
      if (preview.value.excerpt !== null)
        expect(new TextDecoder().decode(files[0]!.bytes)).toContain(preview.value.excerpt.slice(1, 40));
    }
  });

  it('take the versions that are named, in their order', async () => {
    const [en, fr] = await versionsOf();
    const { files } = await host.value('export.make', { reportId, format: 'csv', notes: false, versionIds: [fr!.id, en!.id] });
    const lines = new TextDecoder().decode(files[0]!.bytes).split('\r\n');
    expect(lines[1]!.indexOf('Le port')).toBeLessThan(lines[1]!.indexOf('The harbour'));
    expect(await host.call('export.make', { reportId, format: 'ladder', notes: false, versionIds: [fr!.id] })).toMatchObject({
      ok: false,
      error: { code: 'too-few-versions' },
    });
  });

  it('say their own few words in the reader’s language', async () => {
    await host.value('settings.update', { language: 'fr' });
    await host.value('notes.create', {
      reportId,
      scope: 'selection',
      body: 'n',
      targets: [{ versionId: (await versionsOf())[0]!.id, start: 0, end: 3 }],
    });
    const { files } = await host.value('export.make', { reportId, format: 'html', notes: true });
    expect(new TextDecoder().decode(files[0]!.bytes)).toMatch(/<html[^>]*lang="fr"/);
  });

  it('hold originals, note history and codings in a package', async () => {
    const note = await writeNote('first');
    await host.value('notes.update', { noteId: note.id, body: 'second', session: 's' });
    const { outcome: _, codeId } = await host.value('codes.edit', {
      reportId,
      edit: { type: 'create', parentId: null, name: 'Frame', description: '', colour: '#3f73c4' },
    });
    const target = { versionId: (await versionsOf())[1]!.id, start: 0, end: 7 };
    await host.value('codes.apply', { reportId, codeId, passages: [target] });
    const { files } = await host.value('export.make', { reportId, format: 'triptych', notes: true });
    const data = packageIn(files[0]!.bytes);
    expect(data.notes.map(({ body }) => body)).toEqual(['second']);
    expect(data.revisions.map(({ body }) => body)).toContain('first');
    expect(data.codes.map(({ name }) => name)).toEqual(['Frame']);
    expect(data.codings).toHaveLength(1);
    expect(data.versions[0]!.original!.bytes).toEqual(new TextEncoder().encode(harbour.en.join('\n\n')));
  });

  it('leave out passages of a version that undo took away', async () => {
    const version = newVersion('de', ['Der Hafen von Marsa ist wieder offen.']);
    await host.job(host.value('report.addVersion', { reportId, version, acceptUnrelated: true }));
    const german = (await versionsOf())[2]!;
    await host.value('notes.create', {
      reportId,
      scope: 'selection',
      body: 'n',
      targets: [{ versionId: german.id, start: 0, end: 3 }],
    });
    await host.value('history.undo', { reportId });
    await host.value('history.undo', { reportId });
    const { files } = await host.value('export.make', { reportId, format: 'triptych', notes: true });
    expect(packageIn(files[0]!.bytes).versions).toHaveLength(2);
  });
});

describe('saving', () => {
  const noPdf = (): Promise<Uint8Array> => Promise.reject(new Error('nothing to print'));
  const places = (file: string | null) => ({ file: async () => file, folder: async () => (file ? path.dirname(file) : null) });
  const run = (file: string | null, format: 'csv' | 'xliff' = 'csv') => {
    const handlers = exportRunHandlers((request) => host.call('export.make', request), places(file), noPdf);
    return runCall('export.run', { reportId, format, notes: true }, handlers['export.run']);
  };

  it('writes where the person says and tells the name alone', async () => {
    const place = path.join(folder, 'out.csv');
    expect(await run(place)).toMatchObject({ ok: true, value: { saved: ['out.csv'] } });
    expect(readFileSync(place, 'utf8')).toContain('The harbour');
  });
  it('writes nothing when no place is given', async () => {
    const before = readdirSync(folder);
    expect(await run(null)).toMatchObject({ ok: true, value: { saved: [] } });
    expect(readdirSync(folder)).toEqual(before);
  });
  it('keeps the file that was there when the new one can’t be written', async () => {
    const place = path.join(folder, 'taken');
    mkdirSync(place);
    writeFileSync(path.join(place, 'inside'), 'x');
    expect(await run(place)).toMatchObject({ ok: false, error: { code: 'file-unwritable', params: { name: 'taken' } } });
    expect(readdirSync(place)).toEqual(['inside']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await run(path.join(folder, 'nowhere', 'a.csv'))).toMatchObject({ ok: false, error: { code: 'file-unwritable' } });
  });
  it.skipIf(!existsSync('/dev/full'))('says when the disk is full', () => {
    // The device that takes every byte and keeps none; the error is the system's own.
    const fd = openSync('/dev/full', 'w');
    let error: unknown;
    try {
      writeSync(fd, 'x');
    } catch (e) {
      error = e;
    }
    closeSync(fd);
    expect(saveError(error, 'a.csv').failure).toEqual({ code: 'disk-full', params: { name: 'a.csv' } });
  });
  it('puts several files into a folder without writing over any', async () => {
    const version = newVersion('de', ['Der Hafen von Marsa ist wieder offen.']);
    await host.job(host.value('report.addVersion', { reportId, version, acceptUnrelated: true }));
    const place = path.join(folder, 'pairs', 'x');
    mkdirSync(path.dirname(place));
    const first = await run(place, 'xliff');
    const second = await run(place, 'xliff');
    if (!first.ok || !second.ok) throw new Error('not saved');
    expect(first.value.saved).toHaveLength(2);
    expect(readdirSync(path.dirname(place)).sort()).toEqual([...first.value.saved, ...second.value.saved].sort());
    expect(await freePlace(path.dirname(place), first.value.saved[0]!)).toMatch(/\(3\)\.xlf$/);
  });
  it('makes a plain name of what the window proposes', async () => {
    let asked = '';
    const nowhere = {
      file: async (name: string) => {
        asked = name;
        return null;
      },
      folder: async () => null,
    };
    const handlers = exportRunHandlers((request) => host.call('export.make', request), nowhere, noPdf);
    await handlers['files.save']({ name: '../../etc/\u202Epas\u0000swd.csv', bytes: new Uint8Array(1) });
    expect(asked).toBe('pas swd.csv');
    // No place, no pages: noPdf would throw.
    expect(await handlers['files.savePdf']({ name: 'Ports/\u202EMarsa' })).toEqual({ name: null });
    expect(asked).toBe('Ports Marsa.pdf');
  });
  it('writes the pages of a PDF where the person says', async () => {
    const place = path.join(folder, 'pages.pdf');
    const handlers = exportRunHandlers(
      (request) => host.call('export.make', request),
      places(place),
      async () => new TextEncoder().encode('%PDF-'),
    );
    expect(await handlers['files.savePdf']({ name: 'x' })).toEqual({ name: 'pages.pdf' });
    expect(readFileSync(place, 'utf8')).toBe('%PDF-');
  });
});
