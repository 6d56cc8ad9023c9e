/** The one table that CSV and XLSX share: a column a version, a row a row, and how it is read back. */

import type { ReportData } from '../../model/report-data';
import { maxVersions } from '../../model/report-shapes';
import { failure, type Result, success } from '../../model/result';
import { detectLanguage } from '../language';
import { buildReport, type DraftRow, type DraftSegment, languageTag } from './build-report';
import { type Column, cellText, type TableRow, versionName } from './columns';
import type { ExchangeContent, ExchangeImportOptions } from './importer';
import { languageNamed } from './language-names';
import type { NoteMarks } from './note-marks';
import { countReport } from './transfer-counts';
import type { TransferLog } from './transfer-report';

/** Names of the columns that hold no text; the same in every language, so that a file is read back anywhere. */
const extraColumns = ['#', 'score', 'status', 'notes'] as const;

/** `fr: Title — Outlet, date`, after which the language is known on import. */
const headingOf = (column: Column): string => {
  const name = versionName(column);
  const { lang } = column.version.info;
  return name === lang ? lang : `${lang}: ${name}`;
};

export interface TableCell {
  value: string;
  /** Of a version's text; null for numbers and the like. */
  column: number | null;
  /** Of our own words, but as long as a text. */
  long?: boolean;
}

export function tableOf(
  columns: readonly Column[],
  rows: readonly TableRow[],
  marks: NoteMarks | null,
  tick: () => void,
): TableCell[][] {
  const plain = (value: string): TableCell => ({ value, column: null });
  const head = [
    plain('#'),
    ...columns.map((column, c) => ({ value: headingOf(column), column: c })),
    plain('score'),
    plain('status'),
    ...(marks ? [{ ...plain('notes'), long: true }] : []),
  ];
  const noteText = (cells: TableRow['cells']): string => {
    if (!marks || marks.notes.length === 0) return '';
    return marks
      .notesOn(cells.flat())
      .map(({ number, note, codes }) => [`[${number}] ${note.body}`, ...codes.map((code) => `#${code}`)].join(' '))
      .join('\n');
  };
  return [
    head,
    ...rows.map(({ row, cells }, i) => {
      tick();
      return [
        plain(String(i + 1)),
        ...cells.map((cell, c) => ({ value: cellText(cell), column: c })),
        plain(row.score === null ? '' : row.score.toFixed(2)),
        plain(row.status),
        ...(marks ? [{ ...plain(noteText(cells)), long: true }] : []),
      ];
    }),
  ];
}

const statusOf = (value: string | undefined): DraftRow['status'] =>
  value === 'automatic' || value === 'confirmed' || value === 'edited' ? value : 'edited';

interface Head {
  /** Index in the table of each version's column. */
  columns: { index: number; lang: string; title: string }[];
  score: number;
  status: number;
  /** The table's first row is names, not text. */
  named: boolean;
}

/** The pattern below walks back from every hyphen: names are cut before it looks at them. */
const maxHeadingLength = 600;
const codedLanguage = /^\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*(?:[:(—-]\s*(.*))?$/;

/** What a column's heading says of it: a code ("fr: Title") or a name ("French (Title)"); `und` where it is neither. */
function namedColumn(heading: string): { lang: string; title: string } {
  const cut = heading.slice(0, maxHeadingLength);
  const code = codedLanguage.exec(cut);
  const coded = languageTag(code?.[1]);
  if (coded !== 'und') return { lang: coded, title: code?.[2] ?? '' };
  const mark = cut.search(/[:(—]/);
  const lang = languageNamed(mark < 0 ? cut : cut.slice(0, mark)) ?? 'und';
  return { lang, title: mark < 0 ? '' : cut.slice(mark + 1).trim() };
}

function headOf(table: readonly (readonly string[])[], options: ExchangeImportOptions, log: TransferLog): Head {
  const first = table[0] ?? [];
  const width = table.reduce((most, row) => Math.max(most, row.length), 0);
  const extra = first.map((name) => extraColumns.find((e) => e === name.trim().toLowerCase()) ?? null);
  const languages = first.map(namedColumn);
  const namedCount = first.filter((name) => name.trim() !== '').length;
  const isOwn = extra.filter((e) => e !== null).length >= 2;
  const named = isOwn || (namedCount > 1 && languages.every(({ lang }, i) => first[i]?.trim() === '' || lang !== 'und'));
  const columns: Head['columns'] = [];
  for (let index = 0; index < width; index += 1) {
    if (isOwn && extra[index]) {
      if (extra[index] === 'notes' && table.slice(1).some((row) => row[index])) log.leave('column-ignored', 'notes');
      continue;
    }
    const values = table.slice(named ? 1 : 0).map((row) => row[index] ?? '');
    if (values.every((value) => value.trim() === '')) continue;
    const said = named ? (languages[index]?.lang ?? 'und') : 'und';
    const lang = languageTag(
      options.languages?.[columns.length] ?? (said === 'und' ? detectLanguage(values.join('\n').slice(0, 20_000)).lang : said),
    );
    const title = named ? (languages[index]?.title ?? '').replace(/\)$/, '').slice(0, 500) : '';
    if (columns.length >= maxVersions) {
      log.leave('versions-over-limit', lang);
      continue;
    }
    if (lang === 'und') log.leave('language-unknown', values.find((value) => value.trim() !== '') ?? '');
    columns.push({ index, lang, title });
  }
  return { columns, score: isOwn ? extra.indexOf('score') : -1, status: isOwn ? extra.indexOf('status') : -1, named };
}

/** Lines of a cell are its segments. Errors: no-text-found, exchange-one-version. */
export function readTable(
  table: readonly (readonly string[])[],
  options: ExchangeImportOptions,
  log: TransferLog,
  fileName: string,
  format: string,
): Result<ExchangeContent> {
  const head = headOf(table, options, log);
  if (head.columns.length === 0) return failure('no-text-found');
  if (head.columns.length < 2) return failure('exchange-one-version');
  const segments: DraftSegment[][] = head.columns.map(() => []);
  const rows: DraftRow[] = [];
  for (const line of table.slice(head.named ? 1 : 0)) {
    const cells = head.columns.map(({ index }, v) =>
      (line[index] ?? '')
        .split(/\r\n?|\n/)
        .map((value) => value.trim())
        .filter((value) => value !== '')
        .map((value) => {
          const list = segments[v] as DraftSegment[];
          list.push({ text: value, kind: 'paragraph', boilerplate: false });
          return list.length - 1;
        }),
    );
    if (cells.every((cell) => cell.length === 0)) continue;
    const said = line[head.score];
    const score = said !== undefined && said.trim() !== '' ? Number(said) : Number.NaN;
    rows.push({ cells, score: score >= 0 && score <= 1 ? score : null, status: statusOf(line[head.status]) });
  }
  const data: ReportData = buildReport({
    title: fileName.replace(/\.[^.]*$/, '').slice(0, 500),
    kind: 'translation',
    versions: head.columns.map(({ lang, title }, v) => ({ lang, segments: segments[v] ?? [], info: { title } })),
    rows,
    fileName,
    format,
  });
  countReport(data, log);
  return success({ kind: 'report', data, ownIds: false });
}
