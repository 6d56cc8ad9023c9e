/** zod shapes of what our own files say about a report. Everything read from a file passes through them. */
import { z } from 'zod';
import type { CodeId, CodingId, NoteId, ReportId, RowId, VersionId } from '../../model/ids';

const uuid = <T>() => z.uuid() as unknown as z.ZodType<T, T>;
const reportIdShape = uuid<ReportId>();
const versionIdShape = uuid<VersionId>();
const noteIdShape = uuid<NoteId>();
const codeIdShape = uuid<CodeId>();
const codingIdShape = uuid<CodingId>();
const whole = z.int().nonnegative();
const rowIdShape = whole as unknown as z.ZodType<RowId, RowId>;

export const maxVersions = 8;
const short = z.string().max(500);
/** Milliseconds that JavaScript's Date can hold. */
const time = z.number().min(-8.64e15).max(8.64e15);

const languageShape = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const versionInfoShape = z.object({
  id: versionIdShape,
  ordinal: whole.max(maxVersions - 1),
  lang: languageShape,
  direction: z.enum(['ltr', 'rtl']),
  title: short,
  outlet: short,
  date: z.string().max(40),
  fileName: z.string().max(255),
  format: z.string().max(40),
  encoding: z.string().max(40).nullable(),
  segmentCount: whole,
  related: z.boolean(),
});
export const reportHeadShape = z.object({
  id: reportIdShape,
  title: short,
  kind: z.enum(['translation', 'event']),
  baseVersionId: versionIdShape,
});
export const segmentShape = z.object({
  index: whole,
  kind: z.enum(['heading', 'paragraph', 'list-item', 'quotation']),
  level: z.int().min(1).max(6).optional(),
  boilerplate: z.boolean(),
  start: whole,
  end: whole,
  sentences: z.array(z.tuple([whole, whole]).readonly()),
});
export const rowShape = z.object({
  id: rowIdShape,
  cells: z.array(z.array(whole)).max(maxVersions),
  score: z.number().min(0).max(1).nullable(),
  status: z.enum(['automatic', 'confirmed', 'edited']),
});
const quoteShape = z.object({ exact: z.string(), prefix: z.string().max(1000), suffix: z.string().max(1000) });
const targetShape = z.object({
  versionId: versionIdShape,
  quote: quoteShape,
  position: z.object({ start: whole, end: whole }),
});
const bodyShape = z.string().max(200_000);
export const noteShape = z.object({
  id: noteIdShape,
  reportId: reportIdShape,
  scope: z.enum(['selection', 'cell', 'row']),
  body: bodyShape,
  targets: z.array(targetShape).max(500),
  createdAtMs: time,
  updatedAtMs: time,
  revision: z.int().positive(),
});
export const revisionShape = z.object({
  noteId: noteIdShape,
  revision: z.int().positive(),
  body: bodyShape,
  targets: z.array(targetShape).max(500),
  savedAtMs: time,
});
export const codeShape = z.object({
  id: codeIdShape,
  parentId: codeIdShape.nullable(),
  name: short.min(1),
  description: z.string().max(20_000),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  order: whole,
});
export const codingShape = z.object({
  id: codingIdShape,
  codeId: codeIdShape,
  target: targetShape,
  noteId: noteIdShape.nullable(),
  coder: z.string().min(1).max(200),
  createdAtMs: time,
});

/**
 * JSON from strangers: `__proto__` as a key is refused wherever it stands, and so is what nests too deeply to be walked.
 * Gives undefined for what is not JSON or not safe.
 */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, (key, value) => {
      if (key === '__proto__') throw new SyntaxError('__proto__');
      return value;
    });
  } catch {
    return undefined;
  }
}
