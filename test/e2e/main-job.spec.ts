/**
 * The main job as one journey, once in the English interface and once in the Arabic one: first start, sample, new report from
 * files in four encodings and formats, reading, layout, notes, row edits, undo, quitting, killing, coming back.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { directionOf } from '../../core/model/languages';
import { expectAccessible, root } from '../support/app';
import { type Journey, journey } from '../support/journey';
import {
  beginReport,
  cell,
  cellsOf,
  openFirstReport,
  openSample,
  openSheet,
  row,
  rowCount,
  rows,
  selectText,
  sheet,
  writeNote,
} from '../support/reader';

const sample = (name: string) => readFileSync(path.join(root, 'resources', 'samples', 'ferry', name));

/** The sample's four versions as a person might have them: one as UTF-16, one as windows-1256. */
function writeFiles({ put }: Journey): string[] {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sample('en2.txt').toString('utf8'), 'utf16le')]);
  return [
    put('courier.html', sample('en1.html')),
    put('gazette.txt', utf16),
    put('quotidien.md', sample('fr.md')),
    put('almina.txt', windows1256(sample('ar.txt').toString('utf8'))),
  ];
}

/** Encodes by asking the decoder what each byte means; Arabic-Indic digits, which the code page lacks, become European ones. */
function windows1256(text: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte);
  const plain = text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/٫/g, ',')
    .replace(/٪/g, '%');
  return Uint8Array.from([...plain].map((c) => table.get(c) ?? 0x3f));
}

/** In every row, all cells begin at the same height. */
async function expectLevelRows(page: Page): Promise<void> {
  const uneven = await rows(page).evaluateAll(
    (all) =>
      all.filter((tr) => new Set([...tr.querySelectorAll('td')].map((td) => Math.round(td.getBoundingClientRect().top))).size > 1)
        .length,
  );
  expect(uneven).toBe(0);
}

