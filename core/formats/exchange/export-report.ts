/** The way out: a report in one of the formats. */
import type { ExportFormat } from '../../model/exchange';
import type { ReportData } from '../../model/report-data';
import { failure, type Result, success } from '../../model/result';
import { annotationsExporter } from './annotations-exporter';
import { beadsExporter, ladderExporter } from './beads';
import { csvExporter } from './csv-format';
import { docxExporter } from './docx-exporter';
import { epubExporter } from './epub-exporter';
import type { Exported, Exporter, ExportOptions } from './exporter';
import { safeFileName } from './file-name';
import { htmlExporter } from './html-exporter';
import { englishLabels } from './labels';
import { packageExporter } from './package-format';
import { qdcExporter } from './qda-codebook';
import { qdpxExporter } from './qdpx-exporter';
import { teiExporter } from './tei-exporter';
import { markdownExporter, txtExporter } from './text-exporters';
import { tmxExporter } from './tmx-exporter';
import { TransferLog } from './transfer-report';
import { xliffExporter } from './xliff-exporter';
import { xlsxExporter } from './xlsx-exporter';

export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  txt: txtExporter,
  md: markdownExporter,
  html: htmlExporter,
  docx: docxExporter,
  epub: epubExporter,
  tmx: tmxExporter,
  xliff: xliffExporter,
  tei: teiExporter,
  beads: beadsExporter,
  ladder: ladderExporter,
  csv: csvExporter,
  xlsx: xlsxExporter,
  annotations: annotationsExporter,
  qdpx: qdpxExporter,
  qdc: qdcExporter,
  triptych: packageExporter,
};

const progressEvery = 500;

/**
 * Errors: version-not-found for an ordinal that the report has not or has twice, too-few-versions and too-many-versions
 * where a format takes two, no-text-found for a codebook without codes.
 */
export function exportReport(format: ExportFormat, data: ReportData, options: ExportOptions): Result<Exported> {
  const exporter = exporters[format];
  const versions = options.versions ?? data.versions.map((_, v) => v);
  if (versions.some((v) => !data.versions[v]) || new Set(versions).size !== versions.length) return failure('version-not-found');
  const least = exporter.versions === 'two' || format === 'xliff' ? 2 : 1;
  if (versions.length < least) return failure('too-few-versions', { count: versions.length });
  if (exporter.versions === 'two' && versions.length > 2) return failure('too-many-versions', { limit: 2 });
  const log = new TransferLog();
  // Each pair of XLIFF is a file with rows of its own.
  const total = data.rows.length * (format === 'xliff' ? versions.length - 1 : 1);
  let written = 0;
  const files = exporter.export(
    data,
    {
      versions,
      notes: options.notes ?? true,
      appVersion: options.appVersion,
      nowMs: options.nowMs,
      labels: options.labels ?? englishLabels,
      name: safeFileName(data.report.title),
      tick() {
        written += 1;
        if (written % progressEvery === 0) options.progress?.(written, total);
      },
    },
    log,
  );
  return files.ok ? success({ files: files.value, report: log.report() }) : files;
}
