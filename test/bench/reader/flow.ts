/** The flow at scale: the same book with its versions running on, from the sheet of rows and opened again. */
import type { Page } from '@playwright/test';
import { percentile, scrollFrames } from './measures';
import { close, launch, openReport } from './session';

export interface Flow {
  /** From the key in the sheet of rows until the texts are painted, in milliseconds. */
  switchMs: number;
  /** From opening the report in flow until its first text is painted. */
  openMs: number;
  /** Until all paragraphs stand in the page, and how many do. */
  filledMs: number;
  paragraphs: number;
  /** 95th percentile of the milliseconds a frame, at the beginning and in the middle. */
  frames: [number, number];
  /** To the end of the text, until the paragraph is painted in view with its counterparts. */
  jumpMs: number;
  isLevel: boolean;
  /** Another text size in the middle of the text, and how far that took the current paragraph, in CSS pixels. */
  sizeMs: number;
  driftPx: number;
}

const painted = (page: Page, key: string): Promise<number> =>
  page.evaluate(async (pressed) => {
    const started = performance.now();
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, code: `Key${pressed.toUpperCase()}`, bubbles: true, cancelable: true }),
    );
    while (!document.querySelector('.flow-seg [data-s]')) await new Promise((resolve) => setTimeout(resolve, 4));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - started;
  }, key);

const topOfCurrent = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('.flow-seg.seg-cur')?.getBoundingClientRect().top ?? Number.NaN);

export async function measureFlow(userData: string): Promise<Flow> {
  const first = await launch(userData);
  let switchMs: number;
  try {
    await openReport(first.page);
    await first.page.waitForTimeout(1500);
    switchMs = await painted(first.page, 'f');
    // The mode is written half a second after the change.
    await first.page.waitForTimeout(2000);
  } finally {
    await close(first);
  }
  const session = await launch(userData);
  const { page } = session;
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('.report-open').first().waitFor();
    const openMs = await page.evaluate(async () => {
      const started = performance.now();
      document.querySelector<HTMLElement>('.report-open')!.click();
      while (!document.querySelector('.flow-seg [data-s]')) await new Promise((resolve) => setTimeout(resolve, 4));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - started;
    });
    const began = performance.now();
    const isFull = () => {
      const chunks = [...document.querySelectorAll('.flow-chunk')];
      return chunks.length > 0 && chunks.every((chunk) => chunk.childElementCount > 0);
    };
    await page.waitForFunction(isFull, undefined, { timeout: 300_000, polling: 500 });
    const filledMs = performance.now() - began;
    const paragraphs = await page.evaluate(() => document.querySelectorAll('.flow-seg').length);
    const scroller = '.flow-scroll[data-v="0"]';
    const top = await scrollFrames(page, scroller, 240, 120);

    await page.locator(`${scroller} .flow-seg`).first().focus();
    const started = performance.now();
    await page.keyboard.press('Control+End');
    const last = await page.evaluate(() => {
      const ends = [...document.querySelectorAll('.flow-text')].map((text) => [...text.querySelectorAll('.flow-seg')].at(-1));
      return new Promise<boolean>((resolve) => {
        const begun = performance.now();
        const look = () => {
          const seen = ends.every((end) => {
            const box = end?.getBoundingClientRect();
            return box && box.bottom > 0 && box.top < innerHeight;
          });
          if (seen || performance.now() - begun > 5000) requestAnimationFrame(() => resolve(seen));
          else requestAnimationFrame(look);
        };
        look();
      });
    });
    const jumpMs = performance.now() - started;
    await page.evaluate((selector) => {
      const element = document.querySelector(selector)!;
      element.scrollTop = element.scrollHeight / 2;
    }, scroller);
    await page.waitForTimeout(800);
    const inside = await scrollFrames(page, scroller, 240, 120);
    await page.evaluate((selector) => {
      const frame = document.querySelector(selector)!;
      const box = frame.getBoundingClientRect();
      const seg = document.elementFromPoint(box.left + 40, box.top + box.height / 3)?.closest<HTMLElement>('.flow-seg');
      seg?.focus({ preventScroll: true });
    }, scroller);
    await page.waitForTimeout(600);
    const before = await topOfCurrent(page);
    const sizeMs = await page.evaluate(async () => {
      const begun = performance.now();
      const bridge = (window as unknown as { triptych: { call(n: string, i: unknown): Promise<unknown> } }).triptych;
      await bridge.call('settings.update', { textScale: 1.2 });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - begun;
    });
    await page.waitForTimeout(600);
    const driftPx = Math.abs((await topOfCurrent(page)) - before);
    const frames: [number, number] = [percentile(top, 0.95), percentile(inside, 0.95)];
    return { switchMs, openMs, filledMs, paragraphs, frames, jumpMs, isLevel: last, sizeMs, driftPx };
  } finally {
    await close(session);
  }
}
