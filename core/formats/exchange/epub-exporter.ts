/**
 * A parallel book as EPUB 3.3 (https://www.w3.org/TR/epub-33/): a chapter at each heading of the base version, pages turning
 * the way the base version reads.
 */
import type { ReportData } from '../../model/report-data';
import { success } from '../../model/result';
import type { Column, TableRow } from './columns';
import type { Exporter, ResolvedOptions } from './exporter';
import { htmlStyle } from './html-style';
import type { NoteMarks } from './note-marks';
import { pageOf } from './page';
import { isolated, languageAttributes, noteList, parallelTable, versionList } from './parallel-table';
import { countTable, leaveForbidden } from './transfer-counts';
import { element, type Markup, text, xmlDocument } from './xml-writer';
import { type ZipEntry, zipOf } from './zip-writer';

/** Reading systems lay a chapter out as a whole: longer ones are slow to open. */
const maxChapterRows = 300;
/** Only headings of these levels open a chapter. */
const chapterLevel = 2;

interface Chapter {
  file: string;
  title: string;
  lang: string;
  rows: TableRow[];
}

function chaptersOf(data: ReportData, columns: readonly Column[], rows: readonly TableRow[], base: Column): Chapter[] {
  const c = columns.indexOf(base);
  const chapters: Chapter[] = [];
  for (const row of rows) {
    const first = row.cells[c]?.[0];
    const heading = first?.kind === 'heading' && (first.level ?? 2) <= chapterLevel ? first.text : null;
    const last = chapters.at(-1);
    if (!last || heading !== null || last.rows.length >= maxChapterRows) {
      const number = chapters.length + 1;
      chapters.push({
        file: `chapter-${String(number).padStart(4, '0')}.xhtml`,
        title: heading ?? last?.title ?? data.report.title,
        lang: heading !== null || last ? base.version.info.lang : 'und',
        rows: [row],
      });
    } else last.rows.push(row);
  }
  return chapters;
}

/** A title is never empty in a book: reading systems show it. */
const titleOf = (value: string): string => value.trim() || '—';

function page(title: string, bodyAttributes: Record<string, string>, lang: string, body: readonly (Markup | null)[]): Uint8Array {
  const html = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', ...languageAttributes(lang) },
    [
      element('head', {}, [
        element('title', {}, text(titleOf(title))),
        element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ]),
      element('body', bodyAttributes, body),
    ],
  );
  return xmlDocument(html, '<!DOCTYPE html>');
}

interface BookFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  properties?: string;
  inSpine: boolean;
}

function packageDocument(
  data: ReportData,
  columns: readonly Column[],
  base: Column,
  files: readonly BookFile[],
  options: ResolvedOptions,
) {
  const modified = `${new Date(options.nowMs).toISOString().slice(0, 19)}Z`;
  const languages = [...new Set(columns.map(({ version }) => version.info.lang))];
  const outlets = [...new Set(columns.map(({ version }) => version.info.outlet).filter((outlet) => outlet.trim() !== ''))];
  const metadata = element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    element('dc:identifier', { id: 'book-id' }, text(`urn:uuid:${data.report.id}`)),
    element('dc:title', {}, text(titleOf(data.report.title))),
    ...languages.map((lang) => element('dc:language', {}, text(lang))),
    ...outlets.map((outlet) => element('dc:contributor', {}, text(outlet))),
    element('meta', { property: 'dcterms:modified' }, text(modified)),
    element('meta', { name: 'generator', content: `Triptych ${options.appVersion}` }),
  ]);
  const manifest = element(
    'manifest',
    {},
    files.map(({ id, name, mediaType, properties }) => element('item', { id, href: name, 'media-type': mediaType, properties })),
  );
  const spine = element(
    'spine',
    { 'page-progression-direction': base.version.info.direction },
    files.filter((file) => file.inSpine).map(({ id }) => element('itemref', { idref: id })),
  );
  return xmlDocument(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'book-id',
        'xml:lang': base.version.info.lang,
      },
      [metadata, manifest, spine],
    ),
  );
}

