/**
 * How long the library keeps a note waiting while a long report comes in, is given a further version, is aligned again and undone:
 * a note of another report is saved all the while. npm run bench -- store; ROWS=… for other sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { makeBook, paragraph } from '../reader/book';
import { printTable } from '../reader/measures';
import { close, launch } from '../reader/session';

const rowCount = Number(process.env.ROWS ?? 30_000);

interface Waited {
  name: string;
  wholeMs: number;
  saves: number;
  longestMs: number;
  /** How often a note waited for longer than this. */
  over250: number;
}

/** Does `work` in the window, and saves a note again and again meanwhile. */
async function waited<T>(page: Page, name: string, work: (given: T) => Promise<unknown>, given: T): Promise<Waited> {
  await page.evaluate(() => {
    const bench = window as unknown as {
      triptych: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: unknown; value: never }> };
      benchNote: string;
      benchOn: boolean;
      benchSaves: number[];
      benchDone: Promise<void>;
    };
    bench.benchOn = true;
    bench.benchSaves = [];
    bench.benchDone = (async () => {
      for (let i = 0; bench.benchOn; i++) {
        const begun = performance.now();
        const answer = await bench.triptych.call('notes.update', { noteId: bench.benchNote, body: `state ${i}`, session: 's' });
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        bench.benchSaves.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    })();
  });
  const started = performance.now();
  await page.evaluate(work as never, given as never);
  const wholeMs = performance.now() - started;
  const saves = await page.evaluate(async () => {
    const bench = window as unknown as { benchOn: boolean; benchSaves: number[]; benchDone: Promise<void> };
    bench.benchOn = false;
    await bench.benchDone;
    return bench.benchSaves;
  });
  return { name, wholeMs, saves: saves.length, longestMs: Math.max(...saves), over250: saves.filter((ms) => ms > 250).length };
}

