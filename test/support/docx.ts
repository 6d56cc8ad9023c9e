/** Word documents made for tests: the fewest parts that Word opens, with a body of the test's own. */
import { strToU8, type Zippable, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

export function documentXml(body: string): string {
  return `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${body}</w:body></w:document>`;
}

/** The parts of a document, to which a test may add, or of which it may spoil one. */
export function docxParts(
  body: string,
  more: { styles?: string; footnotes?: string; numbering?: string; links?: string } = {},
): Record<string, string> {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${link('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${link('s1', 'styles', 'styles.xml')}${link('f1', 'footnotes', 'footnotes.xml')}${link('n1', 'numbering', 'numbering.xml')}${more.links ?? ''}</Relationships>`,
    'word/document.xml': documentXml(body),
    'word/styles.xml': `${declaration}<w:styles xmlns:w="${main}">${more.styles ?? ''}</w:styles>`,
    'word/footnotes.xml': `${declaration}<w:footnotes xmlns:w="${main}">${more.footnotes ?? ''}</w:footnotes>`,
    'word/numbering.xml': `${declaration}<w:numbering xmlns:w="${main}">${more.numbering ?? ''}</w:numbering>`,
  };
}

export function zipOf(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files);
}
