import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportId } from '../../../../core/model/ids';
import { harbourReport, newFolder, removeFolder, type TestHost, testHost } from '../support/host';

let folder: string;
let host: TestHost;
let reportId: ReportId;
beforeEach(async () => {
  folder = newFolder();
  host = testHost(folder);
  reportId = await harbourReport(host);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});
const binned = async () => (await host.value('report.listBin', {})).reports;
const listed = async () => (await host.value('reports.list', {})).reports;
const note = async () => {
  const { report } = await host.value('report.open', { reportId });
  const targets = [{ versionId: report.versions[0]!.id, start: 0, end: 5 }];
  return (await host.value('notes.create', { reportId, scope: 'selection', body: 'words', targets })).note;
};

describe('the bin', () => {
  it('lists deleted reports and gives them back whole', async () => {
    await note();
    await host.value('report.delete', { reportId });
    expect(await listed()).toEqual([]);
    const [report] = await binned();
    expect(report).toMatchObject({ id: reportId, title: 'Harbour', noteCount: 1 });
    expect(report!.versions.map((v) => v.lang)).toEqual(['en', 'fr']);
    await host.value('report.restore', { reportId });
    expect(await binned()).toEqual([]);
    expect((await host.value('notes.list', { reportId })).notes).toHaveLength(1);
  });

  it('deletes for good only what is in it, with all that belongs to it', async () => {
    await note();
    expect(await host.call('report.purge', { reportId })).toEqual({ ok: false, error: { code: 'report-not-found' } });
    await host.value('report.delete', { reportId });
    await host.value('report.purge', { reportId });
    expect(await binned()).toEqual([]);
    expect(await host.call('report.restore', { reportId })).toEqual({ ok: false, error: { code: 'report-not-found' } });
    expect(await host.call('notes.list', { reportId })).toEqual({ ok: false, error: { code: 'report-not-found' } });
  });

  it('is emptied at once and leaves the others alone', async () => {
    const other = await harbourReport(host);
    await host.value('report.delete', { reportId });
    expect(await host.value('report.emptyBin', {})).toEqual({ count: 1 });
    expect((await listed()).map((r) => r.id)).toEqual([other]);
  });
});

describe('collections', () => {
  const collections = async () => (await host.value('collections.list', {})).collections;

  it('hold a report more than once over, and survive a restart', async () => {
    const { collectionId } = await host.value('collections.create', { name: ' Storms ', reportIds: [reportId] });
    await host.value('collections.create', { name: 'عواصف', reportIds: [reportId] });
    expect((await collections()).map((c) => [c.name, c.reportIds])).toEqual([
      ['Storms', [reportId]],
      ['عواصف', [reportId]],
    ]);
    await host.value('collections.rename', { collectionId, name: 'Weather' });
    await host.value('collections.put', { collectionId, reportId, member: false });
    await host.value('collections.put', { collectionId, reportId: crypto.randomUUID() as ReportId, member: true });
    await host.close();
    host = testHost(folder);
    expect((await collections()).map((c) => [c.name, c.reportIds])).toEqual([
      ['Weather', []],
      ['عواصف', [reportId]],
    ]);
  });

  it('stand in the order in which they were made, several in one millisecond, too', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `Collection ${i}`);
    for (const name of names) await host.value('collections.create', { name, reportIds: [] });
    expect((await collections()).map((c) => c.name)).toEqual(names);
  });

  it('forget a report while it is in the bin, and know it again when it comes back', async () => {
    await host.value('collections.create', { name: 'Storms', reportIds: [reportId] });
    await host.value('report.delete', { reportId });
    expect((await collections())[0]?.reportIds).toEqual([]);
    await host.value('report.restore', { reportId });
    expect((await collections())[0]?.reportIds).toEqual([reportId]);
  });

  it('leave their reports when they are deleted', async () => {
    const { collectionId } = await host.value('collections.create', { name: 'Storms', reportIds: [reportId] });
    await host.value('collections.delete', { collectionId });
    expect(await collections()).toEqual([]);
    expect((await listed()).map((r) => r.id)).toEqual([reportId]);
  });
});
