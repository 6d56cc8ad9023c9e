/**
 * triptych export: a report in one of the formats, written where --out says; prints the names of the files, one a line. A folder
 * takes the files under their own names; several files (XLIFF of three and more versions) want one.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exporters } from '../../core/formats/exchange/export-report';
import { exportFormats } from '../../core/model/exchange';
import { ExpectedError } from '../../core/model/result';
import { writeWhole } from '../services/save-files';
import { type Command, oneOf, UsageError } from './command';
import { answered, mustExist, withHost } from './with-host';

/** `0,2`: versions by their place in the report, from zero. */
function placesIn(option: string | undefined): number[] | null {
  if (option === undefined) return null;
  const places = option.split(',').map((place) => place.trim());
  if (places.some((place) => !/^[0-7]$/.test(place)) || new Set(places).size !== places.length)
    throw new UsageError('badValue', { option: '--versions', value: option, choices: '0,2 …' });
  return places.map(Number);
}

const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

export const exportCommand: Command = async (args, context) => {
  const { messages, print, warn } = context;
  const { values } = parseArgs({
    args,
    options: {
      library: { type: 'string' },
      report: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      versions: { type: 'string' },
      'no-notes': { type: 'boolean' },
    },
  });
  for (const option of ['library', 'report', 'format', 'out'] as const)
    if (!values[option]) throw new UsageError('missingOption', { option: `--${option}` });
  const format = oneOf('--format', values.format, exportFormats, 'txt');
  const places = placesIn(values.versions);
  const out = path.resolve(values.out!);
  const file = path.resolve(values.library!);
  mustExist(file);
  await withHost(file, context, async (host) => {
    const { reports } = await answered(host.call('reports.list', {}));
    const report = reports.find(({ id }) => id === values.report);
    if (!report) throw new ExpectedError('report-not-found');
    if (exporters[format].versions === 'two' && (places ?? report.versions).length !== 2)
      throw new UsageError('twoVersions', { format });
    const versionIds = places?.map((place) => {
      const version = report.versions[place];
      if (!version) throw new UsageError('noVersion', { place: String(place), count: String(report.versions.length) });
      return version.id;
    });
    const made = await answered(
      host.call('export.make', {
        reportId: report.id,
        format,
        notes: values['no-notes'] !== true,
        ...(versionIds ? { versionIds } : {}),
      }),
    );
    for (const left of made.report.left) warn(messages.left(left));
    const [only] = made.files;
    const into = isFolder(out) ? out : null;
    if (!into && made.files.length > 1) throw new UsageError('folderWanted', { count: String(made.files.length) });
    if (only && !into) {
      await writeWhole(out, only.bytes);
      await print(`${values.out}\n`);
      return;
    }
    for (const { name, bytes } of made.files) {
      await writeWhole(path.join(out, name), bytes);
      await print(`${path.join(values.out!, name)}\n`);
    }
  });
};
