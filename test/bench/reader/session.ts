/** Starting the app for a measurement, and going about in its long report. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export interface Session {
  app: ElectronApplication;
  page: Page;
  /** Milliseconds from the start of the process to the window; NaN when it never said so. */
  shownMs: number;
}

/** Starts the built app with a user-data folder. */
export async function launch(userData: string): Promise<Session> {
  const env = { ...process.env, APP_USER_DATA: userData, TRIPTYCH_LANG: 'en', TRIPTYCH_TIMING: '1' } as Record<string, string>;
  const app = await _electron.launch({ args: [process.cwd()], env, chromiumSandbox: process.getuid?.() !== 0 });
  const shown = new Promise<number>((resolve) => {
    app.process().stderr?.on('data', (data: Buffer) => {
      const said = /window shown after (\d+) ms/.exec(String(data));
      if (said) resolve(Number(said[1]));
    });
    setTimeout(() => resolve(Number.NaN), 8000);
  });
  const page = await app.firstWindow();
  return { app, page, shownMs: await shown };
}

export async function close({ app }: Session): Promise<void> {
  await app.close().catch(() => app.process().kill('SIGKILL'));
}

/** Opens the first report of the library; milliseconds until its first text is painted. */
export async function openReport(page: Page): Promise<number> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('.report-open').first().waitFor();
  return page.evaluate(async () => {
    const started = performance.now();
    document.querySelector<HTMLElement>('.report-open')!.click();
    while (!document.querySelector('tr[data-row] [data-s]')) await new Promise((resolve) => setTimeout(resolve, 4));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - started;
  });
}

/** Milliseconds until every section of the sheet has its rows. */
export async function waitForAllRows(page: Page): Promise<number> {
  const started = performance.now();
  const isWhole = () => {
    const bodies = [...document.querySelector<HTMLTableElement>('table.rows')!.tBodies];
    return bodies.length > 0 && bodies.every((body) => body.childElementCount > 0);
  };
  await page.waitForFunction(isWhole, undefined, { timeout: 300_000, polling: 250 });
  return performance.now() - started;
}

/** How many rows stand in the page, whether drawn or not: what find-in-page and screen readers can reach. */
export const rowsInPage = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('tr[data-row]').length);

/** Upper edge of a row's box in CSS pixels of the window; null where the page hasn't got it. */
export const topOfRow = (page: Page, index: number): Promise<number | null> =>
  page.evaluate((i) => document.querySelector(`tr[aria-rowindex="${i + 2}"]`)?.getBoundingClientRect().top ?? null, index);

export const isInView = (page: Page, index: number): Promise<boolean> =>
  page.evaluate((i) => {
    const box = document.querySelector(`tr[aria-rowindex="${i + 2}"]`)?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  }, index);

/** Scrolls a row to the middle; milliseconds until it is painted there. */
export const scrollToRow = (page: Page, index: number): Promise<number> =>
  page.evaluate(async (i) => {
    const started = performance.now();
    document.querySelector(`tr[aria-rowindex="${i + 2}"]`)!.scrollIntoView({ block: 'center' });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - started;
  }, index);

/** Goes to a row as a person does: scrolls there and clicks into its first cell. */
export async function standOnRow(page: Page, index: number): Promise<void> {
  await scrollToRow(page, index);
  await page.waitForTimeout(400);
  await page.evaluate((i) => {
    const cell = document.querySelector<HTMLElement>(`tr[aria-rowindex="${i + 2}"] td`)!;
    cell.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
    cell.focus({ preventScroll: true });
  }, index);
  await page.waitForTimeout(400);
}
