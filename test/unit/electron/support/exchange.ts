/** What the window does with a file for an open report before the host is asked: reads it against the report. */
import { joinedByBlankLines } from '../../../../core/formats/exchange/blank-lines';
import { importExchange } from '../../../../core/formats/exchange/import-exchange';
import type { ExchangeImport, ExchangeImportFormat, ImportedNotes } from '../../../../core/formats/exchange/importer';
import { notesForReport } from '../../../../core/formats/exchange/notes-for-report';
import { partsOf } from '../../../../core/formats/exchange/report-parts';
import { newId, type ReportId, type TransferId } from '../../../../core/model/ids';
import type { ReportData } from '../../../../core/model/report-data';
import type { Result } from '../../../../core/model/result';
import type { JobOutcome } from '../../../../electron/services/jobs';
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

/** Sends a report as the window does; the transfer that it can be stored under. */
export async function sendReport(host: TestHost, data: ReportData): Promise<TransferId> {
  const transfer = newId<TransferId>();
  for (const part of partsOf(joinedByBlankLines(data))) await host.value('exchange.sendPart', { transfer, part });
  return transfer;
}

export async function tryToImport(host: TestHost, data: ReportData, copy: boolean): Promise<JobOutcome> {
  const transfer = await sendReport(host, data);
  return host.job(host.value('exchange.importReport', { transfer, copy }));
}

/** Throws when it fails. */
export async function importData(host: TestHost, data: ReportData, copy: boolean): Promise<{ reportId: ReportId }> {
  const outcome = await tryToImport(host, data, copy);
  if (outcome.type !== 'stored') throw new Error(JSON.stringify(outcome));
  return { reportId: outcome.reportId };
}
