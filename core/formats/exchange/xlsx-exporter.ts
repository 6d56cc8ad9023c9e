/**
 * A workbook (ECMA-376, SpreadsheetML): one sheet of rows, one of versions. The sheet runs from right to left when the base
 * version does, and each cell has the reading order of its version. Texts are inline strings, never formulas.
 */
import { success } from '../../model/result';

import { contentTypesPart, coreProperties, corePropertiesRelation, corePropertiesType, relationsPart } from './docx-parts';
import type { Exporter } from './exporter';
import { pageOf } from './page';
import { type TableCell, tableOf } from './table';
import { countTable, leaveForbidden } from './transfer-counts';
import type { TransferLog } from './transfer-report';
import { element, type Markup, text, xmlDocument } from './xml-writer';
import { zipOf } from './zip-writer';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a cell of Excel can hold. */
const maxCellLength = 32_767;

/** Styles by number: 0 plain, 1 left to right, 2 right to left, 3 by its first letter; the same again in bold for headings. */
const boldOffset = 4;
const styleOf = ({ column, long }: TableCell, directions: readonly ('ltr' | 'rtl')[]): number =>
  column === null ? (long ? 3 : 0) : directions[column] === 'rtl' ? 2 : 1;

/** In characters of the default font, as SpreadsheetML counts. */
const widthOf = ({ column, long }: TableCell): number => (column === null ? (long ? 40 : 10) : 60);
const lineHeight = 15;
/** What Excel takes. */
const maxRowHeight = 409;

/** Points. Not every spreadsheet fits rows to wrapped text by itself. */
function heightOf(cells: readonly TableCell[]): number {
  const lines = cells.map((cell) => {
    const width = widthOf(cell) * 0.9;
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(maxRowHeight, Math.max(1, ...lines) * lineHeight);
}

/** A, B … Z, AA … */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

function cellOf(value: string, reference: string, style: number, log: TransferLog): Markup {
  let shown = value;
  if (value.length > maxCellLength) {
    log.leave('cell-cut', value.slice(0, 80));
    shown = value.slice(0, maxCellLength).replace(/[\uD800-\uDBFF]$/, '');
  }
  // Spreadsheets read `_x0041_` as an escaped character: the underscore itself is escaped where a text has such a thing.
  const escaped = shown.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return element(
    'c',
    { r: reference, s: style, t: 'inlineStr' },
    element('is', {}, element('t', { 'xml:space': 'preserve' }, text(escaped))),
  );
}

interface Sheet {
  rows: TableCell[][];
  directions: ('ltr' | 'rtl')[];
  rtl: boolean;
}

function sheetPart({ rows, directions, rtl }: Sheet, log: TransferLog): Uint8Array {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) =>
    element('col', { min: i + 1, max: i + 1, width: widthOf(rows[0]?.[i] ?? { value: '', column: null }), customWidth: 1 }),
  );
  const body = rows.map((cells, r) =>
    element(
      'row',
      { r: r + 1, ht: heightOf(cells), customHeight: 1 },
      cells.map((cell, c) => {
        const style = styleOf(cell, directions) + (r === 0 ? boldOffset : 0);
        const reference = `${columnLetters(c)}${r + 1}`;
        // An empty cell has the line below it all the same.
        return cell.value === '' ? element('c', { r: reference, s: style }) : cellOf(cell.value, reference, style, log);
      }),
    ),
  );
  const pane = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' });
  return xmlDocument(
    element('worksheet', { xmlns: main }, [
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('sheetViews', {}, element('sheetView', { rightToLeft: rtl ? 1 : null, workbookViewId: 0 }, [pane])),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      element('cols', {}, columns),
      element('sheetData', {}, body),
      element('pageSetup', { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }),
    ]),
  );
}

