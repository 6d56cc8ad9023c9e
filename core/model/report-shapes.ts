/**
 * zod shapes of a whole report, its notes and its codes: what a file of ours may hold and what the window may hand to the host.
 * The one place where their limits stand; the types beside them are those of report-data.ts, note.ts and code.ts.
 */
import { z } from 'zod';
import type { CodeId, CodingId, NoteId, ReportId, RowId, VersionId } from './ids';

const id = <T>() => z.uuid() as unknown as z.ZodType<T, T>;
export const reportId = id<ReportId>();
export const versionId = id<VersionId>();
export const noteId = id<NoteId>();
export const codeId = id<CodeId>();
export const codingId = id<CodingId>();
export const rowId = z.int().nonnegative() as unknown as z.ZodType<RowId, RowId>;

export const maxVersions = 8;
export const maxTextLength = 64 * 1024 * 1024;

const whole = z.int().nonnegative();
export const shortText = z.string().max(500);
/** BCP 47, primary subtag first. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export const span = z.tuple([whole, whole]).readonly();
export const alignmentKind = z.enum(['translation', 'event']);
export const noteScope = z.enum(['selection', 'cell', 'row']);
export const noteBody = z.string().max(200_000);
const personName = z.string().min(1).max(200);
/** Milliseconds that JavaScript's Date can hold. */
const time = z.number().min(-8.64e15).max(8.64e15);
const bytes = z.instanceof(Uint8Array<ArrayBufferLike>);

export const versionInfoShape = z.object({
  id: versionId,
  ordinal: whole.max(maxVersions - 1),
  lang: languageTag,
  direction: z.enum(['ltr', 'rtl']),
  title: shortText,
  outlet: shortText,
  date: z.string().max(40),
  fileName: z.string().max(255),
  format: z.string().max(40),
  encoding: z.string().max(40).nullable(),
  segmentCount: whole,
  related: z.boolean(),
});
export const reportHeadShape = z.object({ id: reportId, title: shortText, kind: alignmentKind, baseVersionId: versionId });
/** A segment by its place in the text. */
export const segmentShape = z.object({
  index: whole,
  kind: z.enum(['heading', 'paragraph', 'list-item', 'quotation']),
  level: z.int().min(1).max(6).exactOptional(),
  boilerplate: z.boolean(),
  start: whole,
  end: whole,
  sentences: z.array(span),
});
export const rowShape = z.object({
  id: rowId,
  cells: z.array(z.array(whole)).max(maxVersions),
  score: z.number().min(0).max(1).nullable(),
  status: z.enum(['automatic', 'confirmed', 'edited']),
});

const target = z.object({
  versionId,
  quote: z.object({ exact: z.string(), prefix: z.string().max(1000), suffix: z.string().max(1000) }),
  position: z.object({ start: whole, end: whole }),
});
const targets = z.array(target).max(500);
export const noteShape = z.object({
  id: noteId,
  reportId,
  scope: noteScope,
  body: noteBody,
  targets,
  createdAtMs: time,
  updatedAtMs: time,
  revision: z.int().positive(),
  author: personName.optional(),
});
export const revisionShape = z.object({ noteId, revision: z.int().positive(), body: noteBody, targets, savedAtMs: time });
export const codeShape = z.object({
  id: codeId,
  parentId: codeId.nullable(),
  name: shortText.min(1),
  description: z.string().max(20_000),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  order: whole,
});
export const codingShape = z.object({
  id: codingId,
  codeId,
  target,
  noteId: noteId.nullable(),
  coder: personName,
  createdAtMs: time,
});
export const notesShape = z.object({
  notes: z.array(noteShape).max(1_000_000),
  revisions: z.array(revisionShape).max(4_000_000),
});
export const codesShape = z.object({ codes: z.array(codeShape).max(100_000), codings: z.array(codingShape).max(4_000_000) });
/** Notes and codes of one reader. */
export const notesAndCodesShape = z.object({ ...notesShape.shape, ...codesShape.shape });

export const textShape = z.object({
  text: z.string().max(maxTextLength),
  segments: z.array(segmentShape).max(2_000_000),
});
export const rowsShape = z.array(rowShape).max(4_000_000);
const head = reportHeadShape;
const infos = z.array(versionInfoShape).min(1).max(maxVersions);
const wholeSegment = segmentShape.extend({ text: z.string() });
const ordinal = whole.max(maxVersions - 1);
const mostInPart = 10_000;
/** ReportPart of formats/exchange/report-parts.ts. */
export const reportPartShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('head'), report: head, versions: infos, total: whole.max(20_000_000) }),
  z.object({ type: z.literal('segments'), version: ordinal, segments: z.array(wholeSegment).max(mostInPart) }),
  z.object({ type: z.literal('original'), version: ordinal, fileName: z.string().max(255), bytes }),
  z.object({ type: z.literal('rows'), rows: z.array(rowShape).max(mostInPart) }),
  z.object({
    type: z.literal('notes'),
    notes: z.array(noteShape).max(mostInPart),
    revisions: z.array(revisionShape).max(mostInPart),
    codes: z.array(codeShape).max(mostInPart),
    codings: z.array(codingShape).max(mostInPart),
  }),
]);
