/**
 * Calls of exports and imports of whole reports. Files are read in the window, where there is no Node; what comes here has been
 * checked by the importers and is checked again. The window never learns where a file was saved but its name.
 */
import { z } from 'zod';
import { exportFormats, exportPurposes, type TransferKind, transferCodes, transferKinds } from '../model/exchange';
import { codeId, maxVersions, reportId, reportPartShape, versionId, versionInfoShape } from '../model/report-shapes';
import { changeOutcome, fileToken, jobId, transferId } from './schemas';

const whole = z.int().nonnegative();
const bytes = z.instanceof(Uint8Array<ArrayBufferLike>);

export const transferReport = z.object({
  taken: z.object(Object.fromEntries(transferKinds.map((kind) => [kind, whole])) as Record<TransferKind, typeof whole>),
  left: z.array(z.object({ code: z.enum(transferCodes), count: whole, examples: z.array(z.string().max(200)).max(5) })),
});

const exportRequest = z.object({
  reportId,
  format: z.enum(exportFormats),
  /** Columns wanted, in their order; all of the report's when left out. */
  versionIds: z.array(versionId).min(1).max(maxVersions).optional(),
  notes: z.boolean(),
});
export type ExportRequest = z.infer<typeof exportRequest>;

const places = z.array(whole).max(2_000_000);
const linkedRow = z.object({ cells: z.tuple([places, places]), score: z.number().min(0).max(1).nullable() });

export const exchangeCalls = {
  /**
   * What an export would give: its size, how it begins, what it holds and what it has to leave. Errors: too-few-versions,
   * too-many-versions, version-not-found, no-text-found (a codebook without codes), cancelled.
   */
  'export.preview': {
    input: exportRequest,
    output: z.object({
      files: z.array(z.object({ name: z.string(), sizeBytes: whole })),
      report: transferReport,
      /** How the (first) file begins, for formats that are text. */
      excerpt: z.string().nullable(),
      /** The first rows, for formats that are not: a cell is its text, null where the version has none. */
      sample: z.array(z.array(z.string().nullable())),
    }),
  },
  /** The files themselves. The main process writes them where a person says. */
  'export.make': {
    input: exportRequest,
    output: z.object({
      files: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes })),
      report: transferReport,
    }),
  },
  /** Makes the files and asks where to save them. `saved` is empty when the person gave no place. Errors also: file-unwritable, disk-full. */
  'export.run': {
    input: exportRequest,
    output: z.object({ saved: z.array(z.string()), report: transferReport }),
  },
  /** Saves what the window has made itself, such as a list of results. Null: the person gave no place. Errors: file-unwritable, disk-full. */
  'files.save': {
    input: z.object({ name: z.string().min(1).max(255), bytes }),
    output: z.object({ name: z.string().nullable() }),
  },
  /** Saves what the window shows for print as PDF. Null: the person gave no place. Errors: file-unwritable, disk-full. */
  'files.savePdf': {
    input: z.object({ name: z.string().min(1).max(255) }),
    output: z.object({ name: z.string().nullable() }),
  },
  /** One file for an open report, for files.read: another reader's notes, a codebook, rows of another aligner. */
  'files.chooseExchange': {
    input: z.object({ kind: z.enum(['notes', 'codebook', 'rows']) }),
    output: z.object({ file: z.object({ token: fileToken, name: z.string() }).nullable() }),
  },
  /** Stops what is being made: the preview, or the export itself. */
  'export.cancel': { input: z.object({ what: z.enum(exportPurposes) }), output: z.object({}) },

  /** Where a package's report stands already. */
  'exchange.find': { input: z.object({ reportId }), output: z.object({ known: z.enum(['library', 'bin']).nullable() }) },
  /**
   * One part of a report that is to be imported, the head first: in one piece a long report would keep the host from everything else.
   * The host holds one such report; another head, or `drop`, lets it go.
   */
  'exchange.sendPart': { input: z.object({ transfer: transferId, part: reportPartShape }), output: z.object({}) },
  'exchange.drop': { input: z.object({ transfer: transferId }), output: z.object({}) },
  /**
   * Stores the report that was sent, as it is; under new ids where `copy` says so or any of its ids is taken. A job; given up or failed,
   * it leaves nothing. Errors: exchange-damaged.
   */
  'exchange.importReport': { input: z.object({ transfer: transferId, copy: z.boolean() }), output: z.object({ jobId }) },
  /** What a file of notes, codes or rows is read against, in the window's worker. */
  'exchange.target': {
    input: z.object({ reportId }),
    output: z.object({
      texts: z.object({
        report: z.object({ id: reportId }),
        versions: z.array(z.object({ info: versionInfoShape, text: z.string() })),
        /** The library's codebook. */
        codes: z.array(z.object({ id: codeId })),
      }),
    }),
  },
  /**
   * Gives a report of two versions other rows, in which each of its segments stands once; one step to undo. Errors:
   * edit-impossible for a report of more versions, exchange-damaged for rows that are none of its own.
   */
  'exchange.importRows': {
    input: z.object({ reportId, rows: z.array(linkedRow).max(4_000_000) }),
    output: z.object({ outcome: changeOutcome }),
  },
} as const;
