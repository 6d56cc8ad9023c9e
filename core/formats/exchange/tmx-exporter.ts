/**
 * TMX 1.4b (LISA OSCAR, 2005): a row is a translation unit, a filled cell a variant. `srclang="*all*"` says that no version
 * is the source of the others. What TMX has no word for stands in `x-triptych-…` properties, which other tools pass over.
 */
import type { ReportData } from '../../model/report-data';
import { success } from '../../model/result';
import { annotationOf } from './annotation-writer';
import { type Column, cellText } from './columns';
import type { Exporter } from './exporter';
import { pageOf } from './page';
import { writeMarks } from './segment-marks';
import { leaveForbidden } from './transfer-counts';
import { element, type Markup, text, xmlDocument } from './xml-writer';

export const tmxProperties = {
  report: 'x-triptych-report',
  version: 'x-triptych-version',
  segments: 'x-triptych-segments',
  row: 'x-triptych-row',
  note: 'x-triptych-note',
} as const;

const property = (type: keyof typeof tmxProperties, value: string): Markup =>
  element('prop', { type: tmxProperties[type] }, text(value));

/** YYYYMMDDThhmmssZ, as TMX writes times. */
const tmxTime = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** What tells versions apart, two of one language, too. */
function headerProperties(data: ReportData, columns: readonly Column[]): Markup[] {
  const { id, title, kind, baseVersionId } = data.report;
  return [
    property('report', JSON.stringify({ id, title, kind, baseVersionId, versionCount: data.versions.length })),
    ...columns.map(({ version }) => property('version', JSON.stringify(version.info))),
  ];
}

export const tmxExporter: Exporter = {
  id: 'tmx',
  extension: 'tmx',
  mediaType: 'application/x-tmx+xml',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, marks } = pageOf(data, options);
    const chosen = new Set(columns.map(({ version }) => version.info.id));
    const notes = data.notes.filter((n) => options.notes && n.targets.every((t) => chosen.has(t.versionId)));
    const header = element(
      'header',
      {
        creationtool: 'Triptych',
        creationtoolversion: options.appVersion,
        segtype: 'paragraph',
        'o-tmf': 'Triptych',
        adminlang: 'en',
        srclang: '*all*',
        datatype: 'plaintext',
        creationdate: tmxTime(options.nowMs),
      },
      [...headerProperties(data, columns), ...notes.map((note) => property('note', JSON.stringify(annotationOf(data, note))))],
    );
    const units = rows.map(({ row, cells }) => {
      options.tick();
      const here = marks?.notesOn(cells.flat()) ?? [];
      return element('tu', { tuid: row.id }, [
        ...here.map(({ note }) => element('note', {}, text(note.body))),
        property('row', JSON.stringify({ score: row.score, status: row.status })),
        ...cells.flatMap((cell, c) => {
          const info = columns[c]?.version.info;
          if (!info || cell.length === 0) return [];
          return [
            element('tuv', { 'xml:lang': info.lang }, [
              property('version', String(info.ordinal)),
              property('segments', writeMarks(cell)),
              element('seg', {}, text(cellText(cell))),
            ]),
          ];
        }),
      ]);
    });
    leaveForbidden(columns, log);
    log.leave('codes-left-out', '', data.codings.length);
    log.take('versions', columns.length);
    log.take('rows', rows.length);
    log.take('notes', notes.length);
    log.leave('notes-left-out', '', data.notes.length - notes.length);
    const root = element('tmx', { version: '1.4' }, [header, element('body', {}, units)]);
    const bytes = xmlDocument(root, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">');
    return success([{ name: `${options.name}.tmx`, mediaType: this.mediaType, bytes }]);
  },
};