journey('the main job', {}, (running) => {
  const { language, t } = running;

  test('first start offers the sample and a new report; the sample opens with level rows', async () => {
    const { page } = running;
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
    await expect(page.getByRole('button', { name: t('library:newReport') })).toBeVisible();
    await expectAccessible(page, 'first start');
    await openSample(page, t);
    await expectLevelRows(page);
    // Each column in its own direction, whatever the interface's.
    await expect(cell(page, 2, 0)).toHaveAttribute('dir', 'ltr');
    await expect(cell(page, 2, 3)).toHaveAttribute('dir', 'rtl');
    const headings = await page.getByRole('columnheader').allInnerTexts();
    expect(headings.join(' ')).toContain('العربية');
    expect(await sheet(page).getByText(t('reader:omission')).count()).toBeGreaterThan(3);
    expect(await sheet(page).getByText(t('reader:boilerplate')).count()).toBe(8);
    await expectAccessible(page, 'reader');
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
  });

  test('a new report from four files: found, shown, corrected, aligned', async () => {
    const { page } = running;
    const { dialog, cards } = await beginReport(running, writeFiles(running));
    await expect(cards).toHaveCount(4);
    await expect(cards.nth(1).getByLabel(t('transfer:fields.encoding'))).toHaveValue('utf-16le');
    await expect(cards.nth(3).getByLabel(t('transfer:fields.encoding'))).toHaveValue('windows-1256');
    for (const [i, lang] of ['en', 'en', 'fr', 'ar'].entries())
      await expect(cards.nth(i).getByLabel(t('transfer:fields.language'))).toHaveValue(lang);
    // A wrong encoding shows in the preview at once and is put right again.
    const preview = cards.nth(3).getByRole('group', { name: t('transfer:preview') });
    await expect(preview).toContainText('العبّارات');
    await cards.nth(3).getByLabel(t('transfer:fields.encoding')).selectOption('iso-8859-6');
    await expect(preview).not.toContainText('العبّارات');
    await cards.nth(3).getByLabel(t('transfer:fields.encoding')).selectOption('windows-1256');
    await expect(preview).toContainText('العبّارات');
    await expectAccessible(page, 'new report');
    await dialog.getByRole('button', { name: t('transfer:foot.align') }).click();
    await openSheet(page);
    await expectLevelRows(page);
    expect(await rowCount(page)).toBeGreaterThan(14);
  });

  test('the base, columns, text size, theme and interface language change in place', async () => {
    const { page } = running;
    const before = await cellsOf(page);
    const menuOf = (name: string) => page.getByRole('button', { name: t('reader:column.menu', { name }) });
    const head = (name: string) => page.getByRole('columnheader', { name });
    await menuOf('Français').click();
    await page.getByRole('menuitemcheckbox', { name: t('reader:column.base') }).click();
    await expect(head('Français')).toContainText(t('reader:column.baseMark'));
    const french = (await cellsOf(page))
      .map((c) => c[2])
      .filter(Boolean)
      .flatMap((c) => c!.split(',').map(Number));
    expect(french).toEqual([...french].sort((a, b) => a - b));
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page)).toEqual(before);

    await menuOf('العربية').click();
    await page.getByRole('menuitem', { name: t('reader:column.hide') }).click();
    await expect(head('العربية')).toHaveCount(0);
    await page.getByRole('button', { name: t('reader:hiddenColumns', { count: 1 }) }).click();
    await page.getByRole('menuitem', { name: /العربية/ }).click();
    await expect(head('العربية')).toBeVisible();

    const x = async (name: string) => (await head(name).boundingBox())!.x;
    expect((await x('Français')) < (await x('العربية'))).toBe(language !== 'ar');
    await menuOf('Français').click();
    await page.getByRole('menuitem', { name: t(language === 'ar' ? 'reader:column.left' : 'reader:column.right') }).click();
    await expect.poll(async () => (await x('Français')) < (await x('العربية'))).toBe(language === 'ar');

    const size = () =>
      row(page, 2)
        .locator('.seg')
        .first()
        .evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
    const small = await size();
    await page.getByRole('button', { name: t('reader:text.label') }).click();
    await page.getByRole('button', { name: t('settings:larger') }).click();
    await expect.poll(size).toBeGreaterThan(small);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.getByText(t('settings:themes.night'), { exact: true }).click();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(paper);
    await expectAccessible(page, 'reader at night');
    await page.keyboard.press('Escape');
  });

  test('notes on a selection, a cell and a row; found, edited, deleted, undone', async () => {
    const { page } = running;
    const segment = row(page, 2).locator('[data-s]').first();
    const words = (await segment.innerText()).split(' ').slice(0, 3).join(' ');
    await segment.click();
    await selectText(segment, words);
    await page.keyboard.press('n');
    await writeNote(page, t, 'ملاحظة on a selection');
    await cell(page, 4, 0).click();
    await page.keyboard.press('n');
    await writeNote(page, t, 'note on a cell');
    await cell(page, 5, 0).click();
    await page.keyboard.press('Shift+N');
    await writeNote(page, t, 'note on a row');
    const notes = page.locator('li[data-note]');
    await expect(notes).toHaveCount(3);
    await expect(notes.first()).toContainText(words);
    await expectAccessible(page, 'notes');

    await cell(page, 0, 0).click();
    await notes
      .nth(2)
      .getByRole('button', { name: t('notes:row', { row: 6 }) })
      .click();
    await expect(row(page, 5).locator('td:focus')).toHaveCount(1);

    await notes.nth(1).focus();
    await page.keyboard.press('F2');
    await writeNote(page, t, 'note on a cell, edited');
    await notes
      .nth(1)
      .getByRole('button', { name: t('notes:delete') })
      .click();
    await expect(notes).toHaveCount(2);
    await cell(page, 0, 0).click();
    await page.keyboard.press('Control+z');
    await expect(notes).toHaveCount(3);
    await expect(notes.nth(1)).toContainText('note on a cell, edited');
    await page.keyboard.press('Control+z');
    await expect(notes.nth(1)).not.toContainText('edited');
    await page.keyboard.press('Control+Shift+Z');
    await expect(notes.nth(1)).toContainText('note on a cell, edited');
  });

  test('rows merge, split, move and confirm by key, and undo to the exact start', async () => {
    const { page } = running;
    const start = await cellsOf(page);
    const at = start.findIndex((c, i) => c.filter(Boolean).length > 1 && i > 2);
    await cell(page, at, 0).click();
    await page.keyboard.press('m');
    await expect.poll(() => rowCount(page)).toBe(start.length - 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page)).toEqual(start);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => rowCount(page)).toBe(start.length - 1);
    const version = start[at]!.findIndex(Boolean);
    await cell(page, at, version).click();
    const merged = await cellsOf(page);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => cellsOf(page)).not.toEqual(merged);
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page)).toEqual(merged);
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page)).toEqual(start);
    await cell(page, at, version).click();
    await page.keyboard.press('c');
    await expect(row(page, at).getByRole('img', { name: t('reader:marks.confirmed') })).toBeVisible();
  });

  test('after quitting and starting again everything is where it was', async () => {
    const { page } = running;
    const before = await cellsOf(page);
    await cell(page, 6, 0).click();
    await running.app.close();
    await running.start();
    const again = running.page;
    await expect(again.locator('html')).toHaveAttribute('lang', language);
    await again.getByRole('list').getByRole('button', { name: /./ }).first().waitFor();
    await openFirstReport(again);
    expect(await cellsOf(again)).toEqual(before);
    await expect(again.locator('li[data-note]')).toHaveCount(3);
    await expect(row(again, 6).locator('td[tabindex="0"], td:focus')).toHaveCount(1);
    // Undo reaches back over the restart.
    await cell(again, 6, 0).click();
    await again.keyboard.press('Control+z');
    await expect(again.getByText(t('reader:status.confirmed', { count: 0 }))).toBeVisible();
  });

  test('kill -9 after «Saved» loses nothing', async () => {
    const { page, app } = running;
    await cell(page, 7, 0).click();
    await page.keyboard.press('Shift+N');
    await page.getByRole('textbox', { name: t('notes:body') }).fill('written just before the kill');
    await expect(page.getByText(t('reader:saved.saved'), { exact: true })).toBeVisible();
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await gone;
    await running.start();
    await openFirstReport(running.page);
    await expect(running.page.getByText('written just before the kill')).toBeVisible();
  });
});
