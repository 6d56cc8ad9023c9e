/**
 * The Triptych package: a zip of JSON and of the original files, for handing a report with notes and codes to another
 * laptop. Everything comes back as it was, ids included. On the way in nothing is believed: zip caps, JSON without
 * `__proto__`, shapes, and what must hold between the parts.
 */
import { z } from 'zod';
import type { ReportData, VersionData } from '../../model/report-data';
import {
  codesShape,
  maxVersions,
  notesShape,
  reportHeadShape,
  rowsShape,
  textShape,
  versionInfoShape,
} from '../../model/report-shapes';
import { failure, type Result, success } from '../../model/result';
import { unzipSafely, type ZipLimits, zipLimits } from '../zip';
import { holdsTogether } from './check-report-data';
import { columnsOf } from './columns';
import type { Exporter } from './exporter';
import { type ExchangeImporter, notZip } from './importer';
import { parseJson } from './parse-json';
import { countReport } from './transfer-counts';
import { type ZipEntry, zipOf } from './zip-writer';

const packageFormat = 'triptych-package';
/** Counts up when older apps could not read a package any more. */
const formatVersion = 1;

const manifestShape = z.object({
  format: z.literal(packageFormat),
  formatVersion: z.int().positive(),
  appVersion: z.string().max(100),
  report: reportHeadShape,
  versions: z
    .array(z.object({ info: versionInfoShape, original: z.object({ fileName: z.string().max(255) }).nullable() }))
    .min(1)
    .max(maxVersions),
});
const json = (name: string, value: unknown): ZipEntry => ({ name, bytes: new TextEncoder().encode(JSON.stringify(value)) });

export const packageExporter: Exporter = {
  id: 'triptych',
  extension: 'triptych',
  mediaType: 'application/x-triptych+zip',
  versions: 'any',
  export(data, options, log) {
    // A package is the whole report: rows without one of their versions would not be its rows.
    const { id, title, kind, baseVersionId } = data.report;
    const entries: ZipEntry[] = [
      json('manifest.json', {
        format: packageFormat,
        formatVersion,
        appVersion: options.appVersion,
        report: { id, title, kind, baseVersionId },
        versions: data.versions.map(({ info, original }) => ({
          info,
          original: original ? { fileName: original.fileName } : null,
        })),
      } satisfies z.input<typeof manifestShape>),
      ...data.versions.map(({ text, segments }, v) =>
        json(`versions/${v}.json`, {
          text,
          segments: segments.map(({ text: _, ...segment }) => segment),
        }),
      ),
      json('rows.json', data.rows),
      json('notes.json', options.notes ? { notes: data.notes, revisions: data.revisions } : { notes: [], revisions: [] }),
      json('codes.json', {
        codes: data.codes,
        codings: options.notes ? data.codings : [],
      }),
    ];
    data.versions.forEach(({ original, info }, v) => {
      if (original) entries.push({ name: `originals/${v}.bin`, bytes: original.bytes });
      else log.leave('original-missing', info.fileName);
    });
    log.take('versions', columnsOf(data, options.versions).length);
    log.take(
      'segments',
      data.versions.reduce((sum, { segments }) => sum + segments.length, 0),
    );
    log.take('rows', data.rows.length);
    log.take('notes', options.notes ? data.notes.length : 0);
    log.take('codes', data.codes.length);
    log.take('codings', options.notes ? data.codings.length : 0);
    log.take('files', data.versions.filter(({ original }) => original).length);
    return success([{ name: `${options.name}.triptych`, mediaType: this.mediaType, bytes: zipOf(entries, options.nowMs) }]);
  },
};

function part<T>(files: ReadonlyMap<string, Uint8Array>, name: string, shape: z.ZodType<T>): Result<T> {
  const bytes = files.get(name);
  const parsed = shape.safeParse(bytes ? parseJson(new TextDecoder().decode(bytes)) : undefined);
  return parsed.success ? success(parsed.data) : failure('exchange-damaged');
}

function readVersions(files: ReadonlyMap<string, Uint8Array>, manifest: z.output<typeof manifestShape>): Result<VersionData[]> {
  const versions: VersionData[] = [];
  for (const [v, { info, original }] of manifest.versions.entries()) {
    const text = part(files, `versions/${v}.json`, textShape);
    if (!text.ok) return text;
    const bytes = files.get(`originals/${v}.bin`);
    versions.push({
      info,
      text: text.value.text,
      segments: text.value.segments.map((segment) => ({
        ...segment,
        text: text.value.text.slice(segment.start, segment.end),
      })),
      ...(original && bytes ? { original: { fileName: original.fileName, bytes } } : {}),
    });
  }
  return success(versions);
}

/** JSON shrinks well: a long report of few words may be packed far beyond what a hostile file is suspected for. */
const packageLimits: ZipLimits = { ...zipLimits, entries: 100, ratio: 300 };
const wanted = /^(?:(?:manifest|rows|notes|codes)\.json|versions\/[0-7]\.json|originals\/[0-7]\.bin)$/;

export const packageImporter: ExchangeImporter = {
  id: 'triptych',
  extensions: ['triptych'],
  maxBytes: 1024 * 1024 * 1024,
  needsReport: false,
  read(bytes, _options, log) {
    const files = unzipSafely(bytes, (name) => wanted.test(name), packageLimits);
    if (!files.ok) return files.error ? files : notZip(bytes);
    if (!files.value.has('manifest.json')) return failure('exchange-other');
    const manifest = part(files.value, 'manifest.json', manifestShape);
    if (!manifest.ok) return manifest;
    if (manifest.value.formatVersion > formatVersion) return failure('package-newer');
    const versions = readVersions(files.value, manifest.value);
    if (!versions.ok) return versions;
    const rows = part(files.value, 'rows.json', rowsShape);
    if (!rows.ok) return rows;
    const notes = part(files.value, 'notes.json', notesShape);
    if (!notes.ok) return notes;
    const codes = part(files.value, 'codes.json', codesShape);
    if (!codes.ok) return codes;
    const data: ReportData = {
      report: { ...manifest.value.report, rowCount: rows.value.length, versions: versions.value.map(({ info }) => info) },
      versions: versions.value,
      rows: rows.value,
      ...notes.value,
      ...codes.value,
    };
    if (!holdsTogether(data)) return failure('exchange-damaged');
    for (const { info, original } of data.versions) if (!original) log.leave('original-missing', info.fileName);
    countReport(data, log);
    log.take('codes', data.codes.length);
    log.take('codings', data.codings.length);
    log.take('files', data.versions.filter(({ original }) => original).length);
    return success({ kind: 'report', data, ownIds: true });
  },
};
