/** Files that can be chosen in the system's dialog, by what they are for. */
import type { FileKind } from './services/files';

/** Texts, and whole reports from other laptops and programs. */
const texts = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx'];
const reports = ['triptych', 'tmx', 'xlf', 'xliff', 'csv', 'tsv', 'xlsx'];

export const fileFilters: Readonly<Record<FileKind, { name: string; extensions: string[] }>> = {
  texts: { name: 'TXT, MD, HTML, DOCX, TMX, XLIFF, CSV, XLSX, Triptych', extensions: [...texts, ...reports] },
  notes: { name: 'Triptych, Web Annotation', extensions: ['triptych', 'jsonld', 'json'] },
  codebook: { name: 'QDC', extensions: ['qdc'] },
  rows: { name: 'Ladder, beads', extensions: ['ladder', 'beads', 'txt'] },
};
