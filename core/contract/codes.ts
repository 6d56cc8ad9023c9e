/** Calls for codes, codings, two coders, and what notes have beside their words: passages, revisions, the bin. */
import { z } from 'zod';
import { codesShape, notesAndCodesShape } from '../model/report-shapes';
import { transferReport } from './exchange';
import { changeOutcome, codeId, codingId, note, noteId, noteTarget, passage, reportId, versionId } from './schemas';

const nothing = z.object({});
const codeName = z.string().trim().min(1).max(500);
const description = z.string().max(20_000);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const coderName = z.string().trim().min(1).max(200);

export const code = z.object({
  id: codeId,
  parentId: codeId.nullable(),
  name: z.string(),
  description: z.string(),
  colour,
  order: z.int().nonnegative(),
});
export const coding = z.object({
  id: codingId,
  codeId,
  target: noteTarget,
  noteId: noteId.nullable(),
  coder: z.string(),
  /** By this library's reader. */
  own: z.boolean(),
  createdAtMs: z.number(),
});
export type CodingView = z.infer<typeof coding>;

export const codeEdit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('create'), parentId: codeId.nullable(), name: codeName, description, colour }),
  z.object({
    type: z.literal('update'),
    codeId,
    name: codeName.optional(),
    description: description.optional(),
    colour: colour.optional(),
  }),
  /** `order`: place among the new parent's children, from zero. Not below itself: edit-impossible. */
  z.object({ type: z.literal('move'), codeId, parentId: codeId.nullable(), order: z.int().nonnegative() }),
  /** All passages of the code go to `into`, its children, too; the code goes to the bin. */
  z.object({ type: z.literal('merge'), codeId, into: codeId }),
  /** With all that stands below it, to the bin. Its passages wait there with it. */
  z.object({ type: z.literal('delete'), codeId }),
  z.object({ type: z.literal('restore'), codeId }),
]);
export type CodeEdit = z.infer<typeof codeEdit>;

const agreement = z.object({
  both: z.int(),
  onlyFirst: z.int(),
  onlySecond: z.int(),
  neither: z.int(),
  /** 0..1. */
  observed: z.number().nullable(),
  /** Null where Cohen's kappa is not defined. */
  kappa: z.number().nullable(),
});
export type AgreementView = z.infer<typeof agreement>;

const changed = z.object({ outcome: changeOutcome });

const theirNotes = notesAndCodesShape.extend({
  reportId,
  /** Whose notes these are where the file doesn't say; without it they are this reader's own. */
  coder: coderName.optional(),
});

export const codeCalls = {
  /** The codebook, parents before children, and the codings of one report. */
  'codes.list': {
    input: z.object({ reportId }),
    output: z.object({
      codes: z.array(code),
      codings: z.array(coding),
      /** Passages in all reports, by code. */
      uses: z.array(z.object({ codeId, count: z.int() })),
    }),
  },
  /** One undo step of the report from which it is made. */
  'codes.edit': { input: z.object({ reportId, edit: codeEdit }), output: z.object({ codeId, outcome: changeOutcome }) },
  /** Gives passages a code; those that have it from this reader are left as they are. */
  'codes.apply': {
    input: z.object({ reportId, codeId, passages: z.array(passage).min(1).max(500), noteId: noteId.optional() }),
    output: z.object({ applied: z.int(), outcome: changeOutcome }),
  },
  'codes.remove': { input: z.object({ reportId, codingIds: z.array(codingId).min(1).max(100_000) }), output: changed },
  'codes.bin': { input: nothing, output: z.object({ codes: z.array(code) }) },
  /** For good. */
  'codes.emptyBin': { input: nothing, output: z.object({ count: z.int() }) },
  /** Takes the codes of a codebook in that are not there yet, parents before children. The window has read the file. */
  'codes.import': {
    input: z.object({ reportId, codes: codesShape.shape.codes }),
    output: z.object({ report: transferReport, outcome: changeOutcome }),
  },
  /** What codings.import would do, with nothing done. */
  'codings.preview': {
    input: theirNotes,
    output: z.object({ report: transferReport, conflicts: z.int().nonnegative() }),
  },
  /**
   * Notes and codings from another laptop or another coder, read in the window from a Triptych package or Web Annotations of this
   * report. They are merged by id and revision; on conflict both are kept.
   */
  'codings.import': {
    input: theirNotes,
    output: z.object({
      report: transferReport,
      /** Notes kept twice: ours and theirs. */
      conflicts: z.array(z.object({ ours: noteId, theirs: noteId })),
      /** Coders of the codings that came in. */
      coders: z.array(z.string()),
      /** What the file has and the reader had put in the bin or taken off: left there. */
      setAside: z.object({ notes: z.array(noteId), codings: z.array(codingId), codes: z.array(codeId) }),
      /** Notes that came in and no longer find all their words. */
      orphans: z.int(),
      outcome: changeOutcome,
    }),
  },
  /** What an import left in the bin or off the passages because the reader had put it there. One step to undo. */
  'codes.bringBack': {
    input: z.object({
      reportId,
      notes: z.array(noteId).max(1_000_000),
      codings: z.array(codingId).max(4_000_000),
      codes: z.array(codeId).max(1_000_000),
    }),
    output: changed,
  },
  /** Agreement of two coders over the segments of the report; see docs/codes.md. */
  'codings.agreement': {
    input: z.object({ reportId, first: coderName, second: coderName }),
    output: z.object({
      units: z.int(),
      byCode: z.array(z.object({ codeId, agreement })),
      all: agreement,
      /** At most 5000. */
      differences: z.array(z.object({ codeId, coder: z.string(), versionId, start: z.int(), end: z.int() })),
      differenceCount: z.int(),
    }),
  },

  /** Replaces the passages of a note: `kept` are places in its present list, `added` come after them. */
  'notes.setPassages': {
    input: z.object({ noteId, kept: z.array(z.int().nonnegative()).max(500), added: z.array(passage).max(500) }),
    output: z.object({ note, outcome: changeOutcome }),
  },
  'notes.revisions': {
    input: z.object({ noteId }),
    output: z.object({
      revisions: z.array(
        z.object({
          revision: z.int().positive(),
          body: z.string(),
          deleted: z.boolean(),
          passages: z.int().nonnegative(),
          savedAtMs: z.number(),
        }),
      ),
    }),
  },
  /** Brings an earlier state back as a new revision. */
  'notes.restoreRevision': {
    input: z.object({ noteId, revision: z.int().positive() }),
    output: z.object({ note, outcome: changeOutcome }),
  },
  'notes.bin': { input: z.object({ reportId }), output: z.object({ notes: z.array(note) }) },
  'notes.restore': { input: z.object({ noteId }), output: z.object({ note, outcome: changeOutcome }) },
  /** For good. */
  'notes.emptyBin': { input: z.object({ reportId }), output: z.object({ count: z.int() }) },

  /** Shows the address as it goes out (ASCII) and opens it outside the app if the person agrees. Error: forbidden. */
  'links.open': { input: z.object({ address: z.string().max(4000) }), output: z.object({ opened: z.boolean() }) },
} as const;
