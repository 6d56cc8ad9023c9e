/** The export worker as a thread of its own: the same bytes as in this thread, and an end when it is asked for. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalExporter, WorkerExporter } from '../../../../electron/workers/exporter';
import { sampleReport } from '../../core/formats/exchange/sample-report';
import { bundleScript } from '../support/bundle-script';

let script: string;
beforeAll(async () => {
  script = await bundleScript('electron/workers/export-worker.ts');
}, 60_000);
afterAll(() => rmSync(path.dirname(script), { recursive: true, force: true }));

const options = { appVersion: '1', nowMs: 0 };

describe('the export worker', () => {
  it('gives what this thread gives', async () => {
    const work = { format: 'docx', data: sampleReport(), options } as const;
    expect(await new WorkerExporter(script).run(work)).toEqual(await new LocalExporter().run(work));
  });
  it('passes on what an exporter refuses', async () => {
    const work = { format: 'beads', data: sampleReport(), options: { ...options, versions: [0] } } as const;
    await expect(new WorkerExporter(script).run(work)).rejects.toMatchObject({ failure: { code: 'too-few-versions' } });
  });
  it('ends with cancelled when it is stopped', async () => {
    const exporter = new WorkerExporter(script);
    const running = exporter.run({ format: 'epub', data: sampleReport(), options });
    const ended = expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    await exporter.cancel();
    await ended;
  });
});
