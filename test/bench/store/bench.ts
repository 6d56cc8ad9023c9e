/**
 * How long the library keeps a note waiting while a long report comes in, is given a further version, is aligned again and undone:
 * a note of another report is saved all the while. npm run bench -- store; ROWS=… for other sizes, PART=package for the first step alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { partsOf } from '../../../core/formats/exchange/report-parts';
import { newId, type ReportId, type RowId, type VersionId } from '../../../core/model/ids';
import { directionOf } from '../../../core/model/languages';
import type { Row } from '../../../core/model/report';
import type { ReportData, VersionData } from '../../../core/model/report-data';
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

/**
 * Does `work` in the window, and saves a note again and again meanwhile. What it is given is there before: bringing it there keeps
 * the window busy, which is not what is measured.
 */
async function waited<T>(page: Page, name: string, work: (given: T) => Promise<unknown>, given: T): Promise<Waited> {
  await page.evaluate((brought) => {
    (window as unknown as { benchGiven: unknown }).benchGiven = brought;
  }, given as never);
  await page.evaluate(`window.benchWork = ${work.toString()}`);
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
  await page.evaluate(() => {
    const { benchWork, benchGiven } = window as unknown as { benchWork(given: unknown): Promise<void>; benchGiven: unknown };
    return benchWork(benchGiven);
  });
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

const all: Waited[] = [];

/** A new report, a third version, aligned again, undone, deleted. */
async function measureJobs(page: Page, idOf: (title: string) => Promise<string>): Promise<void> {
  const [en, fr, ar] = ['en', 'fr', 'ar'].map((lang) => newVersion(lang));
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
}

/** What a package of so many rows holds. */
function longReport(): ReportData {
  const versions = ['en', 'fr', 'ar'].map((lang, ordinal): VersionData => {
    let at = 0;
    const segments = Array.from({ length: rowCount }, (_, index) => {
      const text = paragraph(lang, index);
      const start = at;
      at += text.length + 2;
      const sentences = [[0, text.length] as const];
      return { index, kind: 'paragraph' as const, boilerplate: false, start, end: start + text.length, text, sentences };
    });
    const { fileName, format, title, outlet, date } = newVersion(lang);
    const about = { fileName, format, title, outlet, date, encoding: null, related: true, segmentCount: rowCount };
    const info = { ...about, id: newId<VersionId>(), ordinal, lang, direction: directionOf(lang) };
    return { info, segments, text: segments.map((s) => s.text).join('\n\n') };
  });
  const rows = Array.from({ length: rowCount }, (_, i): Row => {
    return { id: (i + 1) as RowId, cells: [[i], [i], [i]], score: 0.9, status: 'automatic' };
  });
  const infos = versions.map(({ info }) => info);
  const report = { id: newId<ReportId>(), title: 'Package', kind: 'translation' as const, baseVersionId: infos[0]!.id };
  const none = { notes: [], revisions: [], codes: [], codings: [] };
  return { report: { ...report, rowCount, versions: infos }, versions, rows, ...none };
}

const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
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
    await page.evaluate(`window.benchJob = ${jobInWindow.toString()}`);
    all.push(await waited(page, 'nothing else', () => new Promise((resolve) => setTimeout(resolve, 3000)), null));
    all.push(
      await waited(
        page,
        `a package of 3 × ${rowCount} rows`,
        async (parts) => {
          const { triptych, benchJob } = window as unknown as {
            triptych: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: unknown }> };
            benchJob(work: unknown): Promise<unknown>;
          };
          const transfer = crypto.randomUUID();
          for (const part of parts) {
            const sent = await triptych.call('exchange.sendPart', { transfer, part });
            if (!sent.ok) throw new Error(JSON.stringify(sent.error));
          }
          await benchJob({ name: 'exchange.importReport', input: { transfer, copy: false } });
        },
        [...partsOf(longReport())],
      ),
    );
    if (process.env.PART !== 'package') await measureJobs(page, idOf);
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
