/** Codes and what notes have beside their words, through the calls that the window makes. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeEdit } from '../../../../core/contract/codes';
import type { CodeId, CodingId, NoteId, ReportId, VersionId } from '../../../../core/model/ids';
import { newId } from '../../../../core/model/ids';
import type { NoteTarget } from '../../../../core/model/note';
import { openLibrary } from '../../../../electron/library/library';
import { asciiAddress } from '../../../../electron/services/links';
import { importCodes, importNotes } from '../../../../electron/services/notes-import';
import { harbour, newFolder, removeFolder, type TestHost, testHost } from '../support/host';
import { storeReport } from '../support/stored-report';

let folder: string;
let file: string;
let host: TestHost;
let reportId: ReportId;
let en: VersionId;
let fr: VersionId;
beforeEach(() => {
  folder = newFolder();
  file = path.join(folder, 'library', 'library.db');
  const library = openLibrary(file, { language: 'en' });
  const stored = storeReport(library, [harbour.en, harbour.fr]);
  ({ reportId } = stored);
  [en, fr] = stored.versionIds as [VersionId, VersionId];
  library.close();
  host = testHost(folder);
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

const edit = async (e: CodeEdit): Promise<CodeId> => (await host.value('codes.edit', { reportId, edit: e })).codeId;
const create = (name: string, parentId: CodeId | null = null) =>
  edit({ type: 'create', parentId, name, description: '', colour: '#3f73c4' });
const list = () => host.value('codes.list', { reportId });
const tree = async () => (await list()).codes.map((c) => [c.name, c.parentId, c.order]);
const undo = () => host.value('history.undo', { reportId });
/** Over the library itself, as the command line and imports use it. */
async function offline<T>(work: (library: ReturnType<typeof openLibrary>) => T): Promise<T> {
  await host.close();
  const library = openLibrary(file, { language: 'en' });
  try {
    return work(library);
  } finally {
    library.close();
    host = testHost(folder);
  }
}

describe('the tree of codes', () => {
  it('is made, renamed and moved, and undo takes each step back', async () => {
    const blame = await create('Blame');
    const hope = await create('Hope');
    const state = await create('The state', blame);
    expect(await tree()).toEqual([
      ['Blame', null, 0],
      ['The state', blame, 0],
      ['Hope', null, 1],
    ]);
    await edit({ type: 'update', codeId: hope, name: 'Relief', description: 'After the worst.' });
    await edit({ type: 'move', codeId: state, parentId: null, order: 0 });
    expect(await tree()).toEqual([
      ['The state', null, 0],
      ['Blame', null, 1],
      ['Relief', null, 2],
    ]);
    await undo();
    await undo();
    expect(await tree()).toEqual([
      ['Blame', null, 0],
      ['The state', blame, 0],
      ['Hope', null, 1],
    ]);
    expect((await undo()).history).toEqual({ undo: 'code-create', redo: 'code-create' });
    expect(await tree()).toHaveLength(2);
  });
  it('takes no code below itself and none that is not there', async () => {
    const blame = await create('Blame');
    const state = await create('The state', blame);
    const failing = async (e: CodeEdit) => {
      const answer = await host.call('codes.edit', { reportId, edit: e });
      return answer.ok ? null : answer.error.code;
    };
    expect(await failing({ type: 'move', codeId: blame, parentId: state, order: 0 })).toBe('edit-impossible');
    expect(await failing({ type: 'move', codeId: blame, parentId: blame, order: 0 })).toBe('edit-impossible');
    expect(await failing({ type: 'merge', codeId: blame, into: state })).toBe('edit-impossible');
    expect(await failing({ type: 'update', codeId: newId<CodeId>(), name: 'x' })).toBe('code-not-found');
    expect(await failing({ type: 'create', parentId: null, name: ' ', description: '', colour: '#3f73c4' })).toBe(
      'invalid-input',
    );
  });
  it('goes to the bin with its passages, comes back, and is gone when the bin is emptied', async () => {
    const blame = await create('Blame');
    await create('The state', blame);
    await host.value('codes.apply', { reportId, codeId: blame, passages: [{ versionId: en, start: 4, end: 11 }] });
    await edit({ type: 'delete', codeId: blame });
    expect(await list()).toMatchObject({ codes: [], codings: [] });
    expect((await host.value('codes.bin', {})).codes.map((c) => c.name)).toEqual(['Blame', 'The state']);
    await edit({ type: 'restore', codeId: blame });
    expect(await list()).toMatchObject({ codes: [{ name: 'Blame' }], codings: [{ codeId: blame }] });
    await undo();
    expect(await host.value('codes.emptyBin', {})).toEqual({ count: 2 });
    await undo();
    // The tree comes back by undo, what was on the passages doesn't.
    expect((await list()).codings).toEqual([]);
  });
});

