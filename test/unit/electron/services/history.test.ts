/** Whatever a reader does to an open report, undo leads back to the exact start, and redo to the exact end, over restarts, too. */
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallName } from '../../../../core/contract/calls';
import type { ReportId, VersionId } from '../../../../core/model/ids';
import { openLibrary } from '../../../../electron/library/library';
import { harbour, newFolder, removeFolder, type TestHost, testHost } from '../support/host';
import { storeReport } from '../support/stored-report';

let folder: string;
let host: TestHost;
let reportId: ReportId;
/** A report that nothing has been done to yet, stored without an alignment. */
async function freshReport(): Promise<void> {
  await host?.close();
  const library = openLibrary(path.join(folder, 'library', 'library.db'), { language: 'en' });
  ({ reportId } = storeReport(library, [harbour.en, harbour.fr]));
  library.close();
  host = testHost(folder);
}
beforeEach(async () => {
  folder = newFolder();
  await freshReport();
});
afterEach(async () => {
  await host.close();
  removeFolder(folder);
});

/** All that undo answers for. Revisions and times of notes go on counting. */
async function snapshot() {
  const { report, counts } = await host.value('report.open', { reportId });
  const { rows, segments } = await host.value('report.rows', { reportId, offset: 0, limit: 2000 });
  const { notes } = await host.value('notes.list', { reportId });
  const { codes, codings, uses } = await host.value('codes.list', { reportId });
  const said = notes.map(({ id, body, targets, scope }) => ({ id, body, targets, scope }));
  return {
    report,
    counts,
    rows,
    segments,
    notes: said,
    codes,
    codings,
    uses: uses.sort((x, y) => (x.codeId < y.codeId ? -1 : 1)),
  };
}

type Step = { kind: number; a: number; b: number; text: string };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(17),
  a: fc.nat(50),
  b: fc.nat(50),
  text: fc.string({ maxLength: 12 }),
});

/** Makes one call; answers whether it went through. Impossible edits are part of the game. */
async function perform({ kind, a, b, text }: Step): Promise<boolean> {
  const { report } = await host.value('report.open', { reportId });
  const { rows, segments } = await host.value('report.rows', { reportId, offset: 0, limit: 2000 });
  const { notes } = await host.value('notes.list', { reportId });
  const row = rows[a % rows.length]!;
  const version = b % 2;
  const versionId = report.versions[version]!.id;
  const cell = row.cells[version]!;
  const call = async (name: CallName, input: unknown) => (await host.call(name, input)).ok;
  const edit = (e: object) => call('rows.edit', { reportId, edit: { rowId: row.id, ...e } });
  const note = notes[a % Math.max(1, notes.length)];
  switch (kind) {
    case 0:
      return edit({ type: 'merge-next' });
    case 1:
      return edit({ type: 'split', version, segment: cell[b % Math.max(1, cell.length)] ?? 0 });
    case 2:
      return edit({ type: b % 3 === 0 ? 'move-up' : 'move-down', version });
    case 3:
      return edit({ type: 'confirm', confirmed: row.status !== 'confirmed' });
    case 4:
      return call('report.setBase', { reportId, versionId });
    case 5: {
      const segment = segments[version]![a % segments[version]!.length]!;
      return call('version.setBoilerplate', { reportId, versionId, segment: segment.index, boilerplate: !segment.boilerplate });
    }
    case 6:
      return call('version.update', { reportId, versionId, title: text, lang: b % 2 ? 'de' : 'en' });
    case 7: {
      const targets = [{ versionId, start: a, end: a + 1 + b }];
      return call('notes.create', { reportId, scope: 'selection', body: text, targets, session: `s${b % 3}` });
    }
    case 8:
      return note ? call('notes.update', { noteId: note.id, body: text, session: `s${b % 3}` }) : false;
    case 9:
      return note
        ? call('notes.setPassages', { noteId: note.id, kept: b % 2 ? [0] : [], added: [{ versionId, start: b, end: b + 4 }] })
        : false;
    case 10:
      return note ? call('notes.restoreRevision', { noteId: note.id, revision: 1 + (b % 4) }) : false;
    case 11: {
      const binned = (await host.value('notes.bin', { reportId })).notes;
      return binned.length > 0 ? call('notes.restore', { noteId: binned[a % binned.length]!.id }) : false;
    }
    case 12:
    case 13:
    case 14:
    case 15:
      return performOnCodes({ kind, a, b, text }, versionId);
    default:
      return note ? call('notes.delete', { noteId: note.id }) : call('report.rename', { reportId, title: text || 'x' });
  }
}
async function performOnCodes({ kind, a, b, text }: Step, versionId: VersionId): Promise<boolean> {
  const { codes, codings } = await host.value('codes.list', { reportId });
  const code = codes[a % Math.max(1, codes.length)];
  const other = codes[b % Math.max(1, codes.length)];
  const edit = async (e: object) => (await host.call('codes.edit', { reportId, edit: e as never })).ok;
  if (kind === 12 || !code || !other) {
    const parentId = b % 2 && code ? code.id : null;
    return edit({ type: 'create', parentId, name: text || 'x', description: '', colour: '#3f73c4' });
  }
  if (kind === 13) {
    const passages = [{ versionId, start: a, end: a + 1 + b }];
    return (await host.call('codes.apply', { reportId, codeId: code.id, passages })).ok;
  }
  if (kind === 14 && codings.length > 0)
    return (await host.call('codes.remove', { reportId, codingIds: [codings[b % codings.length]!.id] })).ok;
  const edits = [
    { type: 'update', codeId: code.id, name: text || 'y' },
    { type: 'move', codeId: code.id, parentId: other.id, order: 0 },
    { type: 'move', codeId: code.id, parentId: null, order: b % 3 },
    { type: 'merge', codeId: code.id, into: other.id },
    { type: 'delete', codeId: code.id },
  ];
  return edit(edits[b % edits.length]!);
}
async function stepsUntilEnd(name: 'history.undo' | 'history.redo'): Promise<number> {
  for (let n = 0; ; n += 1) if (!(await host.call(name, { reportId })).ok) return n;
}

