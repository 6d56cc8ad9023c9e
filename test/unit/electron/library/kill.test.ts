/** A writer is killed again and again: no note that it called saved may be lost, and the library stays whole. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteId } from '../../../../core/model/ids';
import { openLibrary } from '../../../../electron/library/library';
import { bundleScript } from '../support/bundle-script';
import { newFolder, removeFolder } from '../support/host';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = newFolder();
  script = await bundleScript('test/unit/electron/support/writer-process.ts');
}, 60_000);
afterAll(() => {
  removeFolder(folder);
  rmSync(path.dirname(script), { recursive: true, force: true });
});

/** Runs the writer until it has said `lines` lines, kills it, and answers all that it said in full. */
function writeAndKill(file: string, lines: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      if (said.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${said.slice(-500)}`));
      else resolve(said.split('\n').slice(0, -1));
    });
  });
}

it('loses nothing that was saved', async () => {
  const file = path.join(folder, 'library.db');
  const saved = new Map<string, { revision: number; body: string }>();
  for (let round = 0; round < 10; round += 1) {
    // Other places in the stream of writes each time: early ones meet the making of the library, late ones a checkpoint.
    for (const line of await writeAndKill(file, 1 + round * round * 3)) {
      const [id, revision, ...body] = line.split(' ');
      saved.set(id!, { revision: Number(revision), body: body.join(' ') });
    }
    const library = openLibrary(file, { language: 'en' });
    expect(library.isIntact()).toBe(true);
    expect(library.notices).toEqual([]);
    for (const [id, { revision, body }] of saved) {
      const note = library.notes.get(id as NoteId);
      // The one write that was under way may have been committed without being acknowledged.
      expect(note.revision).toBeGreaterThanOrEqual(revision);
      if (note.revision === revision) expect(note.body).toBe(body);
    }
    library.close();
  }
  expect(saved.size).toBeGreaterThan(50);
}, 120_000);
