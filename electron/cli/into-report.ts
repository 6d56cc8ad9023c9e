/**
 * triptych import --report: notes and codes of another reader, a codebook, or rows of another aligner into a report that is there.
 * Each file is one step that the reader can undo in the window.
 */
import path from 'node:path';
import { importExchange } from '../../core/formats/exchange/import-exchange';
import { notesForReport } from '../../core/formats/exchange/notes-for-report';
import type { TransferReport } from '../../core/model/exchange';
import type { ReportId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import { isPackage, maxFileBytes, maxPackageBytes, readWhole } from '../services/files';
import type { Host } from '../services/host';
import { type CommandContext, UsageError } from './command';
import { answered, mustExist, withHost } from './with-host';

interface Taken {
  report: TransferReport;
  /** Notes that are there twice now. */
  conflicts: number;
}

async function takeFile(host: Host, reportId: ReportId, file: string, coder: string | undefined): Promise<Taken> {
  const name = path.basename(file);
  const bytes = await readWhole(file, isPackage(file) ? maxPackageBytes : maxFileBytes);
  const { texts } = await answered(host.call('exchange.target', { reportId }));
  const read = importExchange(bytes, name, { report: texts });
  if (!read.ok) throw new ExpectedError(read.error.code, { name, ...read.error.params });
  const { content, report: found } = read.value;
  if (content.kind === 'links') {
    await answered(host.call('exchange.importRows', { reportId, rows: content.rows }));
    return { report: found, conflicts: 0 };
  }
  if (content.kind === 'codes') {
    const { report } = await answered(host.call('codes.import', { reportId, codes: content.codes }));
    return { report: { taken: report.taken, left: [...found.left, ...report.left] }, conflicts: 0 };
  }
  const theirs = notesForReport(texts, content);
  if (!theirs.ok) throw new ExpectedError(theirs.error.code, { name, ...theirs.error.params });
  const { report, conflicts } = await answered(
    host.call('codings.import', { reportId, ...theirs.value, ...(coder ? { coder } : {}) }),
  );
  return { report: { taken: report.taken, left: [...found.left, ...report.left] }, conflicts: conflicts.length };
}

/** Prints a line of JSON a file: what was taken. What was left goes to standard error. */
export async function importIntoReport(
  files: readonly string[],
  { library, report, coder }: { library: string; report: string; coder: string | undefined },
  context: CommandContext,
): Promise<void> {
  if (files.length === 0) throw new UsageError('oneFile');
  mustExist(library);
  await withHost(library, context, async (host) => {
    const { reports } = await answered(host.call('reports.list', {}));
    const found = reports.find(({ id }) => id === report);
    if (!found) throw new ExpectedError('report-not-found');
    for (const file of files) {
      const taken = await takeFile(host, found.id, file, coder?.trim() || undefined);
      for (const left of taken.report.left) context.warn(context.messages.left(left));
      await context.print(
        `${JSON.stringify({ file: path.basename(file), taken: taken.report.taken, conflicts: taken.conflicts })}\n`,
      );
    }
  });
}
