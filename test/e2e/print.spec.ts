/**
 * Print and PDF: the pages that Electron makes of a report are read back. Rows stand level across the columns, all of them are
 * there, nothing of the window around them is, from rows and from flow.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { Row } from '../../core/model/report';
import { type Journey, journey } from '../support/journey';
import { ask, makeReport } from '../support/made-report';
import { type PdfWord, readPdf } from '../support/pdf';
import { openSheet, savingAs } from '../support/reader';

const title = 'A report of two thousand rows';
const count = 2000;
const mark = (n: number): string => `T${String(n).padStart(4, '0')}`;
const more = {
  en: (n: number) =>
    ` The harbour office counted ${n} boats again.${n % 7 === 0 ? ' Nobody had slept since the storm, said the ferryman.' : ''}`,
  ar: (n: number) => ` أعادت سلطة الميناء عدّ ${n} قاربًا.${n % 5 === 0 ? ' قال صاحب العبّارة إن أحدًا لم ينم منذ العاصفة.' : ''}`,
};
const version = (lang: 'en' | 'ar') => ({
  lang,
  blocks: Array.from({ length: count }, (_, n) => ({ kind: 'paragraph' as const, text: mark(n) + more[lang](n) })),
});

/** Asks for printing as a person does, with the system's dialog left out, and makes the PDF of what it would have been given. */
async function printed(app: ElectronApplication, page: Page): Promise<Uint8Array> {
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', '');
  });
  await page.keyboard.press('Control+p');
  await expect(page.locator('html[data-asked]')).toHaveCount(1, { timeout: 60_000 });
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const made = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
    return made.toString('base64');
  });
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-asked');
    window.dispatchEvent(new Event('afterprint'));
  });
  return Buffer.from(pdf, 'base64');
}

/** First lines of the rows, by number: one word a column. */
function marksOf(words: readonly PdfWord[]): Map<number, PdfWord[]> {
  const found = new Map<number, PdfWord[]>();
  for (const word of words) {
    for (const [, n] of word.text.matchAll(/T(\d{4})/g)) found.set(Number(n), [...(found.get(Number(n)) ?? []), word]);
  }
  return found;
}

journey('print', {}, (j: Journey) => {
  let rowsPdf: { pages: number; words: PdfWord[] };
  const keep = (name: string, bytes: Uint8Array) => {
    if (process.env.TRIPTYCH_SHOTS) writeFileSync(path.join(process.env.TRIPTYCH_SHOTS, `${name}-${j.language}.pdf`), bytes);
  };

  test('all rows of a long report are on paper, level in both columns', async () => {
    test.setTimeout(240_000);
    const { app, page, t } = j;
    await expect(page.getByRole('main')).toBeVisible();
    const reportId = await makeReport(page, title, [version('en'), version('ar')]);
    await page.getByText(title, { exact: true }).first().click();
    await openSheet(page);
    // At once, while rows still come in.
    const bytes = await printed(app, page);
    keep('print-rows', bytes);
    rowsPdf = await readPdf(bytes);
    const marks = marksOf(rowsPdf.words);
    expect([...marks.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
    const rows: Row[] = [];
    for (let offset = 0; offset < count; offset += 1000)
      rows.push(...(await ask<{ rows: Row[] }>(page, 'report.rows', { reportId, offset, limit: 1000 })).rows);
    const filled = rows.filter((row) => row.cells.every((cell) => cell.length > 0));
    expect(filled.length).toBeGreaterThan(count * 0.8);
    const isLevel = ({ cells }: Row) => {
      const [first] = cells.map((cell) => marks.get(cell[0]!) ?? []);
      const [a, b] = cells.map((cell) => marks.get(cell[0]!)?.filter((w) => first!.some((f) => f.page === w.page)) ?? []);
      return a!.some((one) => b!.some((two) => one !== two && one.page === two.page && Math.abs(one.y - two.y) < 8));
    };
    expect(filled.filter((row) => !isLevel(row)).map((row) => row.cells)).toEqual([]);
    expect([...marks.values()].filter((all) => all.length !== 2)).toEqual([]);
    // The columns stand as they do in the window: the first one where the interface's lines begin.
    const sides = [...marks.values()].map((all) => [...all].sort((a, b) => a.x - b.x));
    const first = sides.map(([left]) => left!.x);
    expect(Math.max(...first) - Math.min(...first)).toBeLessThan(60);
    const words = rowsPdf.words.map((w) => w.text).join(' ');
    expect(words).toContain(title);
    // Shaped letters come back in pieces, so they are counted.
    for (let at = 0; at < rowsPdf.pages - 1; at++) {
      const own = rowsPdf.words.filter((w) => w.page === at).map((w) => w.text);
      expect(own.join('').match(/\p{Script=Arabic}/gu)?.length ?? 0, `Arabic letters on page ${at + 1}`).toBeGreaterThan(150);
    }
    // The heads come back on every page.
    const heads = rowsPdf.words.filter((w) => w.text.includes('English'));
    expect(new Set(heads.map((w) => w.page)).size).toBe(rowsPdf.pages);
    for (const chrome of ['reader:saved.saved', 'reader:mode.flow', 'reader:find.button', 'tour:next', 'notes:title'])
      expect(words, chrome).not.toContain(t(chrome));
  });

  test('the same pages go into a PDF file by key', async () => {
    test.setTimeout(240_000);
    const { app, page, t } = j;
    const place = path.join(mkdtempSync(path.join(os.tmpdir(), 'triptych-pdf-')), 'pages.pdf');
    await savingAs(app, place);
    await page.keyboard.press('Control+Shift+P');
    await expect(page.getByText(t('reader:print.saved', { name: 'pages.pdf' }))).toBeVisible({ timeout: 60_000 });
    const { words, pages } = await readPdf(readFileSync(place));
    // Letter or A4, as the system's country has it.
    expect(pages).toBeGreaterThan(rowsPdf.pages * 0.9);
    const marks = marksOf(words);
    expect([...marks.keys()]).toHaveLength(count);
    expect([...marks.values()].filter((all) => all.length !== 2)).toEqual([]);
    expect(words.map((w) => w.text).join(' ')).not.toContain(t('reader:print.making'));
  });

  test('from the flow the same rows are printed, and the flow comes back where it was', async () => {
    test.setTimeout(240_000);
    const { app, page } = j;
    await page.keyboard.press('f');
    const here = page.locator('.flow-seg.seg-cur');
    await expect(here).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(here).toHaveAttribute('data-segment', String(count - 1));
    const bytes = await printed(app, page);
    keep('print-flow', bytes);
    const { words, pages } = await readPdf(bytes);
    expect(pages).toBe(rowsPdf.pages);
    expect([...marksOf(words).keys()]).toHaveLength(count);
    await expect(here).toHaveAttribute('data-segment', String(count - 1));
    await expect(here).toBeInViewport();
  });
});
