/** What one report's confirmed rows teach to the alignment of another. */
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReportId } from '../../../../core/model/ids';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { taughtRows } from '../../../../electron/services/taught-rows';
import { harbourReport, newFolder, removeFolder, testHost } from '../support/host';

let folder: string;
let library: Library;
let reportId: ReportId;
const open = () => openLibrary(path.join(folder, 'library', 'library.db'), { language: 'en' });
const texts = (...langs: string[]) => langs.map((lang) => ({ lang, segments: [] }));

beforeEach(async () => {
  folder = newFolder();
  const host = testHost(folder);
  reportId = await harbourReport(host);
  const { rows } = await host.value('report.rows', { reportId, offset: 0, limit: 100 });
  const [rowId, lastRowId] = [rows[0]!.id, rows[1]!.id];
  await host.value('rows.edit', { reportId, edit: { type: 'confirm-rows', rowId, lastRowId, confirmed: true } });
  await host.close();
  library = open();
});
afterEach(() => {
  library.close();
  removeFolder(folder);
});

it('teaches the confirmed rows of other reports in both languages', () => {
  const rows = taughtRows(library, '', texts('en', 'fr'));
  expect(rows).toHaveLength(2);
  expect(rows.map(({ cells }) => cells.map(({ lang }) => lang).sort())).toEqual([
    ['en', 'fr'],
    ['en', 'fr'],
  ]);
});

it('teaches nothing of the report itself, of other languages, or within one language', () => {
  expect(taughtRows(library, reportId, texts('en', 'fr'))).toEqual([]);
  expect(taughtRows(library, '', texts('en', 'ar'))).toEqual([]);
  expect(taughtRows(library, '', texts('en', 'en'))).toEqual([]);
});
