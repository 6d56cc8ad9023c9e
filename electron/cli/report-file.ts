/** Files that are a whole report by themselves: packages, TMX, XLIFF, tables. They come in as they are, aligned already. */
import path from 'node:path';
import type { EventPayload } from '../../core/contract/events';
import { joinedByBlankLines } from '../../core/formats/exchange/blank-lines';
import { importExchange } from '../../core/formats/exchange/import-exchange';
import { partsOf } from '../../core/formats/exchange/report-parts';
import { newId, type TransferId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import { isPackage, maxFileBytes, maxPackageBytes, readWhole } from '../services/files';
import type { Host } from '../services/host';
import { type CommandContext, languagesFor } from './command';
import { answered, withHost } from './with-host';

interface Wanted {
  library: string;
  /** Of each of the reports. */
  title: string | undefined;
  /** The languages of a table's columns, in their order. */
  lang: string | undefined;
}

/** A report a file. Prints their ids, one a line; what was left goes to standard error. Ends with the first file that fails. */
export async function importReports(
  files: readonly string[],
  { library, title, lang }: Wanted,
  context: CommandContext,
): Promise<void> {
  const languages = languagesFor(lang, lang?.split(',') ?? []).flatMap((tag) => tag ?? []);
  for (const file of files) {
    const name = path.basename(file);
    const bytes = await readWhole(file, isPackage(file) ? maxPackageBytes : maxFileBytes);
    const read = importExchange(bytes, name, languages.length > 0 ? { languages } : {});
    if (!read.ok) throw new ExpectedError(read.error.code, { name, ...read.error.params });
    const { content, report } = read.value;
    if (content.kind !== 'report') throw new ExpectedError('exchange-other', { name });
    for (const left of report.left) context.warn(context.messages.left(left));
    const { data } = content;
    const named = title ? { ...data, report: { ...data.report, title: title.slice(0, 500) } } : data;
    let ended: (done: EventPayload<'job.done'>) => void = () => undefined;
    const done = new Promise<EventPayload<'job.done'>>((resolve) => {
      ended = resolve;
    });
    const store = async (host: Host) => {
      const transfer = newId<TransferId>();
      for (const part of partsOf(joinedByBlankLines(named))) await answered(host.call('exchange.sendPart', { transfer, part }));
      await answered(host.call('exchange.importReport', { transfer, copy: false }));
      const { outcome } = await done;
      if (outcome.type === 'failed') throw new ExpectedError(outcome.error.code, outcome.error.params);
      if (outcome.type !== 'stored') throw new Error('a report was neither stored nor refused');
      return outcome.reportId;
    };
    const reportId = await withHost(library, context, store, (event, payload) => {
      if (event === 'job.done') ended(payload as EventPayload<'job.done'>);
    });
    await context.print(`${reportId}\n`);
  }
}
