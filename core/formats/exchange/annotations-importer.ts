/** A file of Web Annotations as notes, codes and codings of a report that is there; merge-notes.ts puts them beside its own. */
import type { Code, Coding } from '../../model/code';
import type { CodeId, CodingId, NoteId } from '../../model/ids';
import type { Note } from '../../model/note';
import type { NoteRevision } from '../../model/report-data';
import { failure, success } from '../../model/result';
import { anchoring, bodyOf, creatorOf, idOfIri, noteOf, resolveTargets } from './annotation-reader';
import { type Annotation, annotationShape, collectionShape, describedCode, describedVersion } from './annotation-schema';
import { orderCodes } from './code-tree';
import type { ExchangeImporter } from './importer';
import { parseJson } from './parse-json';
import { stableUuid } from './stable-id';
import type { TransferLog } from './transfer-report';

function codesOf(items: readonly unknown[], log: TransferLog): Code[] {
  const codes = items.flatMap((item) => {
    const code = describedCode.safeParse(item);
    if (!code.success) {
      log.leave('code-without-name');
      return [];
    }
    const { id, parent, name, description, colour, order } = code.data;
    return [
      {
        id: idOfIri(id) as CodeId,
        parentId: parent === null ? null : (idOfIri(parent) as CodeId),
        name,
        description,
        colour,
        order,
      },
    ];
  });
  return orderCodes(codes);
}

const isCoding = ({ motivation, body }: Annotation): boolean =>
  (motivation ?? []).includes('classifying') && (body ?? []).some(({ source }) => source !== null);

export const annotationsImporter: ExchangeImporter = {
  id: 'annotations',
  extensions: ['jsonld', 'json'],
  maxBytes: 64 * 1024 * 1024,
  needsReport: true,
  read(bytes, options, log) {
    const { report: data } = options;
    if (!data) return failure('report-not-found');
    const json = parseJson(new TextDecoder().decode(bytes));
    if (json === undefined) return failure('exchange-damaged');
    const collection = collectionShape.safeParse(json);
    if (!collection.success) return failure('exchange-other');
    const described = collection.data.versions.flatMap((item) => {
      const version = describedVersion.safeParse(item);
      return version.success ? [[version.data.id, version.data] as const] : [];
    });
    const state = anchoring(data, log, new Map(described));
    const codes = codesOf(collection.data.codes, log);
    const known = new Set([...codes, ...data.codes].map(({ id }) => id));
    const notes: Note[] = [];
    const revisions: NoteRevision[] = [];
    const codings: Coding[] = [];
    for (const item of collection.data.items) {
      const annotation = annotationShape.safeParse(item);
      if (!annotation.success) {
        log.leave('annotation-not-understood', JSON.stringify(item).slice(0, 100));
        continue;
      }
      if (!isCoding(annotation.data)) {
        const read = noteOf(annotation.data, state);
        notes.push(read.note);
        revisions.push(...read.revisions);
        continue;
      }
      const { id, body, target, created } = annotation.data;
      const noteIri = annotation.data['triptych:note'];
      const targets = resolveTargets(target, state);
      const sources = (body ?? []).flatMap(({ source }) => (source === null ? [] : [source]));
      for (const [s, source] of sources.entries()) {
        const codeId = idOfIri(source) as CodeId;
        if (!known.has(codeId)) {
          log.leave('code-unknown', bodyOf(annotation.data) || source);
          continue;
        }
        targets.forEach((resolved, t) => {
          const name = id ?? JSON.stringify(annotation.data);
          // One coding a code and passage: only the first can have the annotation's own id.
          const codingId = s === 0 && t === 0 ? idOfIri(name) : stableUuid(`${name} ${s} ${t}`);
          codings.push({
            id: codingId as CodingId,
            codeId,
            target: resolved,
            noteId: noteIri ? (idOfIri(noteIri) as NoteId) : null,
            coder: creatorOf(annotation.data) ?? '—',
            createdAtMs: created ?? 0,
          });
        });
      }
    }
    log.take('notes', notes.length);
    log.take('codes', codes.length);
    log.take('codings', codings.length);
    return success({ kind: 'notes', notes, revisions, codes, codings });
  },
};
