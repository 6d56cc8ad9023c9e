/** The alignment worker as it runs in the app: a thread of its own, built from its entry. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LocalAligner } from '../../../../electron/workers/aligner';
import { WorkerAligner } from '../../../../electron/workers/worker-aligner';
import { bundleScript } from '../support/bundle-script';
import { harbour, harbourReport, newFolder, newVersion, removeFolder, resources, testHost } from '../support/host';

let script: string;
let folder: string;
let aligner: WorkerAligner;
beforeAll(async () => {
  folder = newFolder();
  script = await bundleScript('electron/workers/align-worker.ts');
}, 60_000);
afterAll(() => {
  removeFolder(folder);
  rmSync(path.dirname(script), { recursive: true, force: true });
});
afterEach(() => aligner.close());

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: { failure?: { code: string } }) => error.failure?.code ?? error,
  );
const control = () => ({ cancel: new SharedArrayBuffer(4), progress: () => undefined });

/** Invented text of `n` paragraphs, none like the other. */
const long = (n: number, words: readonly string[]) => {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  return Array.from({ length: n }, (_, i) => `${i} ${Array.from({ length: 30 }, () => words[next() % words.length]).join(' ')}.`);
};

describe('the worker', () => {
  it('gives what the same work gives in this thread, and tells its progress', async () => {
    aligner = new WorkerAligner(script, resources.lexicon);
    const local = new LocalAligner(resources.lexicon);
    const versions = [];
    for (const lang of ['en', 'fr'] as const) {
      const blocks = harbour[lang].map((text) => ({ kind: 'paragraph' as const, text }));
      const segments = await aligner.segment(blocks, lang);
      expect(segments).toEqual(await local.segment(blocks, lang));
      versions.push({ lang, segments });
    }
    const phases: string[] = [];
    const progress = (phase: string) => void phases.push(phase);
    const result = await aligner.align(versions, { kind: 'auto' }, { ...control(), progress });
    expect(result).toEqual(await local.align(versions, { kind: 'auto' }, control()));
    expect([...new Set(phases)]).toEqual(['load', 'align']);
  });
  it('gives the same for texts of many parts, while others ask, too', async () => {
    aligner = new WorkerAligner(script, resources.lexicon);
    const local = new LocalAligner(resources.lexicon);
    const words = 'harbour ferry storm mayor island quay passenger council'.split(' ');
    const blocks = long(2500, words).map((text) => ({ kind: 'paragraph' as const, text }));
    const [segments, others] = await Promise.all([aligner.segment(blocks, 'en'), aligner.segment(blocks.slice(7), 'en')]);
    expect(segments).toEqual(await local.segment(blocks, 'en'));
    expect(others).toEqual(await local.segment(blocks.slice(7), 'en'));
    const versions = [segments, others].map((list) => ({ lang: 'en', segments: list }));
    const result = await aligner.align(versions, { kind: 'translation' }, control());
    expect(result).toEqual(await local.align(versions, { kind: 'translation' }, control()));
    expect(result.rows.length).toBeGreaterThan(2000);
  }, 60_000);
  it('stops when told to, and goes on to the next request', async () => {
    aligner = new WorkerAligner(script, resources.lexicon);
    const host = testHost(folder, aligner);
    const words = 'harbour ferry storm mayor island quay passenger council repair vessel Tuesday engineer budget'.split(' ');
    const versions = [newVersion('en', long(1500, words)), newVersion('fr', long(1500, [...words].reverse()))];
    const started = host.value('report.create', { title: 'x', kind: 'event', versions, acceptUnrelated: true });
    const { jobId } = await started;
    while (!host.events.some((e) => e.name === 'job.progress' && (e.payload as { phase: string }).phase === 'align')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await host.value('jobs.cancel', { jobId });
    expect(await host.job(started)).toEqual({ type: 'failed', error: { code: 'cancelled' } });
    expect((await host.value('reports.list', {})).reports).toEqual([]);
    await harbourReport(host);
    await host.close();
  });
  it('says that the lexicon is damaged', async () => {
    writeFileSync(path.join(folder, 'broken.bin.br'), 'nonsense');
    aligner = new WorkerAligner(script, folder);
    const versions = [{ lang: 'en', segments: [{ text: 'One.', sentences: [], boilerplate: false }] }];
    expect(await failureOf(aligner.align(versions, { kind: 'auto' }, control()))).toBe('lexicon-damaged');
  });
  it('that is closed ends what was under way, and starts again when wanted', async () => {
    aligner = new WorkerAligner(script, resources.lexicon);
    const blocks = [{ kind: 'paragraph' as const, text: 'One.' }];
    const under = failureOf(aligner.segment(blocks, 'en'));
    await aligner.close();
    expect(await under).toBe('cancelled');
    expect(await aligner.segment(blocks, 'en')).toHaveLength(1);
  });
});
