/** Rows as CSV, out and in. */

import { failure, success } from '../../model/result';
import { decodeText } from '../encoding';
import { readCsv, writeCsv } from './csv';
import type { Exporter } from './exporter';
import { guardFormula, unguardFormula } from './formula-guard';
import type { ExchangeImporter } from './importer';
import { pageOf } from './page';
import { readTable, tableOf } from './table';
import { countTable } from './transfer-counts';

export const csvExporter: Exporter = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  versions: 'any',
  export(data, options, log) {
    const { columns, rows, marks } = pageOf(data, options);
    const table = tableOf(columns, rows, marks, options.tick).map((cells) => cells.map(({ value }) => guardFormula(value)));
    countTable(data, columns, rows, marks, log);
    return success([
      { name: `${options.name}.csv`, mediaType: this.mediaType, bytes: new TextEncoder().encode(writeCsv(table)) },
    ]);
  },
};

export const csvImporter: ExchangeImporter = {
  id: 'csv',
  extensions: ['csv', 'tsv'],
  maxBytes: 64 * 1024 * 1024,
  needsReport: false,
  read(bytes, options, log, fileName) {
    const table = readCsv(decodeText(bytes).text);
    if (!table) return failure('file-too-large');
    return readTable(
      table.map((row) => row.map(unguardFormula)),
      options,
      log,
      fileName,
      'csv',
    );
  },
};
