/** Changes to an open report that can be undone: rows, base version, marks, names. Each is one command and one transaction. */

import { orderRows } from '../../core/align/order';
import type { ChangeOutcome } from '../../core/contract/calls';
import type { HistoryLabel, RowEdit } from '../../core/contract/schemas';
import type { ReportId, RowId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { BoilerplateMark, Change } from '../library/history';
import type { Library } from '../library/library';
import { carryOut, type Effect, invertChange } from './changes';
import type { Handlers } from './handlers';
import { planRowEdit, rangeOf } from './row-edits';
import type { SendEvent } from './send-event';

type EditCalls =
  | 'rows.edit'
  | 'rows.editMany'
  | 'rows.setBoilerplate'
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
    send('reports.changed', { reportId, reason: 'edit' });
    return outcome;
  };

  const editRows = (reportId: ReportId, edits: readonly RowEdit[]): ChangeOutcome =>
    library.write(() => {
      reports.get(reportId);
      // Each edit is planned on what the one before it left.
      const patches = edits.flatMap((edit) => {
        const planned = planRowEdit(library, reportId, edit);
        for (const patch of planned) rows.applyPatch(reportId, patch);
        return planned;
      });
      const change: Change = patches.length === 1 ? { type: 'rows', patch: patches[0]! } : { type: 'row-list', patches };
      // A link is made from the row that the cell comes to, which is where the reader stays.
      const focusRow = edits[0]!.type === 'link' ? null : Math.min(...patches.map((p) => p.at));
      const state = history.record(reportId, edits[0]!.type, change);
      return { patches, reload: false, notesChanged: false, focusRow, history: state };
    });

  return {
    'rows.edit': ({ reportId, edit }) => editRows(reportId, [edit]),
    'rows.editMany': ({ reportId, edits }) => editRows(reportId, edits),
    'rows.setBoilerplate': ({ reportId, fromRowId, toRowId, version, boilerplate }) =>
      command(reportId, 'set-boilerplate', () => {
        const { rows: marked } = rangeOf(library, reportId, fromRowId, toRowId, 0);
        const before: BoilerplateMark[] = versions.list(reportId).flatMap(({ id: versionId, ordinal }) => {
          if (version !== null && ordinal !== version) return [];
          const named = marked.flatMap((r) => r.cells[ordinal] ?? []);
          return versions
            .segmentsNamed(versionId, named)
            .filter((s) => s.boilerplate !== boilerplate)
            .map((s) => ({ versionId, segment: s.index, boilerplate: s.boilerplate }));
        });
        if (before.length === 0) return null;
        return { type: 'boilerplate-list', before, after: before.map((mark) => ({ ...mark, boilerplate })) };
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
      send('reports.changed', { reportId, reason: 'edit' });
      return outcome;
    },
    'report.rename': ({ reportId, title }) => {
      const outcome = command(reportId, 'rename', () => {
        const before = reports.get(reportId).title;
        return before === title ? null : { type: 'title', before, after: title };
      });
      send('reports.changed', { reportId, reason: 'edit' });
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
      send('reports.changed', { reportId, reason: 'edit' });
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
