/**
 * triptych import: a report from files, aligned and stored as the window does it, or one from a file that is a whole report (package,
 * TMX, XLIFF, table); prints its id alone on a line. With --report, notes, codes or rows into a report that is there.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { EventPayload } from '../../core/contract/events';
import { maxVersions, type NewVersion } from '../../core/contract/schemas';
import { isReportFile } from '../../core/formats/exchange/file-kinds';
import { ExpectedError } from '../../core/model/result';
import type { Host } from '../services/host';
import type { SendEvent } from '../services/send-event';
import { type Command, languagesFor, oneOf, UsageError } from './command';
import { importIntoReport } from './into-report';
import { importFile } from './read';
import { importReports } from './report-file';
import { withHost } from './with-host';

export const importCommand: Command = async (args, context) => {
  const { messages, print, warn } = context;
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      library: { type: 'string' },
      title: { type: 'string' },
      lang: { type: 'string' },
      kind: { type: 'string' },
      report: { type: 'string' },
      coder: { type: 'string' },
    },
  });
  if (!values.library) throw new UsageError('missingOption', { option: '--library' });
  const { library, report, coder, title, lang } = values;
  if (report !== undefined) return importIntoReport(files, { library, report, coder }, context);
  if (files.length > 0 && files.every(isReportFile)) return importReports(files, { library, title, lang }, context);
  if (files.length < 2) throw new UsageError('twoFiles');
  if (files.length > maxVersions) throw new ExpectedError('too-many-versions');
  const kind = oneOf('--kind', values.kind, ['auto', 'translation', 'event'], 'auto');
  const langs = languagesFor(values.lang, files);

  const versions: NewVersion[] = [];
  for (const [i, file] of files.entries()) {
    const { document, bytes } = await importFile(file, langs[i]);
    versions.push({
      fileName: path.basename(file).slice(0, 255),
      format: document.format,
      encoding: document.encoding,
      lang: document.lang,
      title: (document.title ?? '').slice(0, 500),
      outlet: (document.outlet ?? '').slice(0, 500),
      date: (document.date ?? '').slice(0, 40),
      blocks: document.blocks,
      original: bytes,
    });
  }

  let ended: (done: EventPayload<'job.done'>) => void = () => undefined;
  const done = new Promise<EventPayload<'job.done'>>((resolve) => {
    ended = resolve;
  });
  const onEvent: SendEvent = (name, payload) => {
    if (name === 'job.done') ended(payload as EventPayload<'job.done'>);
  };
  const work = async (host: Host) => {
    // Who names the files has decided that they belong together: an unrelated one is stored, marked, and told of.
    const input = { title: (values.title ?? '').slice(0, 500), kind, versions, acceptUnrelated: true };
    const started = await host.call('report.create', input);
    if (!started.ok) throw new ExpectedError(started.error.code, started.error.params);
    const { outcome } = await done;
    if (outcome.type === 'failed') throw new ExpectedError(outcome.error.code, outcome.error.params);
    if (outcome.type !== 'stored') throw new Error('a report was neither stored nor refused');
    const opened = await host.call('report.open', { reportId: outcome.reportId });
    if (opened.ok) {
      for (const version of opened.value.report.versions) {
        if (!version.related) warn(messages.say('unrelated', { name: files[version.ordinal]! }));
      }
    }
    await print(`${outcome.reportId}\n`);
  };
  await withHost(library, context, work, onEvent);
};
