/**
 * Web Annotations to notes on a report that is there. A target is found by its version's id, else by what the file says of
 * the version, else by the one version that holds its quotation. In the text its position counts if its quotation stands
 * there, else the quotation itself; a quotation that is gone keeps its old position, so that the note lives on as an orphan.
 */
import type { NoteId } from '../../model/ids';
import type { Note, NoteTarget } from '../../model/note';
import type { NoteRevision, ReportTexts, VersionData } from '../../model/report-data';
import { type Annotation, type AnnotationTarget, annotationShape, type DescribedVersion } from './annotation-schema';
import { mapOf } from './annotation-writer';
import { targetOf } from './build-report';
import { stableUuid } from './stable-id';
import type { TransferLog } from './transfer-report';

/** UTF-16 units of text that one import may look through for lost quotations: some seconds of work at the very most. */
const searchBudget = 2_000_000_000;

type TextOfVersion = Pick<VersionData, 'info' | 'text'>;

export interface Anchoring {
  data: ReportTexts;
  described: ReadonlyMap<string, DescribedVersion>;
  log: TransferLog;
  budget: number;
}
export const anchoring = (
  data: ReportTexts,
  log: TransferLog,
  described: ReadonlyMap<string, DescribedVersion> = new Map(),
): Anchoring => ({
  data,
  described,
  log,
  budget: searchBudget,
});

const maxNameLength = 200;
const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** The UUID in an IRI, else one that follows from it. */
export const idOfIri = (iri: string): string => uuid.exec(iri)?.[1]?.toLowerCase() ?? stableUuid(iri);

function findQuotation(
  version: TextOfVersion,
  exact: string,
  prefix: string,
  suffix: string,
  near: number,
  state: Anchoring,
): number | null {
  if (exact === '' || state.budget <= 0) return null;
  const { text } = version;
  state.budget -= text.length;
  let best: { at: number; score: number } | null = null;
  for (let at = text.indexOf(exact), seen = 0; at >= 0 && seen < 1000; at = text.indexOf(exact, at + 1), seen += 1) {
    const before = prefix !== '' && text.slice(Math.max(0, at - prefix.length), at) === prefix ? 1 : 0;
    const after = suffix !== '' && text.startsWith(suffix, at + exact.length) ? 1 : 0;
    // Context weighs more than any distance.
    const score = before + after - Math.abs(at - near) / (2 * text.length + 1);
    if (!best || score > best.score) best = { at, score };
  }
  return best?.at ?? null;
}

function versionFor(source: string, exact: string, state: Anchoring): TextOfVersion | null {
  const { versions } = state.data;
  const id = uuid.exec(source)?.[1]?.toLowerCase();
  const same = versions.find(({ info }) => info.id === id);
  if (same) return same;
  const said = state.described.get(source);
  const alike = said ? versions.filter(({ info }) => info.lang === said.language) : versions;
  const named = said ? alike.filter(({ info }) => info.title === said.title && info.outlet === said.outlet) : [];
  if (named.length === 1) return named[0] ?? null;
  if (exact === '' || state.budget <= 0) return null;
  const holding = alike.filter(({ text }) => {
    state.budget -= text.length;
    return text.includes(exact);
  });
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

/** Null, with a word in the log, where nothing in the report answers to the target. */
function resolveTarget({ source, selectors }: AnnotationTarget, state: Anchoring): NoteTarget | null {
  const quote = selectors.find((s) => s?.type === 'TextQuoteSelector');
  const position = selectors.find((s) => s?.type === 'TextPositionSelector');
  if (!quote && !position) {
    state.log.leave('annotation-not-understood', source);
    return null;
  }
  const version = versionFor(source, quote?.exact ?? '', state);
  if (!version) {
    state.log.leave('version-unknown', quote?.exact ?? source);
    return null;
  }
  const map = mapOf(state.data, version.info.id);
  const clamp = (offset: number): number => Math.min(version.text.length, map.toUtf16(offset));
  const start = position ? clamp(position.start) : 0;
  const end = position ? Math.max(start, clamp(position.end)) : 0;
  if (!quote) return targetOf(version, start, end);
  const { exact, prefix, suffix } = quote;
  const asSaid: NoteTarget = { versionId: version.info.id, quote: { exact, prefix, suffix }, position: { start, end } };
  if (position && version.text.slice(start, end) === exact) return asSaid;
  const at = findQuotation(version, exact, prefix, suffix, start, state);
  if (at === null) {
    state.log.leave('quotation-not-found', exact);
    return asSaid;
  }
  if (position) state.log.leave('position-repaired', exact);
  return { ...asSaid, position: { start: at, end: at + exact.length } };
}

export const resolveTargets = (targets: readonly AnnotationTarget[], state: Anchoring): NoteTarget[] =>
  targets.flatMap((target) => resolveTarget(target, state) ?? []);

export function bodyOf(annotation: Annotation): string {
  const values = (annotation.body ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  return (annotation.bodyValue ?? values.join('\n\n')).slice(0, 200_000);
}

/** Null where the file names nobody. */
export function creatorOf({ creator }: Annotation): string | null {
  const [first] = creator ?? [];
  const name = typeof first === 'string' ? first : (first?.name ?? first?.id);
  return (name ?? '').trim().slice(0, maxNameLength) || null;
}

/** One annotation as a note with its history. */
export function noteOf(annotation: Annotation, state: Anchoring): { note: Note; revisions: NoteRevision[] } {
  const id = idOfIri(annotation.id ?? JSON.stringify(annotation)) as NoteId;
  const targets = resolveTargets(annotation.target, state);
  if (targets.length === 0) state.log.leave('note-without-target', bodyOf(annotation));
  const author = creatorOf(annotation);
  const createdAtMs = annotation.created ?? annotation.modified ?? 0;
  const note: Note = {
    id,
    reportId: state.data.report.id,
    scope: annotation['triptych:scope'] ?? 'selection',
    body: bodyOf(annotation),
    targets,
    createdAtMs,
    updatedAtMs: annotation.modified ?? createdAtMs,
    revision: annotation['triptych:revision'] ?? 1,
    ...(author === null ? {} : { author }),
  };
  const revisions = (annotation['triptych:history'] ?? []).map((r) => ({
    noteId: id,
    revision: r['triptych:revision'],
    body: r.body,
    targets: resolveTargets(r.target, state),
    savedAtMs: r.modified,
  }));
  return { note, revisions };
}

/** Notes that stand in one of our own files of another format. */
export function readOwnNotes(
  items: readonly unknown[],
  data: ReportTexts,
  log: TransferLog,
): { notes: Note[]; revisions: NoteRevision[] } {
  const state = anchoring(data, log);
  const notes: Note[] = [];
  const revisions: NoteRevision[] = [];
  for (const item of items) {
    const annotation = annotationShape.safeParse(item);
    if (!annotation.success) {
      log.leave('annotation-not-understood');
      continue;
    }
    const read = noteOf(annotation.data, state);
    notes.push(read.note);
    revisions.push(...read.revisions);
  }
  return { notes, revisions };
}
