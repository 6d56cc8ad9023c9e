/** triptych align: the rows of two or more files, as beads or JSON. */
import { parseArgs } from 'node:util';
import type { AlignResult } from '../../core/align/types';
import { maxVersions } from '../../core/contract/schemas';
import { ExpectedError } from '../../core/model/result';
import { LocalAligner } from '../workers/aligner';
import { type Command, languagesFor, oneOf, UsageError } from './command';
import { type ReadText, readText } from './read';

const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`;

/** One bead a line, `[0, 1] : [2]`, as vecalign's and Bertalign's tools read them. */
const asBeads = (result: AlignResult): string =>
  result.rows.map(({ cells }) => `${list(cells[0] ?? [])} : ${list(cells[1] ?? [])}\n`).join('');

function asJson(result: AlignResult, files: readonly string[], texts: readonly ReadText[]): string {
  return `${JSON.stringify({
    kind: result.kind,
    related: result.related.every(Boolean),
    versions: files.map((file, v) => ({
      file,
      lang: texts[v]!.lang,
      segments: texts[v]!.segments.length,
      related: result.related[v] ?? true,
    })),
    rows: result.rows.map(({ cells, score }) => ({ cells, score })),
    links: result.links,
    ...(result.sentenceLinks ? { sentenceLinks: result.sentenceLinks } : {}),
  })}\n`;
}

export const alignCommand: Command = async (args, { resources, print }) => {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      unit: { type: 'string' },
      lang: { type: 'string' },
      kind: { type: 'string' },
      format: { type: 'string' },
      sentences: { type: 'boolean' },
      evidence: { type: 'boolean' },
    },
  });
  if (files.length < 2) throw new UsageError('twoFiles');
  if (files.length > maxVersions) throw new ExpectedError('too-many-versions');
  const unit = oneOf('--unit', values.unit, ['line', 'paragraph'], 'paragraph');
  const kind = oneOf('--kind', values.kind, ['auto', 'translation', 'event'], 'auto');
  const format = oneOf('--format', values.format, ['beads', 'json'], files.length === 2 ? 'beads' : 'json');
  if (format === 'beads' && files.length !== 2) throw new UsageError('beadsForTwo');
  const langs = languagesFor(values.lang, files);

  const texts: ReadText[] = [];
  for (const [i, file] of files.entries()) texts.push(await readText(file, unit, langs[i]));
  const versions = texts.map(({ lang, segments }) => ({
    lang: lang.split('-')[0]!,
    segments: segments.map(({ text, sentences, boilerplate }) => ({ text, sentences, boilerplate })),
  }));
  const options = { kind, base: 0, sentences: values.sentences ?? false, evidence: values.evidence ?? false };
  const result = await new LocalAligner(resources.lexicon).align(versions, options, {
    cancel: new SharedArrayBuffer(4),
    progress: () => undefined,
  });
  await print(format === 'beads' ? asBeads(result) : asJson(result, files, texts));
};
