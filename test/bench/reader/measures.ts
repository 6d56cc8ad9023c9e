/** Measures taken inside the window, the same for the reader and for the plain page beside it. */
import type { ElectronApplication, Page } from '@playwright/test';

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

/** Memory of all processes of the app in MB, as the system counts it in private and shared pages. */
export async function memoryMb(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app }) => app.getAppMetrics().map((m) => m.memory.workingSetSize));
  return Math.round(metrics.reduce((sum, kb) => sum + kb, 0) / 1024);
}

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((r) => (r[c] ?? '').length)));
  rows.forEach((r, i) => {
    console.log(`| ${r.map((cell, c) => cell.padEnd(widths[c]!)).join(' | ')} |`);
    if (i === 0) console.log(`| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`);
  });
}
