/**
 * TEI P5: the versions as texts of a group, the rows as n-way links in `standOff`, notes as spans over the segments they
 * stand on. A link needs two ends: omissions have none and show as segments without a link.
 */

import type { NoteTarget } from '../../model/note';
import type { ReportData, VersionData } from '../../model/report-data';
import { success } from '../../model/result';
import type { Segment } from '../../model/text';
import type { Column, TableRow } from './columns';
import type { Exporter, ResolvedOptions } from './exporter';
import { firstEndingAfter, type NumberedNote } from './note-marks';
import { pageOf } from './page';
import { countTable, leaveForbidden } from './transfer-counts';
import { element, type Markup, text, xmlDocument } from './xml-writer';

const versionName = (ordinal: number): string => `v${ordinal + 1}`;
const segmentName = (ordinal: number, index: number): string => `${versionName(ordinal)}.s${index + 1}`;

function headerOf(data: ReportData, columns: readonly Column[], options: ResolvedOptions): Markup {
  const bibl = ({ version: { info } }: Column): Markup =>
    element('bibl', { 'xml:id': `${versionName(info.ordinal)}.source` }, [
      element('title', { 'xml:lang': info.lang }, text(info.title || info.fileName || info.lang)),
      info.outlet ? element('publisher', {}, text(info.outlet)) : null,
      info.date ? element('date', /^\d{4}(-\d\d){0,2}$/.test(info.date) ? { when: info.date } : {}, text(info.date)) : null,
    ]);
  const languages = [...new Set(columns.map(({ version }) => version.info.lang))];
  return element('teiHeader', {}, [
    element('fileDesc', {}, [
      element('titleStmt', {}, element('title', {}, text(data.report.title))),
      element('publicationStmt', {}, element('p', {}, text(`Exported by Triptych ${options.appVersion}`))),
      element('sourceDesc', {}, element('listBibl', {}, columns.map(bibl))),
    ]),
    element('encodingDesc', {}, [
      element('appInfo', {}, [
        element('application', { ident: 'triptych', version: options.appVersion.replace(/[^\d.].*$/, '') || '0' }, [
          element('label', {}, text('Triptych')),
        ]),
      ]),
    ]),
    element('profileDesc', {}, [
      element(
        'langUsage',
        {},
        languages.map((lang) => element('language', { ident: lang }, text(lang))),
      ),
    ]),
  ]);
}

/** A run of list items becomes one list; a heading opens a division. */
function bodyOf({ info, segments }: VersionData): Markup {
  const divisions: Markup[][] = [];
  let current: Markup[] = [];
  let items: Markup[] = [];
  let headOnly = true;
  const flushItems = (): void => {
    if (items.length > 0) current.push(element('list', {}, items));
    items = [];
  };
  const flush = (): void => {
    flushItems();
    if (current.length > 0) divisions.push(current);
    current = [];
    headOnly = true;
  };
  for (const segment of segments) {
    const attributes = {
      'xml:id': segmentName(info.ordinal, segment.index),
      type: segment.boilerplate && segment.kind !== 'quotation' ? 'boilerplate' : null,
    };
    const inner = text(segment.text);
    if (segment.kind === 'heading') {
      if (!headOnly) flush();
      current.push(element('head', attributes, inner));
      continue;
    }
    headOnly = false;
    if (segment.kind === 'list-item') items.push(element('item', { 'xml:id': attributes['xml:id'] }, inner));
    else {
      flushItems();
      if (segment.kind === 'quotation') current.push(element('quote', attributes, inner));
      // `p` has no type in TEI; an anonymous block has.
      else
        current.push(
          segment.boilerplate ? element('ab', attributes, inner) : element('p', { 'xml:id': attributes['xml:id'] }, inner),
        );
    }
  }
  flush();
  return element(
    'body',
    {},
    (divisions.length > 0 ? divisions : [[element('p')]]).map((parts) => element('div', {}, parts)),
  );
}

function links(columns: readonly Column[], rows: readonly TableRow[], tick: () => void): Markup[] {
  return rows.flatMap(({ row, cells }) => {
    tick();
    const ends = cells.flatMap((cell, c) =>
      cell.map(({ index }) => `#${segmentName(columns[c]?.version.info.ordinal ?? 0, index)}`),
    );
    if (ends.length < 2) return [];
    return [element('link', { target: ends.join(' '), type: row.status, cert: row.score })];
  });
}

/** TEI's own pointer into the characters of an element; offsets count characters from zero. */
function pointers({ versionId, position }: NoteTarget, columns: readonly Column[]): string[] {
  const column = columns.find(({ version }) => version.info.id === versionId);
  if (!column) return [];
  const { info, segments } = column.version;
  const length = (value: string): number => [...value].length;
  const here: Segment[] = [];
  for (
    let i = firstEndingAfter(segments, position.start);
    (segments[i]?.start ?? Number.POSITIVE_INFINITY) < position.end;
    i += 1
  ) {
    here.push(segments[i] as Segment);
  }
  return here.map((s) => {
    const name = segmentName(info.ordinal, s.index);
    const [from, to] = [Math.max(0, position.start - s.start), Math.min(s.text.length, position.end - s.start)];
    if (from === 0 && to === s.text.length) return `#${name}`;
    return `#string-range(${name},${length(s.text.slice(0, from))},${length(s.text.slice(from, to))})`;
  });
}

function spans(notes: readonly NumberedNote[], columns: readonly Column[]): Markup | null {
  const list = notes.flatMap(({ number, note, codes }) => {
    const target = note.targets.flatMap((t) => pointers(t, columns));
    if (target.length === 0) return [];
    const body = [note.body, codes.map((code) => `#${code}`).join(' ')].filter(Boolean).join('\n');
    return [element('span', { 'xml:id': `note${number}`, target: target.join(' ') }, text(body))];
  });
  return list.length > 0 ? element('spanGrp', { type: 'notes' }, list) : null;
}

export const teiExporter: Exporter = {
  id: 'tei',
  extension: 'xml',
  mediaType: 'application/tei+xml',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, marks } = pageOf(data, options);
    const notes = marks?.notes ?? [];
    const linkList = links(columns, rows, options.tick);
    const spanList = spans(notes, columns);
    const standOff = [linkList.length > 0 ? element('linkGrp', { type: 'alignment' }, linkList) : null, spanList];
    const root = element('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
      headerOf(data, columns, options),
      standOff.some((part) => part !== null) ? element('standOff', {}, standOff) : null,
      element('text', {}, [
        element(
          'group',
          {},
          columns.map(({ version }) =>
            element(
              'text',
              {
                'xml:id': versionName(version.info.ordinal),
                'xml:lang': version.info.lang,
                source: `#${versionName(version.info.ordinal)}.source`,
              },
              bodyOf(version),
            ),
          ),
        ),
      ]),
    ]);
    leaveForbidden(columns, log);
    countTable(data, columns, rows, marks, log);
    return success([{ name: `${options.name}.xml`, mediaType: this.mediaType, bytes: xmlDocument(root) }]);
  },
};
