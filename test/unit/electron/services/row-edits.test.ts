/** Edits of many rows at once: one step, exact undo, nothing done when a part is impossible, and what stands outside stays. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportId } from '../../../../core/model/ids';
import { openLibrary } from '../../../../electron/library/library';
import { harbour, newFolder, removeFolder, type TestHost, testHost } from '../support/host';
import { storeReport } from '../support/stored-report';

let folder: string;
let host: TestHost;
let reportId: ReportId;
beforeEach(() => {
  folder = newFolder();
  const library = openLibrary(path.join(folder, 'library', 'library.db'), { language: 'en' });
  ({ reportId } = storeReport(library, [harbour.en, harbour.fr]));
  library.close();
  host = testHost(folder);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});
const page = () => host.value('report.rows', { reportId, offset: 0, limit: 100 });
const rows = async () => (await page()).rows;
const cells = async () => (await rows()).map((r) => r.cells);
const idAt = async (index: number) => (await rows())[index]!.id;
const undo = () => host.value('history.undo', { reportId });

describe('range edits', () => {
  it('confirms, merges and shifts as one step each', async () => {
    const before = await rows();
    const [rowId, , lastRowId] = before.map((r) => r.id) as [never, never, never];
    for (const edit of [
      { type: 'confirm-rows', rowId, lastRowId, confirmed: true },
      { type: 'merge-rows', rowId, lastRowId },
      { type: 'shift-down', rowId, lastRowId, version: 1 },
      { type: 'link', rowId, version: 1, toRowId: before[4]!.id },
    ] as const) {
      const outcome = await host.value('rows.edit', { reportId, edit });
      expect(outcome.history.undo).toBe(edit.type);
      expect(await rows()).not.toEqual(before);
      await undo();
      expect(await rows()).toEqual(before);
      await host.value('history.redo', { reportId });
      expect(await rows()).not.toEqual(before);
      await undo();
    }
  });
  it('links a cell to a row before it and drops the row that is left empty', async () => {
    const cut = { type: 'split', rowId: await idAt(2), version: 1, segment: 2 } as const;
    await host.value('rows.edit', { reportId, edit: cut });
    const before = await cells();
    expect(before[3]).toEqual([[], [2]]);
    const link = { type: 'link', rowId: await idAt(3), version: 1, toRowId: await idAt(0) } as const;
    await host.value('rows.edit', { reportId, edit: link });
    expect(await cells()).toEqual([
      [[0], [0, 2]],
      [[1], [1]],
      [[2], []],
      [[3], [3]],
      [[4], [4]],
    ]);
    await undo();
    expect(await cells()).toEqual(before);
  });
});

describe('many edits', () => {
  it('are one step, planned one on the other', async () => {
    const before = await rows();
    const ids = before.map((r) => r.id);
    const edits = [
      { type: 'merge-next', rowId: ids[0]! },
      { type: 'confirm', rowId: ids[3]!, confirmed: true },
      { type: 'split', rowId: ids[4]!, version: 1, segment: 4 },
    ] as const;
    const outcome = await host.value('rows.editMany', { reportId, edits: [...edits] });
    expect(outcome.patches).toHaveLength(3);
    expect(await cells()).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [[2], [2]],
      [[3], [3]],
      [[4], []],
      [[], [4]],
    ]);
    await undo();
    expect(await rows()).toEqual(before);
  });
  it('are all left when one is impossible', async () => {
    const before = await rows();
    const edits = [
      { type: 'confirm', rowId: before[0]!.id, confirmed: true },
      { type: 'merge-next', rowId: before.at(-1)!.id },
    ] as const;
    const answer = await host.call('rows.editMany', { reportId, edits: [...edits] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'edit-impossible' } });
    expect(await rows()).toEqual(before);
    expect((await host.value('report.open', { reportId })).history.undo).toBeNull();
  });
});

describe('boilerplate of a range', () => {
  it('marks every version or one, and undoes it', async () => {
    const before = await page();
    const mark = { reportId, fromRowId: before.rows[1]!.id, toRowId: before.rows[2]!.id, boilerplate: true };
    const marked = async () => (await page()).segments.map((list) => list.filter((s) => s.boilerplate).map((s) => s.index));
    const told = await host.value('rows.setBoilerplate', { ...mark, version: 1 });
    expect(told).toMatchObject({ reload: false, patches: [] });
    expect(told.boilerplate?.map((m) => [m.segment, m.boilerplate])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(await marked()).toEqual([[], [1, 2]]);
    await host.value('rows.setBoilerplate', { ...mark, version: null });
    expect(await marked()).toEqual([
      [1, 2],
      [1, 2],
    ]);
    await undo();
    expect(await marked()).toEqual([[], [1, 2]]);
    await undo();
    expect(await page()).toEqual(before);
  });
});

describe('aligning a stretch again', () => {
  it('sets right what is automatic in it; what is confirmed, edited or outside stays', async () => {
    // The whole French text one row too low, marked as if the aligner had done it.
    const ids = (await rows()).map((r) => r.id);
    await host.value('rows.edit', { reportId, edit: { type: 'shift-down', rowId: ids[1]!, lastRowId: ids[3]!, version: 1 } });
    const shifted = await rows();
    expect(shifted.map((r) => r.cells[1])).toEqual([[0], [], [1], [2], [3, 4]]);
    const range = { rowId: shifted[0]!.id, lastRowId: shifted[4]!.id };
    await host.value('rows.edit', { reportId, edit: { type: 'confirm-rows', ...range, confirmed: false } });
    await host.value('rows.edit', { reportId, edit: { type: 'confirm', rowId: shifted[0]!.id, confirmed: true } });
    const before = await rows();
    const job = host.value('report.realignRange', { reportId, fromRowId: before[4]!.id, toRowId: before[1]!.id });
    const stored = await host.job(job);
    expect(stored).toMatchObject({ type: 'stored', reportId, change: { reload: false, history: { undo: 'realign-rows' } } });
    const after = await rows();
    // What the window is told leads from the one to the other, without reading all again.
    const patches = stored.type === 'stored' ? (stored.change?.patches ?? []) : [];
    expect(patches.reduce((list, { at, remove, insert }) => list.toSpliced(at, remove.length, ...insert), before)).toEqual(after);
    expect(after[0]).toEqual(before[0]);
    expect(after.map((r) => r.cells)).toEqual([0, 1, 2, 3, 4].map((n) => [[n], [n]]));
    const outcome = await undo();
    expect(outcome.patches).toHaveLength(1);
    expect(await rows()).toEqual(before);
  });
  it('leaves rows outside the stretch as they are', async () => {
    const before = await rows();
    const job = host.value('report.realignRange', { reportId, fromRowId: before[2]!.id, toRowId: before[3]!.id });
    expect((await host.job(job)).type).toBe('stored');
    const after = await rows();
    expect([after[0], after[1], after.at(-1)]).toEqual([before[0], before[1], before.at(-1)]);
  });
});
