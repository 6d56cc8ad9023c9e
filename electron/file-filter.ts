/** Files that can be imported, for the system's dialog: texts, and whole reports from other laptops and programs. */
const texts = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx'];
const reports = ['triptych', 'tmx', 'xlf', 'xliff', 'csv', 'tsv', 'xlsx'];

export const fileFilter = {
  name: 'TXT, MD, HTML, DOCX, TMX, XLIFF, CSV, XLSX, Triptych',
  extensions: [...texts, ...reports],
};
