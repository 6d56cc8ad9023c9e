/** Files that can be imported, for the system's dialog. */
export const fileFilter = {
  name: 'TXT, MD, HTML, DOCX',
  extensions: ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx'],
};
