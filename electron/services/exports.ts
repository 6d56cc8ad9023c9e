/** Exports of a report: what they would give, and the files themselves. Where files go is the main process's business. */
import type { ExportRequest } from '../../core/contract/exchange';
import { cellText, columnsOf, tableRows } from '../../core/formats/exchange/columns';
import type { Exported } from '../../core/formats/exchange/exporter';
import type { ExportFormat } from '../../core/model/exchange';
import type { ReportData } from '../../core/model/report-data';
import type { Library } from '../library/library';
import type { ReportExporter } from '../workers/exporter';
import { exportLabels } from './export-labels';
import type { Handlers } from './handlers';
import { ordinalsOf, readReportData } from './report-data';

type ExportCalls = 'export.preview' | 'export.make' | 'export.cancel';

const textFormats: ReadonlySet<ExportFormat> = new Set([
  'txt',
  'md',
  'tmx',
  'xliff',
  'tei',
  'beads',
  'ladder',
  'csv',
  'annotations',
  'qdc',
]);
const excerptLength = 1600;
const sampleRows = 4;
const sampleCellLength = 220;

/** The beginning of a text; a character that the cut has halved shows as nothing. */
function excerptOf(format: ExportFormat, bytes: Uint8Array | undefined): string | null {
  if (!bytes || !textFormats.has(format)) return null;
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, excerptLength * 4), { stream: true });
  return text.slice(0, excerptLength).replace(/[\uD800-\uDBFF]$/, '');
}

function sampleOf(data: ReportData, versions: readonly number[]): (string | null)[][] {
  const columns = columnsOf(data, versions);
  const rows = tableRows(data, columns);
  // Texts often begin with lines that each version has alone.
  const telling = rows.findIndex(({ cells }) => cells.filter((cell) => cell.length > 0).length > 1);
  return rows
    .slice(Math.max(0, telling))
    .slice(0, sampleRows)
    .map(({ cells }) => cells.map((cell) => (cell.length === 0 ? null : cellText(cell).slice(0, sampleCellLength))));
}

export function exportHandlers(library: Library, exporter: ReportExporter, appVersion: string): Handlers<ExportCalls> {
  const make = async (request: ExportRequest): Promise<{ exported: Exported; data: ReportData; versions: number[] }> => {
    const data = readReportData(library, request.reportId, {
      originals: request.format === 'triptych',
      allCodes: request.format === 'qdc',
    });
    const versions = request.versionIds ? ordinalsOf(data, request.versionIds) : data.versions.map((_, v) => v);
    const exported = await exporter.run({
      format: request.format,
      data,
      options: {
        versions,
        notes: request.notes,
        appVersion,
        nowMs: library.now(),
        labels: exportLabels(library.settings.read().language),
      },
    });
    return { exported, data, versions };
  };
  return {
    'export.preview': async (request) => {
      const { exported, data, versions } = await make(request);
      const { files, report } = exported;
      return {
        files: files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.byteLength })),
        report,
        excerpt: excerptOf(request.format, files[0]?.bytes),
        sample: sampleOf(data, versions),
      };
    },
    'export.make': async (request) => (await make(request)).exported,
    'export.cancel': async () => {
      await exporter.cancel();
      return {};
    },
  };
}
