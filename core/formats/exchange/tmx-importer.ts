/**
 * TMX 1.1 to 1.4b. The DTD line that TMX files open with is passed over, never fetched; any other document type is refused.
 * Native code inside segments (`bpt`, `ph` and the like) is left out; the text within `hi` stays.
 */
import { z } from 'zod';
import type { VersionInfo } from '../../model/report';
import { reportHeadShape, rowShape, versionInfoShape } from '../../model/report-shapes';
import { failure, type Result, success } from '../../model/result';
import { readOwnNotes } from './annotation-reader';
import { buildReport, languageTag } from './build-report';
import type { ExchangeContent, ExchangeImporter } from './importer';
import { parseJson } from './parse-json';
import { tmxProperties } from './tmx-exporter';
import { countReport } from './transfer-counts';
import type { TransferLog } from './transfer-report';
import { type KnownVersion, tableOfUnits, type Unit } from './unit-table';
import { childOf, childrenOf, readXml, textOf, type XmlElement } from './xml-reader';

const tmxDoctype = /^\s*tmx\s+(?:SYSTEM|PUBLIC\s+"[^"]*")\s+["'][^"'[\]]*tmx1[1-4][a-z]?\.dtd["']\s*$/i;
const rowPropertyShape = rowShape.pick({ score: true, status: true });
const nativeCode = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub']);

const headShape = reportHeadShape.extend({ versionCount: z.int().positive() });

interface Header {
  report: z.infer<typeof headShape> | null;
  /** By original ordinal. */
  versions: Map<number, VersionInfo>;
  notes: unknown[];
}

function propertiesOf(element: XmlElement, type: string): string[] {
  return childrenOf(element, 'prop')
    .filter((prop) => prop.attributes.get('type') === type)
    .map((prop) => textOf(prop));
}

function readHeader(element: XmlElement, log: TransferLog): Header {
  const [reportJson] = propertiesOf(element, tmxProperties.report);
  const report = headShape.safeParse(parseJson(reportJson ?? ''));
  const versions = new Map<number, VersionInfo>();
  for (const json of propertiesOf(element, tmxProperties.version)) {
    const version = versionInfoShape.safeParse(parseJson(json));
    if (version.success) versions.set(version.data.ordinal, version.data);
    else log.leave('own-data-damaged', json);
  }
  if (reportJson !== undefined && !report.success) log.leave('own-data-damaged', reportJson);
  return {
    report: report.success ? report.data : null,
    versions: report.success ? versions : new Map(),
    notes: propertiesOf(element, tmxProperties.note).map(parseJson),
  };
}

function readUnit(element: XmlElement, header: Header, versions: Map<string, KnownVersion>, log: TransferLog): Unit {
  const row = rowPropertyShape.safeParse(parseJson(propertiesOf(element, tmxProperties.row)[0] ?? ''));
  const seen = new Map<string, number>();
  const variants = childrenOf(element, 'tuv').flatMap((tuv) => {
    const seg = childOf(tuv, 'seg');
    if (!seg) return [];
    const lang = languageTag(tuv.attributes.get('xml:lang') ?? tuv.attributes.get('lang'));
    const ordinal = propertiesOf(tuv, tmxProperties.version)[0];
    const info = ordinal === undefined ? undefined : header.versions.get(Number(ordinal));
    const nth = seen.get(lang) ?? 0;
    seen.set(lang, nth + 1);
    const key = info ? `own ${info.ordinal}` : `${lang} ${nth}`;
    if (!versions.has(key)) {
      versions.set(key, { lang });
      if (lang === 'und') log.leave('language-unknown', tuv.attributes.get('xml:lang') ?? '');
    }
    if (childrenOf(seg, 'hi').length + [...nativeCode].reduce((n, name) => n + childrenOf(seg, name).length, 0) > 0) {
      log.leave('markup-dropped', textOf(seg, nativeCode));
    }
    return [{ key, text: textOf(seg, nativeCode), marks: propertiesOf(tuv, tmxProperties.segments)[0] ?? null }];
  });
  const id = element.attributes.get('tuid');
  return {
    ...(row.success && id !== undefined && /^\d{1,9}$/.test(id) ? { id: Number(id) } : {}),
    variants,
    score: row.success ? row.data.score : null,
    status: row.success ? row.data.status : 'confirmed',
    // Our own notes stand in the header, whole; those of others are notes on the row.
    notes: header.report
      ? []
      : childrenOf(element, 'note')
          .map((note) => textOf(note).trim())
          .filter((body) => body !== ''),
  };
}

export const tmxImporter: ExchangeImporter = {
  id: 'tmx',
  extensions: ['tmx'],
  maxBytes: 256 * 1024 * 1024,
  needsReport: false,
  read(bytes, { progress }, log, fileName): Result<ExchangeContent> {
    let header: Header = { report: null, versions: new Map(), notes: [] };
    const versions = new Map<string, KnownVersion>();
    const units: Unit[] = [];
    let isTmx = false;
    const read = readXml(bytes, {
      progress,
      collect: new Set(['header', 'tu']),
      allowDoctype: (doctype) => tmxDoctype.test(doctype),
      onOpen(element) {
        if (element.local === 'tmx') isTmx = true;
      },
      onElement(element) {
        if (element.local === 'tu') units.push(readUnit(element, header, versions, log));
        else {
          header = readHeader(element, log);
          for (const info of header.versions.values()) versions.set(`own ${info.ordinal}`, { lang: info.lang, info });
        }
      },
    });
    if (!read.ok) return read;
    if (!isTmx) return failure('exchange-other');
    const table = tableOfUnits(units, versions, log);
    if (table.rows.length === 0) return failure('no-text-found');
    if (table.versions.length < 2) return failure('exchange-one-version');
    const own = header.report;
    const data = buildReport({
      ...(own ? { id: own.id, baseVersionId: own.baseVersionId } : {}),
      title: own?.title ?? fileName.replace(/\.[^.]*$/, ''),
      kind: own?.kind ?? 'translation',
      ...table,
      fileName,
      format: 'tmx',
    });
    if (own) {
      const read = readOwnNotes(header.notes, data, log);
      data.notes.push(...read.notes);
      data.revisions.push(...read.revisions);
    }
    countReport(data, log);
    // With some versions only, the ids would stand for a whole that is not there.
    return success({ kind: 'report', data, ownIds: own?.versionCount === data.versions.length });
  },
};
