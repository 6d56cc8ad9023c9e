/** Reports that come with the app: a folder each, with a report.json that names the files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { alignmentKind, languageTag } from '../../core/contract/schemas';
import type { UiLanguage } from '../../core/model/languages';
import { ExpectedError } from '../../core/model/result';
import { readWhole } from './files';
import type { Handlers } from './handlers';

const description = z.object({
  title: z.record(z.string(), z.string()),
  kind: alignmentKind,
  versions: z.array(z.object({ file: z.string(), lang: languageTag, title: z.string(), outlet: z.string(), date: z.string() })),
});

export const sampleHandlers = (folder: string, language: () => UiLanguage): Handlers<'samples.files'> => ({
  'samples.files': async ({ sample }) => {
    const where = path.join(folder, sample);
    const text = await readFile(path.join(where, 'report.json'), 'utf8').catch(() => {
      throw new ExpectedError('sample-not-found');
    });
    const { title, kind, versions } = description.parse(JSON.parse(text));
    const files = versions.map(async ({ file, ...details }) => ({
      name: path.basename(file),
      ...details,
      bytes: await readWhole(path.join(where, path.basename(file))),
    }));
    return { title: title[language()] ?? title.en ?? sample, kind, files: await Promise.all(files) };
  },
});
