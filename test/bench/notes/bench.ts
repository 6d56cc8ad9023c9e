/**
 * Notes by key where there are many: choosing one in the panel, going to it, writing, and an edit of a row beside them. The same
 * keys with few notes stand beside them, for what costs the same anyway. npm run bench -- notes; ROWS=… and NOTES=…,… for others.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addNotes, makeBook } from '../reader/book';
import { percentile, printTable, watchWork } from '../reader/measures';
import { close, launch, openReport, waitForAllRows } from '../reader/session';

const rowCount = Number(process.env.ROWS ?? 10_000);
const counts = (process.env.NOTES ?? '20,1000,5000').split(',').map(Number);

interface Taken {
  /** From the key's event to the second frame after it, the median; milliseconds. */
  paintedMs: number;
  /** What the window worked from the key until it came to rest, the median; the same on a busy machine. */
  workMs: number;
}

/** Presses a key and waits for the second frame after it, then for what comes a moment later. */
async function pressed(page: Page, key: string): Promise<Taken> {
  await page.evaluate(() => {
    const painted = new Promise<number>((resolve) => {
      const taken = (event: KeyboardEvent) => {
        if (['Control', 'Alt', 'Shift'].includes(event.key)) return;
        removeEventListener('keydown', taken, { capture: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp)));
      };
      addEventListener('keydown', taken, { capture: true });
    });
    (window as unknown as { benchKey: Promise<number> }).benchKey = painted;
  });
  const work = await watchWork(page);
  await page.keyboard.press(key);
  const paintedMs = await page.evaluate(() => (window as unknown as { benchKey: Promise<number> }).benchKey);
  await page.waitForTimeout(250);
  return { paintedMs, workMs: await work() };
}

async function manyTimes(times: number, once: (i: number) => Promise<Taken>): Promise<Taken> {
  const all: Taken[] = [];
  for (let i = 0; i < times; i++) all.push(await once(i));
  const middle = (of: (taken: Taken) => number) => percentile(all.map(of), 0.5);
  return { paintedMs: middle((t) => t.paintedMs), workMs: middle((t) => t.workMs) };
}

/** Every step a reader takes with notes, by name. */
async function measureKeys(page: Page): Promise<[string, Taken][]> {
  const card = () => page.locator('.notes .note').first();
  const taken: [string, Taken][] = [];
  const step = async (name: string, times: number, once: (i: number) => Promise<Taken>) => {
    taken.push([name, await manyTimes(times, once)]);
  };
  await card().focus();
  await step('to the next card', 8, () => pressed(page, 'ArrowDown'));
  await step('choose the card and go to its row', 8, async () => {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(150);
    const once = await pressed(page, 'Enter');
    await page.locator('.note.on').focus();
    return once;
  });
  await step('open the editor of the next card', 6, async () => {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(150);
    const once = await pressed(page, 'F2');
    await page.keyboard.press('Escape');
    await page.locator('.note.on').focus();
    return once;
  });
  await page.keyboard.press('F2');
  await step('a letter in the editor', 8, () => pressed(page, 'a'));
  // Letters are stored a moment after the last one: what the window does with the answer is in here.
  await step('a letter, stored', 4, async () => {
    const work = await watchWork(page);
    const once = await pressed(page, 'b');
    await page.waitForTimeout(1500);
    return { ...once, workMs: await work() };
  });
  await page.keyboard.press('Escape');
  await page.locator('.note.on').focus();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await step('confirm the row', 4, () => pressed(page, 'c'));
  await step('merge two rows', 1, () => pressed(page, 'm'));
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(800);
  await step('to the notes of the row', 4, async () => {
    const once = await pressed(page, 'Alt+n');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    return once;
  });
  return taken;
}

async function measure(noteCount: number): Promise<[string, Taken][]> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
  try {
    const reportId = makeBook(userData, rowCount, 'A book with notes');
    addNotes(userData, reportId, noteCount, Math.floor(rowCount / 2));
    const session = await launch(userData);
    try {
      const { page } = session;
      await openReport(page);
      await waitForAllRows(page);
      await page.locator('.notes .note').first().waitFor();
      await page.waitForTimeout(2500);
      const rows = await measureKeys(page);
      await page.locator('tr[data-row] td').first().focus();
      await page.keyboard.press('f');
      await page.locator('.flow-seg [data-s]').first().waitFor();
      const isFull = () => {
        const chunks = [...document.querySelectorAll('.flow-chunk')];
        return chunks.length > 0 && chunks.every((chunk) => chunk.childElementCount > 0);
      };
      await page.waitForFunction(isFull, undefined, { timeout: 300_000, polling: 500 });
      await page.waitForTimeout(2500);
      const flow = await measureKeys(page);
      return [...rows, ...flow.map(([name, taken]): [string, Taken] => [`in flow: ${name}`, taken])];
    } finally {
      await close(session);
    }
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
}

const all: [string, Taken][][] = [];
for (const count of counts) all.push(await measure(count));
const shown = (taken: Taken | undefined) =>
  taken ? `${Math.round(taken.paintedMs)} ms (${Math.round(taken.workMs)} ms of work)` : '–';
printTable([
  [`${rowCount} rows × 3`, ...counts.map((count) => `${count} notes`)],
  ...all[0]!.map(([name], i) => [name, ...all.map((list) => shown(list[i]?.[1]))]),
]);
