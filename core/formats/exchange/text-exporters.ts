/** Plain text and Markdown: for reading, mailing and keeping; neither is read back as rows. */
import type { ReportData } from '../../model/report-data';
import { success } from '../../model/result';
import { type TableRow, versionName } from './columns';
import type { Exporter, ResolvedOptions } from './exporter';
import type { NumberedNote } from './note-marks';
import { type Page, pageOf } from './page';
import { countTable } from './transfer-counts';
import type { TransferLog } from './transfer-report';

function countedPage(data: ReportData, options: ResolvedOptions, log: TransferLog): Page {
  const page = pageOf(data, options);
  countTable(data, page.columns, page.rows, page.marks, log);
  return page;
}

const refs = (numbers: readonly number[]): string => numbers.map((n) => `[${n}]`).join('');

/** A cell with the numbers of its notes where the noted passages end. */
function annotated(page: Page, cell: TableRow['cells'][number], write: (text: string) => string, lineBreak: string): string {
  const { marks } = page;
  if (!marks) return cell.map((s) => write(s.text)).join(lineBreak);
  return cell
    .map((segment) =>
      marks
        .pieces(segment)
        .map((piece) => write(piece.text) + (piece.ends.length > 0 ? write(refs(piece.ends)) : ''))
        .join(''),
    )
    .join(lineBreak);
}

const noteBody = ({ note, codes }: NumberedNote): string =>
  [note.body.trim(), codes.map((c) => `#${c}`).join(' ')].filter(Boolean).join('\n');

export const txtExporter: Exporter = {
  id: 'txt',
  extension: 'txt',
  mediaType: 'text/plain;charset=utf-8',
  versions: 'any',
  export(data, options, log) {
    const page = countedPage(data, options, log);
    const { labels } = options;
    // Labels stand on lines of their own: each paragraph then takes its direction from its own first strong letter.
    const parts = [data.report.title, '', ...page.columns.map((column) => `${column.version.info.lang}\n${versionName(column)}`)];
    page.rows.forEach((row, i) => {
      options.tick();
      parts.push('', `=== ${i + 1} ===`);
      page.columns.forEach((column, c) => {
        const cell = row.cells[c] ?? [];
        parts.push('', `[${column.version.info.lang}]`);
        parts.push(cell.length > 0 ? annotated(page, cell, (t) => t, '\n') : `(${labels.absent})`);
      });
    });
    const notes = page.marks?.notes ?? [];
    if (notes.length > 0) {
      parts.push('', `=== ${labels.notes} ===`);
      for (const note of notes) {
        parts.push('', `[${note.number}]`, ...note.note.targets.map((t) => `“${t.quote.exact}”`), noteBody(note));
      }
    }
    const bytes = new TextEncoder().encode(`\uFEFF${parts.join('\n')}\n`);
    return success([{ name: `${options.name}.txt`, mediaType: this.mediaType, bytes }]);
  },
};

/** A text with nothing in it that CommonMark or GFM tables would read as a mark. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&').replace(/[\r\n]+/g, '<br>');

export const markdownExporter: Exporter = {
  id: 'md',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  versions: 'any',
  export(data, options, log) {
    const page = countedPage(data, options, log);
    const { labels } = options;
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const parts = [
      `# ${escapeMarkdown(data.report.title)}`,
      '',
      line(page.columns.map((column) => `${escapeMarkdown(versionName(column))} (${column.version.info.lang})`)),
      // GFM aligns columns in this line: right-to-left versions stand at their own edge.
      line(page.columns.map(({ version }) => (version.info.direction === 'rtl' ? '---:' : ':---'))),
      ...page.rows.map(({ cells }) => {
        options.tick();
        return line(
          cells.map((cell) =>
            cell.length > 0 ? annotated(page, cell, escapeMarkdown, '<br>') : `*${escapeMarkdown(labels.absent)}*`,
          ),
        );
      }),
    ];
    const notes = page.marks?.notes ?? [];
    if (notes.length > 0) {
      parts.push('', `## ${escapeMarkdown(labels.notes)}`, '');
      for (const note of notes) {
        const quotes = note.note.targets.map((t) => `“${escapeMarkdown(t.quote.exact)}”`).join(' · ');
        // Bodies are light Markdown already: they stay as written, set in under their number.
        parts.push(
          `${note.number}. ${quotes}`,
          '',
          ...noteBody(note)
            .split('\n')
            .map((l) => `   ${l}`),
          '',
        );
      }
    }
    const bytes = new TextEncoder().encode(`${parts.join('\n')}\n`);
    return success([{ name: `${options.name}.md`, mediaType: this.mediaType, bytes }]);
  },
};
