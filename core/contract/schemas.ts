/** zod shapes of what crosses between window and host. Limits here are the host's first line of defence. */
import { z } from 'zod';
import { errorCodes } from '../model/error-codes';
import type { FileToken, JobId, TransferId } from '../model/ids';
import { type UiLanguage, uiLanguages } from '../model/languages';
import {
  alignmentKind,
  codeId,
  codingId,
  languageTag,
  maxTextLength,
  maxVersions,
  noteBody,
  noteId,
  noteScope,
  reportId,
  rowId,
  shortText,
  span,
  versionId,
} from '../model/report-shapes';
import { moreDefaults, moreSettings } from './settings';

export {
  alignmentKind,
  codeId,
  codingId,
  languageTag,
  maxTextLength,
  maxVersions,
  noteBody,
  noteId,
  reportId,
  rowId,
  shortText,
  span,
  versionId,
};

const id = <T>() => z.uuid() as unknown as z.ZodType<T, T>;
export const jobId = id<JobId>();
export const transferId = id<TransferId>();
export const fileToken = id<FileToken>();

const segmentKind = z.enum(['heading', 'paragraph', 'list-item', 'quotation']);

export const failure = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const block = z.object({
  kind: segmentKind,
  level: z.int().min(1).max(6).optional(),
  text: z.string().min(1).max(maxTextLength),
  lang: z.string().max(35).optional(),
  boilerplate: z.boolean().optional(),
});
export const segment = z.object({
  index: z.int().nonnegative(),
  kind: segmentKind,
  level: z.int().min(1).max(6).optional(),
  boilerplate: z.boolean(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  sentences: z.array(span),
});

/** A version as the window hands it over: blocks are segmented by the host, original bytes are kept for later repair. */
export const newVersion = z.object({
  fileName: z.string().max(255),
  format: z.enum(['txt', 'md', 'html', 'docx']),
  encoding: z.string().max(40).nullable(),
  lang: languageTag,
  title: shortText,
  outlet: shortText,
  date: z.string().max(40),
  blocks: z.array(block).min(1).max(400_000),
  original: z.instanceof(Uint8Array<ArrayBufferLike>).refine((b) => b.byteLength <= 64 * 1024 * 1024),
});
export type NewVersion = z.infer<typeof newVersion>;

export const versionInfo = z.object({
  id: versionId,
  ordinal: z.int().nonnegative(),
  lang: languageTag,
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  segmentCount: z.int().nonnegative(),
  related: z.boolean(),
});
export const row = z.object({
  id: rowId,
  cells: z.array(z.array(z.int().nonnegative())),
  score: z.number().min(0).max(1).nullable(),
  status: z.enum(['automatic', 'confirmed', 'edited']),
});
export const rowPatch = z.object({ at: z.int().nonnegative(), remove: z.array(row), insert: z.array(row) });
export const reportInfo = z.object({
  id: reportId,
  title: z.string(),
  kind: alignmentKind,
  baseVersionId: versionId,
  rowCount: z.int().nonnegative(),
  versions: z.array(versionInfo),
});
export const reportSummary = z.object({
  id: reportId,
  title: z.string(),
  kind: alignmentKind,
  versions: z.array(z.object({ id: versionId, lang: languageTag, outlet: z.string(), title: z.string() })),
  rowCount: z.int().nonnegative(),
  noteCount: z.int().nonnegative(),
  createdAtMs: z.number(),
  openedAtMs: z.number().nullable(),
});

/** How a reader left a report: not part of undo. */
export const reportView = z.object({
  columns: z.array(z.object({ versionId, hidden: z.boolean(), width: z.number().min(0.2).max(5) })).max(maxVersions),
  position: z.object({ rowId, version: z.int().nonnegative(), offset: z.number() }).nullable(),
  notesOpen: z.boolean(),
  /** Level rows, or each version running on as its own text. */
  mode: z.enum(['rows', 'flow']).default('rows'),
  /** Columns that stay while the others follow the text. */
  frozen: z.array(versionId).max(maxVersions).default([]),
});
export type ReportViewState = z.infer<typeof reportView>;

export const settings = z.object({
  language: z.enum(uiLanguages),
  theme: z.enum(['system', 'paper', 'white', 'night', 'contrast']),
  /** Factor on the reading sizes of all scripts. */
  textScale: z.number().min(0.7).max(2.5),
  /** The reader's name as a coder, by which two coders are told apart. */
  coder: z.string().trim().min(1).max(200),
  ...moreSettings,
});
export type Settings = z.infer<typeof settings>;
export const defaultSettings = (language: UiLanguage): Settings => ({
  language,
  theme: 'system',
  textScale: 1,
  coder: { en: 'Reader', fr: 'Lecteur', ar: 'قارئ' }[language],
  ...moreDefaults(),
});

const position = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export const noteTarget = z.object({
  versionId,
  quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
  position,
  /** The quotation stands in the version's text no more, or the version is gone. */
  orphan: z.boolean().optional(),
});
/** A stretch of a version's text; the host makes the selectors. */
export const passage = position.extend({ versionId });
export const note = z.object({
  id: noteId,
  reportId,
  scope: noteScope,
  body: z.string(),
  targets: z.array(noteTarget),
  /** Who wrote it, where that is not this library's reader. */
  author: z.string().optional(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  revision: z.int().positive(),
});
export const newNote = z.object({
  reportId,
  scope: noteScope,
  body: noteBody,
  targets: z.array(passage).min(1).max(500),
  /** The stay in the editor that writes it: notes.update with the same one joins its undo step. */
  session: z.string().max(64).optional(),
});

export const rowEdit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('merge-next'), rowId }),
  z.object({ type: z.literal('split'), rowId, version: z.int().nonnegative(), segment: z.int().nonnegative() }),
  z.object({ type: z.literal('move-up'), rowId, version: z.int().nonnegative() }),
  z.object({ type: z.literal('move-down'), rowId, version: z.int().nonnegative() }),
  z.object({ type: z.literal('confirm'), rowId, confirmed: z.boolean() }),
  z.object({ type: z.literal('split-row'), rowId, cuts: z.array(z.int().nonnegative()).max(maxVersions) }),
  z.object({ type: z.literal('link'), rowId, version: z.int().nonnegative(), toRowId: rowId }),
  z.object({ type: z.literal('confirm-rows'), rowId, lastRowId: rowId, confirmed: z.boolean() }),
  z.object({ type: z.literal('merge-rows'), rowId, lastRowId: rowId }),
  z.object({ type: z.literal('shift-up'), rowId, lastRowId: rowId, version: z.int().nonnegative() }),
  z.object({ type: z.literal('shift-down'), rowId, lastRowId: rowId, version: z.int().nonnegative() }),
]);
export type RowEdit = z.infer<typeof rowEdit>;

