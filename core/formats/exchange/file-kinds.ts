/** What a file's name says about it, without loading any of the importers. */

/** Endings of files that hold a whole report: packages, translation memories, tables. */
const reportExtensions = ['triptych', 'tmx', 'xlf', 'xliff', 'csv', 'tsv', 'xlsx'];

/** True for a file that makes a report by itself; false for the text of one version and for what belongs to a report. */
export const isReportFile = (fileName: string): boolean =>
  reportExtensions.includes(/\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? '');
