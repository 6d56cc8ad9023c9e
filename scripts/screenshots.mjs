// npm run screenshots: pictures of every screen, in three interface languages and two looks, in out/screenshots; the ones that the
// README shows are copied to docs/screenshots. They are made to be looked at after a change.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { root, setUp, toolEnvironment } from './setup.mjs';

const out = path.join(root, 'out', 'screenshots');
const inReadme = { 'reader-en-paper.png': 'reader-en.png', 'reader-ar-night.png': 'reader-ar-night.png' };

async function take() {
  const { _electron } = await import('@playwright/test');
  const wordsOf = (language, file) =>
    JSON.parse(readFileSync(path.join(root, 'resources/locales', language, `${file}.json`), 'utf8'));
  mkdirSync(out, { recursive: true });
  for (const language of ['en', 'fr', 'ar']) {
    const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-pictures-'));
    const app = await _electron.launch({
      args: [root],
      env: { ...process.env, APP_USER_DATA: userData, TRIPTYCH_LANG: language },
      chromiumSandbox: process.getuid?.() !== 0,
    });
    const page = await app.firstWindow();
    await page.setViewportSize({ width: 1440, height: 900 });
    const library = wordsOf(language, 'library');
    const notes = wordsOf(language, 'notes');
    const both = async (name) => {
      for (const theme of ['paper', 'night']) {
        await page.evaluate((t) => window.triptych.call('settings.update', { theme: t }), theme);
        await page.waitForTimeout(250);
        await page.screenshot({ path: path.join(out, `${name}-${language}-${theme}.png`) });
      }
      await page.evaluate(() => window.triptych.call('settings.update', { theme: 'paper' }));
    };
    // A picture that can't be taken must not leave the app behind.
    setTimeout(() => app.process().kill('SIGKILL'), 120_000).unref();
    await page.getByRole('button', { name: library.samples.ferry.open }).waitFor();
    await both('first-start');
    await page.getByRole('button', { name: library.newReport }).click();
    await page.waitForTimeout(300);
    await both('new-report');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: library.samples.ferry.open }).click();
    await page.locator('tr[data-row]').first().waitFor({ timeout: 60_000 });
    // The hints of a first visit, once seen, would stand in every picture.
    await page.getByRole('button', { name: wordsOf(language, 'tour').stop }).click();
    const cell = (row, version) => page.locator(`tr[aria-rowindex="${row + 1}"] td[data-v="${version}"]`);
    const bodies = {
      en: ['Which figure is right?', 'Only here.'],
      fr: ['Quel chiffre est le bon ?', 'Seulement ici.'],
      ar: ['أيّ رقم هو الصحيح؟', 'هنا فقط.'],
    };
    for (const [i, key] of ['Shift+N', 'n'].entries()) {
      await cell(i * 2 + 7, 0).click();
      await page.keyboard.press(key);
      await page.getByRole('textbox', { name: notes.body }).fill(bodies[language][i]);
      await page.keyboard.press('Escape');
    }
    await cell(8, 0).click();
    await both('reader');
    await page.keyboard.press('f');
    await page.waitForTimeout(800);
    await both('flow');
    await page.keyboard.press('f');
    await page.keyboard.press('?');
    await page.waitForTimeout(300);
    await both('keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.waitForTimeout(400);
    await both('library');
    await page.keyboard.press('Control+,');
    await page.waitForTimeout(300);
    await both('settings');
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
  mkdirSync(path.join(root, 'docs', 'screenshots'), { recursive: true });
  for (const [from, to] of Object.entries(inReadme))
    copyFileSync(path.join(out, from), path.join(root, 'docs', 'screenshots', to));
  console.log(`pictures in ${out}`);
}

try {
  if (process.argv.includes('--take')) await take();
  else {
    const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);
    const runtime = await setUp({ needsDisplay: !hasDisplay });
    build({ quiet: true });
    const own = ['node', 'scripts/screenshots.mjs', '--take'];
    const [command, ...args] = hasDisplay ? own : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...own];
    const r = spawnSync(command, args, { cwd: root, env: toolEnvironment(runtime.env), stdio: 'inherit' });
    process.exitCode = r.status ?? 1;
  }
} catch (error) {
  console.error(`triptych: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
