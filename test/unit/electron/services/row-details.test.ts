import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowId } from '../../../../core/model/ids';
import { newFolder, newVersion, removeFolder, type TestHost, testHost } from '../support/host';

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

const english = [
  'The harbour was closed on Monday. The ferry lost 73 metres of its quay.',
  'The mayor of the island asked the company for bread and water.',
];
const french = [
  'Le port a été fermé lundi. Le ferry a perdu 73 mètres de son quai.',
  'Le maire de l’île a demandé du pain et de l’eau à la compagnie.',
];

async function makeReport() {
  const outcome = await host.job(
    host.value('report.create', {
      title: 'Harbour',
      kind: 'translation',
      versions: [newVersion('en', english), newVersion('fr', french)],
      acceptUnrelated: true,
    }),
  );
  if (outcome.type !== 'stored') throw new Error(outcome.type);
  const { rows, segments } = await host.value('report.rows', { reportId: outcome.reportId, offset: 0, limit: 10 });
  return { reportId: outcome.reportId, rows, segments };
}

describe('how the cells of a row answer each other', () => {
  it('names sentences and evidence by the report’s own versions and segments', async () => {
    const { reportId, rows, segments } = await makeReport();
    const row = rows.find((r) => r.cells[0]?.includes(0) && r.cells[1]?.includes(0))!;
    const { sentences, evidence } = await host.value('row.details', { reportId, rowId: row.id });
    const pairs = sentences.map(({ from, to }) => `${from.join(' ')} = ${to.join(' ')}`);
    expect(pairs).toContain('0 0 0 = 1 0 0');
    expect(pairs).toContain('0 0 1 = 1 0 1');
    expect(pairs).not.toContain('0 0 0 = 1 0 1');
    const words = evidence.map((e) =>
      [e.from, e.to].map(({ version, segment, start, end }) =>
        segments[version]?.find((s) => s.index === segment)?.text.slice(start, end),
      ),
    );
    expect(words).toContainEqual(['73', '73']);
  });
  it('a cell alone answers nothing', async () => {
    const { reportId, rows } = await makeReport();
    const row = rows[0]!;
    const { patches } = await host.value('rows.edit', {
      reportId,
      edit: { type: 'split', rowId: row.id, version: 1, segment: row.cells[1]![0]! },
    });
    const alone = patches[0]!.insert[1]!;
    expect(await host.value('row.details', { reportId, rowId: alone.id })).toEqual({ sentences: [], evidence: [] });
  });
  it('a row that is not there is said', async () => {
    const { reportId } = await makeReport();
    expect(await host.call('row.details', { reportId, rowId: 9999 as RowId })).toEqual({
      ok: false,
      error: { code: 'row-not-found' },
    });
  });
});
