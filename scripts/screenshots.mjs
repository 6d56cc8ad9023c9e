// npm run screenshots: pictures of every screen, in three interface languages and two looks, in out/screenshots, made to be looked
// at after a change. Those that the documentation shows go to docs/screenshots as well, smaller. A screen that does not come up
// in its time is named at the end, and the others are taken all the same.
//   npm run screenshots -- --only reader,search   some screens     --languages en,ar   --keep (leaves docs/screenshots alone)
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { openReport, scenes } from './screenshots/scenes.mjs';
import { wordsOf } from './screenshots/words.mjs';
import { root, setUp, toolEnvironment } from './setup.mjs';

const args = process.argv.slice(2);
const listAfter = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1]?.split(',') : undefined);
const out = path.join(root, 'out', 'screenshots');
const docs = path.join(root, 'docs', 'screenshots');
/** What the documentation shows, by screen: language and look. */
const shown = { en: 'paper', fr: 'paper', ar: 'night' };
const inDocs = new Set([
  'first-start',
  'new-report-files',
  'reader',
  'evidence',
  'flow',
  'codebook',
  'code-table',
  'search',
  'search-codes',
  'export',
  'library',
  'palette',
  'settings',
  'print',
]);
const stepMs = 40_000;

const within = (work, ms, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** One language: the app in a folder of its own, started again where it hangs. Answers what could not be taken. */
async function takeIn(language, wanted) {
  const { _electron } = await import('@playwright/test');
  const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-pictures-'));
  const at = { language, t: wordsOf(language), folder: path.join(userData, 'files'), out, app: null, page: null };
  const failed = [];

  async function start() {
    const env = { ...process.env, APP_USER_DATA: userData, TRIPTYCH_LANG: language };
    at.app = await _electron.launch({ args: [root], env, chromiumSandbox: process.getuid?.() !== 0 });
    at.page = await at.app.firstWindow();
    at.page.setDefaultTimeout(20_000);
    // The window itself, not an emulated size: what the system draws is what a picture for the documentation can hold.
    await at.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1440, 900));
    await at.page.waitForFunction(() => innerWidth === 1440 && innerHeight === 900);
  }
  const stop = () => {
    at.app?.process().kill('SIGKILL');
    at.app = null;
  };
  const look = (theme) => at.page.evaluate((value) => window.triptych.call('settings.update', { theme: value }), theme);
  async function take(name) {
    for (const theme of ['night', 'paper']) {
      await look(theme);
      await at.page.waitForTimeout(250);
      await at.page.screenshot({ path: path.join(out, `${name}-${language}-${theme}.png`), timeout: 8000 });
      if (args.includes('--keep') || !inDocs.has(name) || shown[language] !== theme) continue;
      const session = await at.page.context().newCDPSession(at.page);
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
      await session.detach();
      writeFileSync(path.join(docs, `${name}-${language}.webp`), Buffer.from(data, 'base64'));
    }
  }
  /** After a screen that did not come up: a new start, in the first report, from where most of the others can be reached. */
  async function recover() {
    stop();
    await within(start(), 2 * stepMs, 'starting again');
    await within(openReport(at), stepMs, 'opening a report');
  }

  await within(start(), 2 * stepMs, 'starting');
  for (const { name, show, back } of scenes(at)) {
    try {
      await within(show(), stepMs, 'coming up');
      // All are gone through, because one leads to the next.
      if (!wanted || wanted.includes(name)) await within(take(name), stepMs, 'the picture');
      await within(Promise.resolve(back?.()), stepMs, 'leaving');
    } catch (error) {
      failed.push(`${name}-${language}: ${String(error.message ?? error).split('\n')[0]}`);
      await recover().catch(() => undefined);
    }
  }
  stop();
  // The processes of the app take a moment to let go of their files.
  rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  return failed;
}

async function take() {
  mkdirSync(out, { recursive: true });
  mkdirSync(docs, { recursive: true });
  const failed = [];
  for (const language of listAfter('--languages') ?? Object.keys(shown))
    failed.push(...(await takeIn(language, listAfter('--only'))));
  console.log(`pictures in ${out}`);
  if (failed.length > 0) throw new Error(`not taken:\n  ${failed.join('\n  ')}`);
}

try {
  if (args.includes('--take')) await take();
  else {
    const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);
    const runtime = await setUp({ needsDisplay: !hasDisplay });
    build({ quiet: true });
    const own = ['node', 'scripts/screenshots.mjs', '--take', ...args];
    const [command, ...rest] = hasDisplay ? own : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...own];
    const r = spawnSync(command, rest, { cwd: root, env: toolEnvironment(runtime.env), stdio: 'inherit' });
    process.exitCode = r.status ?? 1;
  }
} catch (error) {
  console.error(`triptych: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  // A process that still waits for a window that was given up is waited for by nobody.
  if (args.includes('--take')) process.exit();
}
