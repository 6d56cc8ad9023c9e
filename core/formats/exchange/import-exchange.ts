/** The way in: a file of an exchange format as checked plain data. */
import { failure, type Result, success } from '../../model/result';
import { annotationsImporter } from './annotations-importer';
import { beadsImporter, ladderImporter } from './beads';
import { csvImporter } from './csv-format';
import type { ExchangeImport, ExchangeImporter, ExchangeImportFormat, ExchangeImportOptions } from './importer';
import { packageImporter } from './package-format';
import { qdcImporter } from './qda-codebook';
import { tmxImporter } from './tmx-importer';
import { TransferLog } from './transfer-report';
import { xliffImporter } from './xliff-importer';
import { xlsxImporter } from './xlsx-importer';

export const exchangeImporters: Readonly<Record<ExchangeImportFormat, ExchangeImporter>> = {
  tmx: tmxImporter,
  xliff: xliffImporter,
  csv: csvImporter,
  xlsx: xlsxImporter,
  beads: beadsImporter,
  ladder: ladderImporter,
  annotations: annotationsImporter,
  qdc: qdcImporter,
  triptych: packageImporter,
};

const readingShare = 0.8;

/** By the name's ending; null for files that are texts of one version. */
export function exchangeFormatOf(fileName: string): ExchangeImportFormat | null {
  const extension = /\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? '';
  return Object.values(exchangeImporters).find((importer) => importer.extensions.includes(extension))?.id ?? null;
}

/**
 * Errors: file-empty, file-too-large, file-format-unknown (by its name), exchange-damaged, exchange-other (something else than its
 * name says), exchange-one-version, xml-unsafe, zip-unsafe, zip-too-large,
 * no-text-found, report-not-found (where options.report is needed), version-not-found, package-newer
 * for a package of a newer app.
 */
export function importExchange(bytes: Uint8Array, fileName: string, options: ExchangeImportOptions = {}): Result<ExchangeImport> {
  const format = options.format ?? exchangeFormatOf(fileName);
  if (!format) return failure('file-format-unknown');
  const importer = exchangeImporters[format];
  if (bytes.length === 0) return failure('file-empty');
  if (bytes.length > importer.maxBytes)
    return failure('file-too-large', { limitMb: Math.round(importer.maxBytes / 1024 / 1024) });
  if (importer.needsReport && !options.report) return failure('report-not-found');
  const log = new TransferLog();
  const { progress } = options;
  // What was read is then put together: the last part of the way.
  const content = importer.read(
    bytes,
    progress ? { ...options, progress: (done) => progress(done * readingShare) } : options,
    log,
    fileName,
  );
  return content.ok ? success({ format, content: content.value, report: log.report() }) : content;
}
