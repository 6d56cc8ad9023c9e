/**
 * A Word document (ECMA-376, WordprocessingML): one table, a column a version, headings repeated on each page, rows never
 * cut in two. Right-to-left versions are marked on paragraph and run, with their language, so that Word shapes, aligns and
 * checks them as what they are. Notes are Word's own comments on the passages they stand at.
 */
import { directionOf } from '../../model/languages';
import type { VersionInfo } from '../../model/report';
import type { ReportData } from '../../model/report-data';
import { success } from '../../model/result';
import type { Segment } from '../../model/text';
import { directionOfText } from '../../text/direction';
import { type Column, type TableRow, versionName } from './columns';
import { docxParts } from './docx-parts';
import type { Exporter, ResolvedOptions } from './exporter';
import type { NoteMarks, NumberedNote } from './note-marks';
import { pageOf } from './page';
import { countTable, leaveForbidden } from './transfer-counts';
import { element, type Markup, text, xmlDocument } from './xml-writer';
import { zipOf } from './zip-writer';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Language {
  /** Null where nobody stated one. */
  lang: string | null;
  rtl: boolean;
}
/** Notes are in whatever language their writer took. */
const unstated = (line: string): Language => ({ lang: null, rtl: directionOfText(line) === 'rtl' });
const languageOf = (info: VersionInfo): Language => ({ lang: info.lang, rtl: info.direction === 'rtl' });

function run(value: string, { lang, rtl }: Language, extra: readonly Markup[] = []): Markup {
  const properties = element('w:rPr', {}, [
    ...extra,
    rtl ? element('w:rtl') : null,
    lang === null ? null : element('w:lang', rtl ? { 'w:bidi': lang } : { 'w:val': lang }),
  ]);
  const lines = value.split('\n');
  const inner = lines.flatMap((line, i) => [
    ...(i > 0 ? [element('w:br')] : []),
    element('w:t', { 'xml:space': 'preserve' }, text(line)),
  ]);
  return element('w:r', {}, [properties, ...inner]);
}

/** In right-to-left paragraphs Word reads `start` as the right-hand side. */
function paragraph(inner: readonly Markup[], { rtl }: Language, style: string | null): Markup {
  const properties = element('w:pPr', {}, [
    style ? element('w:pStyle', { 'w:val': style }) : null,
    rtl ? element('w:bidi') : null,
  ]);
  return element('w:p', {}, [properties, ...inner]);
}

function styleOf(segment: Segment): string | null {
  if (segment.kind === 'heading') return `Heading${Math.min(6, Math.max(1, segment.level ?? 2))}`;
  if (segment.kind === 'quotation') return 'Quote';
  if (segment.kind === 'list-item') return 'ListParagraph';
  return segment.boilerplate ? 'Boilerplate' : null;
}

/** A comment's range has one beginning and one end in the whole document: its first target that is met. */
class Comments {
  private readonly begun = new Set<number>();
  private readonly ended = new Set<number>();

  start(numbers: readonly number[]): Markup[] {
    return numbers
      .filter((n) => !this.begun.has(n) && this.begun.add(n))
      .map((n) => element('w:commentRangeStart', { 'w:id': n }));
  }
  /** Later targets of the same note point back by number. */
  end(numbers: readonly number[]): Markup[] {
    return numbers.flatMap((n) => {
      if (this.ended.has(n))
        return [run(`[${n}]`, { lang: null, rtl: false }, [element('w:vertAlign', { 'w:val': 'superscript' })])];
      this.ended.add(n);
      return [element('w:commentRangeEnd', { 'w:id': n }), element('w:r', {}, element('w:commentReference', { 'w:id': n }))];
    });
  }
}

function cellParagraphs(cell: readonly Segment[], language: Language, marks: NoteMarks | null, comments: Comments): Markup[] {
  return cell.map((segment) => {
    const bullet = segment.kind === 'list-item' ? [run('• ', language)] : [];
    const pieces = marks?.pieces(segment) ?? [{ text: segment.text, notes: [], starts: [], ends: [] }];
    const inner = pieces.flatMap((piece) => [
      ...comments.start(piece.starts),
      run(piece.text, language),
      ...comments.end(piece.ends),
    ]);
    return paragraph([...bullet, ...inner], language, styleOf(segment));
  });
}

