import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importBytes } from '../../../../core/formats/import';
import { documentXml, docxParts, paragraph, style, zipOf } from '../../../support/docx';

const opening = 'The council voted on Tuesday to reopen the old bridge.';
const read = async (bytes: Uint8Array) => {
  const result = await importBytes(bytes, 'report.docx');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = async (bytes: Uint8Array): Promise<string | null> => {
  const result = await importBytes(bytes, 'report.docx');
  return result.ok ? null : result.error.code;
};

describe('Word documents', () => {
  it('give headings by style name in any language of Word, lists, quotations, tables and notes in order', async () => {
    const body = [
      paragraph('Réouverture du vieux pont', '<w:pStyle w:val="Titre1"/>'),
      paragraph('Le conseil de la ville a voté mardi la réouverture du vieux pont aux piétons.'),
      paragraph('deux rampes', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      paragraph('« Enfin ! » a dit la maire.', '<w:pStyle w:val="Citation"/>'),
      `<w:tbl><w:tr><w:tc>${paragraph('Coût')}</w:tc><w:tc>${paragraph('2 millions')}</w:tc></w:tr></w:tbl>`,
      '<w:p><w:r><w:t>Une note suit</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>',
    ].join('');
    const document = await read(
      zipOf(
        docxParts(body, {
          styles: style('Titre1', 'heading 1') + style('Citation', 'Quote'),
          numbering:
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
          footnotes: `<w:footnote w:id="2">${paragraph('Selon le procès-verbal.')}</w:footnote>`,
        }),
      ),
    );
    expect(document).toMatchObject({ format: 'docx', title: 'Réouverture du vieux pont', lang: 'fr', encoding: null });
    expect(document.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Réouverture du vieux pont'],
      ['paragraph', 'Le conseil de la ville a voté mardi la réouverture du vieux pont aux piétons.'],
      ['list-item', 'deux rampes'],
      ['quotation', '« Enfin ! » a dit la maire.'],
      ['paragraph', 'Coût'],
      ['paragraph', '2 millions'],
      ['paragraph', 'Une note suit.'],
      ['list-item', 'Selon le procès-verbal.'],
    ]);
  });

  it('read Arabic as it stands, with no need of its marks of direction', async () => {
    const text = 'قرر مجلس المدينة يوم الثلاثاء فتح الجسر القديم أمام المشاة.';
    const document = await read(
      zipOf(docxParts(`<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>${text}</w:t></w:r></w:p>`)),
    );
    expect(document.lang).toBe('ar');
    expect(document.blocks).toEqual([{ kind: 'paragraph', text }]);
  });

  it('never look at a picture from elsewhere', async () => {
    const image =
      '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="x1"/></w:drawing></w:r></w:p>';
    const links =
      '<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/canary.png" TargetMode="External"/>';
    const document = await read(zipOf(docxParts(image + paragraph(opening), { links })));
    expect(document.blocks.map((block) => block.text)).toEqual([opening]);
  });

  it('are known by content when the name says nothing', async () => {
    const result = await importBytes(zipOf(docxParts(paragraph(opening))), 'report');
    expect(result.ok && result.value.format).toBe('docx');
    const other = await importBytes(zipOf({ 'a.txt': opening }), 'archive.zip');
    expect(other.ok ? null : other.error).toEqual({ code: 'file-format-unknown', params: { name: 'archive.zip' } });
  });
});

describe('bad Word documents', () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

  it.each<[string, string, () => Uint8Array]>([
    ['no zip at all', 'docx-not-zip', () => new TextEncoder().encode('just text, renamed')],
    ['an encrypted one', 'docx-password', () => Uint8Array.from([...compound, ...new Array(600).fill(0)])],
    ['an empty file', 'file-empty', () => new Uint8Array(0)],
    ['a zip that breaks off', 'docx-damaged', () => zipOf(docxParts(paragraph(opening))).slice(0, 300)],
    ['a zip of something else', 'docx-damaged', () => zipOf({ 'a.txt': opening })],
    ['XML that is none', 'docx-damaged', () => zipOf({ ...docxParts(''), 'word/document.xml': '<w:document><w:body' })],
    ['no text', 'no-text-found', () => zipOf(docxParts('<w:p/>'))],
    [
      'entities that multiply',
      'xml-unsafe',
      () =>
        zipOf({
          ...docxParts(''),
          'word/document.xml': documentXml(paragraph('&c;')).replace(
            '<w:document',
            '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><w:document',
          ),
        }),
    ],
    [
      'a document type in UTF-16',
      'xml-unsafe',
      () =>
        zipOf({
          ...docxParts(''),
          'word/styles.xml': Uint8Array.from([...'<!doctype x>'].flatMap((char) => [char.charCodeAt(0), 0])),
        }),
    ],
    ['a name that climbs out', 'zip-unsafe', () => zipOf({ ...docxParts(paragraph(opening)), '../../evil.txt': 'x' })],
    ['an absolute name', 'zip-unsafe', () => zipOf({ ...docxParts(paragraph(opening)), '/etc/evil': 'x' })],
    ['a drive letter', 'zip-unsafe', () => zipOf({ ...docxParts(paragraph(opening)), 'C:\\evil': 'x' })],
    ['a backslash that climbs out', 'zip-unsafe', () => zipOf({ ...docxParts(paragraph(opening)), 'word\\..\\..\\evil': 'x' })],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes())).toBe(code);
  });

  it('stop at what comes out, not at what the header promises', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 });
    // Both headers are made to promise ten bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await codeOf(bomb)).toBe('zip-too-large');
  });

  it('with deep nesting fail or are read, but do not crash', async () => {
    const depth = 20_000;
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(depth)}${paragraph(opening)}${'</w:sdtContent></w:sdt>'.repeat(depth)}`;
    expect(['docx-damaged', null]).toContain(await codeOf(zipOf(docxParts(deep))));
  });
});
