import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../core/contract/schemas';
import type { VersionId } from '../../../../core/model/ids';
import { harbour, harbourReport, newFolder, newVersion, removeFolder, type TestHost, testHost } from '../support/host';

let folder: string;
let host: TestHost;
beforeEach(() => {
  folder = newFolder();
  host = testHost(folder);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

describe('calls', () => {
  it('refuses names and inputs that the contract does not have', async () => {
    for (const [name, input] of [
      ['report.open', {}],
      ['report.open', { reportId: '../../etc/passwd' }],
      ['report.rows', { reportId: crypto.randomUUID(), offset: -1, limit: 10 }],
      ['settings.update', { language: 'xx' }],
      ['notes.create', { __proto__: null, reportId: 1 }],
    ] as const) {
      expect(await host.call(name as 'report.open', input as never)).toEqual({ ok: false, error: { code: 'invalid-input' } });
    }
    expect((await host.call('constructor' as 'app.start', {})).ok).toBe(false);
  });
  it('keeps settings over a restart and tells of them', async () => {
    await host.value('settings.update', { language: 'ar', textScale: 1.3 });
    expect(host.events).toContainEqual({
      name: 'settings.changed',
      payload: { ...defaultSettings('ar'), coder: 'Reader', textScale: 1.3 },
    });
    await host.close();
    host = testHost(folder);
    const { settings, problem, notices } = await host.value('app.start', {});
    expect({ settings, problem, notices }).toEqual({
      settings: { ...defaultSettings('ar'), coder: 'Reader', textScale: 1.3 },
      problem: null,
      notices: [],
    });
  });
});

describe('reports', () => {
  it('creates one in a job that tells its phases, and reads it back', async () => {
    const reportId = await harbourReport(host);
    const phases = host.events.filter((e) => e.name === 'job.progress').map((e) => (e.payload as { phase: string }).phase);
    expect([...new Set(phases)]).toEqual(['segment', 'load', 'align', 'store']);
    const { report, counts, history } = await host.value('report.open', { reportId });
    expect(report).toMatchObject({ title: 'Harbour', kind: 'translation', rowCount: 5 });
    expect(report.versions.map((v) => [v.lang, v.direction, v.segmentCount])).toEqual([
      ['en', 'ltr', 5],
      ['fr', 'ltr', 5],
    ]);
    expect(counts.omissions).toBe(0);
    expect(history).toEqual({ undo: null, redo: null });
    const page = await host.value('report.rows', { reportId, offset: 1, limit: 2 });
    expect(page.rows.map((r) => r.cells)).toEqual([
      [[1], [1]],
      [[2], [2]],
    ]);
    expect(page.segments.map((list) => list.map((s) => s.text))).toEqual([harbour.en.slice(1, 3), harbour.fr.slice(1, 3)]);
    const { reports } = await host.value('reports.list', {});
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ rowCount: 5, noteCount: 0 });
    expect(reports[0]!.openedAtMs).toBeGreaterThan(0);
  });
  it('leaves no trace of a cancelled job', async () => {
    const versions = [newVersion('en', harbour.en), newVersion('fr', harbour.fr)];
    const { jobId } = await host.value('report.create', { title: 'x', kind: 'auto', versions, acceptUnrelated: true });
    await host.value('jobs.cancel', { jobId });
    const outcome = await host.job(Promise.resolve({ jobId }));
    expect(outcome).toEqual({ type: 'failed', error: { code: 'cancelled' } });
    expect((await host.value('reports.list', {})).reports).toEqual([]);
    expect(await host.call('jobs.cancel', { jobId })).toEqual({ ok: false, error: { code: 'job-not-found' } });
  });
  it('moves a report to the bin and back whole', async () => {
    const reportId = await harbourReport(host);
    await host.value('report.delete', { reportId });
    expect((await host.value('reports.list', {})).reports).toEqual([]);
    expect(await host.call('report.open', { reportId })).toEqual({ ok: false, error: { code: 'report-not-found' } });
    await host.value('report.restore', { reportId });
    expect((await host.value('report.open', { reportId })).report.rowCount).toBe(5);
  });
  it('keeps how the reader left a report', async () => {
    const reportId = await harbourReport(host);
    const { report } = await host.value('report.open', { reportId });
    const { rows } = await host.value('report.rows', { reportId, offset: 3, limit: 1 });
    const view = {
      columns: report.versions.map((v) => ({ versionId: v.id, hidden: v.ordinal === 1, width: 1.5 })).reverse(),
      position: { rowId: rows[0]!.id, version: 0, offset: 12 },
      notesOpen: false,
      mode: 'flow' as const,
      frozen: [report.versions[0]!.id],
    };
    await host.value('report.setView', { reportId, view });
    await host.close();
    host = testHost(folder);
    expect((await host.value('report.open', { reportId })).view).toEqual(view);
  });
});

