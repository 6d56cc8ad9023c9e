/** What the window does with a file for an open report before the host is asked: reads it against the report. */
import { importExchange } from '../../../../core/formats/exchange/import-exchange';
import type { ExchangeImport, ExchangeImportFormat, ImportedNotes } from '../../../../core/formats/exchange/importer';
import { notesForReport } from '../../../../core/formats/exchange/notes-for-report';
import type { ReportId } from '../../../../core/model/ids';
import type { Result } from '../../../../core/model/result';
import type { TestHost } from './host';

export async function readAgainst(
  host: TestHost,
  reportId: ReportId,
  bytes: Uint8Array,
  name: string,
  format?: ExchangeImportFormat,
): Promise<Result<ExchangeImport>> {
  const { texts } = await host.value('exchange.target', { reportId });
  return importExchange(bytes, name, { report: texts, ...(format ? { format } : {}) });
}

export async function notesAgainst(
  host: TestHost,
  reportId: ReportId,
  bytes: Uint8Array,
  name: string,
): Promise<Result<ImportedNotes>> {
  const { texts } = await host.value('exchange.target', { reportId });
  const read = importExchange(bytes, name, { report: texts });
  return read.ok ? notesForReport(texts, read.value.content) : read;
}
