/** The export worker as a thread of its own: the same bytes as in this thread, progress, and an end when it is asked for. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../../core/formats/exchange/build-report';
import type { ReportPart } from '../../../../core/formats/exchange/report-parts';
import type { ReportData } from '../../../../core/model/report-data';
import { LocalExporter, WorkerExporter } from '../../../../electron/workers/exporter';
import { sampleReport } from '../../core/formats/exchange/sample-report';
import { bundleScript } from '../support/bundle-script';

let script: string;
beforeAll(async () => {
  script = await bundleScript('electron/workers/export-worker.ts');
}, 60_000);
afterAll(() => rmSync(path.dirname(script), { recursive: true, force: true }));

const options = { appVersion: '1', nowMs: 0 };

/** As the library process reads it, a few segments at a time; `again`: begun twice, because something was written meanwhile. */
async function* partsOf(data: ReportData, again = false, size = 3): AsyncGenerator<ReportPart> {
  const { id, title, kind, baseVersionId, versions } = data.report;
  const total = data.rows.length + data.versions.reduce((sum, { segments }) => sum + segments.length, 0);
  const slices = <T>(list: readonly T[]) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
  for (const whole of again ? [false, true] : [true]) {
    yield { type: 'head', report: { id, title, kind, baseVersionId }, versions, total };
    for (const [version, { segments }] of data.versions.entries())
      for (const part of slices(segments)) {
        yield { type: 'segments', version, segments: part };
        await new Promise((resolve) => setImmediate(resolve));
      }
    if (!whole) continue;
    for (const rows of slices(data.rows)) yield { type: 'rows', rows };
    const { notes, revisions, codes, codings } = data;
    yield { type: 'notes', notes, revisions, codes, codings };
  }
}
const longReport = (): ReportData => {
  const count = 3000;
  const segments = (word: string) =>
    Array.from({ length: count }, (_, i) => ({ text: `${word} ${i}`, kind: 'paragraph' as const, boilerplate: false }));
  return buildReport({
    title: 'long',
    kind: 'translation',
    versions: [
      { lang: 'en', segments: segments('Harbour') },
      { lang: 'ar', segments: segments('ميناء') },
    ],
    rows: Array.from({ length: count }, (_, i) => ({ cells: [[i], [i]], score: 1, status: 'automatic' as const })),
    fileName: '',
    format: 'txt',
  });
};

describe('the export worker', () => {
  it('gives what this thread gives, also where the reading was begun again', async () => {
    const work = { purpose: 'file', format: 'docx', options } as const;
    const local = await new LocalExporter().run(work, partsOf(sampleReport()));
    expect(await new WorkerExporter(script).run(work, partsOf(sampleReport()))).toEqual(local);
    expect(await new WorkerExporter(script).run(work, partsOf(sampleReport(), true))).toEqual(local);
  });
  it('tells how far it is, reading first, then writing, never beyond the end', async () => {
    const told: { phase: string; done: number; total: number }[] = [];
    await new WorkerExporter(script).run(
      { purpose: 'file', format: 'html', options },
      partsOf(longReport(), false, 1000),
      (phase, done, total) => {
        told.push({ phase, done, total });
      },
    );
    expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['read', 'make']));
    expect(told.findIndex(({ phase }) => phase === 'make')).toBeGreaterThan(told.findLastIndex(({ phase }) => phase === 'read'));
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
    expect(told.filter(({ phase }) => phase === 'read').at(-1)).toMatchObject({ done: 9000, total: 9000 });
  });
  it('passes on what an exporter refuses, and what reading throws', async () => {
    const work = { purpose: 'file', format: 'beads', options: { ...options, versions: [0] } } as const;
    await expect(new WorkerExporter(script).run(work, partsOf(sampleReport()))).rejects.toMatchObject({
      failure: { code: 'too-few-versions' },
    });
    // biome-ignore lint/correctness/useYield: it fails before its first part
    async function* broken(): AsyncGenerator<ReportPart> {
      throw new Error('the library broke');
    }
    await expect(new WorkerExporter(script).run(work, broken())).rejects.toThrow('the library broke');
  });
  it('ends with cancelled when it is stopped, while reading and while writing', async () => {
    for (const format of ['epub', 'xlsx'] as const) {
      const exporter = new WorkerExporter(script);
      let taken = 0;
      // A preview that is given up leaves the export alone.
      await exporter.cancel('preview');
      async function* watched() {
        for await (const part of partsOf(longReport(), false, 100)) {
          taken += 1;
          if (format === 'epub' && taken === 5) void exporter.cancel('file');
          yield part;
        }
        // After the last part the worker is told to write; this comes right behind.
        if (format === 'xlsx') setImmediate(() => void exporter.cancel('file'));
      }
      await expect(exporter.run({ purpose: 'file', format, options }, watched())).rejects.toMatchObject({
        failure: { code: 'cancelled' },
      });
      if (format === 'epub') expect(taken).toBeLessThan(60);
    }
  });
});
