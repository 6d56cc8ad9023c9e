/** Two laptops with one report: what one exports, the other takes in. Real exporters, real importers, two libraries. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportId, VersionId } from '../../../../core/model/ids';
import { openLibrary } from '../../../../electron/library/library';
import { importData, notesAgainst, readAgainst } from '../support/exchange';
import { harbour, newFolder, removeFolder, type TestHost, testHost } from '../support/host';
import { storeReport } from '../support/stored-report';

let folders: string[];
let here: TestHost;
let there: TestHost;
let reportId: ReportId;
let en: VersionId;

beforeEach(async () => {
  folders = [newFolder(), newFolder()];
  const library = openLibrary(path.join(folders[0]!, 'library', 'library.db'), { language: 'en' });
  const stored = storeReport(library, [harbour.en, harbour.fr]);
  reportId = stored.reportId;
  en = stored.versionIds[0]!;
  await library.backUp();
  library.close();
  here = testHost(folders[0]!);
  there = testHost(folders[1]!);
  const { importExchange } = await import('../../../../core/formats/exchange/import-exchange');
  const read = importExchange(await exported(here, 'triptych'), 'report.triptych');
  if (!read.ok || read.value.content.kind !== 'report') throw new Error('no report');
  await importData(there, read.value.content.data, false);
  await there.value('settings.update', { coder: 'Salma' });
});
afterEach(async () => {
  await here.close();
  await there.close();
  for (const folder of folders) removeFolder(folder);
});

async function exported(host: TestHost, format: 'triptych' | 'annotations' | 'qdc'): Promise<Uint8Array> {
  const { files } = await host.value('export.make', { reportId, format, notes: true });
  return files[0]!.bytes;
}
async function work(host: TestHost, body: string) {
  const edit = { type: 'create', parentId: null, name: `Code of ${body}`, description: '', colour: '#3f73c4' } as const;
  const { codeId } = await host.value('codes.edit', { reportId, edit });
  const passage = { versionId: en, start: 4, end: 11 };
  const { note } = await host.value('notes.create', { reportId, scope: 'selection', body, targets: [passage] });
  await host.value('codes.apply', { reportId, codeId, passages: [passage], noteId: note.id });
  return { codeId, note };
}
const names = { triptych: 'salma.triptych', annotations: 'salma.jsonld' } as const;
async function take(host: TestHost, from: TestHost, format: keyof typeof names, coder?: string) {
  const theirs = await notesAgainst(host, reportId, await exported(from, format), names[format]);
  if (!theirs.ok) throw new Error(theirs.error.code);
  const plan = await host.value('codings.preview', { reportId, ...theirs.value });
  const taken = await host.value('codings.import', { reportId, ...theirs.value, ...(coder ? { coder } : {}) });
  // What was said before is what was done.
  expect({ report: taken.report, conflicts: taken.conflicts.length }).toEqual(plan);
  return taken;
}

describe.each(['triptych', 'annotations'] as const)('a second coder’s %s', (format) => {
  it('comes in beside one’s own, once, and goes again by undo', async () => {
    await work(here, 'mine');
    const theirs = await work(there, 'theirs');
    const taken = await take(here, there, format, 'Salma');
    expect(taken).toMatchObject({ conflicts: [], coders: ['Salma'], orphans: 0, report: { taken: { notes: 1, codings: 1 } } });
    const { notes } = await here.value('notes.list', { reportId });
    expect(notes.map((n) => [n.body, n.author])).toEqual([
      ['mine', undefined],
      ['theirs', 'Salma'],
    ]);
    const { codes, codings } = await here.value('codes.list', { reportId });
    expect(codes.map((c) => c.name)).toEqual(['Code of mine', 'Code of theirs']);
    expect(codings.map((c) => [c.coder, c.own, c.noteId === theirs.note.id])).toEqual([
      ['Reader', true, false],
      ['Salma', false, true],
    ]);
    expect(await take(here, there, format, 'Salma')).toMatchObject({ outcome: { notesChanged: false } });
    await here.value('history.undo', { reportId });
    expect((await here.value('notes.list', { reportId })).notes.map((n) => n.body)).toEqual(['mine']);
  });
  it('of the same note: the later state wins, two later states stay side by side', async () => {
    const { note } = await work(here, 'first');
    await take(there, here, format);
    await there.value('notes.update', { noteId: note.id, body: 'second', session: 's' });
    expect((await take(here, there, format)).conflicts).toEqual([]);
    const bodies = async (host: TestHost) => (await host.value('notes.list', { reportId })).notes.map((n) => n.body).sort();
    expect(await bodies(here)).toEqual(['second']);
    await here.value('notes.update', { noteId: note.id, body: 'third, here', session: 't' });
    await there.value('notes.update', { noteId: note.id, body: 'third, there', session: 't' });
    const clash = await take(here, there, format);
    expect(clash.conflicts).toHaveLength(1);
    expect(await bodies(here)).toEqual(['third, here', 'third, there']);
  });
});

describe('files', () => {
  it('of another report are refused and change nothing', async () => {
    await work(here, 'mine');
    const bytes = await exported(here, 'triptych');
    const library = path.join(folders[1]!, 'library', 'library.db');
    await there.close();
    const other = openLibrary(library, { language: 'en' });
    const stored = storeReport(other, [['One.'], ['Un.']]);
    other.close();
    there = testHost(folders[1]!);
    const answer = await notesAgainst(there, stored.reportId, bytes, 'x.triptych');
    expect(answer).toEqual({ ok: false, error: { code: 'other-report' } });
    expect((await there.value('codes.list', { reportId: stored.reportId })).codes).toEqual([]);
  });
  it('with a codebook bring its codes, and nothing twice', async () => {
    await work(here, 'mine');
    const read = await readAgainst(there, reportId, await exported(here, 'qdc'), 'book.qdc');
    if (!read.ok || read.value.content.kind !== 'codes') throw new Error('no codebook');
    const { codes } = read.value.content;
    const first = await there.value('codes.import', { reportId, codes });
    expect(first).toMatchObject({ report: { taken: { codes: 1 } }, outcome: { history: { undo: 'codes-import' } } });
    expect(await there.value('codes.import', { reportId, codes })).toMatchObject({
      report: { taken: { codes: 0 } },
    });
    expect(await readAgainst(there, reportId, new Uint8Array([60, 120, 62]), 'x.qdc')).toMatchObject({ ok: false });
    const wrong = { ...codes[0]!, colour: 'red; background: url(x)' };
    expect(await there.call('codes.import', { reportId, codes: [wrong] })).toMatchObject({ error: { code: 'invalid-input' } });
  });
});
