/** Opening the long report again: where it was left at its last row, and with many notes. */
import { close, isInView, launch, openReport, scrollToRow, standOnRow, topOfRow, waitForAllRows } from './session';

export interface ComingBack {
  /** From opening until the row stands still in view, in milliseconds. */
  thereMs: number;
  inView: boolean;
  /** How far from where it was left, in CSS pixels. */
  driftPx: number;
}

/** Leaves the report with the reader on a row near the end, starts the app again and opens it. */
export async function measureComingBack(userData: string, index: number): Promise<ComingBack> {
  const left = await launch(userData);
  await openReport(left.page);
  await waitForAllRows(left.page);
  await standOnRow(left.page, index);
  await scrollToRow(left.page, index);
  // The place is written half a second after the last movement.
  await left.page.waitForTimeout(1500);
  const before = await topOfRow(left.page, index);
  await close(left);

  const session = await launch(userData);
  try {
    const { page } = session;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('.report-open').first().waitFor();
    const thereMs = await page.evaluate(async (i) => {
      const started = performance.now();
      document.querySelector<HTMLElement>('.report-open')!.click();
      const top = () => document.querySelector(`tr[aria-rowindex="${i + 2}"]`)?.getBoundingClientRect().top ?? Number.NaN;
      let last = Number.NaN;
      let stoodMs = 0;
      while (performance.now() - started < 20_000) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = top();
        const stands = now === last && now > -200 && now < innerHeight;
        if (stands && stoodMs === 0) stoodMs = performance.now();
        if (!stands) stoodMs = 0;
        if (stoodMs > 0 && performance.now() - stoodMs > 500) return stoodMs - started;
        last = now;
      }
      return Number.NaN;
    }, index);
    await page.waitForTimeout(500);
    const after = await topOfRow(page, index);
    return { thereMs, inView: await isInView(page, index), driftPx: Math.abs((after ?? Number.NaN) - (before ?? Number.NaN)) };
  } finally {
    await close(session);
  }
}

export interface Notes {
  openMs: number;
  loadedMs: number;
  /** From scrolling to a row with a note until its passage is in view and marked, in milliseconds; NaN when it never was. */
  markedMs: number;
}

/** Opens the report with its many notes and goes to the one at a row. */
export async function measureNotes(userData: string, index: number): Promise<Notes> {
  const session = await launch(userData);
  try {
    const { page } = session;
    const openMs = await openReport(page);
    const loadedMs = await waitForAllRows(page);
    const markedMs = await page.evaluate(async (i) => {
      const started = performance.now();
      const row = document.querySelector(`tr[aria-rowindex="${i + 2}"]`)!;
      row.scrollIntoView({ block: 'center' });
      const isMarked = () =>
        [...CSS.highlights].some(
          ([name, ranges]) => name.startsWith('note') && [...ranges].some((range) => row.contains(range.startContainer)),
        );
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (!isMarked() && performance.now() - started < 10_000);
      return isMarked() ? performance.now() - started : Number.NaN;
    }, index);
    return { openMs, loadedMs, markedMs };
  } finally {
    await close(session);
  }
}
