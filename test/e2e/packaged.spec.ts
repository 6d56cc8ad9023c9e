/** The packed app: starts, opens the sample report, and holds its fuses. Inspection is fused off, so DevTools over a port drive it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { newUserData, removeUserData, root } from '../support/app';
import { openSheet } from '../support/reader';
import { textsIn } from '../support/texts';

const exe = path.join(root, 'release', 'linux-unpacked', 'triptych');
const isRoot = process.getuid?.() === 0;
const flags = isRoot ? ['--no-sandbox'] : [];

function environment(extra: Record<string, string>): NodeJS.ProcessEnv {
  // The packed app must find its own binding.
  const { APP_SQLITE_BINDING: _, ...env } = process.env;
  return { ...env, ...extra };
}

function devtools(app: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    app.stderr!.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1];
      if (address) resolve(address);
    });
    app.on('exit', (code) => reject(new Error(`exit ${code}\n${log}`)));
  });
}

/** The port answers before the window is there, and a connection made just then can hang: try again. */
async function connect(address: string): Promise<Browser> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 });
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

test.describe('the packed app', () => {
  test.skip(process.platform !== 'linux' || !existsSync(exe), 'not packed here: npm run package');

  test('opens a report', async () => {
    const userData = newUserData();
    const t = await textsIn('en');
    const app = spawn(exe, [...flags, '--remote-debugging-port=0', `--user-data-dir=${userData}`], {
      env: environment({ APP_USER_DATA: userData, TRIPTYCH_LANG: 'en' }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let browser: Browser | undefined;
    try {
      browser = await connect(await devtools(app));
      const context = browser.contexts()[0]!;
      const page = context.pages()[0] ?? (await context.waitForEvent('page'));
      await page.getByRole('button', { name: t('library:samples.ferry.open') }).click();
      await openSheet(page);
      expect(await page.locator('tr[data-row]').count()).toBeGreaterThan(14);
      expect(existsSync(path.join(userData, 'library', 'library.db'))).toBe(true);
    } finally {
      await browser?.close().catch(() => undefined);
      const gone = new Promise((resolve) => app.once('exit', resolve));
      app.kill();
      await gone;
      removeUserData(userData);
    }
  });

  test('is the command line, too', () => {
    const samples = path.join(root, 'resources', 'samples', 'ferry');
    const home = mkdtempSync(path.join(os.tmpdir(), 'triptych-cli-'));
    try {
      const args = [...flags, 'align', '--format', 'json', path.join(samples, 'en1.html'), path.join(samples, 'fr.md')];
      const printed = execFileSync(exe, args, { env: environment({ HOME: home, APP_USER_DATA: home }), encoding: 'utf8' });
      const result = JSON.parse(printed) as { related: boolean; rows: { cells: number[][] }[] };
      expect(result.related).toBe(true);
      expect(result.rows.some((r) => r.cells.every((c) => c.length > 0))).toBe(true);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  test('has every fuse as the configuration says', async () => {
    const wire = await getCurrentFuseWire(exe);
    const on = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] as number) === '1';
    expect(on(FuseV1Options.RunAsNode)).toBe(false);
    expect(on(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(on(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(on(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
    expect(on(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(on(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
  });
});
