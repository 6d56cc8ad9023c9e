/** Calls for a new revision of a version: another text of the same version takes the place of the old one. */
import { z } from 'zod';
import { codingId, jobId, newVersion, noteId, reportId, rowId, versionId } from './schemas';

/**
 * What a reader should look at: `gone` text that the revision no longer has, `rewritten` a paragraph that became another one or
 * nearly so, `new` a paragraph that the old text lacked.
 */
export const rowReasons = ['gone', 'rewritten', 'new'] as const;
const excerpt = z.string().max(400);

export const revisionOutcome = z.object({
  /** Paragraphs as they were, touched up, new, and left out. */
  counts: z.object({ same: z.int(), changed: z.int(), added: z.int(), gone: z.int() }),
  rows: z.array(
    z.object({
      /** Null when nothing is left of the row. */
      rowId: rowId.nullable(),
      reason: z.enum(rowReasons),
      /** The old text for `gone`, else the new one. */
      text: excerpt,
    }),
  ),
  /** Notes with passages that the new text no longer has; they are kept with their quotations. */
  notes: z.array(z.object({ noteId, body: excerpt, quotes: z.array(excerpt) })),
  codings: z.array(z.object({ codingId, quote: excerpt })),
});
export type RevisionOutcome = z.infer<typeof revisionOutcome>;

export const revisionCalls = {
  /**
   * Rows, notes, codings and what was confirmed go over to the new text; the old one stays stored, and undo brings it back. Ends
   * like report.create: `unrelated` when hardly anything of the old text is left.
   */
  'version.revise': {
    input: z.object({ reportId, versionId, version: newVersion, acceptUnrelated: z.boolean() }),
    output: z.object({ jobId }),
  },
  /** Revisions of the versions that the report has now, newest first. */
  'revisions.list': {
    input: z.object({ reportId }),
    output: z.object({
      revisions: z.array(z.object({ versionId, previousId: versionId, madeAtMs: z.number(), outcome: revisionOutcome })),
    }),
  },
} as const;
