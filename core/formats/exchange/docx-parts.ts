/** The parts of a Word file that are the same in every export: content types, relations, styles. */
import { element, type Markup, text, xmlDocument } from './xml-writer';
import type { ZipEntry } from './zip-writer';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface Relation {
  id: string;
  type: string;
  target: string;
}
export const relationsPart = (list: readonly Relation[]): Uint8Array =>
  xmlDocument(
    element(
      'Relationships',
      { xmlns: relations },
      list.map(({ id, type, target }) => element('Relationship', { Id: id, Type: type, Target: target })),
    ),
  );

export const contentTypesPart = (parts: readonly (readonly [name: string, type: string])[]): Uint8Array =>
  xmlDocument(
    element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
      element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...parts.map(([name, type]) => element('Override', { PartName: `/${name}`, ContentType: type })),
    ]),
  );

export const corePropertiesType = 'application/vnd.openxmlformats-package.core-properties+xml';
export const corePropertiesRelation = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

export const coreProperties = (title: string): Uint8Array =>
  xmlDocument(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      [element('dc:title', {}, text(title)), element('dc:creator', {}, text('Triptych'))],
    ),
  );

interface Style {
  id: string;
  name: string;
  /** Half points. */
  size: number;
  bold?: boolean;
  colour?: string;
  outline?: number;
}
const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', size: 36, bold: true },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    size: Math.max(20, 30 - 2 * level),
    bold: true,
    outline: level - 1,
  })),
  { id: 'Quote', name: 'Quote', size: 20, colour: '404040' },
  { id: 'ListParagraph', name: 'List Paragraph', size: 20 },
  { id: 'Boilerplate', name: 'Boilerplate', size: 17, colour: '6B6860' },
];

/** Complex scripts such as Arabic take their size and weight from properties of their own. */
function runProperties({ size, bold, colour }: { size: number; bold?: boolean; colour?: string }): Markup {
  return element('w:rPr', {}, [
    bold ? element('w:b') : null,
    bold ? element('w:bCs') : null,
    colour ? element('w:color', { 'w:val': colour }) : null,
    element('w:sz', { 'w:val': size }),
    element('w:szCs', { 'w:val': size + 2 }),
  ]);
}

function stylesPart(): Uint8Array {
  const paragraphs = styles.map((style) =>
    element('w:style', { 'w:type': 'paragraph', 'w:styleId': style.id }, [
      element('w:name', { 'w:val': style.name }),
      element('w:basedOn', { 'w:val': 'Normal' }),
      element('w:qFormat'),
      element('w:pPr', {}, [
        style.outline === undefined ? null : element('w:keepNext'),
        style.outline === undefined ? null : element('w:outlineLvl', { 'w:val': style.outline }),
      ]),
      runProperties(style),
    ]),
  );
  const rule = (name: string): Markup => element(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'D9D4C7' });
  const tableStyle = element('w:style', { 'w:type': 'table', 'w:styleId': 'Parallel' }, [
    element('w:name', { 'w:val': 'Parallel' }),
    element('w:tblPr', {}, [
      element('w:tblBorders', {}, [rule('w:top'), rule('w:bottom'), rule('w:insideH')]),
      element('w:tblCellMar', {}, [
        element('w:top', { 'w:w': 60, 'w:type': 'dxa' }),
        element('w:left', { 'w:w': 120, 'w:type': 'dxa' }),
        element('w:bottom', { 'w:w': 60, 'w:type': 'dxa' }),
        element('w:right', { 'w:w': 120, 'w:type': 'dxa' }),
      ]),
    ]),
  ]);
  const defaults = element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [
      element('w:rPr', {}, [
        element('w:rFonts', {
          'w:ascii': 'Georgia',
          'w:hAnsi': 'Georgia',
          'w:eastAsia': 'Georgia',
          'w:cs': 'Traditional Arabic',
        }),
        element('w:sz', { 'w:val': 20 }),
        element('w:szCs', { 'w:val': 24 }),
      ]),
    ]),
    element('w:pPrDefault', {}, [element('w:pPr', {}, [element('w:spacing', { 'w:after': 60 })])]),
  ]);
  const normal = element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat'),
  ]);
  return xmlDocument(element('w:styles', { 'xmlns:w': w }, [defaults, normal, ...paragraphs, tableStyle]));
}

export function docxParts(title: string, document: Uint8Array, comments: Uint8Array): ZipEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      bytes: contentTypesPart([
        ['word/document.xml', `${word}.document.main+xml`],
        ['word/styles.xml', `${word}.styles+xml`],
        ['word/comments.xml', `${word}.comments+xml`],
        ['docProps/core.xml', corePropertiesType],
      ]),
    },
    {
      name: '_rels/.rels',
      bytes: relationsPart([
        { id: 'rId1', type: `${officeRelation}/officeDocument`, target: 'word/document.xml' },
        { id: 'rId2', type: corePropertiesRelation, target: 'docProps/core.xml' },
      ]),
    },
    { name: 'docProps/core.xml', bytes: coreProperties(title) },
    { name: 'word/document.xml', bytes: document },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: relationsPart([
        { id: 'rId1', type: `${officeRelation}/styles`, target: 'styles.xml' },
        { id: 'rId2', type: `${officeRelation}/comments`, target: 'comments.xml' },
      ]),
    },
    { name: 'word/styles.xml', bytes: stylesPart() },
    { name: 'word/comments.xml', bytes: comments },
  ];
}
