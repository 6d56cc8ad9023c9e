/** Changes to an open report that can be undone: rows, base version, marks, names. Each is one command and one transaction. */

import { planEdit } from '../../core/align/edits';
import { orderRows } from '../../core/align/order';
import type { ChangeOutcome } from '../../core/contract/calls';
import type { HistoryLabel } from '../../core/contract/schemas';
import type { ReportId, RowId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { Change } from '../library/history';
import type { Library } from '../library/library';
import { carryOut, type Effect, invertChange } from './changes';
import type { Handlers } from './handlers';
import type { SendEvent } from './send-event';

type EditCalls =
  | 'rows.edit'
  | 'report.setBase'
  | 'report.rename'
  | 'version.update'
  | 'version.setBoilerplate'
  | 'history.undo'
  | 'history.redo';

export function editHandlers(library: Library, send: SendEvent): Handlers<EditCalls> {
  const { reports, versions, rows, history } = library;

  /** Carries a new command out and records it. Null: nothing would change, and nothing is recorded. */
  const command = (reportId: ReportId, label: HistoryLabel, plan: () => Change | null): ChangeOutcome =>
    library.write(() => {
      reports.get(reportId);
      const change = plan();
      const effect: Effect = change
        ? carryOut(library, reportId, change, true)
        : { patches: [], reload: false, notesChanged: false, focusRow: null };
      const state = change ? history.record(reportId, label, change) : history.state(reportId);
      return { ...effect, history: state };
    });
  const step = (reportId: ReportId, direction: 'undo' | 'redo'): ChangeOutcome => {
    const outcome = library.write(() => {
      reports.get(reportId);
      const next = direction === 'undo' ? history.nextUndo(reportId) : history.nextRedo(reportId);
      if (!next) throw new ExpectedError(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
      const undoing = direction === 'undo';
      const effect = carryOut(library, reportId, undoing ? invertChange(next.change) : next.change, !undoing);
      history.setUndone(reportId, next.number, undoing);
      return { ...effect, history: history.state(reportId) };
    });
    send('reports.changed', { reportId });
    return outcome;
  };

  return {
    'rows.edit': ({ reportId, edit }) =>
      command(reportId, edit.type, () => {
        const place = rows.placeOf(reportId, edit.rowId);
        const at = Math.max(0, place - 1);
        const planned = planEdit({ at, rows: rows.page(reportId, at, place - at + 2) }, edit, () =>
          reports.takeRowIds(reportId, 1),
        );
        if (!planned.ok) throw new ExpectedError(planned.error.code, planned.error.params);
        return { type: 'rows', patch: planned.value };
      }),
    'report.setBase': ({ reportId, versionId }) => {
      const outcome = command(reportId, 'set-base', () => {
        const { baseVersionId } = reports.get(reportId);
        const { ordinal } = versions.get(reportId, versionId);
        if (versionId === baseVersionId) return null;
        const before = rows.all(reportId);
        const order: RowId[] = orderRows(
          before.map((r) => r.cells),
          ordinal,
        ).map((i) => before[i]!.id);
        return {
          type: 'base',
          before: { base: baseVersionId, order: before.map((r) => r.id) },
          after: { base: versionId, order },
        };
      });
      send('reports.changed', { reportId });
      return outcome;
    },
    'report.rename': ({ reportId, title }) => {
      const outcome = command(reportId, 'rename', () => {
        const before = reports.get(reportId).title;
        return before === title ? null : { type: 'title', before, after: title };
      });
      send('reports.changed', { reportId });
      return outcome;
    },
    'version.update': ({ reportId, versionId, ...changes }) => {
      const outcome = command(reportId, 'version-update', () => {
        const { lang, title, outlet, date } = versions.get(reportId, versionId);
        const before = { lang, title, outlet, date };
        const after = {
          lang: changes.lang ?? lang,
          title: changes.title ?? title,
          outlet: changes.outlet ?? outlet,
          date: changes.date ?? date,
        };
        return JSON.stringify(before) === JSON.stringify(after) ? null : { type: 'version', versionId, before, after };
      });
      send('reports.changed', { reportId });
      return outcome;
    },
    'version.setBoilerplate': ({ reportId, versionId, segment, boilerplate }) =>
      command(reportId, 'set-boilerplate', () => {
        versions.get(reportId, versionId);
        const found = versions.segmentsNamed(versionId, [segment])[0];
        if (!found) throw new ExpectedError('edit-impossible');
        if (found.boilerplate === boilerplate) return null;
        return { type: 'boilerplate', versionId, segment, before: found.boilerplate, after: boilerplate };
      }),
    'history.undo': ({ reportId }) => step(reportId, 'undo'),
    'history.redo': ({ reportId }) => step(reportId, 'redo'),
  };
}
