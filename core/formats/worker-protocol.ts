/**
 * What a worker that imports is told and answers. The window's worker and the command line's both bind `answerImportRequest`
 * to their own message port; a worker that answers too late or not at all is ended by whoever started it.
 */
import { failure, type Result } from '../model/result';
import type { ImportedDocument } from '../model/text';
import type { SegmentedText } from '../segment/segment';
import { segmentDocument } from '../segment/segment';
import { importBytes, importPasted } from './import';
import type { ImportOptions } from './importer';

export type ImportRequest =
  | { id: number; kind: 'file'; bytes: Uint8Array; fileName: string; options?: ImportOptions }
  | { id: number; kind: 'pasted'; pasted: { html?: string; text?: string }; options?: ImportOptions };

export interface ImportOutcome {
  document: ImportedDocument;
  /** The document's blocks as they will be stored, boilerplate marked. */
  segmented: SegmentedText;
}
export interface ImportResponse {
  id: number;
  result: Result<ImportOutcome>;
}

/** Never rejects: a bug in an importer ends as `internal`, and the worker lives on. */
export async function answerImportRequest(request: ImportRequest): Promise<ImportResponse> {
  const { id } = request;
  try {
    const imported =
      request.kind === 'file'
        ? await importBytes(request.bytes, request.fileName, request.options)
        : await importPasted(request.pasted, request.options);
    if (!imported.ok) return { id, result: imported };
    const document = imported.value;
    return { id, result: { ok: true, value: { document, segmented: segmentDocument(document.blocks, document.lang) } } };
  } catch {
    return { id, result: failure('internal') };
  }
}
