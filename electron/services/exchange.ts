/** Whole reports that come in from other laptops and other programs, and rows that another aligner made. */
import { rowsCover } from '../../core/formats/exchange/check-report-data';
import type { ReportPart } from '../../core/formats/exchange/report-parts';
import type { Row } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import type { AlignmentState } from '../library/history';
import type { Library } from '../library/library';
import { carryOut } from './changes';
import type { Handlers, ParsedInput } from './handlers';
import { incomingReport } from './incoming-report';
import type { Jobs } from './jobs';
import { readTexts } from './read-report';
import { storeReportData } from './report-data';
import type { SendEvent } from './send-event';

type ExchangeCalls =
  | 'exchange.find'
  | 'exchange.target'
  | 'exchange.sendPart'
  | 'exchange.drop'
  | 'exchange.importReport'
  | 'exchange.importRows';

export function exchangeHandlers(library: Library, jobs: Jobs, send: SendEvent): Handlers<ExchangeCalls> {
  const incoming = incomingReport();
  const { reports, history } = library;

  function importRows({ reportId, rows: linked }: ParsedInput<'exchange.importRows'>) {
    const { kind } = reports.get(reportId);
    const infos = library.versions.list(reportId);
    if (infos.length !== 2) throw new ExpectedError('edit-impossible');
    const sizes = infos.map(({ segmentCount }) => segmentCount);
    if (!rowsCover(linked, sizes)) throw new ExpectedError('exchange-damaged');
    let nextId = reports.takeRowIds(reportId, linked.length);
    const rows = linked.map(({ cells, score }): Row => {
      const id = nextId;
      nextId = (nextId + 1) as typeof id;
      return { id, cells, score: cells.every((cell) => cell.length > 0) ? score : null, status: 'edited' };
    });
    const related = infos.map((info) => info.related);
    const before: AlignmentState = { kind, rows: library.rows.all(reportId), related };
    const change = { type: 'alignment', before, after: { ...before, rows }, added: null } as const;
    const effect = carryOut(library, reportId, change, true);
    return { outcome: { ...effect, history: history.record(reportId, 'rows-import', change) } };
  }

  return {
    'exchange.find': ({ reportId }) => ({ known: reports.state(reportId) }),
    'exchange.target': async ({ reportId }) => ({ texts: await readTexts(library, reportId) }),
    'exchange.sendPart': ({ transfer, part }) => {
      incoming.take(transfer, part as ReportPart);
      return {};
    },
    'exchange.drop': ({ transfer }) => {
      incoming.drop(transfer);
      return {};
    },
    'exchange.importReport': ({ transfer, copy }) => {
      const data = incoming.end(transfer);
      return {
        jobId: jobs.start(async (job) => {
          const reportId = await storeReportData(library, data, copy, (done) => {
            job.checkpoint();
            job.progress('store', done);
          });
          send('reports.changed', { reportId: null });
          return { type: 'stored', reportId };
        }),
      };
    },
    'exchange.importRows': (input) => {
      const answer = library.write(() => importRows(input));
      send('reports.changed', { reportId: input.reportId, reason: 'edit' });
      return answer;
    },
  };
}