/** A call that starts a job, waited for to its end; in the window. */
const jobInWindow = async ({ name, input }: { name: string; input: unknown }) => {
  const { triptych } = window as unknown as {
    triptych: {
      call(name: string, input: unknown): Promise<{ ok: boolean; error?: unknown; value: { jobId: string } }>;
      on(name: string, listener: (payload: never) => void): () => void;
    };
  };
  const ended = new Map<string, unknown>();
  const stop = triptych.on('job.done', ({ jobId, outcome }: { jobId: string; outcome: unknown }) => ended.set(jobId, outcome));
  const answer = await triptych.call(name, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  while (!ended.has(answer.value.jobId)) await new Promise((resolve) => setTimeout(resolve, 20));
  stop();
  const outcome = ended.get(answer.value.jobId) as { type: string };
  if (outcome.type !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const callInWindow = async ({ name, input }: { name: string; input: unknown }) => {
  const { triptych } = window as unknown as {
    triptych: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: unknown }> };
  };
  const answer = await triptych.call(name, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
};
const ask = <T>(page: Page, name: string, input: unknown): Promise<T> =>
  page.evaluate(
    async ([called, given]) => {
      const { triptych } = window as unknown as { triptych: { call(n: string, i: unknown): Promise<{ ok: boolean; value: T }> } };
      const answer = await triptych.call(called as string, given);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    [name, input] as const,
  );

const newVersion = (lang: string) => ({
  fileName: `${lang}.txt`,
  format: 'txt',
  encoding: 'utf-8',
  lang,
  title: '',
  outlet: '',
  date: '',
  blocks: Array.from({ length: rowCount }, (_, i) => ({ kind: 'paragraph', text: paragraph(lang, i) })),
});

const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
const all: Waited[] = [];
try {
  makeBook(userData, 20, 'With the note');
  const session = await launch(userData);
  try {
    const { page } = session;
    await page.locator('.report-open').first().waitFor();
    const idOf = async (title: string) =>
      (await ask<{ reports: { id: string; title: string }[] }>(page, 'reports.list', {})).reports.find((r) => r.title === title)!
        .id;
    const small = await idOf('With the note');
    const { report } = await ask<{ report: { versions: { id: string }[] } }>(page, 'report.open', { reportId: small });
    const { note } = await ask<{ note: { id: string } }>(page, 'notes.create', {
      reportId: small,
      scope: 'selection',
      body: 'a note',
      targets: [{ versionId: report.versions[0]!.id, start: 0, end: 10 }],
      session: 's',
    });
    await page.evaluate((id) => {
      (window as unknown as { benchNote: string }).benchNote = id;
    }, note.id);
    all.push(await waited(page, 'nothing else', () => new Promise((resolve) => setTimeout(resolve, 3000)), null));
    all.push(
      await waited(
        page,
        `a package of 3 × ${rowCount} rows`,
        async ({ versions }) => {
          const { triptych } = window as unknown as {
            triptych: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: unknown }> };
          };
          const infos = versions.map(({ lang, blocks }, ordinal) => ({
            id: crypto.randomUUID(),
            ordinal,
            lang,
            direction: lang === 'ar' ? 'rtl' : 'ltr',
            title: '',
            outlet: '',
            date: '',
            fileName: `${lang}.txt`,
            format: 'txt',
            encoding: null,
            segmentCount: blocks.length,
            related: true,
          }));
          const data = {
            report: {
              id: crypto.randomUUID(),
              title: 'Package',
              kind: 'translation',
              baseVersionId: infos[0]!.id,
              rowCount: versions[0]!.blocks.length,
              versions: infos,
            },
            versions: versions.map(({ blocks }, v) => {
              let at = 0;
              const segments = blocks.map(({ text }, index) => {
                const start = at;
                at += text.length + 2;
                return {
                  index,
                  kind: 'paragraph',
                  boilerplate: false,
                  start,
                  end: start + text.length,
                  text,
                  sentences: [[0, text.length]],
                };
              });
              return { info: infos[v]!, text: segments.map((s) => s.text).join('\n\n'), segments };
            }),
            rows: versions[0]!.blocks.map((_, i) => ({ id: i + 1, cells: [[i], [i], [i]], score: 0.9, status: 'automatic' })),
            notes: [],
            revisions: [],
            codes: [],
            codings: [],
          };
          const answer = await triptych.call('exchange.importReport', { data, copy: false });
          if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        },
        { versions: ['en', 'fr', 'ar'].map(newVersion) },
      ),
    );
    const [en, fr, ar] = ['en', 'fr', 'ar'].map((lang) => newVersion(lang));
    await page.evaluate(`window.benchJob = ${jobInWindow.toString()}`);
    const job = async (name: string, called: string, input: unknown) =>
      all.push(
        await waited(
          page,
          name,
          async (given: { called: string; input: { versions?: { original: unknown }[]; version?: { original: unknown } } }) => {
            for (const version of [...(given.input.versions ?? []), ...(given.input.version ? [given.input.version] : [])])
              version.original = new Uint8Array([32]);
            const { benchJob } = window as unknown as { benchJob(work: unknown): Promise<unknown> };
            await benchJob({ name: given.called, input: given.input });
          },
          { called, input } as never,
        ),
      );
    await job(`new report of 2 × ${rowCount} rows`, 'report.create', {
      title: 'Made',
      kind: 'translation',
      versions: [en, fr],
      acceptUnrelated: true,
    });
    const reportId = await idOf('Made');
    await job('a third version', 'report.addVersion', { reportId, version: ar, acceptUnrelated: true });
    await job('aligned again', 'report.realign', { reportId, kind: 'translation' });
    all.push(await waited(page, 'undone', callInWindow, { name: 'history.undo', input: { reportId } }));
    all.push(await waited(page, 'undone: the third version', callInWindow, { name: 'history.undo', input: { reportId } }));
    all.push(
      await waited(
        page,
        'deleted for good',
        async (id: string) => {
          const { triptych } = window as unknown as {
            triptych: { call(name: string, input: unknown): Promise<{ ok: boolean }> };
          };
          if (!(await triptych.call('report.delete', { reportId: id })).ok) throw new Error('not deleted');
          if (!(await triptych.call('report.purge', { reportId: id })).ok) throw new Error('not purged');
        },
        reportId,
      ),
    );
  } finally {
    await close(session);
  }
} finally {
  const ms = (n: number) => `${Math.round(n)} ms`;
  printTable([
    ['while', 'takes', 'notes saved', 'longest wait for a note', 'waits over 250 ms'],
    ...all.map((w) => [w.name, ms(w.wholeMs), String(w.saves), ms(w.longestMs), String(w.over250)]),
  ]);
  rmSync(userData, { recursive: true, force: true });
}
