/**
 * Word documents: unpacked under our own caps, checked for what XML must not hold, then packed again, stored, with the parts
 * that carry text only, and read by mammoth. So mammoth sees neither a bomb, nor a picture, nor a link to anything outside.
 * mammoth's HTML goes through the same reader of blocks as any page. Direction is not taken from the file: text shows it.
 */
import { strFromU8, zipSync } from 'fflate';
import mammoth from 'mammoth/mammoth.browser.js';
import { failure, type Result, success } from '../model/result';
import { parsePage } from './html';
import { blocksOfHtml } from './html-blocks';
import { decodeEntities } from './html-entities';
import { flatBlocks } from './html-tokens';
import type { BinaryImporter, ImportedParts } from './importer';
import { foldWhiteSpace } from './white-space';
import { isUnsafeXml } from './xml-safety';
import { unzipSafely } from './zip';

export const docxImporter: BinaryImporter = {
  kind: 'binary',
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  maxBytes: 64_000_000,
  recognises: isZip,
  read: readDocx,
};

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The compound file that old Word documents and encrypted new ones are. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte);
}

/** Text, styles, numbering, notes and their relations: no media, no embedded objects, no settings, no macros. */
const neededPart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:document\d{0,2}|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(?:document\d{0,2}|footnotes|endnotes)\.xml\.rels)$/;

/** One part beyond this is no report; mammoth's tree of it would take gigabytes. */
const largestPart = 40_000_000;

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

async function readDocx(bytes: Uint8Array): Promise<Result<ImportedParts>> {
  if (isCompoundFile(bytes)) return failure('docx-password');
  if (!isZip(bytes)) return failure('docx-not-zip');
  const unzipped = unzipSafely(bytes, (name) => neededPart.test(name));
  if (!unzipped.ok) return unzipped.error ? { ok: false, error: unzipped.error } : failure('docx-damaged');
  const parts = unzipped.value;
  if (![...parts.keys()].some((name) => /^word\/document\d{0,2}\.xml$/.test(name))) return failure('docx-damaged');
  for (const part of parts.values()) {
    if (isUnsafeXml(part)) return failure('xml-unsafe');
    if (part.length > largestPart)
      return failure('file-too-large', { sizeMb: Math.ceil(part.length / 1e6), limitMb: largestPart / 1e6 });
  }
  const packed = zipSync(Object.fromEntries(parts), { level: 0 });
  let html: string;
  try {
    const arrayBuffer = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer;
    html = (
      await mammoth.convertToHtml(
        { arrayBuffer },
        { styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: noImages },
      )
    ).value;
  } catch {
    return failure('docx-damaged');
  }
  const body = parsePage(html)?.document.body;
  const blocks = body ? blocksOfHtml(body, { pageLang: null, skip: isNoteMark }) : flatBlocks(html);
  const title =
    blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ?? coreTitle(parts.get('docProps/core.xml'));
  return success({ title, outlet: null, date: null, lang: null, warnings: [], blocks });
}

const noImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/** `[1]` in the text and the arrow back after the note: marks for paper, which would only disturb search and alignment. */
function isNoteMark(element: { localName: string; getAttribute(name: string): string | null }): boolean {
  return element.localName === 'a' && /^#(?:foot|end)note-/.test(element.getAttribute('href') ?? '');
}

function coreTitle(part: Uint8Array | undefined): string | null {
  if (!part || part.length > 100_000) return null;
  const found = /<dc:title>([^<]{1,500})<\/dc:title>/.exec(strFromU8(part));
  return foldWhiteSpace(decodeEntities(found?.[1] ?? '')) || null;
}