describe('coding', () => {
  it('puts a code on passages once, and takes it off', async () => {
    const blame = await create('Blame');
    const passages = [
      { versionId: en, start: 4, end: 11 },
      { versionId: fr, start: 3, end: 7 },
    ];
    const first = await host.value('codes.apply', { reportId, codeId: blame, passages });
    expect(first).toMatchObject({ applied: 2, outcome: { notesChanged: true, history: { undo: 'code-apply' } } });
    expect(await host.value('codes.apply', { reportId, codeId: blame, passages })).toMatchObject({ applied: 0 });
    const { codings, uses } = await list();
    expect(codings.map((c) => [c.target.quote.exact, c.coder, c.own])).toEqual([
      ['harbour', 'Reader', true],
      ['port', 'Reader', true],
    ]);
    expect(uses).toEqual([{ codeId: blame, count: 2 }]);
    await host.value('codes.remove', { reportId, codingIds: [codings[0]!.id] });
    expect((await list()).codings).toEqual([codings[1]]);
    await undo();
    expect((await list()).codings).toEqual(codings);
    await host.value('settings.update', { coder: 'Nour' });
    expect((await list()).codings.map((c) => c.coder)).toEqual(['Nour', 'Nour']);
  });
  it('moves to the other code when codes are merged, and back', async () => {
    const blame = await create('Blame');
    const guilt = await create('Guilt');
    const child = await create('Whose', guilt);
    const at = (start: number) => ({ versionId: en, start, end: start + 3 });
    await host.value('codes.apply', { reportId, codeId: blame, passages: [at(0), at(10)] });
    await host.value('codes.apply', { reportId, codeId: guilt, passages: [at(10), at(20)] });
    const before = await list();
    await edit({ type: 'merge', codeId: guilt, into: blame });
    const merged = await list();
    expect(merged.codes.map((c) => [c.id, c.parentId])).toEqual([
      [blame, null],
      [child, blame],
    ]);
    expect(merged.codings.map((c) => [c.codeId, c.target.position.start])).toEqual([
      [blame, 0],
      [blame, 10],
      [blame, 20],
    ]);
    await undo();
    expect(await list()).toEqual(before);
    await host.value('history.redo', { reportId });
    expect(await list()).toEqual(merged);
  });
});

describe('notes', () => {
  const write = (body: string) =>
    host.value('notes.create', { reportId, scope: 'cell', body, targets: [{ versionId: en, start: 4, end: 11 }] });

  it('take further passages in other versions and let them go', async () => {
    const { note } = await write('Harbour');
    const added = [{ versionId: fr, start: 3, end: 7 }];
    const two = await host.value('notes.setPassages', { noteId: note.id, kept: [0], added });
    expect(two.note.targets.map((t) => t.quote.exact)).toEqual(['harbour', 'port']);
    expect(two.note.scope).toBe('selection');
    const one = await host.value('notes.setPassages', { noteId: note.id, kept: [1], added: [] });
    expect(one.note.targets.map((t) => t.quote.exact)).toEqual(['port']);
    await undo();
    await undo();
    expect((await host.value('notes.list', { reportId })).notes[0]).toMatchObject({ targets: note.targets, scope: 'cell' });
    expect(await host.call('notes.setPassages', { noteId: note.id, kept: [7], added: [] })).toMatchObject({ ok: false });
  });
  it('remember every state, and an earlier one comes back as a new one', async () => {
    const { note } = await write('One');
    await host.value('notes.setPassages', { noteId: note.id, kept: [0], added: [{ versionId: fr, start: 3, end: 7 }] });
    await host.value('notes.update', { noteId: note.id, body: 'Two', session: 'a' });
    const { revisions } = await host.value('notes.revisions', { noteId: note.id });
    expect(revisions.map((r) => [r.revision, r.body, r.passages])).toEqual([
      [1, 'One', 1],
      [2, 'One', 2],
      [3, 'Two', 2],
    ]);
    const back = await host.value('notes.restoreRevision', { noteId: note.id, revision: 1 });
    expect(back.note).toMatchObject({ body: 'One', revision: 4, targets: note.targets });
    await undo();
    expect((await host.value('notes.list', { reportId })).notes).toMatchObject([{ body: 'Two', targets: [{}, {}] }]);
  });
  it('wait in the bin until it is emptied', async () => {
    const { note } = await write('One');
    await host.value('notes.delete', { noteId: note.id });
    expect((await host.value('notes.bin', { reportId })).notes.map((n) => n.id)).toEqual([note.id]);
    await host.value('notes.restore', { noteId: note.id });
    expect((await host.value('notes.list', { reportId })).notes.map((n) => n.id)).toEqual([note.id]);
    await host.value('notes.delete', { noteId: note.id });
    expect(await host.value('notes.emptyBin', { reportId })).toEqual({ count: 1 });
    expect((await host.value('notes.bin', { reportId })).notes).toEqual([]);
    // Undo goes on past steps whose note is gone for good.
    for (let i = 0; i < 4; i += 1) await undo();
    expect((await host.value('notes.list', { reportId })).notes).toEqual([]);
  });
});

