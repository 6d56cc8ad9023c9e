import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCall } from '../../../../electron/services/handlers';
import { sampleHandlers } from '../../../../electron/services/samples';
import { newFolder, projectRoot, removeFolder } from '../support/host';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => removeFolder(folder));

it('answers with the files of a sample and its title in the interface language', async () => {
  const source = path.join(projectRoot, 'resources', 'samples', 'ferry');
  cpSync(source, path.join(folder, 'ferry'), { recursive: true });
  const handler = sampleHandlers(folder, () => 'fr')['samples.files'];
  const answer = await runCall('samples.files', { sample: 'ferry' }, handler);
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value.title).toMatch(/tempête/);
  expect(answer.value.files.map((f) => f.lang)).toEqual(['en', 'en', 'fr', 'ar']);
  for (const file of answer.value.files) {
    expect(existsSync(path.join(source, file.name))).toBe(true);
    expect(file.bytes.byteLength).toBeGreaterThan(500);
  }
});
it('says that a sample is missing', async () => {
  const handler = sampleHandlers(folder, () => 'en')['samples.files'];
  expect(await runCall('samples.files', { sample: 'udhr' }, handler)).toEqual({ ok: false, error: { code: 'sample-not-found' } });
});
it('reads no file outside the sample, whatever its description says', async () => {
  mkdirSync(path.join(folder, 'ferry'));
  const version = { file: '../../../../etc/hostname', lang: 'en', title: '', outlet: '', date: '' };
  writeFileSync(path.join(folder, 'ferry', 'report.json'), JSON.stringify({ title: {}, kind: 'event', versions: [version] }));
  const handler = sampleHandlers(folder, () => 'en')['samples.files'];
  expect(await runCall('samples.files', { sample: 'ferry' }, handler)).toMatchObject({ ok: false, error: { code: 'file-gone' } });
});
