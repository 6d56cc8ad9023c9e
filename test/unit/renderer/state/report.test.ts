import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planEdit, type RowEdit } from '../../../../core/align/edits';
import type { CallOutput } from '../../../../core/contract/calls';
import type { HistoryState } from '../../../../core/contract/schemas';
import type { ReportId, RowId, VersionId } from '../../../../core/model/ids';
import type { Row, RowPatch } from '../../../../core/model/report';
import { failure, success } from '../../../../core/model/result';
import { openDraft } from '../../../../renderer/state/drafts';
import { findRow, onBookChange, useReport } from '../../../../renderer/state/report';
import { type FakeBridge, installBridge } from '../support/fake-bridge';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const reportId = uuid(1) as ReportId;
const versionIds = [uuid(2), uuid(3)] as VersionId[];
const none: HistoryState = { undo: null, redo: null };
const segment = (index: number) => ({
  index,
  kind: 'paragraph' as const,
  boilerplate: false,
  start: index * 10,
  end: index * 10 + 6,
  text: `text ${index}`,
  sentences: [],
});

/** A host that keeps rows, answers pages of them and carries edits out with the real planner. */
function makeHost(count: number) {
  let rows: Row[] = Array.from({ length: count }, (_, i) => ({
    id: (i + 1) as RowId,
    cells: [[i], [i]],
    score: i % 2 === 0 ? 0.9 : 0.3,
    status: 'automatic',
  }));
  let nextId = count + 1;
  let position: { rowId: RowId; version: number; offset: number } | null = null;
  const done: RowPatch[] = [];
  const outcome = (patch: RowPatch, more: Partial<CallOutput<'rows.edit'>> = {}) =>
    success({ patches: [patch], reload: false, notesChanged: false, history: none, focusRow: null, ...more });
  const carryOut = (patch: RowPatch) => {
    rows = [...rows.slice(0, patch.at), ...patch.insert, ...rows.slice(patch.at + patch.remove.length)];
  };
  const bridge: FakeBridge = installBridge({
    'report.open': () =>
      success({
        report: {
          id: reportId,
          title: 'Report',
          kind: 'translation',
          baseVersionId: versionIds[0]!,
          rowCount: rows.length,
          versions: versionIds.map((id, ordinal) => ({
            id,
            ordinal,
            lang: ordinal ? 'ar' : 'en',
            direction: ordinal ? ('rtl' as const) : ('ltr' as const),
            title: '',
            outlet: '',
            date: '',
            fileName: 'a.txt',
            format: 'txt',
            encoding: null,
            segmentCount: count,
            related: true,
          })),
        },
        view: { columns: [], position, notesOpen: true, mode: 'rows', frozen: [] },
        history: none,
        counts: { confirmed: 0, toCheck: rows.filter((r) => (r.score ?? 1) < 0.6).length, omissions: 0 },
      }),
    'report.rows': ({ offset, limit }) => {
      const page = rows.slice(offset, offset + limit);
      return success({
        offset,
        rows: page,
        segments: [0, 1].map((v) => page.flatMap((r) => r.cells[v] ?? []).map(segment)),
      });
    },
    'rows.edit': ({ edit }) => {
      const planned = planEdit({ at: 0, rows }, edit as RowEdit, () => nextId++ as RowId);
      if (!planned.ok) return planned;
      carryOut(planned.value);
      done.push(planned.value);
      return outcome(planned.value);
    },
    'history.undo': () => {
      const last = done.pop();
      if (!last) return failure('nothing-to-undo');
      const back = { at: last.at, remove: last.insert, insert: last.remove };
      carryOut(back);
      return outcome(back, { focusRow: last.at });
    },
  });
  return {
    bridge,
    rows: () => rows,
    /** Another change that the window hasn't heard of. */
    changeBehind: () => {
      rows = rows.slice(1);
    },
    leaveAt(rowId: number) {
      position = { rowId: rowId as RowId, version: 1, offset: 0 };
    },
  };
}
const state = () => useReport.getState();
const shownRows = () => [...(state().book?.loadedRows() ?? [])].map(({ row }) => row.id);
async function loadAll(): Promise<void> {
  for (const section of state().book?.sections ?? []) await state().want(section.start);
}

beforeEach(() => state().close());
afterEach(() => state().close());

