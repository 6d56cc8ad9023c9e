/** Every expected failure. Each has a message `errors.<code>` in all locales (test/unit/renderer/locales.test.ts). */
export const errorCodes = [
  // files
  'file-empty',
  'file-binary',
  'file-too-large',
  'file-gone',
  'file-unreadable',
  'file-unwritable',
  'file-format-unknown',
  'docx-not-zip',
  'docx-damaged',
  'docx-password',
  'zip-too-large',
  'zip-unsafe',
  'xml-unsafe',
  'no-text-found',
  'import-stopped',
  // report
  'too-few-versions',
  'too-many-versions',
  'report-not-found',
  'version-not-found',
  'row-not-found',
  'note-not-found',
  'code-not-found',
  'other-report',
  'edit-impossible',
  'nothing-to-undo',
  'nothing-to-redo',
  'sample-not-found',
  // jobs
  'cancelled',
  'job-not-found',
  // library
  'library-newer',
  'library-not-ours',
  'library-damaged',
  'library-locked',
  'library-unwritable',
  'disk-full',
  'lexicon-damaged',
  // calls
  'invalid-input',
  'forbidden',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
