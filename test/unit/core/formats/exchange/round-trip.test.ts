import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsTogether } from '../../../../../core/formats/exchange/check-report-data';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import { importExchange } from '../../../../../core/formats/exchange/import-exchange';
import type { ExchangeContent, ExchangeImport } from '../../../../../core/formats/exchange/importer';
import type { ExportFormat } from '../../../../../core/model/exchange';
import type { ReportData } from '../../../../../core/model/report-data';
import { arbitraryReport, exportOptions } from './arbitrary-report';

function exported(format: ExportFormat, data: ReportData, versions?: number[]) {
  const result = exportReport(format, data, { ...exportOptions, ...(versions ? { versions } : {}) });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
function imported(bytes: Uint8Array, name: string, report?: ReportData): ExchangeImport {
  const result = importExchange(bytes, name, report ? { report } : {});
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}
function reportOf(content: ExchangeContent): ReportData {
  if (content.kind !== 'report') throw new Error(content.kind);
  return content.data;
}
const bytesOf = (format: ExportFormat, data: ReportData): Uint8Array => exported(format, data).files[0]!.bytes;

// Hundreds of reports each: more than a test takes by default where other work goes on beside.
describe('round trips', { timeout: 60_000 }, () => {
  it('gives back a whole report from a package, any characters and original bytes included', () => {
    fc.assert(
      fc.property(arbitraryReport(fc.string({ unit: 'binary', maxLength: 30 })), fc.uint8Array(), (report, bytes) => {
        const data: ReportData = {
          ...report,
          versions: report.versions.map((v, i) => (i === 0 ? { ...v, original: { fileName: 'ع.txt', bytes } } : v)),
        };
        expect(holdsTogether(data)).toBe(true);
        const back = imported(bytesOf('triptych', data), 'x.triptych');
        expect(back.content).toEqual({ kind: 'report', data, ownIds: true });
        expect(back.report.left.every(({ code }) => code === 'original-missing')).toBe(true);
      }),
    );
  });

  it('gives back report, texts, rows and notes from TMX', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        const back = imported(bytesOf('tmx', data), 'x.tmx');
        expect(back.report.left).toEqual([]);
        expect(reportOf(back.content)).toEqual({ ...data, codes: [], codings: [] });
        expect(holdsTogether(reportOf(back.content))).toBe(true);
      }),
    );
  });

  it('gives back notes, their history, codes and codings from Web Annotations', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        const back = imported(bytesOf('annotations', data), 'x.jsonld', data);
        expect(back.report.left).toEqual([]);
        const { notes, revisions, codes, codings } = data;
        expect(back.content).toEqual({ kind: 'notes', notes, revisions, codes, codings });
      }),
    );
  });

  it('gives back the codebook from .qdc', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        fc.pre(data.codes.length > 0);
        const back = imported(bytesOf('qdc', data), 'x.qdc');
        expect(back.content).toEqual({ kind: 'codes', codes: data.codes });
      }),
    );
  });

  it('gives back texts and rows of a pair from XLIFF', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        const others = data.versions
          .map((_, v) => v)
          .filter((v) => v > 0 && data.rows.some(({ cells }) => cells[0]!.length + cells[v]!.length > 0));
        const { files } = exported('xliff', data);
        expect(files).toHaveLength(others.length);
        for (const [i, v] of others.entries()) {
          const back = reportOf(imported(files[i]!.bytes, 'x.xlf').content);
          const pair = [data.versions[0]!, data.versions[v]!];
          expect(back.versions.map(({ text }) => text)).toEqual(pair.map(({ text }) => text));
          expect(back.versions.map(({ segments }) => segments)).toEqual(pair.map(({ segments }) => segments));
          const rows = data.rows.filter((row) => row.cells[0]!.length + row.cells[v]!.length > 0);
          expect(back.rows.map(({ cells, status, id }) => ({ cells, status, id }))).toEqual(
            rows.map(({ cells, status, id }) => ({ cells: [cells[0], cells[v]], status, id })),
          );
        }
      }),
    );
  });

  it('gives back the rows of a pair from bead lines', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        const rows = data.rows.map(({ cells }) => [cells[0], cells[1]]).filter(([a, b]) => a!.length + b!.length > 0);
        fc.pre(rows.length > 0);
        const { content } = imported(exported('beads', data, [0, 1]).files[0]!.bytes, 'x.beads', data);
        expect(content.kind === 'links' && content.rows.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  for (const format of ['csv', 'xlsx'] as const) {
    it(`gives back lines of text and rows from ${format}`, () => {
      fc.assert(
        fc.property(arbitraryReport(), (data) => {
          // Lines are what a cell of a table has; blank ones are nothing there.
          const linesOf = (v: number, cell: readonly number[]): string[] =>
            cell
              .flatMap((index) => data.versions[v]!.segments[index]!.text.split(/\r\n?|\n/))
              .map((text) => text.trim())
              .filter((text) => text !== '');
          const expected = data.rows
            .map(({ cells }) => cells.map((cell, v) => linesOf(v, cell)))
            .filter((cells) => cells.some((cell) => cell.length > 0));
          const full = data.versions.map((_, v) => expected.some((cells) => cells[v]!.length > 0));
          fc.pre(full.every(Boolean));
          const back = reportOf(imported(bytesOf(format, data), `x.${format}`).content);
          expect(
            back.rows.map(({ cells }) => cells.map((cell, v) => cell.map((i) => back.versions[v]!.segments[i]!.text))),
          ).toEqual(expected);
          expect(holdsTogether(back)).toBe(true);
        }),
      );
    });
  }
});
