/** Whole reports that come in from other laptops and other programs, and rows that another aligner made. */
import { importExchange } from '../../core/formats/exchange/import-exchange';
import type { Row } from '../../core/model/report';
import type { ReportData } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import type { AlignmentState } from '../library/history';
import type { Library } from '../library/library';
import { carryOut } from './changes';
import type { Handlers, ParsedInput } from './handlers';
import { readReportData, storeReportData } from './report-data';
import type { SendEvent } from './send-event';

type ExchangeCalls = 'exchange.find' | 'exchange.importReport' | 'exchange.importRows';

export function exchangeHandlers(library: Library, send: SendEvent): Handlers<ExchangeCalls> {
  const { reports, history } = library;

  function importRows({ reportId, name, bytes, format }: ParsedInput<'exchange.importRows'>) {
    const data = readReportData(library, reportId, { originals: false, allCodes: false });
    if (data.versions.length !== 2) throw new ExpectedError('edit-impossible');
    const read = importExchange(bytes, name, { format, report: data });
    if (!read.ok) throw new ExpectedError(read.error.code, read.error.params);
    if (read.value.content.kind !== 'links') throw new ExpectedError('file-format-unknown');
    const linked = read.value.content.rows;
    let nextId = reports.takeRowIds(reportId, linked.length);
    const rows = linked.map(({ cells, score }): Row => {
      const id = nextId;
      nextId = (nextId + 1) as typeof id;
      return { id, cells, score: cells.every((cell) => cell.length > 0) ? score : null, status: 'edited' };
    });
    const related = data.versions.map(({ info }) => info.related);
    const before: AlignmentState = { kind: data.report.kind, rows: data.rows, related };
    const change = { type: 'alignment', before, after: { ...before, rows }, added: null } as const;
    const effect = carryOut(library, reportId, change, true);
    return { outcome: { ...effect, history: history.record(reportId, 'rows-import', change) }, report: read.value.report };
  }

  return {
    'exchange.find': ({ reportId }) => ({ known: reports.state(reportId) }),
    'exchange.importReport': ({ data, copy }) => {
      const reportId = storeReportData(library, data as ReportData, copy);
      send('reports.changed', { reportId: null });
      return { reportId };
    },
    'exchange.importRows': (input) => {
      const answer = library.write(() => importRows(input));
      send('reports.changed', { reportId: input.reportId });
      return answer;
    },
  };
}
