/**
 * Every call from window to host: name, input schema, output schema. The host's handler table is typed as the complete record,
 * the preload exposes exactly these names, and each outcome travels as a Result (core/model/result.ts).
 */
import { z } from 'zod';
import { codeCalls } from './codes';
import { exchangeCalls } from './exchange';
import { libraryCalls } from './library';
import { revisionCalls } from './revisions';
import { rowDetailCalls } from './row-details';
import {
  alignmentKind,
  changeOutcome,
  failure,
  fileToken,
  historyState,
  jobId,
  languageTag,
  maxVersions,
  newNote,
  newVersion,
  note,
  noteBody,
  noteId,
  reportId,
  reportInfo,
  reportSummary,
  reportView,
  row,
  rowEdit,
  rowId,
  segment,
  settings,
  shortText,
  versionId,
} from './schemas';
import { searchCalls } from './search';

const nothing = z.object({});
/**
 * The library was damaged and is whole again: `repaired` without loss, `restored` from the newest good backup, `salvaged` as far
 * as it could be read. The damaged file is kept beside it. The others warn of how synchronised folders handle open files.
 */
export const startNotices = [
  'library-repaired',
  'library-restored',
  'library-salvaged',
  'library-in-synced-folder',
  'library-conflicted-copy',
] as const;
export type StartNotice = (typeof startNotices)[number];
export const calls = {
  'app.start': {
    input: nothing,
    output: z.object({
      appVersion: z.string(),
      platform: z.string(),
      /** Where the library lives, for showing to the person only. */
      libraryFolder: z.string(),
      settings,
      /** Set when the library can't be used; the window then shows this and nothing else. */
      problem: failure.nullable(),
      /** Things to know that don't stop anything. */
      notices: z.array(z.enum(startNotices)),
    }),
  },
  'settings.update': { input: settings.partial(), output: settings },

  'files.choose': {
    input: nothing,
    output: z.object({ files: z.array(z.object({ token: fileToken, name: z.string(), sizeBytes: z.number() })) }),
  },
  /** Reads a chosen file whole. Errors: file-gone, file-unreadable, file-too-large, file-empty. */
  'files.read': {
    input: z.object({ token: fileToken }),
    output: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array<ArrayBufferLike>) }),
  },
  /** The files of a report that comes with the app; the window imports them like any others. */
  'samples.files': {
    input: z.object({ sample: z.enum(['ferry', 'udhr']) }),
    output: z.object({
      title: z.string(),
      kind: alignmentKind,
      files: z.array(
        z.object({
          name: z.string(),
          lang: languageTag,
          title: z.string(),
          outlet: z.string(),
          date: z.string(),
          bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
        }),
      ),
    }),
  },

  'reports.list': { input: nothing, output: z.object({ reports: z.array(reportSummary) }) },
  /**
   * Segments, aligns and stores a report. Answers at once; the job ends with event job.done. Nothing is stored before the
   * alignment is there, so a cancelled job leaves no trace. Without acceptUnrelated a version that reports something else
   * ends the job as `unrelated` with nothing stored.
   */
  'report.create': {
    input: z.object({
      title: shortText,
      kind: z.union([z.literal('auto'), alignmentKind]),
      versions: z.array(newVersion).min(2).max(maxVersions),
      acceptUnrelated: z.boolean(),
    }),
    output: z.object({ jobId }),
  },
  /** Adds a version; confirmed and edited rows stay as they are. Ends like report.create. */
  'report.addVersion': {
    input: z.object({ reportId, version: newVersion, acceptUnrelated: z.boolean() }),
    output: z.object({ jobId }),
  },
  /** Aligns again, with confirmed and edited rows as fixed points; undoable. */
  'report.realign': {
    input: z.object({ reportId, kind: z.union([z.literal('auto'), alignmentKind]) }),
    output: z.object({ jobId }),
  },
  /** Aligns the rows from one to the other again; those confirmed or edited stay, and so do all others. Undoable. */
  'report.realignRange': {
    input: z.object({ reportId, fromRowId: rowId, toRowId: rowId }),
    output: z.object({ jobId }),
  },
  'jobs.cancel': { input: z.object({ jobId }), output: nothing },

  'report.open': {
    input: z.object({ reportId }),
    output: z.object({
      report: reportInfo,
      view: reportView,
      history: historyState,
      /** Rows by what a reader looks for. */
      counts: z.object({ confirmed: z.int(), toCheck: z.int(), omissions: z.int() }),
    }),
  },
  /** A page of rows in reading order with the segments that they name, by version ordinal. */
  'report.rows': {
    input: z.object({ reportId, offset: z.int().nonnegative(), limit: z.int().min(1).max(2000) }),
    output: z.object({ offset: z.int(), rows: z.array(row), segments: z.array(z.array(segment)) }),
  },
  'report.rename': { input: z.object({ reportId, title: shortText.min(1) }), output: changeOutcome },
  /** Moves a report to the bin; report.restore brings it back whole. */
  'report.delete': { input: z.object({ reportId }), output: nothing },
  'report.restore': { input: z.object({ reportId }), output: nothing },
  'report.setBase': { input: z.object({ reportId, versionId }), output: changeOutcome },
  'report.setView': { input: z.object({ reportId, view: reportView }), output: nothing },
  'version.update': {
    input: z.object({
      reportId,
      versionId,
      lang: languageTag.optional(),
      title: shortText.optional(),
      outlet: shortText.optional(),
      date: z.string().max(40).optional(),
    }),
    output: changeOutcome,
  },
  'version.setBoilerplate': {
    input: z.object({ reportId, versionId, segment: z.int().nonnegative(), boilerplate: z.boolean() }),
    output: changeOutcome,
  },
  /** One after the other, as one step to undo; when one is impossible, none is done. */
  'rows.editMany': { input: z.object({ reportId, edits: z.array(rowEdit).min(1).max(1000) }), output: changeOutcome },
  /** Marks all that stands in the rows from one to the other, in all versions or one. */
  'rows.setBoilerplate': {
    input: z.object({
      reportId,
      fromRowId: rowId,
      toRowId: rowId,
      version: z.int().nonnegative().nullable(),
      boilerplate: z.boolean(),
    }),
    output: changeOutcome,
  },
  'rows.edit': { input: z.object({ reportId, edit: rowEdit }), output: changeOutcome },
  'history.undo': { input: z.object({ reportId }), output: changeOutcome },
  'history.redo': { input: z.object({ reportId }), output: changeOutcome },

  'notes.list': { input: z.object({ reportId }), output: z.object({ notes: z.array(note) }) },
  'notes.create': { input: newNote, output: z.object({ note, history: historyState }) },
  /** Changes that carry the same session (one stay in the editor) become one undo step. */
  'notes.update': {
    input: z.object({ noteId, body: noteBody, session: z.string().max(64) }),
    output: z.object({ note, history: historyState }),
  },
  'notes.delete': { input: z.object({ noteId }), output: z.object({ history: historyState }) },
  ...codeCalls,

  ...exchangeCalls,
  ...searchCalls,
  ...revisionCalls,
  ...libraryCalls,
  ...rowDetailCalls,
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export const callNames = Object.keys(calls) as CallName[];
export type { ChangeOutcome } from './schemas';
