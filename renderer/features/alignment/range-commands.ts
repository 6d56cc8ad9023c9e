/** Edits of the selected rows, each one step to undo; and linking a cell to a row elsewhere. */
import type { RowEdit } from '../../../core/contract/schemas';
import type { Row } from '../../../core/model/report';
import { call } from '../../bridge/call';
import { runJob } from '../../bridge/jobs';
import { i18n } from '../../i18n/i18n';
import { flushDrafts } from '../../state/drafts';
import { useReport } from '../../state/report';
import { sayFailure, wentThrough } from '../../state/report-failure';
import { selectedRange, useRowRange } from '../../state/row-range';
import { rowSheet } from '../../state/row-sheet';
import { announce } from '../../state/toasts';
import { useAlignmentDialog } from './alignment-dialog';

interface Ends {
  rows: readonly Row[];
  rowId: Row['id'];
  lastRowId: Row['id'];
}
/** The selected rows as they stand now, those that are still coming in waited for; null without a selection. */
async function ends(): Promise<Ends | null> {
  const range = selectedRange();
  const { book, want } = useReport.getState();
  if (!range || !book) return null;
  const rows: Row[] = [];
  for (let i = range.first; i <= range.last; i++) if (!book.rowAt(i)) await want(i);
  for (let i = range.first; i <= range.last; i++) {
    const row = book.rowAt(i);
    if (!row) return null;
    rows.push(row);
  }
  return { rows, rowId: rows[0]!.id, lastRowId: rows.at(-1)!.id };
}

async function edit(made: RowEdit): Promise<boolean> {
  const outcome = await useReport.getState().editRow(() => made);
  if (wentThrough(outcome)) announce(i18n.t(`alignment:done.${made.type}`));
  return outcome?.ok ?? false;
}

/** Confirms all, or takes all confirmations back when none is missing. The selection stays. */
export async function confirmRange(onlyConfirm = false): Promise<boolean> {
  const range = await ends();
  if (!range) return false;
  const isDone = range.rows.every((r) => r.status === 'confirmed');
  if (isDone && onlyConfirm) return true;
  return edit({ type: 'confirm-rows', rowId: range.rowId, lastRowId: range.lastRowId, confirmed: !isDone });
}

export async function mergeRange(): Promise<void> {
  const range = await ends();
  if (!range) return;
  useRowRange.getState().clear();
  await edit({ type: 'merge-rows', rowId: range.rowId, lastRowId: range.lastRowId });
}

/** Moves the current version's cells of the selected rows by one row. */
export async function shiftRange(type: 'shift-up' | 'shift-down'): Promise<void> {
  const range = await ends();
  const version = useReport.getState().cursor?.version;
  if (!range || version === undefined) return;
  useRowRange.getState().clear();
  await edit({ type, rowId: range.rowId, lastRowId: range.lastRowId, version });
}

/** Marks the current version's cells of the selected rows as beside the text, or takes the mark back when all have it. */
export async function markRange(): Promise<void> {
  const range = await ends();
  const { book, report, cursor, change } = useReport.getState();
  if (!range || !book || !report || !cursor) return;
  const { version } = cursor;
  const boilerplate = !range.rows.every((r) => book.segmentsOf(r, version).every((s) => s.boilerplate));
  const input = { reportId: report.id, fromRowId: range.rowId, toRowId: range.lastRowId, version, boilerplate };
  if (wentThrough(await change(() => call('rows.setBoilerplate', input))))
    announce(i18n.t(boilerplate ? 'alignment:range.marked' : 'alignment:range.unmarked'));
}

/** Aligns what is automatic in the selected rows anew. */
export async function realignRange(): Promise<void> {
  const range = await ends();
  const { report } = useReport.getState();
  const { rangeWork, setRangeWork } = useAlignmentDialog.getState();
  // One stretch at a time: the next would wait for rows that are about to change.
  if (!range || !report || rangeWork || !(await flushDrafts())) return;
  const input = { reportId: report.id, fromRowId: range.rowId, toRowId: range.lastRowId };
  const cancel = () => job.cancel();
  const job = runJob(
    () => call('report.realignRange', input),
    ({ done }) => setRangeWork({ done, cancel }),
  );
  setRangeWork({ done: 0, cancel });
  const outcome = await job.outcome;
  setRangeWork(null);
  if (outcome.type === 'failed') {
    const { code, params } = outcome.error;
    if (code === 'cancelled') return announce(i18n.t('alignment:realign.stopped'));
    return sayFailure(params ? { code, params } : { code });
  }
  useRowRange.getState().clear();
  const { change, reload } = useReport.getState();
  const done = outcome.type === 'stored' ? outcome.change : undefined;
  await (done ? change(() => Promise.resolve({ ok: true, value: done })) : reload());
  announce(i18n.t('alignment:done.realign-rows'));
}

/** Remembers the current cell, to be linked to the row where putDown is asked for. */
export function pickUp(): void {
  const { book, cursor } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  if (row && (row.cells[cursor.version]?.length ?? 0) > 0)
    useRowRange.getState().pick({ rowId: row.id, version: cursor.version });
}
export async function putDown(): Promise<void> {
  const { picked, pick } = useRowRange.getState();
  const { book, cursor } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  if (!picked || !row || !cursor) return;
  pick(null);
  await linkCell(picked.rowId, picked.version, row.id);
}

/** Moves a cell to another row, and goes there. */
export async function linkCell(rowId: Row['id'], version: number, toRowId: Row['id']): Promise<void> {
  const { book } = useReport.getState();
  const segment = book?.rowAt(book.indexOf(rowId))?.cells[version]?.[0];
  if (segment === undefined || !(await edit({ type: 'link', rowId, version, toRowId }))) return;
  const now = useReport.getState().book;
  const id = now?.rowOf(version, segment);
  const index = id == null ? -1 : (now?.indexOf(id) ?? -1);
  if (index >= 0) await rowSheet()?.focusCell(index, version);
}

/** Takes the current cell out of its row, to a row of its own below. */
export async function unlink(): Promise<void> {
  const { book, cursor } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  const segment = row?.cells[cursor?.version ?? -1]?.[0];
  if (row && cursor && segment !== undefined) await edit({ type: 'split', rowId: row.id, version: cursor.version, segment });
}