describe('undo and redo', () => {
  it('lead to the exact start and the exact end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), fc.boolean(), async (steps, restart) => {
        await freshReport();
        const start = await snapshot();
        for (const s of steps) await perform(s);
        const end = await snapshot();
        if (restart) {
          await host.close();
          host = testHost(folder);
        }
        const undone = await stepsUntilEnd('history.undo');
        expect(await snapshot()).toEqual(start);
        expect(await stepsUntilEnd('history.redo')).toBe(undone);
        expect(await snapshot()).toEqual(end);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
  it('patches bring a copy of the rows in the window up to date', async () => {
    const { applyPatch } = await import('../../../../core/align/edits');
    let copy = (await host.value('report.rows', { reportId, offset: 0, limit: 100 })).rows;
    const take = (outcome: { patches: { at: number; remove: typeof copy; insert: typeof copy }[] }) => {
      for (const patch of outcome.patches) copy = applyPatch(copy, patch as never) as typeof copy;
    };
    take(await host.value('rows.edit', { reportId, edit: { type: 'merge-next', rowId: copy[1]!.id } }));
    take(await host.value('rows.edit', { reportId, edit: { type: 'split', rowId: copy[1]!.id, version: 0, segment: 2 } }));
    take(await host.value('rows.edit', { reportId, edit: { type: 'move-up', rowId: copy[0]!.id, version: 1 } }));
    take(await host.value('history.undo', { reportId }));
    take(await host.value('history.undo', { reportId }));
    take(await host.value('history.redo', { reportId }));
    expect((await host.value('report.rows', { reportId, offset: 0, limit: 100 })).rows).toEqual(copy);
  });
  it('a new command forgets what was undone', async () => {
    await host.value('report.rename', { reportId, title: 'A' });
    await host.value('history.undo', { reportId });
    const { history } = await host.value('report.rename', { reportId, title: 'B' });
    expect(history).toEqual({ undo: 'rename', redo: null });
    expect(await host.call('history.redo', { reportId })).toEqual({ ok: false, error: { code: 'nothing-to-redo' } });
  });
  it('a change that changes nothing is no step', async () => {
    const { history } = await host.value('report.rename', { reportId, title: 'Stored' });
    expect(history.undo).toBeNull();
  });
});
