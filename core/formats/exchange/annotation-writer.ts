/**
 * Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/). Offsets count code points there, UTF-16 units
 * here. Terms of our own stand under the prefix `triptych`, which the context declares.
 */
import type { Coding } from '../../model/code';
import type { NoteId, VersionId } from '../../model/ids';
import type { Note, NoteTarget } from '../../model/note';
import type { NoteRevision, ReportData, ReportTexts } from '../../model/report-data';
import { type CodePointMap, codePointMap } from './code-points';

export const annotationContext = ['http://www.w3.org/ns/anno.jsonld', { triptych: 'urn:triptych:terms:' }] as const;
export const urn = (id: string): string => `urn:uuid:${id}`;
const isoTime = (ms: number): string => new Date(ms).toISOString();

/** Maps are made once a text: a report with thousands of notes asks for them again and again. */
const maps = new WeakMap<ReportTexts, Map<VersionId, CodePointMap>>();
export function mapOf(data: ReportTexts, versionId: VersionId): CodePointMap {
  const known = maps.get(data) ?? new Map<VersionId, CodePointMap>();
  maps.set(data, known);
  const map = known.get(versionId) ?? codePointMap(data.versions.find(({ info }) => info.id === versionId)?.text ?? '');
  known.set(versionId, map);
  return map;
}

function targetOf(data: ReportData, { versionId, quote, position }: NoteTarget) {
  const map = mapOf(data, versionId);
  return {
    type: 'SpecificResource',
    source: urn(versionId),
    selector: [
      { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      { type: 'TextPositionSelector', start: map.toCodePoints(position.start), end: map.toCodePoints(position.end) },
    ],
  };
}

const revisionOf = (data: ReportData, { revision, body, targets, savedAtMs }: NoteRevision) => ({
  'triptych:revision': revision,
  modified: isoTime(savedAtMs),
  body,
  target: targets.map((target) => targetOf(data, target)),
});

const person = (name: string) => ({ type: 'Person', name });

/** Looked up once a report: thousands of notes each ask for their own. */
const histories = new WeakMap<ReportData, ReadonlyMap<NoteId, NoteRevision[]>>();
function historyOf(data: ReportData, noteId: NoteId): readonly NoteRevision[] {
  const known = histories.get(data);
  if (known) return known.get(noteId) ?? [];
  const byNote = new Map<NoteId, NoteRevision[]>();
  for (const revision of data.revisions) byNote.set(revision.noteId, [...(byNote.get(revision.noteId) ?? []), revision]);
  histories.set(data, byNote);
  return byNote.get(noteId) ?? [];
}

export function annotationOf(data: ReportData, note: Note) {
  const history = historyOf(data, note.id);
  return {
    id: urn(note.id),
    type: 'Annotation',
    motivation: 'commenting',
    ...(note.author ? { creator: person(note.author) } : {}),
    created: isoTime(note.createdAtMs),
    modified: isoTime(note.updatedAtMs),
    body: [{ type: 'TextualBody', value: note.body, format: 'text/markdown', purpose: 'commenting' }],
    target: note.targets.map((target) => targetOf(data, target)),
    'triptych:scope': note.scope,
    'triptych:revision': note.revision,
    ...(history.length > 0 ? { 'triptych:history': history.map((revision) => revisionOf(data, revision)) } : {}),
  };
}

export function codingAnnotationOf(data: ReportData, coding: Coding) {
  return {
    id: urn(coding.id),
    type: 'Annotation',
    motivation: 'classifying',
    creator: person(coding.coder),
    created: isoTime(coding.createdAtMs),
    body: [{ type: 'SpecificResource', source: urn(coding.codeId), purpose: 'classifying' }],
    target: [targetOf(data, coding.target)],
    ...(coding.noteId ? { 'triptych:note': urn(coding.noteId) } : {}),
  };
}
