/**
 * The single way in for files: bytes and a name to a document, or to a failure that a reader can be told. The content decides
 * about the format first, the extension second. Runs where there is no DOM and no Node: in a worker of the window or of the host.
 */
import { failure, type Result, success } from '../model/result';
import type { Block, ImportedDocument } from '../model/text';
import { countBidiControls, stripBidiControls } from '../text/direction';
import { docxImporter, isCompoundFile, isZip } from './docx';
import { decodeText } from './encoding';
import { htmlImporter, readHtmlFragment } from './html';
import type { DecodedText, ImportedParts, Importer, ImportOptions } from './importer';
import { detectLanguage, primaryLanguage } from './language';
import { markdownImporter } from './markdown';
import { plainTextImporter } from './plain-text';
import { foldWhiteSpace } from './white-space';

const importers: readonly Importer[] = [docxImporter, htmlImporter, markdownImporter, plainTextImporter];

/** Some three million words: far beyond any report, and what an importer gets through in seconds. */
export const maxTextBytes = 16_000_000;

const toMb = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;

/** Failures: file-empty, file-binary, file-too-large {name, sizeMb, limitMb}, file-format-unknown {name}, no-text-found, docx-*, zip-*, xml-unsafe. */
export async function importBytes(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Result<ImportedDocument>> {
  const name = stripBidiControls(fileName).slice(0, 255);
  const outcome = await readBytes(bytes, name, options);
  if (outcome.ok) return outcome;
  return { ok: false, error: { code: outcome.error.code, params: { name, ...outcome.error.params } } };
}

async function readBytes(bytes: Uint8Array, name: string, options: ImportOptions): Promise<Result<ImportedDocument>> {
  if (bytes.length === 0) return failure('file-empty');
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const binary = findBinary(bytes, extension, options);
  if (binary) {
    if (bytes.length > binary.maxBytes) return tooLarge(bytes.length, binary.maxBytes);
    if (binary === docxImporter && isZip(bytes) && extension !== 'docx' && !namesPart(bytes, 'word/'))
      return failure('file-format-unknown');
    const parts = await binary.read(bytes);
    return parts.ok ? complete(parts.value, binary.format, null, options) : parts;
  }
  if (isForeign(bytes)) return failure('file-format-unknown');
  if (bytes.length > maxTextBytes) return tooLarge(bytes.length, maxTextBytes);
  const decoded = decodeText(bytes, options.encoding);
  if (isBinaryText(decoded.text)) return failure('file-binary');
  const importer = findTextImporter(decoded.text, extension, options);
  const parts = importer.read(decoded.text);
  return parts.ok ? complete(parts.value, importer.format, decoded, options) : parts;
}

const tooLarge = (bytes: number, limit: number): Result<never> =>
  failure('file-too-large', { sizeMb: toMb(bytes), limitMb: toMb(limit) });

function findBinary(bytes: Uint8Array, extension: string, options: ImportOptions) {
  for (const importer of importers) {
    if (importer.kind !== 'binary') continue;
    const wanted = options.format ? options.format === importer.format : importer.extensions.includes(extension);
    if (wanted || (!options.format && importer.recognises(bytes))) return importer;
    if (importer === docxImporter && isCompoundFile(bytes) && namesPart(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e'))
      return importer;
  }
  return null;
}

/** PDF, PostScript, old Word, RTF: text in them is there, but not for us to read yet. */
function isForeign(bytes: Uint8Array): boolean {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8));
  return isCompoundFile(bytes) || ['%PDF-', '%!PS', '{\\rtf', 'Rar!'].some((magic) => head.startsWith(magic));
}

function namesPart(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < name.length && bytes[at + same] === name.charCodeAt(same)) same += 1;
    if (same === name.length) return true;
  }
  return false;
}

/** Text holds no NUL and next to no controls; a picture or a program is full of them in any decoding. */
function isBinaryText(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0x7f) controls += 1;
  }
  return controls > 4 && controls > text.length / 100;
}

function findTextImporter(text: string, extension: string, options: ImportOptions) {
  const texts = importers.filter((importer) => importer.kind === 'text');
  const head = text.slice(0, 8192);
  return (
    texts.find((importer) => importer.format === options.format) ??
    texts.find((importer) => importer.recognises(head)) ??
    texts.find((importer) => importer.extensions.includes(extension)) ??
    plainTextImporter
  );
}

function complete(
  parts: ImportedParts,
  format: ImportedDocument['format'],
  decoded: DecodedText | null,
  options: ImportOptions,
): Result<ImportedDocument> {
  const blocks = parts.blocks.filter((block) => block.text !== '');
  const text = contentOf(blocks);
  if (!blocks.some((block) => !block.boilerplate && /[\p{L}\p{N}]/u.test(block.text))) return failure('no-text-found');
  const warnings = new Set([...(decoded?.warnings ?? []), ...parts.warnings]);
  if (blocks.some((block) => countBidiControls(block.text) > 0)) warnings.add('bidi-controls');
  const language = chooseLanguage(text, parts.lang, options.lang);
  if (language.lang === 'und') warnings.add('language-unsure');
  return success({
    format,
    title: cleanName(parts.title),
    outlet: cleanName(parts.outlet),
    date: parts.date,
    lang: language.lang,
    langConfidence: language.confidence,
    encoding: decoded?.encoding ?? null,
    encodingConfidence: decoded?.confidence ?? 1,
    encodingChoices: decoded?.choices ?? [],
    warnings: [...warnings],
    blocks,
  });
}

const cleanName = (name: string | null): string | null =>
  name ? foldWhiteSpace(stripBidiControls(name)).slice(0, 300) || null : null;

/** Enough of the text for its language to show; rules and the like left out. */
function contentOf(blocks: Block[]): string {
  const parts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (block.boilerplate) continue;
    parts.push(block.text.slice(0, 20_000));
    length += block.text.length;
    if (length > 20_000) break;
  }
  return parts.join('\n');
}

/** The reader's word counts most, then what the text clearly shows, then what the file declares: pages often declare their template's. */
function chooseLanguage(text: string, declared: string | null, wanted: string | undefined): { lang: string; confidence: number } {
  if (wanted) return { lang: wanted, confidence: 1 };
  const found = detectLanguage(text.replace(/https?:\/\/\S{1,2000}/g, ' '));
  const said = primaryLanguage(declared);
  if (!said) return found;
  if (said === found.lang) return { lang: said, confidence: Math.max(0.99, found.confidence) };
  return found.confidence >= 0.8 ? found : { lang: said, confidence: 0.7 };
}

/** What a person pasted: the clipboard's HTML where it has structure, else its text. Never fetched, never run. */
export async function importPasted(
  pasted: { html?: string; text?: string },
  options: ImportOptions = {},
): Promise<Result<ImportedDocument>> {
  const { html = '', text = '' } = pasted;
  if (html.length + text.length > maxTextBytes) return tooLarge(html.length + text.length, maxTextBytes);
  const asUnicode = { ...options, encoding: 'utf-8' };
  const fragment = html.trim() ? complete(readHtmlFragment(html), 'html', null, options) : null;
  if (fragment?.ok && fragment.value.blocks.length > 1) return fragment;
  const plain = text.trim() ? await readBytes(new TextEncoder().encode(text), '', asUnicode) : null;
  return plain?.ok ? plain : (fragment ?? plain ?? failure('file-empty'));
}
