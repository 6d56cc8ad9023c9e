/**
 * The first sheet of a workbook that holds text. Formulas are never computed: what the program that wrote the file last saw
 * in their cells is taken, and said so. Only the parts that are needed are unpacked, within the caps of all zip files.
 */
import { failure, type Result, success } from '../../model/result';
import { unzipSafely, zipLimits } from '../zip';
import { type ExchangeImporter, type ExchangeImportOptions, notZip } from './importer';
import { readTable } from './table';
import type { TransferLog } from './transfer-report';
import { childOf, childrenOf, readXml, readXmlTree, textOf, type XmlElement } from './xml-reader';

/** A sheet of Excel has no more. */
const maxColumns = 16_384;
const maxCells = 20_000_000;
/** Readings of Japanese words stand beside the text, not in it. */
const phonetic = new Set(['rPh', 'phoneticPr']);

const unescape16 = (value: string): string =>
  value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const richText = (element: XmlElement): string => unescape16(textOf(element, phonetic));

function sharedStrings(bytes: Uint8Array | undefined): Result<string[]> {
  const strings: string[] = [];
  if (!bytes) return success(strings);
  const read = readXml(bytes, { collect: new Set(['si']), onElement: (element) => strings.push(richText(element)) });
  return read.ok ? success(strings) : read;
}

/** Zero-based, from letters before the row's number. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (!letters) return null;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function shownIn(cell: XmlElement, strings: readonly string[], log: TransferLog): string {
  const value = childOf(cell, 'v');
  if (childOf(cell, 'f')) log.leave('formula-ignored', cell.attributes.get('r') ?? '');
  const inline = childOf(cell, 'is');
  const type = cell.attributes.get('t');
  if (inline) return richText(inline);
  if (!value || type === 'e') return '';
  const raw = textOf(value);
  return type === 's' ? (strings[Number(raw)] ?? '') : unescape16(raw);
}

function sheetTable(
  bytes: Uint8Array,
  strings: readonly string[],
  log: TransferLog,
  progress: ExchangeImportOptions['progress'],
): Result<string[][]> {
  const table: string[][] = [];
  let cells = 0;
  const read = readXml(bytes, {
    collect: new Set(['row']),
    progress,
    onElement(row) {
      if (cells > maxCells) return;
      const values: string[] = [];
      for (const cell of childrenOf(row, 'c')) {
        const at = columnOf(cell.attributes.get('r')) ?? values.length;
        if (at >= maxColumns) continue;
        // Filled up to the column, so that no hole is left; a hostile reference costs at most a sheet's width.
        while (values.length < at) values.push('');
        values[at] = shownIn(cell, strings, log);
      }
      cells += values.length;
      if (cells <= maxCells && values.some((value) => value !== '')) table.push(values);
    },
  });
  if (!read.ok) return read;
  return cells > maxCells ? failure('file-too-large') : success(table);
}

/** Paths of the sheets in the workbook's order. */
function sheetPaths(files: ReadonlyMap<string, Uint8Array>): Result<{ name: string; path: string }[]> {
  const [workbookBytes, relationBytes] = [files.get('xl/workbook.xml'), files.get('xl/_rels/workbook.xml.rels')];
  if (!workbookBytes || !relationBytes) return failure('exchange-other');
  const workbook = readXmlTree(workbookBytes, 'workbook');
  const relations = readXmlTree(relationBytes, 'Relationships');
  if (!workbook.ok) return workbook;
  if (!relations.ok) return relations;
  const targets = new Map(
    childrenOf(relations.value, 'Relationship').map(({ attributes }) => [
      attributes.get('Id') ?? '',
      attributes.get('Target') ?? '',
    ]),
  );
  const sheets = childOf(workbook.value, 'sheets');
  return success(
    (sheets ? childrenOf(sheets, 'sheet') : []).flatMap((sheet) => {
      const id = [...sheet.attributes].find(([name]) => name.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      if (!target) return [];
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      return files.has(path) ? [{ name: sheet.attributes.get('name') ?? '', path }] : [];
    }),
  );
}

const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

export const xlsxImporter: ExchangeImporter = {
  id: 'xlsx',
  extensions: ['xlsx'],
  maxBytes: 64 * 1024 * 1024,
  needsReport: false,
  read(bytes, options, log, fileName) {
    const files = unzipSafely(bytes, (name) => wanted.test(name), zipLimits);
    if (!files.ok) return files.error ? files : notZip(bytes);
    const sheets = sheetPaths(files.value);
    if (!sheets.ok) return sheets;
    const strings = sharedStrings(files.value.get('xl/sharedStrings.xml'));
    if (!strings.ok) return strings;
    for (const [i, { path }] of sheets.value.entries()) {
      const table = sheetTable(files.value.get(path) as Uint8Array, strings.value, log, options.progress);
      if (!table.ok) return table;
      if (table.value.length === 0) continue;
      for (const other of sheets.value.slice(i + 1)) log.leave('sheet-ignored', other.name);
      return readTable(table.value, options, log, fileName, 'xlsx');
    }
    return failure('no-text-found');
  },
};
