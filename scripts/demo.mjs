// What `npm start` shows where there is no display: the real app in a virtual one, the sample report opened as a person would,
// a picture of it and its aligned rows as text in out/demo/.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { root } from './setup.mjs';

const out = path.join(root, 'out', 'demo');
const picture = path.join(out, 'reader.png');
const text = path.join(out, 'rows.txt');
const words = JSON.parse(readFileSync(path.join(root, 'resources/locales/en/library.json'), 'utf8'));
const userData = mkdtempSync(path.join(os.tmpdir(), 'triptych-demo-'));

/** Rows as a person reads them: a heading per row, a line per version, «–» for an omission. */
const rowsAsText = (page) =>
  page.locator('tr[data-row]').evaluateAll((rows) => {
    const names = [...document.querySelectorAll('th.column-head')].map(
      (th) => th.querySelector('.column-language')?.textContent ?? '',
    );
    return rows
      .map((tr, i) => {
        const cells = [...tr.querySelectorAll('td[data-v]')].map((td, v) => {
          const said = [...td.querySelectorAll('[data-s]')].map((s) => s.textContent).join('\n    ');
          return `  ${names[v]}: ${said || '–'}`;
        });
        return [`Row ${i + 1}`, ...cells].join('\n');
      })
      .join('\n\n');
  });

let app;
try {
  mkdirSync(out, { recursive: true });
  app = await _electron.launch({
    args: [root],
    env: { ...process.env, APP_USER_DATA: userData, TRIPTYCH_LANG: 'en' },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1440, height: 900 }).catch(() => undefined);
  await page.getByRole('button', { name: words.samples.ferry.open }).click();
  await page.locator('tr[data-row]').first().waitFor({ timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready);
  writeFileSync(text, `${await rowsAsText(page)}\n`);
  await page.screenshot({ path: picture });
  console.log(
    `There is no display here, so Triptych opened its sample report in a virtual one.\n  picture: ${picture}\n  rows:    ${text}`,
  );
} catch (error) {
  console.error(`triptych: the demonstration failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await app?.close();
  rmSync(userData, { recursive: true, force: true });
}
