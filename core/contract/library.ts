/** Calls for the library as a whole: the bin, collections of reports, files that the system asked to open. */
import { z } from 'zod';
import type { CollectionId } from '../model/ids';
import { alignmentKind, fileToken, languageTag, reportId, versionId } from './schemas';

const nothing = z.object({});
export const collectionId = z.uuid() as unknown as z.ZodType<CollectionId, CollectionId>;
const collectionName = z.string().trim().min(1).max(200);

export const libraryCalls = {
  /** Deleted reports, the last deleted first. */
  'report.listBin': {
    input: nothing,
    output: z.object({
      reports: z.array(
        z.object({
          id: reportId,
          title: z.string(),
          kind: alignmentKind,
          versions: z.array(z.object({ id: versionId, lang: languageTag, outlet: z.string(), title: z.string() })),
          noteCount: z.int().nonnegative(),
          deletedAtMs: z.number(),
        }),
      ),
    }),
  },
  /** Deletes a report that is in the bin for good, with its notes. Error: report-not-found. */
  'report.purge': { input: z.object({ reportId }), output: nothing },
  'report.emptyBin': { input: nothing, output: z.object({ count: z.int().nonnegative() }) },

  /** By name. Reports in the bin are not among the members, and come back with the report. */
  'collections.list': {
    input: nothing,
    output: z.object({
      collections: z.array(z.object({ id: collectionId, name: z.string(), reportIds: z.array(reportId) })),
    }),
  },
  'collections.create': {
    input: z.object({ name: collectionName, reportIds: z.array(reportId).max(100_000) }),
    output: z.object({ collectionId }),
  },
  'collections.rename': { input: z.object({ collectionId, name: collectionName }), output: nothing },
  /** The reports stay. */
  'collections.delete': { input: z.object({ collectionId }), output: nothing },
  'collections.put': { input: z.object({ collectionId, reportId, member: z.boolean() }), output: nothing },

  /** Files that the system or the command line asked to open and that were not taken yet; event files.opened says that there are. */
  'files.opened': {
    input: nothing,
    output: z.object({ files: z.array(z.object({ token: fileToken, name: z.string(), sizeBytes: z.number() })) }),
  },
} as const;