function stylesPart(): Uint8Array {
  const format = (font: number, readingOrder: number | null): Markup =>
    element(
      'xf',
      {
        numFmtId: 0,
        fontId: font,
        fillId: font * 2,
        borderId: 1,
        xfId: 0,
        applyFont: 1,
        applyFill: 1,
        applyBorder: 1,
        applyAlignment: 1,
      },
      [
        element('alignment', {
          vertical: 'top',
          wrapText: readingOrder === null ? null : 1,
          horizontal: readingOrder === null ? 'center' : readingOrder === 2 ? 'right' : readingOrder === 1 ? 'left' : null,
          // Texts of both directions meet at the border of their columns: a little room on both sides.
          indent: readingOrder === 1 || readingOrder === 2 ? 1 : null,
          readingOrder,
        }),
      ],
    );
  const edge = (name: string, line: boolean): Markup =>
    line ? element(name, { style: 'thin' }, element('color', { rgb: 'FFD9D4C7' })) : element(name);
  const border = (line: boolean): Markup =>
    element('border', {}, [
      ...['left', 'right', 'top'].map((name) => edge(name, false)),
      edge('bottom', line),
      element('diagonal'),
    ]);
  const solid = (rgb: string): Markup =>
    element(
      'fill',
      {},
      element('patternFill', { patternType: 'solid' }, [element('fgColor', { rgb }), element('bgColor', { indexed: 64 })]),
    );
  const formats = [0, 1].flatMap((font) => [format(font, null), format(font, 1), format(font, 2), format(font, 0)]);
  const font = (bold: boolean): Markup =>
    element('font', {}, [bold ? element('b') : null, element('sz', { val: 11 }), element('name', { val: 'Calibri' })]);
  return xmlDocument(
    element('styleSheet', { xmlns: main }, [
      element('fonts', { count: 2 }, [font(false), font(true)]),
      element('fills', { count: 3 }, [
        element('fill', {}, element('patternFill', { patternType: 'none' })),
        element('fill', {}, element('patternFill', { patternType: 'gray125' })),
        solid('FFF2EEE6'),
      ]),
      element('borders', { count: 2 }, [border(false), border(true)]),
      element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
      element('cellXfs', { count: formats.length }, formats),
    ]),
  );
}

const workbook = (sheets: readonly string[]): Uint8Array =>
  xmlDocument(
    element('workbook', { xmlns: main, 'xmlns:r': relation }, [
      element(
        'sheets',
        {},
        sheets.map((name, i) => element('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` })),
      ),
      // The headings stand on every page that is printed.
      element(
        'definedNames',
        {},
        sheets.map((name, i) => element('definedName', { name: '_xlnm.Print_Titles', localSheetId: i }, text(`${name}!$1:$1`))),
      ),
    ]),
  );

export const xlsxExporter: Exporter = {
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, base, marks } = pageOf(data, options);
    const rtl = base?.version.info.direction === 'rtl';
    const directions = columns.map(({ version }) => version.info.direction);
    const plain = (value: string): TableCell => ({ value, column: null });
    const versions: TableCell[][] = [
      ['#', 'language', 'title', 'outlet', 'date', 'file'].map(plain),
      ...columns.map(({ version: { info } }, c) => [
        plain(String(info.ordinal + 1)),
        plain(info.lang),
        { value: info.title, column: c },
        { value: info.outlet, column: c },
        plain(info.date),
        plain(info.fileName),
      ]),
    ];
    const sheets = [
      sheetPart({ rows: tableOf(columns, rows, marks, options.tick), directions, rtl }, log),
      sheetPart({ rows: versions, directions, rtl }, log),
    ];
    leaveForbidden(columns, log);
    countTable(data, columns, rows, marks, log);
    const names = ['Rows', 'Versions'];
    const bytes = zipOf(
      [
        {
          name: '[Content_Types].xml',
          bytes: contentTypesPart([
            ['xl/workbook.xml', `${sheetml}.sheet.main+xml`],
            ...names.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, `${sheetml}.worksheet+xml`] as const),
            ['xl/styles.xml', `${sheetml}.styles+xml`],
            ['docProps/core.xml', corePropertiesType],
          ]),
        },
        {
          name: '_rels/.rels',
          bytes: relationsPart([
            { id: 'rId1', type: `${relation}/officeDocument`, target: 'xl/workbook.xml' },
            { id: 'rId2', type: corePropertiesRelation, target: 'docProps/core.xml' },
          ]),
        },
        { name: 'docProps/core.xml', bytes: coreProperties(data.report.title) },
        { name: 'xl/workbook.xml', bytes: workbook(names) },
        {
          name: 'xl/_rels/workbook.xml.rels',
          bytes: relationsPart([
            ...names.map((_, i) => ({
              id: `rId${i + 1}`,
              type: `${relation}/worksheet`,
              target: `worksheets/sheet${i + 1}.xml`,
            })),
            { id: `rId${names.length + 1}`, type: `${relation}/styles`, target: 'styles.xml' },
          ]),
        },
        ...sheets.map((part, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes: part })),
        { name: 'xl/styles.xml', bytes: stylesPart() },
      ],
      options.nowMs,
    );
    return success([{ name: `${options.name}.xlsx`, mediaType: this.mediaType, bytes }]);
  },
};
