/** What an import does to a library, what its undo leaves, and two laptops that exchange packages both ways. */
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportReport } from '../../../../core/formats/exchange/export-report';
import { importExchange } from '../../../../core/formats/exchange/import-exchange';
import type { ImportedNotes } from '../../../../core/formats/exchange/importer';
import { notesForReport } from '../../../../core/formats/exchange/notes-for-report';
import { type CodeId, type CodingId, type NoteId, newId, type ReportId, type VersionId } from '../../../../core/model/ids';
import type { ReportData } from '../../../../core/model/report-data';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { importNotes } from '../../../../electron/services/notes-import';
import { targetAt } from '../../../../electron/services/passages';
import { readReportData } from '../../../../electron/services/read-report';
import { storeReportData } from '../../../../electron/services/report-data';
import { harbour, newFolder, removeFolder, type TestHost, testHost } from '../support/host';
import { storeReport } from '../support/stored-report';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) removeFolder(folder);
});
const newLibraryFile = () => {
  const folder = newFolder();
  folders.push(folder);
  return { folder, file: path.join(folder, 'library', 'library.db') };
};

describe('undoing an import', () => {
  let host: TestHost;
  let file: string;
  let folder: string;
  let reportId: ReportId;
  let otherId: ReportId;
  let en: VersionId;
  let otherEn: VersionId;
  beforeEach(() => {
    ({ folder, file } = newLibraryFile());
    const library = openLibrary(file, { language: 'en' });
    const stored = storeReport(library, [harbour.en, harbour.fr]);
    const other = storeReport(library, [harbour.en, harbour.fr]);
    [reportId, otherId] = [stored.reportId, other.reportId];
    [en, otherEn] = [stored.versionIds[0]!, other.versionIds[0]!];
    library.close();
    host = testHost(folder);
  });
  afterEach(async () => {
    await host.close();
  });

  const noteId = newId<NoteId>();
  const codeId = newId<CodeId>();
  const codingId = newId<CodingId>();
  const theirs = (states: readonly string[] = ['Theirs']): ImportedNotes => {
    const target = {
      versionId: en,
      quote: { exact: 'harbour', prefix: 'The ', suffix: ' of Marsa' },
      position: { start: 4, end: 11 },
    };
    const at = (k: number) => 1000 * (k + 1);
    const last = states.length - 1;
    return {
      notes: [
        {
          id: noteId,
          reportId,
          scope: 'selection',
          body: states[last]!,
          targets: [target],
          createdAtMs: at(0),
          updatedAtMs: at(last),
          revision: last + 1,
          author: 'Salma',
        },
      ],
      revisions: states.slice(0, -1).map((body, k) => ({ noteId, revision: k + 1, body, targets: [target], savedAtMs: at(k) })),
      codes: [{ id: codeId, parentId: null, name: 'Place', description: '', colour: '#3f73c4', order: 0 }],
      codings: [{ id: codingId, codeId, target, noteId, coder: 'Salma', createdAtMs: 1000 }],
    };
  };
  /** Over the library itself. */
  const take = async (given: ImportedNotes, into = reportId) => {
    await host.close();
    const library = openLibrary(file, { language: 'en' });
    try {
      return library.write(() => importNotes(library, into, given));
    } finally {
      library.close();
      host = testHost(folder);
    }
  };
  const undo = (id = reportId) => host.value('history.undo', { reportId: id });
  const shown = async () => {
    const { notes } = await host.value('notes.list', { reportId });
    const { codes, codings } = await host.value('codes.list', { reportId });
    return { notes: notes.map((n) => n.body), codes: codes.map((c) => c.name), codings: codings.map((c) => c.coder) };
  };
  const all = { notes: ['Theirs'], codes: ['Place'], codings: ['Salma'] };
  const none = { notes: [], codes: [], codings: [] };

  it('makes the same import possible again, as often as one likes', async () => {
    for (let round = 0; round < 3; round += 1) {
      const taken = await take(theirs());
      expect(taken.report.taken).toMatchObject({ notes: 1, codes: 1, codings: 1 });
      expect(taken.report.left).toEqual([]);
      expect(await shown()).toEqual(all);
      await undo();
      expect(await shown()).toEqual(none);
    }
    await host.value('history.redo', { reportId });
    expect(await shown()).toEqual(all);
  });
  it('gives a note that was moved on its own words back, and the same import moves it on again', async () => {
    await take(theirs(['One']));
    for (let round = 0; round < 3; round += 1) {
      expect((await take(theirs(['One', 'Two', 'Three']))).updated).toEqual([noteId]);
      expect((await shown()).notes).toEqual(['Three']);
      await undo();
      expect((await shown()).notes).toEqual(['One']);
    }
    await host.value('history.redo', { reportId });
    const { revisions } = await host.value('notes.revisions', { noteId });
    expect(new Set(revisions.map((r) => r.body))).toEqual(new Set(['One', 'Two', 'Three']));
  });
  it('of a conflict takes both back, and the conflict comes again', async () => {
    await take(theirs(['One']));
    await host.value('notes.update', { noteId, body: 'Mine', session: 's' });
    for (let round = 0; round < 2; round += 1) {
      const taken = await take(theirs(['One', 'Two']));
      expect(taken.conflicts).toHaveLength(1);
      expect((await shown()).notes.sort()).toEqual(['Mine', 'Two']);
      await undo();
      expect((await shown()).notes).toEqual(['Mine']);
    }
  });
  it('is not undone by an import: what the reader deleted stays so, is told, and comes back when wanted', async () => {
    await take(theirs());
    const { codings } = await host.value('codes.list', { reportId });
    await host.value('codes.remove', { reportId, codingIds: codings.map((c) => c.id) });
    await host.value('codes.edit', { reportId, edit: { type: 'delete', codeId } });
    await host.value('notes.delete', { noteId });
    const taken = await take(theirs());
    expect(taken.setAside).toEqual({ notes: [noteId], codings: [codingId], codes: [codeId] });
    expect(taken.report.left.map(({ code }) => code)).toEqual(['note-binned', 'coding-removed', 'code-binned']);
    expect(taken.outcome.notesChanged).toBe(false);
    expect(await shown()).toEqual(none);
    await host.value('codes.bringBack', { reportId, ...taken.setAside });
    expect(await shown()).toEqual(all);
    expect((await undo()).history.redo).toBe('bring-back');
    expect(await shown()).toEqual(none);
    expect((await host.value('notes.bin', { reportId })).notes).toHaveLength(1);
  });
  it('leaves a code that another report uses by now, and what another report made of it', async () => {
    await take(theirs());
    await host.value('codes.apply', { reportId: otherId, codeId, passages: [{ versionId: otherEn, start: 4, end: 11 }] });
    await host.value('codes.edit', { reportId: otherId, edit: { type: 'update', codeId, name: 'Harbour' } });
    await undo();
    expect(await shown()).toEqual({ notes: [], codes: ['Harbour'], codings: [] });
    expect((await host.value('codes.list', { reportId: otherId })).codings).toHaveLength(1);
    await host.value('history.redo', { reportId });
    expect(await shown()).toEqual({ ...all, codes: ['Harbour'] });
  });
  it('leaves names and places of codes that another report changed since', async () => {
    const made = async (name: string) =>
      (
        await host.value('codes.edit', {
          reportId,
          edit: { type: 'create', parentId: null, name, description: '', colour: '#3f73c4' },
        })
      ).codeId;
    const [first, second] = [await made('First'), await made('Second')];
    await host.value('codes.edit', { reportId, edit: { type: 'move', codeId: second, parentId: first, order: 0 } });
    await host.value('codes.edit', { reportId, edit: { type: 'move', codeId: second, parentId: null, order: 1 } });
    await host.value('codes.edit', { reportId: otherId, edit: { type: 'move', codeId: first, parentId: second, order: 0 } });
    await undo();
    const { codes } = await host.value('codes.list', { reportId });
    expect(codes.map((c) => [c.name, c.parentId])).toEqual([
      ['Second', null],
      ['First', second],
    ]);
  });
  it('is no matter for a copy of the report: its notes are its own', async () => {
    await take(theirs());
    const moved = {
      ...theirs(),
      notes: theirs().notes.map((n) => ({ ...n, targets: n.targets.map((t) => ({ ...t, versionId: otherEn })) })),
    };
    const given = { ...moved, codings: moved.codings.map((c) => ({ ...c, target: { ...c.target, versionId: otherEn } })) };
    expect((await take(given, otherId)).report.taken).toMatchObject({ notes: 1, codings: 1 });
    const { notes } = await host.value('notes.list', { reportId: otherId });
    expect(notes.map((n) => n.body)).toEqual(['Theirs']);
    const { codings } = await host.value('codes.list', { reportId: otherId });
    expect(codings.map((c) => c.noteId)).toEqual([notes[0]!.id]);
    expect((await take(given, otherId)).outcome.notesChanged).toBe(false);
    expect(await shown()).toEqual(all);
  });
});