describe('the open report', () => {
  test('shows its first page, then has the rest when it is asked for', async () => {
    const host = makeHost(450);
    await state().open(reportId);
    expect(state().status).toBe('open');
    expect(state().book?.rowAt(0)?.id).toBe(1);
    await loadAll();
    expect(shownRows()).toEqual(host.rows().map((r) => r.id));
  });

  test('a report that can’t be read says why', async () => {
    installBridge({ 'report.open': () => failure('report-not-found') });
    await state().open(reportId);
    expect(state().status).toBe('failed');
    expect(state().failure).toEqual({ code: 'report-not-found' });
  });

  test('quick edits follow each other: each sees the outcome of the one before', async () => {
    const host = makeHost(10);
    await state().open(reportId);
    state().setCursor({ index: 2, version: 0 });
    const merge = () => state().editRow(({ book, cursor }) => ({ type: 'merge-next', rowId: book!.rowAt(cursor!.index)!.id }));
    await Promise.all([merge(), merge(), merge()]);
    expect(host.rows().length).toBe(7);
    expect(host.rows()[2]?.cells[0]).toEqual([2, 3, 4, 5]);
    expect(shownRows()).toEqual(host.rows().map((r) => r.id));
    expect(state().cursor).toEqual({ index: 2, version: 0 });
    expect(state().report?.rowCount).toBe(7);
  });

  test('counts go along with edits', async () => {
    makeHost(10);
    await state().open(reportId);
    expect(state().counts).toEqual({ confirmed: 0, toCheck: 5, omissions: 0 });
    await state().editRow(({ book }) => ({ type: 'confirm', rowId: book!.rowAt(1)!.id, confirmed: true }));
    expect(state().counts).toEqual({ confirmed: 1, toCheck: 4, omissions: 0 });
    await state().editRow(({ book }) => ({ type: 'split', rowId: book!.rowAt(0)!.id, version: 0, segment: 0 }));
    expect(state().counts.omissions).toBe(2);
  });

  test('the cursor stays with its row when rows above it change', async () => {
    makeHost(10);
    await state().open(reportId);
    state().setCursor({ index: 5, version: 1 });
    const id = state().book?.rowAt(5)?.id;
    await state().editRow(({ book }) => ({ type: 'merge-next', rowId: book!.rowAt(0)!.id }));
    expect(state().cursor).toEqual({ index: 4, version: 1 });
    expect(state().book?.rowAt(4)?.id).toBe(id);
  });

  test('undo waits for what is being typed, and takes the cursor to what it changed', async () => {
    makeHost(10);
    await state().open(reportId);
    state().setCursor({ index: 8, version: 0 });
    const before = shownRows();
    await state().editRow(({ book }) => ({ type: 'merge-next', rowId: book!.rowAt(1)!.id }));
    const order: string[] = [];
    const close = openDraft('typed', async () => {
      order.push('flushed');
      return true;
    });
    const stop = onBookChange(() => order.push('undone'));
    await state().undo();
    stop();
    close();
    expect(order).toEqual(['flushed', 'undone']);
    expect(shownRows()).toEqual(before);
    expect(state().cursor?.index).toBe(1);
  });

  test('a draft that can’t be stored keeps undo from losing it', async () => {
    const host = makeHost(10);
    await state().open(reportId);
    await state().editRow(({ book }) => ({ type: 'merge-next', rowId: book!.rowAt(1)!.id }));
    const close = openDraft('typed', async () => false);
    expect(await state().undo()).toBeNull();
    close();
    expect(host.bridge.inputsOf('history.undo')).toEqual([]);
  });

  test('a failed edit changes nothing', async () => {
    makeHost(3);
    await state().open(reportId);
    const before = shownRows();
    const answer = await state().editRow(({ book }) => ({ type: 'merge-next', rowId: book!.rowAt(2)!.id }));
    expect(answer).toEqual({ ok: false, error: { code: 'edit-impossible' } });
    expect(shownRows()).toEqual(before);
  });

  test('a row is found without reading the whole report, where ids still tell its place', async () => {
    const host = makeHost(3000);
    await state().open(reportId);
    expect(await findRow(2500 as RowId)).toBe(2499);
    expect(host.bridge.inputsOf('report.rows').length).toBeLessThan(5);
    expect(await findRow(99_999 as RowId)).toBe(-1);
  });
});

describe('changes that are told without all rows', () => {
  const change = (value: Partial<CallOutput<'rows.edit'>>) =>
    state().change(() =>
      Promise.resolve(success({ patches: [], reload: false, notesChanged: false, history: none, focusRow: null, ...value })),
    );

  test('paragraphs marked as beside the text change their rows and nothing else', async () => {
    makeHost(250);
    await state().open(reportId);
    await loadAll();
    const { book } = state();
    const seen: string[] = [];
    const stop = onBookChange((changes) => {
      for (const c of changes) seen.push(c.type === 'marked' ? `${c.section.start + c.at}+${c.rows.length}` : c.type);
    });
    const marks = [3, 4, 199, 200].map((segment) => ({ versionId: versionIds[1]!, segment, boilerplate: true }));
    await change({ boilerplate: marks });
    stop();
    expect(seen).toEqual(['3+2', '199+1', '200+1']);
    expect(state().book).toBe(book);
    expect([2, 3, 4, 199, 200].map((i) => book?.segment(1, i)?.boilerplate)).toEqual([false, true, true, true, true]);
    expect(book?.segment(0, 3)?.boilerplate).toBe(false);
  });

  test('a patch that does not fit the rows of the window has them all read again', async () => {
    const host = makeHost(10);
    await state().open(reportId);
    host.changeBehind();
    const [, , third] = host.rows();
    const confirmed: Row = { ...third!, status: 'confirmed' };
    await change({ patches: [{ at: 2, remove: [third!], insert: [confirmed] }] });
    expect(shownRows()).toEqual(host.rows().map((r) => r.id));
  });
});
