/** Measures taken inside the window, the same for the reader and for the plain page beside it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Session } from './session';

export const percentile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))] ?? Number.NaN;

/** Scrolls down by `step` pixels a frame for `frames` frames; answers the milliseconds between frames. */
export const scrollFrames = (page: Page, selector: string, frames: number, step: number): Promise<number[]> =>
  page.evaluate(
    async ({ selector, frames, step }) => {
      const scroller = document.querySelector(selector)!;
      const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let last = await next();
      for (let i = 0; i < frames; i++) {
        scroller.scrollTop += step;
        const now = await next();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { selector, frames, step },
  );

/**
 * From now on the window notes its longest piece of work: the longest time between two beats. Answers how to stop; that gives
 * the milliseconds.
 */
export async function watchPieces(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    // A message comes at once; a timer would wait four milliseconds.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) setTimeout(() => channel.port2.postMessage(null), 1);
    };
    channel.port2.postMessage(null);
    (window as unknown as { benchWatch: typeof watch }).benchWatch = watch;
  });
  return () =>
    page.evaluate(() => {
      const { benchWatch } = window as unknown as { benchWatch: { longest: number; last: number; on: boolean } };
      benchWatch.on = false;
      return Math.max(benchWatch.longest, performance.now() - benchWatch.last);
    });
}

/** From now on what the window's main thread works is counted; answers how to ask for the milliseconds. Waiting doesn't count. */
export async function watchWork(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find((m) => m.name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await worked();
  return async () => {
    const after = await worked();
    await cdp.detach();
    return after - before;
  };
}

/**
 * Presses a key and waits until rows have come into the sheet and are painted. Answers the milliseconds from the key's event, and
 * the longest piece of work from then until 1.5 s later.
 */
export async function keyToPaint(page: Page, key: string): Promise<{ paintedMs: number; longestMs: number }> {
  await page.evaluate(() => {
    const result = new Promise<number>((resolve) => {
      let pressed = 0;
      addEventListener('keydown', (e) => (pressed = e.timeStamp), { capture: true, once: true });
      const isRow = (node: Node) => node instanceof HTMLElement && node.dataset.row !== undefined;
      const observer = new MutationObserver((changes) => {
        if (!changes.some((c) => [...c.addedNodes].some(isRow))) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)));
      });
      observer.observe(document.querySelector('.rows')!, { childList: true, subtree: true });
      setTimeout(() => resolve(Number.NaN), 8000);
    });
    (window as unknown as { benchPainted: Promise<number> }).benchPainted = result;
  });
  const longest = await watchPieces(page);
  await page.keyboard.press(key);
  const paintedMs = await page.evaluate(() => (window as unknown as { benchPainted: Promise<number> }).benchPainted);
  await page.waitForTimeout(1500);
  return { paintedMs, longestMs: await longest() };
}

/** What the app takes, in MB. */
export interface Memory {
  /** By process: what it is, and the pages that it has in memory; pages that it shares with others count in each. */
  processes: { name: string; mb: number /** Its share alone; NaN where the system doesn't say. */; shareMb: number }[];
  mb: number;
  shareMb: number;
}
const shareOf = (pid: number): number => {
  try {
    return Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};
export async function memoryOf({ app }: Session): Promise<Memory> {
  const metrics = await app.evaluate(({ app }) =>
    app.getAppMetrics().map((m) => ({ name: m.name ?? m.type, pid: m.pid, mb: m.memory.workingSetSize / 1024 })),
  );
  const names: Record<string, string> = { Browser: 'main', Tab: 'window', 'Network Service': 'network' };
  const processes = metrics.map(({ name, pid, mb }) => ({ name: names[name] ?? name, mb, shareMb: shareOf(pid) }));
  const sum = (of: 'mb' | 'shareMb') => processes.reduce((total, p) => total + p[of], 0);
  return { processes, mb: sum('mb'), shareMb: sum('shareMb') };
}
/** The window's own: objects of JavaScript after a collection, and nodes of the page. */
export async function heapOf(page: Page): Promise<{ heapMb: number; nodes: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  await cdp.detach();
  return { heapMb: usedSize / 1024 / 1024, nodes };
}

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((r) => (r[c] ?? '').length)));
  rows.forEach((r, i) => {
    console.log(`| ${r.map((cell, c) => cell.padEnd(widths[c]!)).join(' | ')} |`);
    if (i === 0) console.log(`| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`);
  });
}
