/**
 * XLIFF 2.1 (OASIS, 2018), bilingual: a file for each pair of the first column with another one, a unit a row. Segment marks
 * and scores stand in the Metadata module, for our own reading.
 */

import type { RowStatus } from '../../model/report';
import type { ReportData } from '../../model/report-data';
import { success } from '../../model/result';
import { type Column, cellText, columnsOf, type TableRow, tableRows } from './columns';
import type { ExportedFile, Exporter, ResolvedOptions } from './exporter';
import { type NoteMarks, noteMarks } from './note-marks';
import { writeMarks } from './segment-marks';
import { element, hasForbiddenCharacters, type Markup, text, xmlDocument } from './xml-writer';

const core = 'urn:oasis:names:tc:xliff:document:2.0';
const metadataModule = 'urn:oasis:names:tc:xliff:metadata:2.0';
export const xliffCategory = 'triptych';

/** A person who confirmed a row has reviewed it. */
const stateOf: Record<RowStatus, string> = { automatic: 'translated', edited: 'translated', confirmed: 'reviewed' };

const metadata = (entries: Record<string, string>): Markup =>
  element('mda:metadata', {}, [
    element(
      'mda:metaGroup',
      { category: xliffCategory },
      Object.entries(entries).map(([type, value]) => element('mda:meta', { type }, text(value))),
    ),
  ]);

function unitOf({ row, cells }: TableRow, marks: NoteMarks | null): Markup {
  const [source = [], target = []] = cells;
  const notes = marks?.notesOn([...source, ...target]) ?? [];
  return element('unit', { id: `row-${row.id}` }, [
    metadata({
      source: writeMarks(source),
      target: writeMarks(target),
      score: row.score === null ? '' : String(row.score),
      status: row.status,
    }),
    notes.length > 0
      ? element(
          'notes',
          {},
          notes.map(({ note }) => element('note', {}, text(note.body))),
        )
      : null,
    element('segment', { id: 's', state: target.length > 0 ? stateOf[row.status] : 'initial' }, [
      element('source', { 'xml:space': 'preserve' }, text(cellText(source))),
      target.length > 0 ? element('target', { 'xml:space': 'preserve' }, text(cellText(target))) : null,
    ]),
  ]);
}

function fileOf(
  data: ReportData,
  pair: readonly [Column, Column],
  options: ResolvedOptions,
): { file: Markup; rows: number; notes: number } {
  const rows = tableRows(data, pair);
  const marks = options.notes ? noteMarks(data, pair, rows) : null;
  const { id, title, kind, baseVersionId } = data.report;
  const file = element(
    'file',
    {
      id: 'report',
      original: pair[0].version.info.fileName || null,
      srcDir: pair[0].version.info.direction,
      trgDir: pair[1].version.info.direction,
    },
    [
      metadata({
        report: JSON.stringify({ id, title, kind, baseVersionId }),
        source: JSON.stringify(pair[0].version.info),
        target: JSON.stringify(pair[1].version.info),
      }),
      ...rows.map((row) => {
        options.tick();
        return unitOf(row, marks);
      }),
    ],
  );
  return { file, rows: rows.length, notes: marks?.notes.length ?? 0 };
}

export const xliffExporter: Exporter = {
  id: 'xliff',
  extension: 'xlf',
  mediaType: 'application/xliff+xml',
  versions: 'any',
  export(data, options, log) {
    const [first, ...others] = columnsOf(data, options.versions);
    if (!first) return success([]);
    const files = others.flatMap((other): ExportedFile[] => {
      const pair = [first, other] as const;
      const { file, rows, notes } = fileOf(data, pair, options);
      // XLIFF wants a unit at least.
      if (rows === 0) {
        log.leave('rows-left-out', other.version.info.title || other.version.info.lang);
        return [];
      }
      log.take('files');
      log.take('rows', rows);
      log.take('notes', notes);
      const root = element(
        'xliff',
        {
          xmlns: core,
          'xmlns:mda': metadataModule,
          version: '2.1',
          srcLang: first.version.info.lang,
          trgLang: other.version.info.lang,
        },
        [file],
      );
      const suffix = others.length > 1 ? ` ${first.version.info.ordinal + 1}-${other.version.info.ordinal + 1}` : '';
      const languages = `${first.version.info.lang}-${other.version.info.lang}`;
      return [{ name: `${options.name} ${languages}${suffix}.xlf`, mediaType: this.mediaType, bytes: xmlDocument(root) }];
    });
    for (const { version } of [first, ...others]) {
      if (hasForbiddenCharacters(version.text)) log.leave('characters-replaced', version.info.title);
    }
    log.leave('codes-left-out', '', data.codings.length);
    log.take('versions', others.length + 1);
    return success(files);
  },
};
