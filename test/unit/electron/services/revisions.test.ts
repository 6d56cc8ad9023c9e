import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewVersion } from '../../../../core/contract/schemas';
import type { ReportId } from '../../../../core/model/ids';
import { harbour, harbourReport, newFolder, newVersion, removeFolder, type TestHost, testHost } from '../support/host';

let folder: string;
let host: TestHost;
let reportId: ReportId;
beforeEach(async () => {
  folder = newFolder();
  host = testHost(folder);
  reportId = await harbourReport(host);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

const opened = () => host.value('report.open', { reportId });
const versionAt = async (ordinal: number) => (await opened()).report.versions[ordinal]!;
const page = () => host.value('report.rows', { reportId, offset: 0, limit: 100 });
const textRows = async () => {
  const { rows, segments } = await page();
  return rows.map((r) => r.cells.map((cell, v) => cell.map((s) => segments[v]!.find((x) => x.index === s)!.text).join(' / ')));
};
const revise = async (ordinal: number, version: NewVersion, acceptUnrelated = false) => {
  const { id } = await versionAt(ordinal);
  return host.job(host.value('version.revise', { reportId, versionId: id, version, acceptUnrelated }));
};
const noteOn = async (ordinal: number, words: string, body: string) => {
  const { id } = await versionAt(ordinal);
  const { segments } = await page();
  const segment = segments[ordinal]!.find((s) => s.text.includes(words))!;
  const start = segment.start + segment.text.indexOf(words);
  const targets = [{ versionId: id, start, end: start + words.length }];
  return (await host.value('notes.create', { reportId, scope: 'selection', body, targets })).note;
};
const notes = async () => (await host.value('notes.list', { reportId })).notes;

/** A paragraph before the others, one touched up, one taken out, the rest as it was. */
const second = newVersion('en', [
  'By our correspondent in the north of the island, where the wind has not let up.',
  harbour.en[0],
  'Some 250 passengers had waited in the sports hall, the mayor Lina Haddad said.',
  harbour.en[3],
  harbour.en[4],
]);

describe('version.revise', () => {
  it('carries rows, what was confirmed, and notes over to the new text', async () => {
    const before = await page();
    for (const row of before.rows.slice(0, 2))
      await host.value('rows.edit', { reportId, edit: { type: 'confirm', rowId: row.id, confirmed: true } });
    const onFirst = await noteOn(0, 'after three days', 'how long?');
    const onFrench = await noteOn(1, 'la jetée', 'the pier');
    const old = await versionAt(0);

    expect(await revise(0, second)).toEqual({ type: 'stored', reportId });

    const now = await versionAt(0);
    expect(now.id).not.toBe(old.id);
    expect(now.segmentCount).toBe(5);
    const rows = await textRows();
    const has = (en: string, fr: string) => expect(rows).toContainEqual([en, fr]);
    has(harbour.en[0], harbour.fr[0]);
    has(second.blocks[2]!.text, harbour.fr[1]);
    has('', harbour.fr[2]);
    has(harbour.en[3], harbour.fr[3]);
    has(harbour.en[4], harbour.fr[4]);
    expect(rows.flatMap((r) => r[0]).filter(Boolean)).toHaveLength(5);
    const after = await page();
    expect(after.rows.filter((r) => r.status === 'confirmed')).toHaveLength(2);

    const [first, french] = await notes();
    expect(first).toMatchObject({ id: onFirst.id, body: 'how long?', targets: [{ versionId: now.id }] });
    const { start, end } = first!.targets[0]!.position;
    const segment = after.segments[0]!.find((s) => s.start <= start && s.end >= end)!;
    expect(segment.text.slice(start - segment.start, end - segment.start)).toBe('after three days');
    expect(french!.targets).toEqual(onFrench.targets);
  });

  it('lists what could not be kept and drops nothing of it', async () => {
    const lost = await noteOn(0, 'Two ferries will sail every day until the end of March', 'the timetable');
    await revise(0, second);
    const { revisions } = await host.value('revisions.list', { reportId });
    expect(revisions).toHaveLength(1);
    const { outcome } = revisions[0]!;
    expect(outcome.counts).toEqual({ same: 3, changed: 1, added: 1, gone: 1 });
    expect(outcome.notes).toEqual([
      { noteId: lost.id, body: 'the timetable', quotes: ['Two ferries will sail every day until the end of March'] },
    ]);
    expect(outcome.rows).toContainEqual(expect.objectContaining({ reason: 'gone', text: harbour.en[2] }));
    expect(outcome.rows).toContainEqual(expect.objectContaining({ reason: 'new', text: second.blocks[0]!.text }));
    const kept = (await notes()).find((n) => n.id === lost.id);
    expect(kept?.targets[0]?.quote.exact).toBe('Two ferries will sail every day until the end of March');
  });

  it('is undone and done again, with rows, notes and base as they were', async () => {
    await noteOn(0, 'after three days', 'how long?');
    await noteOn(0, 'Two ferries', 'the timetable');
    const state = async () => {
      const [{ report }, { rows, segments }, all] = await Promise.all([opened(), page(), notes()]);
      return { report, rows, segments, targets: all.map((n) => n.targets) };
    };
    const before = await state();
    await revise(0, second);
    const after = await state();
    expect(after).not.toEqual(before);
    const undone = await host.value('history.undo', { reportId });
    expect(undone).toMatchObject({ reload: true, notesChanged: true, history: { redo: 'revise-version' } });
    expect(await state()).toEqual(before);
    expect((await host.value('revisions.list', { reportId })).revisions).toEqual([]);
    await host.value('history.redo', { reportId });
    expect(await state()).toEqual(after);
  });

  it('finds a paragraph again that an earlier revision had dropped', async () => {
    const note = await noteOn(0, 'Two ferries will sail every day', 'the timetable');
    await revise(0, second);
    const [byline, first, hall, ...rest] = second.blocks.map((b) => b.text);
    const third = newVersion('en', [byline!, first!, hall!, harbour.en[2], ...rest]);
    await revise(0, third);
    const now = await versionAt(0);
    expect((await notes()).find((n) => n.id === note.id)?.targets[0]?.versionId).toBe(now.id);
    expect(await textRows()).toContainEqual([harbour.en[2], harbour.fr[2]]);
  });

  it('asks before it takes a text that has hardly anything of the old one', async () => {
    const other = newVersion('en', ['The museum opens on Sunday.', 'Its garden is closed for the winter.']);
    const before = await page();
    expect(await revise(0, other)).toEqual({ type: 'unrelated', versions: [0] });
    expect(await page()).toEqual(before);
    expect(await revise(0, other, true)).toEqual({ type: 'stored', reportId });
    expect((await textRows()).flat()).toEqual(expect.arrayContaining(['The museum opens on Sunday.', ...harbour.fr]));
  });

  it('refuses a version of another report', async () => {
    const answer = await host.call('version.revise', {
      reportId,
      versionId: crypto.randomUUID() as never,
      version: second,
      acceptUnrelated: false,
    });
    expect(answer).toEqual({ ok: false, error: { code: 'version-not-found' } });
  });
});

describe('report.addVersion', () => {
  it('leaves confirmed and edited rows as they are, in their other versions', async () => {
    const { rows } = await page();
    await host.value('rows.edit', { reportId, edit: { type: 'confirm', rowId: rows[0]!.id, confirmed: true } });
    await host.value('rows.edit', { reportId, edit: { type: 'merge-next', rowId: rows[2]!.id } });
    const held = (await page()).rows.filter((r) => r.status !== 'automatic');
    expect(held.map((r) => r.status)).toEqual(['confirmed', 'edited']);
    const version = newVersion(
      'en',
      harbour.en.map((text) => text.replace('Monday', 'Tuesday')),
    );
    const done = await host.job(host.value('report.addVersion', { reportId, version, acceptUnrelated: true }));
    expect(done).toEqual({ type: 'stored', reportId });
    const now = (await page()).rows.filter((r) => r.status !== 'automatic');
    expect(now.map((r) => ({ cells: r.cells.slice(0, 2), status: r.status }))).toEqual(
      held.map((r) => ({ cells: r.cells, status: r.status })),
    );
  });
});