const container = xmlDocument(
  element('container', { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' }, [
    element('rootfiles', {}, [
      element('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ]),
  ]),
);

const xhtml = 'application/xhtml+xml';

function bookFiles(
  data: ReportData,
  columns: readonly Column[],
  base: Column,
  marks: NoteMarks | null,
  rows: readonly TableRow[],
  options: ResolvedOptions,
): BookFile[] {
  const { labels } = options;
  const chapters = chaptersOf(data, columns, rows, base);
  const chapterOfNote = new Map<number, string>();
  const anchored = new Set<number>();
  const chapterFiles = chapters.map((chapter, i): BookFile => {
    const links = marks ? { marks, href: (n: number) => `notes.xhtml#note-${n}`, anchored } : null;
    const table = parallelTable(
      columns,
      chapter.rows,
      base,
      links,
      options,
      element('span', languageAttributes(chapter.lang), text(chapter.title)),
    );
    for (const n of anchored) if (!chapterOfNote.has(n)) chapterOfNote.set(n, chapter.file);
    return {
      id: `c${i + 1}`,
      name: chapter.file,
      mediaType: xhtml,
      bytes: page(chapter.title, {}, chapter.lang, [table]),
      inSpine: true,
    };
  });
  const notes = marks?.notes ?? [];
  const noteFile: BookFile[] =
    notes.length === 0
      ? []
      : [
          {
            id: 'notes',
            name: 'notes.xhtml',
            mediaType: xhtml,
            bytes: page(labels.notes, {}, labels.lang, [
              element('h1', {}, text(labels.notes)),
              noteList(
                data,
                notes,
                (n) => `${chapterOfNote.get(n) ?? 'notes.xhtml'}#${chapterOfNote.has(n) ? 'ref' : 'note'}-${n}`,
              ),
            ]),
            inSpine: true,
          },
        ];
  const entry = (href: string, title: string, lang: string): Markup =>
    element('li', {}, element('a', { href, ...languageAttributes(lang) }, text(titleOf(title))));
  const entries = chapters.map((chapter) => entry(chapter.file, chapter.title, chapter.lang));
  if (notes.length > 0) entries.push(entry('notes.xhtml', labels.notes, labels.lang));
  const nav = page(data.report.title, {}, labels.lang, [
    element('h1', {}, isolated(titleOf(data.report.title))),
    versionList(columns),
    element('nav', { 'epub:type': 'toc' }, [element('h2', {}, text(labels.contents)), element('ol', {}, entries)]),
  ]);
  return [
    { id: 'nav', name: 'nav.xhtml', mediaType: xhtml, bytes: nav, properties: 'nav', inSpine: true },
    { id: 'style', name: 'style.css', mediaType: 'text/css', bytes: new TextEncoder().encode(htmlStyle), inSpine: false },
    ...chapterFiles,
    ...noteFile,
  ];
}

export const epubExporter: Exporter = {
  id: 'epub',
  extension: 'epub',
  mediaType: 'application/epub+zip',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, base, marks } = pageOf(data, options);
    if (!base) return success([]);
    const files = bookFiles(data, columns, base, marks, rows, options);
    const entries: ZipEntry[] = [
      { name: 'mimetype', bytes: new TextEncoder().encode('application/epub+zip'), stored: true },
      { name: 'META-INF/container.xml', bytes: container },
      { name: 'EPUB/package.opf', bytes: packageDocument(data, columns, base, files, options) },
      ...files.map(({ name, bytes }) => ({ name: `EPUB/${name}`, bytes })),
    ];
    leaveForbidden(columns, log);
    countTable(data, columns, rows, marks, log);
    return success([{ name: `${options.name}.epub`, mediaType: this.mediaType, bytes: zipOf(entries, options.nowMs) }]);
  },
};
