import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importExchange } from '../../../../core/formats/exchange/import-exchange';
import { partsOf } from '../../../../core/formats/exchange/report-parts';
import { newId, type ReportId, type TransferId } from '../../../../core/model/ids';
import type { ReportData } from '../../../../core/model/report-data';
import { importData, readAgainst, sendReport, tryToImport } from '../support/exchange';
import { harbourReport, newFolder, removeFolder, type TestHost, testHost } from '../support/host';

let folder: string;
let host: TestHost;
let reportId: ReportId;
beforeEach(async () => {
  folder = newFolder();
  host = testHost(path.join(folder, 'one'));
  reportId = await harbourReport(host);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

const text = (value: string) => new TextEncoder().encode(value);
async function made(from: TestHost, id: ReportId, format: 'triptych' | 'tmx' | 'csv' | 'ladder' | 'beads'): Promise<Uint8Array> {
  const { files } = await from.value('export.make', { reportId: id, format, notes: true });
  return files[0]!.bytes;
}
function read(bytes: Uint8Array, name: string): ReportData {
  const answer = importExchange(bytes, name);
  if (!answer.ok || answer.value.content.kind !== 'report') throw new Error('no report');
  return answer.value.content.data;
}
const rowsOf = async (from: TestHost, id: ReportId) =>
  (await from.value('report.rows', { reportId: id, offset: 0, limit: 100 })).rows;
const withoutIds = (rows: { cells: number[][]; score: number | null; status: string }[]) =>
  rows.map(({ cells, score, status }) => ({ cells, score, status }));

async function annotate(): Promise<void> {
  const { report } = await host.value('report.open', { reportId });
  const place = { versionId: report.versions[0]!.id, start: 4, end: 11 };
  await host.value('notes.create', { reportId, scope: 'selection', body: 'a note', targets: [place] });
  const { codeId } = await host.value('codes.edit', {
    reportId,
    edit: { type: 'create', parentId: null, name: 'Frame', description: 'd', colour: '#3f73c4' },
  });
  await host.value('codes.apply', { reportId, codeId, passages: [place] });
}

describe('a package', () => {
  it('comes into another library with its ids, rows, notes, codes, originals', async () => {
    await annotate();
    const data = read(await made(host, reportId, 'triptych'), 'x.triptych');
    const other = testHost(path.join(folder, 'two'));
    try {
      const stored = await importData(other, data, false);
      expect(stored.reportId).toBe(reportId);
      expect(read(await made(other, reportId, 'triptych'), 'x.triptych')).toEqual(data);
      // The next edit takes a row id that nobody has used.
      const rows = await rowsOf(other, reportId);
      await other.value('rows.edit', { reportId, edit: { type: 'merge-next', rowId: rows[0]!.id } });
      const after = await rowsOf(other, reportId);
      expect(new Set(after.map((r) => r.id)).size).toBe(after.length);
      await other.value('history.undo', { reportId });
      expect(await rowsOf(other, reportId)).toEqual(rows);
    } finally {
      await other.close();
    }
  });

  it('comes in beside the report that it was made from, also when that one is in the bin', async () => {
    await annotate();
    const data = read(await made(host, reportId, 'triptych'), 'x.triptych');
    expect(await host.value('exchange.find', { reportId })).toEqual({ known: 'library' });
    const copy = await importData(host, data, true);
    await host.value('report.delete', { reportId });
    expect(await host.value('exchange.find', { reportId })).toEqual({ known: 'bin' });
    const again = await importData(host, data, false);
    expect(new Set([reportId, copy.reportId, again.reportId]).size).toBe(3);
    for (const { reportId: id } of [copy, again]) {
      expect(withoutIds(await rowsOf(host, id))).toEqual(withoutIds(data.rows));
      expect((await host.value('notes.list', { reportId: id })).notes.map(({ body }) => body)).toEqual(['a note']);
      expect((await host.value('codes.list', { reportId: id })).codings).toMatchObject([{ own: true }]);
    }
    await host.value('report.restore', { reportId });
    expect((await host.value('notes.list', { reportId })).notes).toHaveLength(1);
  });

  it('whose parts contradict each other is refused whole', async () => {
    const data = read(await made(host, reportId, 'triptych'), 'x.triptych');
    const before = await host.value('reports.list', {});
    const twice = { ...data, rows: [data.rows[0]!, ...data.rows] };
    const outside = { ...data, rows: data.rows.map((r) => ({ ...r, cells: [[99], ...r.cells.slice(1)] })) };
    for (const wrong of [twice, outside])
      expect(await tryToImport(host, wrong, true)).toEqual({ type: 'failed', error: { code: 'exchange-damaged' } });
    expect(await host.value('reports.list', {})).toEqual(before);
  });

  it('whose texts have more between their paragraphs than a blank line keeps notes on their words', async () => {
    await annotate();
    const data = read(await made(host, reportId, 'triptych'), 'x.triptych');
    const spread = data.versions[0]!;
    const far = spread.segments.map((segment, i) => ({
      ...segment,
      start: segment.start + i * 3 + 5,
      end: segment.end + i * 3 + 5,
    }));
    const wide = `\n\n\n\n\n${spread.segments.map((s) => s.text).join('\n\n\n\n\n')}`;
    const moved: ReportData = {
      ...data,
      versions: [{ ...spread, segments: far, text: wide }, ...data.versions.slice(1)],
      notes: data.notes.map((note) => ({
        ...note,
        targets: note.targets.map((t) => ({ ...t, position: { start: t.position.start + 5, end: t.position.end + 5 } })),
      })),
      revisions: [],
      codings: [],
    };
    const { reportId: id } = await importData(host, moved, true);
    const { notes } = await host.value('notes.list', { reportId: id });
    expect(notes[0]!.targets[0]).toMatchObject({ position: { start: 4, end: 11 }, quote: { exact: 'harbour' } });
    expect(notes[0]!.targets[0]!.orphan ?? false).toBe(false);
  });
});

/** A report of many paragraphs, and what is there before and after. */
const long = (data: ReportData, count: number): ReportData => {
  const versions = data.versions.map(({ info }) => {
    const segments = Array.from({ length: count }, (_, index) => {
      const text = `Paragraph ${index} of a long report.`;
      const start = index * 60;
      return { index, kind: 'paragraph' as const, boilerplate: false, start, end: start + text.length, text, sentences: [] };
    });
    return { info: { ...info, segmentCount: count }, text: segments.map((s) => s.text.padEnd(60)).join(''), segments };
  });
  const rows = Array.from({ length: count }, (_, i) => ({
    id: i as ReportData['rows'][number]['id'],
    cells: versions.map(() => [i]),
    score: 1,
    status: 'automatic' as const,
  }));
  return {
    ...data,
    report: { ...data.report, rowCount: count, versions: versions.map(({ info }) => info) },
    versions,
    rows,
    notes: [],
    revisions: [],
    codes: [],
    codings: [],
  };
};

describe('a long package', () => {
  const stored = () => read(packed, 'x.triptych');
  let packed: Uint8Array;
  beforeEach(async () => {
    packed = await made(host, reportId, 'triptych');
  });

  it('comes in while notes are saved, and whole', async () => {
    const data = long(stored(), 5000);
    const transfer = await sendReport(host, data);
    const { report } = await host.value('report.open', { reportId });
    const targets = [{ versionId: report.versions[0]!.id, start: 4, end: 11 }];
    let ended = false;
    const outcome = host.job(host.value('exchange.importReport', { transfer, copy: true })).then((how) => {
      ended = true;
      return how;
    });
    let saved = 0;
    for (; !ended; saved += 1) {
      await host.value('notes.create', { reportId, scope: 'cell', body: `note ${saved}`, targets });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const how = await outcome;
    if (how.type !== 'stored') throw new Error(JSON.stringify(how));
    expect(saved).toBeGreaterThan(3);
    expect((await host.value('report.rows', { reportId: how.reportId, offset: 4990, limit: 100 })).rows).toHaveLength(10);
    expect((await host.value('notes.list', { reportId })).notes).toHaveLength(saved);
  });
  it('that is given up leaves nothing, and can come in again', async () => {
    const data = long(stored(), 5000);
    const before = await host.value('reports.list', {});
    const transfer = await sendReport(host, data);
    const started = host.value('exchange.importReport', { transfer, copy: true });
    const { jobId } = await started;
    const outcome = host.job(started);
    while (!host.events.some(({ name }) => name === 'job.progress')) await new Promise((resolve) => setImmediate(resolve));
    await host.value('jobs.cancel', { jobId });
    expect(await outcome).toEqual({ type: 'failed', error: { code: 'cancelled' } });
    expect(await host.value('reports.list', {})).toEqual(before);
    // What was sent is gone with it.
    expect(await host.call('exchange.importReport', { transfer, copy: true })).toMatchObject({
      error: { code: 'exchange-damaged' },
    });
    expect((await tryToImport(host, data, true)).type).toBe('stored');
  });
  it('of which a part is missing, or that was let go, is refused', async () => {
    const transfer = newId<TransferId>();
    const parts = [...partsOf(stored())];
    const refused = { ok: false, error: { code: 'exchange-damaged' } };
    expect(await host.call('exchange.sendPart', { transfer, part: parts[1]! })).toMatchObject(refused);
    for (const part of parts.slice(0, 2)) await host.value('exchange.sendPart', { transfer, part });
    expect(await host.call('exchange.importReport', { transfer, copy: true })).toMatchObject(refused);
    for (const part of parts) await host.value('exchange.sendPart', { transfer, part });
    await host.value('exchange.drop', { transfer });
    expect(await host.call('exchange.importReport', { transfer, copy: true })).toMatchObject(refused);
    for (const part of parts.slice(0, 2)) await host.value('exchange.sendPart', { transfer, part });
    for (let more = 0; more < 5; more += 1) await host.call('exchange.sendPart', { transfer, part: parts[1]! });
    expect(await host.call('exchange.sendPart', { transfer, part: parts[1]! })).toMatchObject(refused);
  });
});

describe('files of other programs', () => {
  it.each(['tmx', 'csv'] as const)('a %s gives the same rows', async (format) => {
    const data = read(await made(host, reportId, format), `x.${format}`);
    const { reportId: id } = await importData(host, data, false);
    const cells = async (of: ReportId) => (await rowsOf(host, of)).map((r) => r.cells);
    expect(await cells(id)).toEqual(await cells(reportId));
    const { report } = await host.value('report.open', { reportId: id });
    expect(report.versions.map((v) => v.lang)).toEqual(['en', 'fr']);
  });
});

describe('rows of another aligner', () => {
  it.each(['ladder', 'beads'] as const)('come from %s and go again with undo', async (format) => {
    const own = await rowsOf(host, reportId);
    const bytes = await made(host, reportId, format);
    const lines = text('[0, 1] : [0]\n[2] : [1, 2]\n[] : [3]\n[3] : []\n[4] : [4]\n');
    const given = format === 'beads' ? lines : bytes;
    const read = await readAgainst(host, reportId, given, `x.${format}`, format);
    if (!read.ok || read.value.content.kind !== 'links') throw new Error('no rows');
    const { outcome } = await host.value('exchange.importRows', { reportId, rows: read.value.content.rows });
    expect(outcome).toMatchObject({ reload: true, history: { undo: 'rows-import' } });
    const after = (await rowsOf(host, reportId)).map((r) => r.cells);
    if (format === 'beads')
      expect(after).toEqual([
        [[0, 1], [0]],
        [[2], [1, 2]],
        [[], [3]],
        [[3], []],
        [[4], [4]],
      ]);
    else expect(after).toEqual(own.map((r) => r.cells));
    await host.value('history.undo', { reportId });
    expect(await rowsOf(host, reportId)).toEqual(own);
  });
  it('are refused for a file that is something else', async () => {
    const refused = (code: string) => ({ ok: false, error: { code } });
    expect(await readAgainst(host, reportId, text('hello\n'), 'x.beads', 'beads')).toMatchObject(refused('exchange-other'));
    // Rows that lose a segment, have one twice or name one that is not there.
    const all = (n: number) => Array.from({ length: n }, (_, i) => i);
    const [en, fr] = (await host.value('report.open', { reportId })).report.versions.map((v) => all(v.segmentCount));
    for (const cells of [
      [en!.slice(1), fr!],
      [[...en!, 0], fr!],
      [[...en!, en!.length], fr!],
    ] as [number[], number[]][])
      expect(await host.call('exchange.importRows', { reportId, rows: [{ cells, score: null }] })).toMatchObject(
        refused('exchange-damaged'),
      );
    expect((await host.value('report.open', { reportId })).history.undo).toBe(null);
  });
});
