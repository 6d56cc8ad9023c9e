import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import { childOf, childrenOf, readXmlTree, textOf, type XmlElement } from '../../../../../core/formats/exchange/xml-reader';
import type { ExportFormat } from '../../../../../core/model/exchange';
import type { ReportData } from '../../../../../core/model/report-data';
import { exportOptions } from './arbitrary-report';
import { sampleReport } from './sample-report';

function bytesOf(format: ExportFormat, data: ReportData, versions?: number[]): Uint8Array {
  const result = exportReport(format, data, { ...exportOptions, ...(versions ? { versions } : {}) });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.files[0]!.bytes;
}
function tree(files: Record<string, Uint8Array>, name: string, root: string): XmlElement {
  const text = new TextDecoder().decode(files[name]!).replace('<!DOCTYPE html>\n', '');
  const read = readXmlTree(new TextEncoder().encode(text), root);
  if (!read.ok) throw new Error(`${name}: ${read.error.code}`);
  return read.value;
}
function all(element: XmlElement, name: string): XmlElement[] {
  const below = element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name)));
  return element.name === name ? [element, ...below] : below;
}
function arabicBase(): ReportData {
  const data = sampleReport();
  data.report.baseVersionId = data.versions[2]!.info.id;
  return data;
}

describe('docx', () => {
  it('marks right-to-left cells on paragraph and run, with their language', () => {
    const document = tree(unzipSync(bytesOf('docx', sampleReport())), 'word/document.xml', 'document');
    const rows = all(document, 'w:tr');
    expect(rows).toHaveLength(5);
    for (const row of rows.slice(0, 4)) {
      const [english, , arabic] = childrenOf(row, 'tc');
      expect(all(english!, 'w:bidi').length + all(english!, 'w:rtl').length).toBe(0);
      expect(all(arabic!, 'w:bidi')).toHaveLength(all(arabic!, 'w:p').length);
      const spoken = all(arabic!, 'w:r').filter((run) => childOf(run, 't') && all(run, 'w:lang').length > 0);
      expect(spoken.length).toBeGreaterThan(0);
      for (const run of spoken) {
        expect(all(run, 'w:rtl')).toHaveLength(1);
        expect(all(run, 'w:lang')[0]!.attributes.get('w:bidi')).toBe('ar');
      }
    }
    expect(all(document, 'w:bidiVisual')).toHaveLength(0);
    expect(all(tree(unzipSync(bytesOf('docx', arabicBase())), 'word/document.xml', 'document'), 'w:bidiVisual')).toHaveLength(1);
  });

  it('begins, ends and refers to each comment once, though notes overlap', () => {
    const files = unzipSync(bytesOf('docx', sampleReport()));
    const document = tree(files, 'word/document.xml', 'document');
    const idsOf = (name: string) => all(document, name).map((e) => e.attributes.get('w:id'));
    const listed = all(tree(files, 'word/comments.xml', 'comments'), 'w:comment').map((e) => e.attributes.get('w:id'));
    expect(listed).toEqual(['1', '2']);
    for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
      expect(idsOf(name).sort()).toEqual(listed);
  });

  it('has a part for every relation and a type for every part', () => {
    const files = unzipSync(bytesOf('docx', sampleReport()));
    const types = all(tree(files, '[Content_Types].xml', 'Types'), 'Override').map((e) => e.attributes.get('PartName')!.slice(1));
    for (const name of types) expect(files[name]).toBeDefined();
    for (const relation of all(tree(files, 'word/_rels/document.xml.rels', 'Relationships'), 'Relationship')) {
      expect(relation.attributes.get('TargetMode')).toBeUndefined();
      expect(files[`word/${relation.attributes.get('Target')}`]).toBeDefined();
    }
  });
});