describe('what comes from elsewhere', () => {
  const target = (versionId: VersionId, exact: string, start: number): NoteTarget => ({
    versionId,
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length },
  });
  const theirs = (body: string, revision = 1) => ({
    notes: [
      {
        id: 'd9f1f3a0-0000-4000-8000-000000000001' as NoteId,
        reportId,
        scope: 'selection' as const,
        body,
        targets: [target(en, 'passengers had waited', 3), target(fr, 'no such words anywhere', 0)],
        createdAtMs: 5,
        updatedAtMs: 6,
        revision,
      },
    ],
    revisions: [],
    codes: [
      {
        id: 'd9f1f3a0-0000-4000-8000-000000000002' as CodeId,
        parentId: null,
        name: 'Waiting',
        description: '',
        colour: '#5b8c2a',
        order: 0,
      },
    ],
    codings: [
      {
        id: 'd9f1f3a0-0000-4000-8000-000000000003' as CodingId,
        codeId: 'd9f1f3a0-0000-4000-8000-000000000002' as CodeId,
        target: target(en, 'passengers', 70),
        noteId: 'd9f1f3a0-0000-4000-8000-000000000001' as NoteId,
        coder: 'Salma',
        createdAtMs: 7,
      },
    ],
  });

  it('stands beside one’s own, found by its words or kept as an orphan, and is one step to undo', async () => {
    const result = await offline((library) => library.write(() => importNotes(library, reportId, theirs('Theirs'), 'Salma')));
    expect(result).toMatchObject({ conflicts: [], coders: ['Salma'], report: { taken: { notes: 1, codes: 1, codings: 1 } } });
    const { notes } = await host.value('notes.list', { reportId });
    expect(notes).toMatchObject([{ body: 'Theirs', author: 'Salma', targets: [{}, { orphan: true }] }]);
    const at = harbour.en.join('\n\n').indexOf('passengers');
    expect(notes[0]!.targets[0]!.position.start).toBe(at);
    expect((await list()).codings).toMatchObject([{ coder: 'Salma', own: false, target: { position: { start: at } } }]);
    const agreement = await host.value('codings.agreement', { reportId, first: 'Reader', second: 'Salma' });
    expect(agreement).toMatchObject({ units: 10, byCode: [{ agreement: { onlySecond: 1, neither: 9 } }], differenceCount: 1 });
    await undo();
    expect((await host.value('notes.list', { reportId })).notes).toEqual([]);
    expect(await list()).toMatchObject({ codes: [], codings: [] });
    await host.value('history.redo', { reportId });
    expect((await list()).codings).toHaveLength(1);
  });
  it('changes nothing the second time, moves a note on, and keeps both where both laptops wrote', async () => {
    const take = (body: string, revision: number) =>
      offline((library) => library.write(() => importNotes(library, reportId, theirs(body, revision))));
    await take('Theirs', 1);
    const again = await take('Theirs', 1);
    expect(again).toMatchObject({ added: [], updated: [], conflicts: [], outcome: { notesChanged: false } });
    const noteId = theirs('').notes[0]!.id;
    await host.value('notes.update', { noteId, body: 'Mine', session: 'x' });
    const clash = await take('Theirs, later', 2);
    expect(clash.conflicts).toMatchObject([{ ours: noteId }]);
    expect(clash.report.left).toMatchObject([{ code: 'note-conflict', count: 1 }]);
    const bodies = async () => (await host.value('notes.list', { reportId })).notes.map((n) => n.body).sort();
    expect(await bodies()).toEqual(['Mine', 'Theirs, later']);
    await undo();
    expect(await bodies()).toEqual(['Mine']);
  });
  it('adds codes of a codebook that are not there yet, with those out of the bin', async () => {
    const blame = await create('Blame');
    await edit({ type: 'delete', codeId: blame });
    const book = [
      { id: blame, parentId: null, name: 'Blame', description: '', colour: '#3f73c4', order: 0 },
      ...theirs('').codes,
    ];
    const { report } = await offline((library) => library.write(() => importCodes(library, reportId, book)));
    expect(report.taken.codes).toBe(2);
    expect((await list()).codes.map((c) => c.name).sort()).toEqual(['Blame', 'Waiting']);
  });
});

describe('links', () => {
  it.each([
    ['https://example.org/a b?c=é', 'https://example.org/a%20b?c=%C3%A9'],
    ['https://müller.example/', 'https://xn--mller-kva.example/'],
    ['mailto:someone@example.org', 'mailto:someone@example.org'],
    ['https://user:secret@example.org/', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['not an address', null],
  ])('%s is shown as %s', (address, shown) => {
    expect(asciiAddress(address)).toBe(shown);
  });
});
