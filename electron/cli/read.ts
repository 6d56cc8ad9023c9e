/** Files of the command line as segments: what the importer makes of them, or line by line. */
import path from 'node:path';
import { ExpectedError } from '../../core/model/result';
import type { ImportedDocument, Segment } from '../../core/model/text';
import { segmentDocument, segmentLines } from '../../core/segment/segment';
import { readWhole } from '../services/files';

/** Throws ExpectedError: the importers' failures. */
export async function importFile(
  file: string,
  lang: string | undefined,
): Promise<{ document: ImportedDocument; bytes: Uint8Array }> {
  // Loaded when wanted: aligning line files needs none of the importers.
  const { importBytes } = await import('../../core/formats/import');
  const bytes = await readWhole(file);
  const document = await importBytes(bytes, path.basename(file), lang ? { lang } : {});
  if (!document.ok) throw new ExpectedError(document.error.code, { name: path.basename(file), ...document.error.params });
  return { document: document.value, bytes };
}

export interface ReadText {
  lang: string;
  segments: Segment[];
}

export async function readText(file: string, unit: 'line' | 'paragraph', lang: string | undefined): Promise<ReadText> {
  if (unit === 'paragraph') {
    const { document } = await importFile(file, lang);
    return { lang: document.lang, segments: segmentDocument(document.blocks, document.lang).segments };
  }
  const { decodeText } = await import('../../core/formats/encoding');
  const { text } = decodeText(await readWhole(file));
  const known = lang ?? (await import('../../core/formats/language')).detectLanguage(text).lang;
  return { lang: known, segments: segmentLines(text, known).segments };
}
