/** The indexing worker as it runs in the app: a thread of its own, built from its entry, read by another connection meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReportId, VersionId } from '../../../../core/model/ids';
import { openSearchIndex } from '../../../../electron/library/search/index-file';
import { WorkerIndexWriter } from '../../../../electron/workers/worker-index-writer';
import { bundleScript } from '../support/bundle-script';

let script: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-index-worker-'));
  script = await bundleScript('electron/workers/index-worker.ts');
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.dirname(script), { recursive: true, force: true });
});

it('writes while another connection reads, in order, and begins anew on reset', async () => {
  const file = path.join(folder, 'a.search');
  const reader = openSearchIndex(file);
  const writer = new WorkerIndexWriter(script, file);
  const version = { versionId: 'v1' as VersionId, reportId: 'r1' as ReportId, lang: 'en' };
  const count = () => reader.count('{folded} : ("ferry")', {}, 1000);
  const all = [0, 1, 2].map((i) => writer.write({ type: 'add', version, first: i * 10, texts: Array(10).fill('a ferry') }));
  await all[0];
  expect(count()).toBeGreaterThanOrEqual(10);
  await Promise.all(all);
  expect(count()).toBe(30);
  expect(reader.progress().get(version.versionId)?.done).toBe(30);
  await writer.write({ type: 'remove', versionId: version.versionId });
  expect(count()).toBe(0);
  reader.close();
  await writer.write({ type: 'reset' });
  const again = openSearchIndex(file);
  expect(again.progress().size).toBe(0);
  again.close();
  await writer.close();
});

it('says what went wrong, with the system’s code', async () => {
  const writer = new WorkerIndexWriter(script, path.join(folder, 'no', 'such', 'folder.search'));
  const work = { type: 'remove', versionId: 'v1' as VersionId } as const;
  await expect(writer.write(work)).rejects.toThrow(/indexing worker/);
  await writer.close();
});