describe('versions added later', () => {
  const third = ['Der Hafen von Marsa ist seit Montag nach drei Tagen wieder offen.', 'Die Reparatur kostet 1,5 Millionen Euro.'];
  it('keeps what a reader has confirmed, and is taken back by undo', async () => {
    const reportId = await harbourReport(host);
    const first = (await host.value('report.rows', { reportId, offset: 0, limit: 10 })).rows;
    await host.value('rows.edit', { reportId, edit: { type: 'merge-next', rowId: first[2]!.id } });
    const before = (await host.value('report.rows', { reportId, offset: 0, limit: 10 })).rows;
    const version = newVersion('de', third);
    const outcome = await host.job(host.value('report.addVersion', { reportId, version, acceptUnrelated: true }));
    expect(outcome).toEqual({ type: 'stored', reportId });
    const after = await host.value('report.rows', { reportId, offset: 0, limit: 20 });
    expect(after.rows.filter((r) => r.status === 'edited').map((r) => r.cells.slice(0, 2))).toEqual([
      [
        [2, 3],
        [2, 3],
      ],
    ]);
    expect(after.rows.every((r) => r.cells.length === 3)).toBe(true);
    expect(after.rows.flatMap((r) => r.cells[2]!).sort()).toEqual([0, 1]);
    expect(after.segments[2]!.map((s) => s.text)).toEqual(third);

    const undone = await host.value('history.undo', { reportId });
    expect(undone).toMatchObject({ reload: true, history: { undo: 'merge-next', redo: 'add-version' } });
    expect((await host.value('report.open', { reportId })).report.versions).toHaveLength(2);
    expect((await host.value('report.rows', { reportId, offset: 0, limit: 20 })).rows).toEqual(before);
    await host.value('history.redo', { reportId });
    expect(await host.value('report.rows', { reportId, offset: 0, limit: 20 })).toEqual(after);

    await host.value('history.undo', { reportId });
    await host.job(host.value('report.addVersion', { reportId, version, acceptUnrelated: true }));
    expect((await host.value('report.open', { reportId })).report.versions.map((v) => v.lang)).toEqual(['en', 'fr', 'de']);
  });
  it('keeps confirmed rows when aligning again', async () => {
    const reportId = await harbourReport(host);
    const { rows } = await host.value('report.rows', { reportId, offset: 0, limit: 10 });
    await host.value('rows.edit', { reportId, edit: { type: 'move-down', rowId: rows[1]!.id, version: 1 } });
    const edited = (await host.value('report.rows', { reportId, offset: 0, limit: 10 })).rows;
    await host.job(host.value('report.realign', { reportId, kind: 'translation' }));
    const after = (await host.value('report.rows', { reportId, offset: 0, limit: 10 })).rows;
    const cellsOf = (list: typeof rows) => list.filter((r) => r.status === 'edited').map((r) => r.cells);
    expect(cellsOf(after)).toEqual(cellsOf(edited));
    await host.value('history.undo', { reportId });
    expect((await host.value('report.rows', { reportId, offset: 0, limit: 10 })).rows).toEqual(edited);
  });
});

describe('notes', () => {
  it('are stored with selectors made from the text, over the ends of paragraphs, too', async () => {
    const reportId = await harbourReport(host);
    const { report } = await host.value('report.open', { reportId });
    const [en, fr] = report.versions.map((v) => v.id) as [VersionId, VersionId];
    const whole = harbour.en.join('\n\n');
    const start = whole.indexOf('Monday');
    const end = whole.indexOf('Some 240') + 8;
    const { note } = await host.value('notes.create', {
      reportId,
      scope: 'selection',
      body: 'When?',
      targets: [
        { versionId: en, start, end },
        { versionId: fr, start: 0, end: 7 },
      ],
    });
    expect(note.targets[0]).toEqual({
      versionId: en,
      position: { start, end },
      quote: { exact: whole.slice(start, end), prefix: whole.slice(start - 32, start), suffix: whole.slice(end, end + 32) },
    });
    expect(note.targets[1]!.quote).toMatchObject({ exact: 'Le port', prefix: '' });
    expect((await host.value('notes.list', { reportId })).notes).toEqual([note]);
    for (const place of [
      { start: 0, end: 1_000_000 },
      { start: 5, end: 5 },
    ]) {
      const bad = { reportId, scope: 'selection' as const, body: '', targets: [{ versionId: en, ...place }] };
      expect(await host.call('notes.create', bad)).toEqual({ ok: false, error: { code: 'invalid-input' } });
    }
  });
  it('of one session in the editor are one undo step', async () => {
    const reportId = await harbourReport(host);
    const versionId = (await host.value('report.open', { reportId })).report.versions[0]!.id;
    const target = { reportId, scope: 'cell' as const, body: 'a', targets: [{ versionId, start: 0, end: 3 }], session: 's1' };
    const { note } = await host.value('notes.create', target);
    await host.value('notes.update', { noteId: note.id, body: 'ab', session: 's1' });
    await host.value('notes.update', { noteId: note.id, body: 'abc', session: 's1' });
    await host.value('notes.update', { noteId: note.id, body: 'later', session: 's2' });
    const last = await host.value('notes.update', { noteId: note.id, body: 'later on', session: 's2' });
    expect(last.history).toEqual({ undo: 'note-update', redo: null });
    const bodies = async () => (await host.value('notes.list', { reportId })).notes.map((n) => n.body);
    expect(await host.value('history.undo', { reportId })).toMatchObject({ notesChanged: true, focusRow: 0 });
    expect(await bodies()).toEqual(['abc']);
    await host.value('history.undo', { reportId });
    expect(await bodies()).toEqual([]);
    expect(await host.call('history.undo', { reportId })).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
    await host.value('history.redo', { reportId });
    expect(await bodies()).toEqual(['abc']);
    await host.value('history.redo', { reportId });
    expect(await bodies()).toEqual(['later on']);
    await host.value('notes.delete', { noteId: note.id });
    expect(await host.call('notes.update', { noteId: note.id, body: 'x', session: 's3' })).toEqual({
      ok: false,
      error: { code: 'note-not-found' },
    });
    await host.value('history.undo', { reportId });
    expect(await bodies()).toEqual(['later on']);
  });
});