/** What the next undo and redo would do; labels are keys under `history.` in the locales. */
export const historyLabels = [
  'merge-next',
  'split',
  'move-up',
  'move-down',
  'confirm',
  'split-row',
  'link',
  'confirm-rows',
  'merge-rows',
  'shift-up',
  'shift-down',
  'realign-rows',
  'note-create',
  'note-update',
  'note-delete',
  'note-restore',
  'note-passages',
  'note-revision',
  'notes-import',
  'bring-back',
  'code-create',
  'code-update',
  'code-move',
  'code-merge',
  'code-delete',
  'code-restore',
  'code-apply',
  'code-remove',
  'codes-import',
  'rows-import',
  'set-base',
  'set-boilerplate',
  'rename',
  'version-update',
  'realign',
  'add-version',
  'revise-version',
] as const;
export const historyState = z.object({
  undo: z.enum(historyLabels).nullable(),
  redo: z.enum(historyLabels).nullable(),
});
export type HistoryState = z.infer<typeof historyState>;
export type HistoryLabel = (typeof historyLabels)[number];

/** What a change did to the open report, so that the window mends its cache without reading all again. */
export const changeOutcome = z.object({
  /** Row patches in the order in which they apply; `reload` when the change is too wide for patches. */
  patches: z.array(rowPatch),
  reload: z.boolean(),
  /** Paragraphs that were marked as beside the text, or no longer are; their rows stay as they were. */
  boilerplate: z.array(z.object({ versionId, segment: z.int().nonnegative(), boilerplate: z.boolean() })).optional(),
  /** Notes, codes or what they are on. */
  notesChanged: z.boolean(),
  history: historyState,
  /** Place in reading order of the row to bring into view after undo or redo. */
  focusRow: z.int().nonnegative().nullable(),
});
export type ChangeOutcome = z.infer<typeof changeOutcome>;
