/** Starts the built app as a person would, in a user-data folder of its own, and watches what it logs. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { UiLanguage } from '../../core/model/languages';

export const root = path.resolve(import.meta.dirname, '../..');
/** Development data outside the project; tests that need it say that they were skipped where it is absent. */
export const sharedData = path.join(root, '..', 'shared', 'data');
export const hasSharedData = existsSync(sharedData);

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  /** What the window's console and page errors said. Empty in a healthy run. */
  problems: string[];
}

export const newUserData = (): string => mkdtempSync(path.join(os.tmpdir(), 'triptych-e2e-'));
export const removeUserData = (dir: string): void => rmSync(dir, { recursive: true, force: true });

export async function launchApp(
  userData: string,
  language: UiLanguage = 'en',
  extra: Record<string, string> = {},
): Promise<RunningApp> {
  // The whole environment: a virtual display needs XAUTHORITY as well as DISPLAY.
  const env = Object.fromEntries(Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined));
  Object.assign(env, { APP_USER_DATA: userData, TRIPTYCH_LANG: language }, extra);
  // Playwright adds --no-sandbox unless chromiumSandbox is true; only root needs that.
  const app = await _electron.launch({ args: [root], env, chromiumSandbox: process.getuid?.() !== 0 });
  const page = await app.firstWindow();
  const problems: string[] = [];
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') problems.push(`${m.type()}: ${m.text()}`);
  });
  page.on('pageerror', (e) => problems.push(String(e)));
  await page.waitForLoadState('domcontentloaded');
  return { app, page, problems };
}

/** axe on the whole page, in the mode that works inside Electron. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const result = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
  const found = result.violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => `${n.target} ${n.failureSummary ?? ''}`)
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect(found, `axe on ${what}`).toEqual([]);
  expect(result.passes.length).toBeGreaterThan(5);
}
