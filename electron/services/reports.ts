/** The list of reports, and what an open one is made of. */
import type { ReportViewState } from '../../core/contract/schemas';
import type { ReportId } from '../../core/model/ids';
import type { ReportInfo } from '../../core/model/report';
import type { Segment } from '../../core/model/text';
import type { Library } from '../library/library';
import type { Handlers } from './handlers';
import type { SendEvent } from './send-event';

type ReportCalls = 'reports.list' | 'report.open' | 'report.rows' | 'report.setView' | 'report.delete' | 'report.restore';

export function reportHandlers(library: Library, send: SendEvent): Handlers<ReportCalls> {
  const { reports, versions, rows, notes, history } = library;

  const infoOf = (id: ReportId): ReportInfo => {
    const { title, kind, baseVersionId } = reports.get(id);
    return { id, title, kind, baseVersionId, rowCount: rows.count(id), versions: versions.list(id) };
  };
  return {
    'reports.list': () => {
      const rowCounts = reports.rowCounts();
      const noteCounts = notes.counts();
      return {
        reports: reports.list().map(({ id, title, kind, createdAtMs, openedAtMs }) => ({
          id,
          title,
          kind,
          createdAtMs,
          openedAtMs,
          rowCount: rowCounts.get(id) ?? 0,
          noteCount: noteCounts.get(id) ?? 0,
          versions: versions.list(id).map((v) => ({ id: v.id, lang: v.lang, outlet: v.outlet, title: v.title })),
        })),
      };
    },
    'report.open': ({ reportId }) =>
      library.write(() => {
        const report = infoOf(reportId);
        const view: ReportViewState = {
          columns: report.versions.map((v) => ({ versionId: v.id, hidden: false, width: 1 })),
          position: null,
          notesOpen: true,
          // Views that were stored before there was a choice have neither.
          mode: 'rows',
          frozen: [],
          ...reports.get(reportId).view,
        };
        reports.markOpened(reportId, library.now());
        return { report, view, history: history.state(reportId), counts: rows.counts(reportId) };
      }),
    'report.rows': ({ reportId, offset, limit }) => {
      reports.get(reportId);
      const page = rows.page(reportId, offset, limit);
      const segments: Segment[][] = versions.list(reportId).map((version, v) => {
        const named = page.flatMap((row) => row.cells[v] ?? []);
        return named.length > 0 ? versions.segmentsNamed(version.id, named) : [];
      });
      return { offset, rows: page, segments };
    },
    'report.setView': ({ reportId, view }) => {
      library.write(() => {
        reports.get(reportId);
        reports.setView(reportId, view);
      });
      return {};
    },
    'report.delete': ({ reportId }) => {
      library.write(() => reports.setDeleted(reportId, library.now()));
      send('reports.changed', { reportId: null });
      return {};
    },
    'report.restore': ({ reportId }) => {
      library.write(() => reports.setDeleted(reportId, null));
      send('reports.changed', { reportId: null });
      return {};
    },
  };
}