/** Twentieths of a point; A4 across, or upright for two columns, less margins. */
const textWidth = (columns: number): number => (columns > 2 ? 15_398 : 10_466);

function table(
  columns: readonly Column[],
  rows: readonly TableRow[],
  base: Column,
  marks: NoteMarks | null,
  { labels, tick }: ResolvedOptions,
): Markup {
  const width = Math.floor(textWidth(columns.length) / columns.length);
  const labelLanguage = { lang: labels.lang, rtl: directionOf(labels.lang) === 'rtl' };
  const comments = new Comments();
  const cellOf = (inner: readonly Markup[]): Markup =>
    element('w:tc', {}, [element('w:tcPr', {}, [element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]), ...inner]);
  const properties = element('w:tblPr', {}, [
    element('w:tblStyle', { 'w:val': 'Parallel' }),
    // The whole table mirrored: the first column stands at the right.
    base.version.info.direction === 'rtl' ? element('w:bidiVisual') : null,
    element('w:tblW', { 'w:w': width * columns.length, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
  ]);
  const grid = element(
    'w:tblGrid',
    {},
    columns.map(() => element('w:gridCol', { 'w:w': width })),
  );
  const bold = [element('w:b'), element('w:bCs')];
  const header = element('w:tr', {}, [
    element('w:trPr', {}, [element('w:cantSplit'), element('w:tblHeader')]),
    ...columns.map((column) => {
      const language = languageOf(column.version.info);
      return cellOf([paragraph([run(versionName(column), language, bold)], language, null)]);
    }),
  ]);
  const body = rows.map(({ cells }) => {
    tick();
    return element('w:tr', {}, [
      element('w:trPr', {}, [element('w:cantSplit')]),
      ...cells.map((cell, c) =>
        cell.length > 0
          ? cellOf(cellParagraphs(cell, languageOf((columns[c] as Column).version.info), marks, comments))
          : cellOf([
              paragraph([run(labels.absent, labelLanguage, [element('w:i'), element('w:iCs')])], labelLanguage, 'Boilerplate'),
            ]),
      ),
    ]);
  });
  return element('w:tbl', {}, [properties, grid, header, ...body]);
}

function documentOf(data: ReportData, columns: readonly Column[], body: Markup): Uint8Array {
  const wide = columns.length > 2;
  const title = unstated(data.report.title);
  const section = element('w:sectPr', {}, [
    element('w:pgSz', wide ? { 'w:w': 16_838, 'w:h': 11_906, 'w:orient': 'landscape' } : { 'w:w': 11_906, 'w:h': 16_838 }),
    element('w:pgMar', {
      'w:top': 720,
      'w:right': 720,
      'w:bottom': 720,
      'w:left': 720,
      'w:header': 360,
      'w:footer': 360,
      'w:gutter': 0,
    }),
  ]);
  return xmlDocument(
    element('w:document', { 'xmlns:w': w }, [
      element('w:body', {}, [
        paragraph([run(data.report.title, title)], title, 'Title'),
        body,
        // Word wants a paragraph between a table and the end of the document.
        element('w:p'),
        section,
      ]),
    ]),
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4);

function commentsOf(notes: readonly NumberedNote[]): Uint8Array {
  const comments = notes.map(({ number, note, codes }) => {
    const lines = [...note.body.split('\n'), ...(codes.length > 0 ? [codes.map((c) => `#${c}`).join(' ')] : [])];
    const date = `${new Date(note.updatedAtMs).toISOString().slice(0, 19)}Z`;
    return element(
      'w:comment',
      { 'w:id': number, 'w:author': note.author ?? 'Triptych', 'w:date': date, 'w:initials': initialsOf(note.author ?? 'T') },
      lines.map((line) => paragraph([run(line, unstated(line))], unstated(line), null)),
    );
  });
  return xmlDocument(element('w:comments', { 'xmlns:w': w }, comments));
}

export const docxExporter: Exporter = {
  id: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, base, marks } = pageOf(data, options);
    if (!base) return success([]);
    const body = documentOf(data, columns, table(columns, rows, base, marks, options));
    const comments = commentsOf(marks?.notes ?? []);
    leaveForbidden(columns, log);
    countTable(data, columns, rows, marks, log);
    const bytes = zipOf(docxParts(data.report.title, body, comments), options.nowMs);
    return success([{ name: `${options.name}.docx`, mediaType: this.mediaType, bytes }]);
  },
};