describe('xlsx', () => {
  const sheet = (data: ReportData) => tree(unzipSync(bytesOf('xlsx', data)), 'xl/worksheets/sheet1.xml', 'worksheet');

  it('runs from right to left when the base version does', () => {
    expect(all(sheet(sampleReport()), 'sheetView')[0]!.attributes.get('rightToLeft')).toBeUndefined();
    expect(all(sheet(arabicBase()), 'sheetView')[0]!.attributes.get('rightToLeft')).toBe('1');
  });

  it('gives cells the reading order of their version and never a formula', () => {
    const data = sampleReport();
    data.versions[0]!.segments[0] = { ...data.versions[0]!.segments[0]!, text: '=1+1' };
    const files = unzipSync(bytesOf('xlsx', data));
    const formats = childrenOf(all(tree(files, 'xl/styles.xml', 'styleSheet'), 'cellXfs')[0]!, 'xf');
    const orders = all(sheet(data), 'c')
      .filter((c) => /^[BCD][2-9]/.test(c.attributes.get('r')!))
      .map((c) => [
        c.attributes.get('r')![0],
        childOf(formats[Number(c.attributes.get('s'))]!, 'alignment')!.attributes.get('readingOrder'),
      ]);
    expect(new Set(orders.map((o) => o.join()))).toEqual(new Set(['B,1', 'C,1', 'D,2']));
    expect(all(sheet(data), 'f')).toHaveLength(0);
    const cells = all(sheet(data), 'c');
    expect(cells.every((c) => c.attributes.get('t') === 'inlineStr' || c.children.length === 0)).toBe(true);
    // An omission is a cell, too: the line below a row goes through.
    expect(cells.some((c) => c.children.length === 0)).toBe(true);
  });

  it('cuts what no cell can hold and says so', () => {
    const data = sampleReport();
    data.versions[0]!.segments[1] = { ...data.versions[0]!.segments[1]!, text: 'x'.repeat(40_000) };
    const result = exportReport('xlsx', data, exportOptions);
    expect(result.ok && result.value.report.left.find(({ code }) => code === 'cell-cut')?.count).toBe(1);
  });
});

describe('epub', () => {
  it('opens with its stored mimetype', () => {
    const bytes = bytesOf('epub', sampleReport());
    expect(new TextDecoder('latin1').decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(bytes[8]).toBe(0);
  });

  for (const [name, data, direction] of [
    ['English', sampleReport(), 'ltr'],
    ['Arabic', arabicBase(), 'rtl'],
  ] as const) {
    it(`lists every file, turns pages as the ${name} base reads, has links that lead somewhere`, () => {
      const files = unzipSync(bytesOf('epub', data));
      const book = tree(files, 'EPUB/package.opf', 'package');
      const items = all(book, 'item').map(({ attributes }) => ({ id: attributes.get('id'), href: attributes.get('href')! }));
      const inZip = Object.keys(files).filter((f) => f.startsWith('EPUB/') && f !== 'EPUB/package.opf');
      expect(items.map(({ href }) => `EPUB/${href}`).sort()).toEqual(inZip.sort());
      const spine = all(book, 'spine')[0]!;
      expect(spine.attributes.get('page-progression-direction')).toBe(direction);
      const itemIds = items.map(({ id }) => id);
      for (const ref of all(spine, 'itemref')) expect(itemIds).toContain(ref.attributes.get('idref'));
      expect(all(book, 'dc:language').map((e) => textOf(e))).toEqual(['en', 'fr', 'ar']);
      expect(all(book, 'item').filter((e) => e.attributes.get('properties') === 'nav')).toHaveLength(1);
      const pages = new Map(
        items.filter(({ href }) => href.endsWith('.xhtml')).map(({ href }) => [href, tree(files, `EPUB/${href}`, 'html')]),
      );
      const anchors = new Set<string>();
      for (const [href, page] of pages) {
        const walk = (e: XmlElement): void => {
          const id = e.attributes.get('id');
          if (id) {
            expect(anchors.has(`${href}#${id}`)).toBe(false);
            anchors.add(`${href}#${id}`);
          }
          expect(e.attributes.get('lang')).toBe(e.attributes.get('xml:lang'));
          for (const child of e.children) if (typeof child !== 'string') walk(child);
        };
        walk(page);
      }
      for (const [href, page] of pages) {
        for (const a of all(page, 'a')) {
          const target = a.attributes.get('href')!;
          const [file, hash] = target.startsWith('#') ? [href, target.slice(1)] : target.split('#');
          expect(hash ? anchors.has(`${file}#${hash}`) : pages.has(file!)).toBe(true);
        }
      }
    });
  }
});

describe('qdpx', () => {
  it('counts code points, in the text that lies beside it', () => {
    const data = sampleReport();
    const files = unzipSync(bytesOf('qdpx', data));
    const project = tree(files, 'project.qde', 'Project');
    let checked = 0;
    for (const source of all(project, 'TextSource')) {
      const text = new TextDecoder().decode(files[`Sources/${source.attributes.get('guid')}.txt`]!);
      for (const selection of all(source, 'PlainTextSelection')) {
        const [start, end] = ['startPosition', 'endPosition'].map((name) => Number(selection.attributes.get(name)));
        expect([...text].slice(start, end).join('')).toBe(selection.attributes.get('name'));
        checked += 1;
      }
    }
    expect(checked).toBe(5);
  });
});