describe('two laptops that exchange packages', () => {
  type Step = { side: 0 | 1 } & (
    | { do: 'write'; body: string }
    | { do: 'edit'; which: number; body: string }
    | { do: 'passages'; which: number; start: number }
    | { do: 'code'; start: number }
    | { do: 'send' }
  );
  const side = fc.constantFrom(0 as const, 1 as const);
  const body = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ side, do: fc.constant('write' as const), body }),
    fc.record({ side, do: fc.constant('edit' as const), which: fc.nat(9), body }),
    fc.record({ side, do: fc.constant('passages' as const), which: fc.nat(9), start: fc.nat(5) }),
    fc.record({ side, do: fc.constant('code' as const), start: fc.nat(5) }),
    fc.record({ side, do: fc.constant('send' as const) }),
  );

  const packed = (library: Library, reportId: ReportId): Uint8Array => {
    const data = readReportData(library, reportId, { originals: false, allCodes: false });
    const made = exportReport('triptych', data, { appVersion: '0.0.0', nowMs: 1 });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.files[0]!.bytes;
  };
  const unpacked = (bytes: Uint8Array) => {
    const read = importExchange(bytes, 'x.triptych');
    if (!read.ok) throw new Error(read.error.code);
    return read.value.content;
  };

  it('come to the same notes and hold every state that anybody wrote', { timeout: 240_000 }, async () => {
    let time = 1_000_000;
    const open = () => openLibrary(newLibraryFile().file, { language: 'en', now: () => time });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), fc.boolean(), async (steps, secondFirst) => {
        const [a, b] = [open(), open()];
        a.settings.update({ coder: 'Nour' });
        b.settings.update({ coder: 'Salma' });
        const { reportId, versionIds } = storeReport(a, [harbour.en, harbour.fr]);
        await storeReportData(b, (unpacked(packed(a, reportId)) as { data: ReportData }).data, false);
        const sides = [a, b] as const;
        const written = new Set<string>();
        const send = (from: Library, to: Library) => {
          const target = readReportData(to, reportId, { originals: false, allCodes: true });
          const theirs = notesForReport(target, unpacked(packed(from, reportId)));
          if (!theirs.ok) throw new Error(theirs.error.code);
          return to.write(() => importNotes(to, reportId, theirs.value));
        };
        const passage = (library: Library, start: number) =>
          targetAt(library, reportId, { versionId: versionIds[0]!, start, end: start + 6 });
        for (const s of steps) {
          time += 1000;
          const library = sides[s.side];
          const notes = library.notes.list(reportId);
          const note = 'which' in s ? notes[s.which % Math.max(1, notes.length)] : undefined;
          if (s.do === 'write') {
            const targets = [passage(library, 0)];
            library.notes.create({ id: newId<NoteId>(), reportId, scope: 'selection', body: s.body, targets });
            written.add(s.body);
          } else if (s.do === 'edit' && note) {
            library.notes.save(note.id, { body: s.body, deleted: false });
            written.add(s.body);
          } else if (s.do === 'passages' && note)
            library.notes.save(note.id, { body: note.body, deleted: false, targets: [passage(library, s.start)] });
          else if (s.do === 'code') {
            const id = newId<CodeId>();
            library.codes.put({ id, parentId: null, name: 'x', description: '', colour: '#3f73c4', order: 0, deleted: false });
            library.codes.insertCoding({
              id: newId<CodingId>(),
              reportId,
              codeId: id,
              target: passage(library, s.start),
              noteId: null,
              coder: '',
              createdAtMs: time,
            });
          } else if (s.do === 'send') send(library, sides[1 - s.side]!);
        }
        const [first, second] = secondFirst ? [b, a] : [a, b];
        send(first, second);
        send(second, first);
        const result = (library: Library) => ({
          notes: library.notes
            .list(reportId)
            .map((n) => `${n.id} ${n.body} ${JSON.stringify(n.targets)}`)
            .sort(),
          codes: library.codes
            .list()
            .map((c) => c.id)
            .sort(),
          codings: library.codes
            .codings(reportId)
            .map((c) => c.id)
            .sort(),
        });
        expect(result(a)).toEqual(result(b));
        for (const library of sides) {
          const held = library.notes.list(reportId).flatMap((n) => [n.body, ...library.notes.revisions(n.id).map((r) => r.body)]);
          expect(new Set(held)).toEqual(written);
        }
        for (const [from, to] of [
          [a, b],
          [b, a],
        ] as const) {
          const again = send(from, to);
          expect(again.outcome.notesChanged).toBe(false);
          expect(again.conflicts).toEqual([]);
        }
        a.close();
        b.close();
      }),
      { numRuns: 40 },
    );
  });
});
