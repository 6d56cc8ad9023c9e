import { describe, expect, it } from 'vitest';
import { isReportFile } from '../../../../../core/formats/exchange/file-kinds';
import { exchangeFormatOf, exchangeImporters } from '../../../../../core/formats/exchange/import-exchange';
import { sampleRows } from '../../../../../core/formats/exchange/sample-rows';
import { exportFormats } from '../../../../../core/model/exchange';
import { isOwnScript } from '../../../../../renderer/bridge/trusted-worker';
import { choicesFor, formatGroups } from '../../../../../renderer/features/exchange/formats';
import { reportToStore } from '../../../../../renderer/features/exchange/report-preview';
import { sampleReport } from '../../../core/formats/exchange/sample-report';

describe('formats', () => {
  it('are all offered, each in one group', () => {
    const offered: string[] = formatGroups.flatMap((group) => [...group.formats]);
    expect([...offered].sort()).toEqual([...exportFormats].sort());
    expect(choicesFor('ladder')).toEqual({ versions: 'two', notes: 'no' });
    expect(choicesFor('html')).toEqual({ versions: 'any', notes: 'notes' });
    expect(choicesFor('qdpx')).toEqual({ versions: 'any', notes: 'notesAndCodes' });
  });
  it('of whole reports are known by their names as the importers know them', () => {
    for (const name of ['a.triptych', 'A.TMX', 'a.xlf', 'a.xliff', 'a.csv', 'a.tsv', 'a.xlsx']) {
      const format = exchangeFormatOf(name);
      expect(isReportFile(name)).toBe(true);
      expect(format && exchangeImporters[format].needsReport).toBe(false);
    }
    for (const name of ['a.txt', 'a.docx', 'a.json', 'a.qdc', 'a.ladder', 'triptych', 'a.'])
      expect(isReportFile(name)).toBe(false);
  });
});

describe('a report that was read', () => {
  it('is shown from the first row that more than one version has', () => {
    const data = sampleReport();
    const all = data.versions.map((_, v) => v);
    const alone = { ...data, rows: [...data.rows].sort((a, b) => filled(a.cells) - filled(b.cells)) };
    expect(sampleRows(alone, all, 5)[0]!.filter((cell) => cell !== null).length).toBeGreaterThan(1);
    expect(sampleRows({ ...data, rows: [] }, all, 5)).toEqual([]);
  });
  it('keeps its own ids as it is; a foreign one gets the title and the file', () => {
    const data = sampleReport();
    const bytes = new Uint8Array([1]);
    expect(reportToStore(data, { ownIds: true, title: 'x', fileName: 'a.csv', bytes })).toBe(data);
    const named = reportToStore(data, { ownIds: false, title: '  Mine ', fileName: '\u202Ea.csv', bytes });
    expect(named.report.title).toBe('Mine');
    expect(named.versions[0]!.original).toEqual({ fileName: 'a.csv', bytes });
    const empty = { ...data, report: { ...data.report, title: '' } };
    expect(reportToStore(empty, { ownIds: false, title: null, fileName: 'a.csv', bytes }).report.title).toBe('a.csv');
  });
});
const filled = (cells: readonly number[][]): number => cells.filter((cell) => cell.length > 0).length;

describe('workers', () => {
  it('are started from the page’s own scripts only', () => {
    const page = 'app://bundle/index.html';
    expect(isOwnScript('/assets/exchange-worker-x1.js', page)).toBe(true);
    for (const address of [
      'https://example.org/a.js',
      'data:text/javascript,1',
      'blob:app://bundle/1',
      '//other/a.js',
      '/assets/a.css',
    ])
      expect(isOwnScript(address, page)).toBe(false);
  });
});
