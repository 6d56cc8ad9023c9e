/** Files that are a whole report by themselves: packages, TMX, XLIFF, tables. They come in as they are, aligned already. */
import path from 'node:path';
import { importExchange } from '../../core/formats/exchange/import-exchange';
import { ExpectedError } from '../../core/model/result';
import { isPackage, maxFileBytes, maxPackageBytes, readWhole } from '../services/files';
import { openHost } from '../services/host';
import { LocalAligner } from '../workers/aligner';
import { type CommandContext, languagesFor } from './command';

/** `lang`: the languages of a table's columns, in their order. Prints the report's id; what was left goes to standard error. */
export async function importReport(
  file: string,
  { library, title, lang }: { library?: string | undefined; title?: string | undefined; lang?: string | undefined },
  { resources, appVersion, messages, print, warn }: CommandContext,
): Promise<void> {
  const name = path.basename(file);
  const tags = lang?.split(',') ?? [];
  const languages = languagesFor(lang, tags).flatMap((tag) => tag ?? []);
  const bytes = await readWhole(file, isPackage(file) ? maxPackageBytes : maxFileBytes);
  const read = importExchange(bytes, name, languages.length > 0 ? { languages } : {});
  if (!read.ok) throw new ExpectedError(read.error.code, { name, ...read.error.params });
  const { content, report } = read.value;
  if (content.kind !== 'report') throw new ExpectedError('file-format-unknown', { name });
  for (const left of report.left) warn(messages.left(left));
  const { data } = content;
  const where = path.resolve(library ?? '');
  const host = openHost({
    folder: path.dirname(where),
    file: where,
    aligner: new LocalAligner(resources.lexicon),
    appVersion,
    platform: process.platform,
    language: 'en',
    resources,
    send: () => undefined,
  });
  try {
    const named = title ? { ...data, report: { ...data.report, title: title.slice(0, 500) } } : data;
    const stored = await host.call('exchange.importReport', { data: named, copy: false });
    if (!stored.ok) throw new ExpectedError(stored.error.code, stored.error.params);
    await print(`${stored.value.reportId}\n`);
  } finally {
    await host.close();
  }
}
