/**
 * Rows side by side as XHTML, for the HTML page and the chapters of the EPUB. Every cell carries the language and direction
 * of its version; every text is escaped by the writer, so nothing in it can act.
 */
import { directionOf } from '../../model/languages';
import type { ReportData } from '../../model/report-data';
import type { Segment } from '../../model/text';
import { type Column, type TableRow, versionName } from './columns';
import type { ResolvedOptions } from './exporter';
import type { NoteMarks, NumberedNote } from './note-marks';
import { element, join, type Markup, text } from './xml-writer';

/** Where a note is listed: on the same page, or in a chapter of its own. */
export interface NoteLinks {
  marks: NoteMarks;
  href(note: number): string;
  /** Anchors already given out: an id stands once in a document. */
  anchored: Set<number>;
}

const languageOf = (column: Column): Record<string, string> => ({
  lang: column.version.info.lang,
  'xml:lang': column.version.info.lang,
  dir: column.version.info.direction,
});

export const languageAttributes = (lang: string): Record<string, string> => ({ lang, 'xml:lang': lang, dir: directionOf(lang) });

/** An isolated run of a text whose direction nobody stated. */
export const isolated = (value: string): Markup => element('bdi', {}, text(value));

function segmentMarkup(segment: Segment, links: NoteLinks | null, headingTag: (level: number) => string): Markup {
  const pieces = links ? links.marks.pieces(segment) : [{ text: segment.text, notes: [], starts: [], ends: [] }];
  const inner = pieces.flatMap((piece) => {
    const run = text(piece.text);
    const marked = piece.notes.length > 0 ? element('mark', { class: piece.notes.length > 1 ? 'several' : null }, run) : run;
    return [marked, ...piece.ends.map((n) => reference(n, links))];
  });
  const attributes = segment.boilerplate ? { class: 'boilerplate' } : {};
  // A heading without words would be an empty place in the contents that reading systems make of headings.
  if (segment.kind === 'heading' && segment.text.trim() !== '') return element(headingTag(segment.level ?? 2), attributes, inner);
  if (segment.kind === 'quotation') return element('blockquote', attributes, element('p', {}, inner));
  if (segment.kind === 'list-item') return element('ul', attributes, element('li', {}, inner));
  return element('p', attributes, inner);
}

function reference(number: number, links: NoteLinks | null): Markup {
  if (!links) return text('');
  const first = !links.anchored.has(number);
  links.anchored.add(number);
  const id = first ? `ref-${number}` : null;
  return element('sup', { id }, element('a', { href: links.href(number) }, text(String(number))));
}

/** Headings of texts begin below those of the page that holds them. */
const headingTag = (level: number): string => `h${Math.min(6, Math.max(1, level) + 1)}`;

export function parallelTable(
  columns: readonly Column[],
  rows: readonly TableRow[],
  base: Column,
  links: NoteLinks | null,
  { labels, tick }: Pick<ResolvedOptions, 'labels' | 'tick'>,
  caption: Markup,
): Markup {
  const head = element(
    'thead',
    {},
    element(
      'tr',
      {},
      columns.map((column) => element('th', { scope: 'col', ...languageOf(column) }, text(versionName(column)))),
    ),
  );
  const body = rows.map(({ row, cells }) => {
    tick();
    return element(
      'tr',
      { id: `row-${row.id}` },
      cells.map((cell, c) =>
        cell.length > 0
          ? element(
              'td',
              languageOf(columns[c] as Column),
              cell.map((segment) => segmentMarkup(segment, links, headingTag)),
            )
          : element('td', { class: 'absent', ...languageAttributes(labels.lang) }, text(labels.absent)),
      ),
    );
  });
  // The table runs the way the base version reads: its first column stands at the right for Arabic.
  return element('table', { dir: base.version.info.direction, class: `columns-${columns.length}` }, [
    element('caption', {}, caption),
    head,
    element('tbody', {}, body),
  ]);
}

/** Details of the versions: language, outlet, date. */
export function versionList(columns: readonly Column[]): Markup {
  return element(
    'ul',
    { class: 'versions' },
    columns.map((column) =>
      element('li', {}, [element('bdi', languageOf(column), text(versionName(column))), text(` (${column.version.info.lang})`)]),
    ),
  );
}

/** The notes as a list, each with its passages and its text, which is shown as written. */
export function noteList(data: ReportData, notes: readonly NumberedNote[], backHref: (note: number) => string): Markup {
  const versions = new Map(data.versions.map(({ info }) => [info.id, info]));
  // Who wrote what is told where it is a question.
  const several = new Set(notes.map(({ note }) => note.author ?? '')).size > 1;
  return element(
    'ol',
    { class: 'notes' },
    notes.map(({ number, note, codes }) => {
      const quotes = note.targets.map((target) => {
        const info = versions.get(target.versionId);
        const lang = info?.lang ?? 'und';
        return element(
          'blockquote',
          { lang, 'xml:lang': lang, dir: info?.direction ?? 'ltr' },
          element('p', {}, text(target.quote.exact)),
        );
      });
      const lines = note.body.split(/\n{2,}/).filter((l) => l.trim() !== '');
      const body = lines.map((line) => element('p', { dir: 'auto' }, text(line)));
      const tags = codes.length > 0 ? element('p', { class: 'codes' }, join(codes.map(isolated), ', ')) : null;
      const author = several && note.author ? element('p', { class: 'author', dir: 'auto' }, text(note.author)) : null;
      const back = element('p', {}, element('a', { href: backHref(number) }, text(`↑ ${number}`)));
      return element('li', { id: `note-${number}`, value: number }, [...quotes, ...body, author, tags, back]);
    }),
  );
}
