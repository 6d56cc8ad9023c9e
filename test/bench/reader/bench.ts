/**
 * The reader at scale: start-up, and a book of 100,000 rows in three columns, with the limit and a plain page's table beside it.
 * Limits: issue "A reader that people would choose", point 5. Run on a quiet machine: npm run bench:reader
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { makeBook } from './book';
import { memoryMb, percentile, printTable, scrollFrames } from './measures';
import { openPlainTable } from './plain-page';

const root = process.cwd();
const rowCount = Number(process.env.ROWS ?? 100_000);
const title = 'A long book';
const ms = (n: number) => `${Math.round(n)} ms`;

async function launch(userData: string): Promise<{ app: ElectronApplication; page: Page; shownMs: number }> {
  const env = { ...process.env, APP_USER_DATA: userData, TRIPTYCH_LANG: 'en', TRIPTYCH_TIMING: '1' } as Record<string, string>;
  const app = await _electron.launch({ args: [root], env, chromiumSandbox: process.getuid?.() !== 0 });
  const shown = new Promise<number>((resolve) => {
    app.process().stderr?.on('data', (data: Buffer) => {
      const said = /window shown after (\d+) ms/.exec(String(data));
      if (said) resolve(Number(said[1]));
    });
    setTimeout(() => resolve(Number.NaN), 8000);
  });
  const page = await app.firstWindow();
  const shownMs = await shown;
  return { app, page, shownMs };
}

const topOfRow = (page: Page, index: number) =>
  page.evaluate((i) => document.querySelector(`tr[aria-rowindex="${i + 2}"]`)?.getBoundingClientRect().top ?? null, index);

/** The peer on a page of its own, so that neither pays for the other. Long tables can be more than a page survives. */
async function measurePlainTable(): Promise<Record<'open' | 'scroll' | 'resize' | 'memory', string>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
  const { app, page } = await launch(folder);
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    const open = await openPlainTable(page, rowCount);
    const frames = await scrollFrames(page, '#plain', 240, 120);
    const resize = await page.evaluate(async () => {
      const started = performance.now();
      document.querySelector<HTMLElement>('#plain')!.style.fontSize = '20px';
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - started;
    });
    return { open: ms(open), scroll: ms(percentile(frames, 0.95)), resize: ms(resize), memory: `${await memoryMb(app)} MB` };
  } catch {
    return { open: 'page crashed', scroll: '–', resize: '–', memory: '–' };
  } finally {
    await app.close().catch(() => app.process().kill('SIGKILL'));
    rmSync(folder, { recursive: true, force: true });
  }
}

const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
try {
  const empty = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
  const starts: number[] = [];
  let idleMb = 0;
  for (let i = 0; i < 4; i++) {
    const { app, page, shownMs } = await launch(empty);
    starts.push(shownMs);
    await page.getByRole('button').first().waitFor();
    idleMb = await memoryMb(app);
    await app.close();
  }
  rmSync(empty, { recursive: true, force: true });

  makeBook(userData, rowCount, title);
  const { app, page } = await launch(userData);
  await page.setViewportSize({ width: 1440, height: 900 });
  const entry = page.locator('.report-open').first();
  await entry.waitFor();
  const opened = await page.evaluate(async () => {
    const started = performance.now();
    document.querySelector<HTMLElement>('.report-open')!.click();
    while (!document.querySelector('tr[data-row] [data-s]')) await new Promise((resolve) => setTimeout(resolve, 4));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - started;
  });
  const loadStarted = performance.now();
  await page.waitForFunction((n) => document.querySelectorAll('tr[data-row]').length >= n, rowCount, {
    timeout: 180_000,
    polling: 250,
  });
  const loadedMs = performance.now() - loadStarted;
  const frames = await scrollFrames(page, '.sheet', 240, 120);

  await page.evaluate(() => document.querySelector<HTMLElement>('tr[aria-rowindex="12"] td')?.focus());
  const before = await topOfRow(page, 10);
  const place = await page.evaluate(() => document.querySelector('.sheet')!.scrollTop);
  const jump = await page.evaluate(
    async (index) => {
      const started = performance.now();
      document.querySelector(`tr[aria-rowindex="${index + 2}"]`)!.scrollIntoView({ block: 'center' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - started;
    },
    Math.floor(rowCount * 0.9),
  );
  const inView = await page.evaluate(
    (index) => {
      const box = document.querySelector(`tr[aria-rowindex="${index + 2}"]`)!.getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight;
    },
    Math.floor(rowCount * 0.9),
  );
  await page.evaluate((top) => {
    document.querySelector('.sheet')!.scrollTop = top;
  }, place);
  await page.waitForTimeout(400);
  const after = await topOfRow(page, 10);

  await page.evaluate(
    (index) => document.querySelector(`tr[aria-rowindex="${index + 2}"]`)!.scrollIntoView({ block: 'center' }),
    Math.floor(rowCount / 2),
  );
  await page.waitForTimeout(500);
  const resize = await page.evaluate(async () => {
    const started = performance.now();
    const bridge = (window as unknown as { triptych: { call(n: string, i: unknown): Promise<unknown> } }).triptych;
    await bridge.call('settings.update', { textScale: 1.2 });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - started;
  });
  const usedMb = await memoryMb(app);
  const seen = await page.evaluate(() => document.querySelectorAll('tr[data-row]').length);
  await app.close();

  const plain = await measurePlainTable();

  printTable([
    ['what', 'Triptych', 'limit', 'plain table'],
    ['window shown, first of four starts', ms(starts[0]!), '–', '–'],
    ['window shown, warm (best of the rest)', ms(Math.min(...starts.slice(1))), '1000 ms', '–'],
    ['memory of all processes, library screen', `${idleMb} MB`, '–', '–'],
    [`open ${rowCount} rows × 3: first text`, ms(opened), '1000 ms', plain.open],
    ['all rows in the page (find, screen readers)', `${seen} in ${ms(loadedMs)}`, `${rowCount}`, `${rowCount}`],
    ['scrolling, frame p95', ms(percentile(frames, 0.95)), '20 ms', plain.scroll],
    ['jump to the last row', `${ms(jump)}, ${inView ? 'in view' : 'NOT in view'}`, 'in view', '–'],
    [
      'and back: drift',
      before !== null && after !== null ? `${Math.abs(after - before).toFixed(1)} px` : 'row gone',
      '2 px',
      '–',
    ],
    ['text size changed in the middle', ms(resize), '150 ms', plain.resize],
    ['memory of all processes, book open', `${usedMb} MB`, '–', plain.memory],
  ]);
} finally {
  rmSync(userData, { recursive: true, force: true });
}
