/** triptych search: lines with the match in the middle as JSON, with what stands opposite. Brings the index level first. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SearchLine } from '../../core/contract/search';
import { ExpectedError } from '../../core/model/result';
import { parseQuery } from '../../core/search/query';
import { readHeader } from '../library/open';
import { openHost } from '../services/host';
import { LocalAligner } from '../workers/aligner';
import { LocalIndexWriter } from '../workers/index-writer';
import { type Command, UsageError } from './command';

const pageSize = 500;
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const asJson = (line: SearchLine) => ({
  report: line.reportId,
  title: line.reportTitle,
  version: line.ordinal,
  name: line.versionName,
  lang: line.lang,
  row: line.row,
  segment: line.segment,
  start: line.start,
  end: line.end,
  pre: line.pre,
  match: line.match,
  post: line.post,
  opposite: line.opposite.map((o) => ({ version: o.ordinal, name: o.versionName, lang: o.lang, text: o.text })),
});

export const searchCommand: Command = async (args, { resources, appVersion, print }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { library: { type: 'string' }, lang: { type: 'string' }, literal: { type: 'boolean' } },
  });
  if (!values.library) throw new UsageError('missingOption', { option: '--library' });
  const query = positionals.join(' ');
  if (!parseQuery(query)) throw new UsageError('noQuery');
  const langs = values.lang === undefined ? [] : values.lang.split(',').map((tag) => tag.trim());
  if (!langs.every((tag) => languageTag.test(tag)))
    throw new UsageError('badValue', { option: '--lang', value: values.lang ?? '', choices: 'ar,en,fr,…' });

  const file = path.resolve(values.library);
  // Nothing is made where no library stands.
  if (readHeader(file) === 'absent') throw new ExpectedError('file-gone', { name: path.basename(file) });
  const host = openHost({
    folder: path.dirname(file),
    file,
    aligner: new LocalAligner(resources.lexicon),
    indexWriter: (index) => new LocalIndexWriter(index),
    appVersion,
    platform: process.platform,
    language: 'en',
    resources,
    send: () => undefined,
  });
  try {
    await host.indexed();
    const literal = values.literal ?? false;
    const ask = (after: number | null) =>
      host.call('search.run', {
        query,
        literal,
        langs,
        versionIds: [],
        reportIds: [],
        codeIds: [],
        in: 'text',
        sort: 'text',
        after,
        limit: pageSize,
      });
    let after: number | null = null;
    let first = true;
    await print('[');
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask(after);
      if (!page.ok) throw new ExpectedError(page.error.code, page.error.params);
      for (const line of page.value.lines) {
        await print(`${first ? '\n' : ',\n'}${JSON.stringify(asJson(line))}`);
        first = false;
      }
      after = page.value.next;
    } while (after !== null);
    await print(first ? ']\n' : '\n]\n');
  } finally {
    await host.close();
  }
};
