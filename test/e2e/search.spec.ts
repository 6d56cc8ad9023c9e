/**
 * Searching as one journey, in the English interface and in the Arabic one, by keyboard: first words, lines in both directions,
 * what stands opposite, there and back, a note from a line, filters, letters as written, a table, what was searched lately.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, root } from '../support/app';
import { journey } from '../support/journey';
import { openFirstReport, openSheet, row, savingAs } from '../support/reader';
import type { Texts } from '../support/texts';

const lines = (page: Page): Locator => page.locator('.kwic');
const box = (page: Page, t: Texts): Locator => page.getByRole('textbox', { name: t('search:label') });
/** The words of the sample stand in its files: nothing is expected here that a reader of them would not find. */
const sample = (name: string) => readFileSync(path.join(root, 'resources', 'samples', 'ferry', name), 'utf8');

journey('search', { opens: 'ferry' }, (running) => {
  const { language, t } = running;

  test('opens by key, says how to search, finds as one types', async () => {
    const { page } = running;
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: t('library:search') }).waitFor();
    await page.keyboard.press('Control+f');
    await expect(box(page, t)).toBeFocused();
    await expect(page.getByText(t('search:help.phrase.query'))).toBeVisible();
    await expectAccessible(page, 'search before the first word');
    await running.shot('search-start');
    await box(page, t).pressSequentially('ferr*');
    await expect(lines(page).first()).toBeVisible();
    const matches = await page.locator('.kwic-match').allInnerTexts();
    for (const match of matches) expect(match.toLowerCase()).toMatch(/^ferr/);
    await expect(page.locator('.search-count')).toHaveText(/\S/);
    // How to search, at any time: the sheet has the focus, gives it back, and the words stay.
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: t('search:help.title') });
    await expect(help.getByText(t('search:help.near.query'))).toBeVisible();
    await expect(help).toBeFocused();
    await expectAccessible(page, 'help beside the results');
    await running.shot('search-help');
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
    await expect(box(page, t)).toHaveValue('ferr*');
  });

  test('lines run in their own direction, the match in the middle; what stands opposite is below', async () => {
    const { page } = running;
    await box(page, t).fill('عبارات | ferries');
    await expect(lines(page).locator('.kwic-line[dir="rtl"]').first()).toBeVisible();
    await expect(lines(page).locator('.kwic-line[dir="ltr"]').first()).toBeVisible();
    for (const dir of ['ltr', 'rtl']) {
      const line = lines(page).locator(`.kwic-line[dir="${dir}"]`).first();
      const x = async (part: string) => (await line.locator(part).boundingBox())!.x;
      expect((await x('.kwic-pre')) < (await x('.kwic-match'))).toBe(dir === 'ltr');
      expect((await x('.kwic-match')) < (await x('.kwic-post'))).toBe(dir === 'ltr');
    }
    await page.keyboard.press('ArrowDown');
    await expect(lines(page).first()).toBeFocused();
    const detail = page.locator('.kwic-detail');
    await expect(detail.getByRole('listitem').first()).toBeVisible();
    const opposite = await detail.getByRole('listitem').locator('.opposite-text').allInnerTexts();
    const everywhere = ['en2.txt', 'fr.md', 'ar.txt', 'en1.html'].map(sample).join('\n').replace(/\s+/g, ' ');
    expect(opposite.some((text) => everywhere.includes(text.slice(0, 40).replace(/\s+/g, ' ')))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect(lines(page).nth(1)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(lines(page).first()).toBeFocused();
    await expectAccessible(page, 'lines');
    await running.shot('search-lines');
  });

  test('Enter shows the place in the report, Backspace brings the results back as they were', async () => {
    const { page } = running;
    await page.keyboard.press('ArrowDown');
    const match = await lines(page).nth(1).locator('.kwic-match').innerText();
    const count = await lines(page).count();
    await page.keyboard.press('Enter');
    await openSheet(page);
    await expect
      .poll(() => page.evaluate(() => [...(CSS.highlights.get('found-on') ?? [])].map(String).join()))
      .toBe(match.trim());
    const lit = page.locator('td:focus');
    await expect(lit).toContainText(match.trim());
    await expect(lit).toBeInViewport();
    await expect(page.getByRole('button', { name: t('reader:backToSearch') })).toBeVisible();
    await expectAccessible(page, 'report opened by a search');
    await running.shot('search-found');
    await page.keyboard.press('Backspace');
    await expect(lines(page)).toHaveCount(count);
    await expect(lines(page).nth(1)).toBeFocused();
  });

  test('N writes a note on the passage, which is then found itself', async () => {
    const { page } = running;
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: t('search:noteLabel') });
    await expect(note).toBeFocused();
    await note.fill('compare the qwzx here');
    await expectAccessible(page, 'note in search');
    await running.shot('search-note');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(t('search:noted'))).toBeVisible();
    await expect(lines(page).nth(1)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box(page, t)).toBeFocused();
    await box(page, t).fill('qwzx');
    await expect(lines(page)).toHaveCount(1);
    await expect(lines(page).locator('.kwic-match')).toHaveText('qwzx');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await openSheet(page);
    await expect(page.locator('li[data-note]')).toContainText('compare the qwzx here');
    await page.getByRole('button', { name: t('reader:backToSearch') }).click();
    await expect(lines(page)).toHaveCount(1);
  });

  test('filters, letters as written, order; nothing found says what could be changed', async () => {
    const { page } = running;
    await box(page, t).fill('العبارات | ferries | ferry');
    await expect(lines(page).nth(3)).toBeVisible();
    const all = await lines(page).count();
    const arabic = page.getByRole('button', { name: language === 'ar' ? 'العربية' : 'Arabic', exact: true });
    await arabic.click();
    await expect(arabic).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => lines(page).count()).toBeLessThan(all);
    await expect(lines(page).locator('.kwic-line[dir="ltr"]')).toHaveCount(0);
    await page.getByLabel(t('search:literal')).check();
    // Nobody writes this word without its mark in the sample.
    await box(page, t).fill('عبارات');
    await expect(page.getByRole('heading', { name: t('search:none.title') })).toBeVisible();
    await expectAccessible(page, 'nothing found');
    await running.shot('search-none');
    await page.getByRole('button', { name: t('search:none.fold') }).click();
    await expect(lines(page).first()).toBeVisible();
    await arabic.click();
    await box(page, t).fill('the | le | في');
    await page.getByLabel(t('search:sort.label')).selectOption('right');
    await expect(lines(page).nth(5)).toBeVisible();
    const after = await page.locator('.kwic-line[lang="en"] .kwic-post').allInnerTexts();
    const words = after.map((text) => /[\p{L}\p{N}]+/u.exec(text)?.[0]?.toLowerCase() ?? '');
    expect(words).toEqual([...words].sort(new Intl.Collator('en', { sensitivity: 'base' }).compare));
    await page.getByLabel(t('search:sort.label')).selectOption('text');
  });

  test('saves the lines as a table that no spreadsheet runs', async () => {
    const { page, app } = running;
    const file = path.join(running.userData, 'lines.csv');
    await savingAs(app, file);
    await box(page, t).fill('ferries');
    await expect(lines(page)).toHaveCount(3);
    const shown = 3;
    await page.getByRole('button', { name: t('search:table.save') }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const rows = readFileSync(file, 'utf8').split('\r\n').filter(Boolean);
    expect(rows).toHaveLength(shown + 1);
    expect(rows[0]).toContain(t('search:table.match'));
    for (const field of rows.join(',').matchAll(/"((?:[^"]|"")*)"/g)) expect(field[1]).not.toMatch(/^[=+\-@]/);
  });

  test('from the report: the place is kept, and what was searched lately is offered', async () => {
    const { page } = running;
    await page.getByRole('button', { name: t('common:backToLibrary') }).click();
    await openFirstReport(page);
    await row(page, 9).locator('td').first().click();
    const before = await page.locator('td:focus').getAttribute('data-v');
    await page.keyboard.press('Control+Shift+F');
    await expect(box(page, t)).toBeFocused();
    await expect(page.getByLabel(t('search:report'), { exact: true })).not.toHaveValue('');
    await box(page, t).fill('');
    await expect(page.getByRole('heading', { name: t('search:recent.title') })).toBeVisible();
    await expectAccessible(page, 'recent searches');
    await running.shot('search-recent');
    await page.keyboard.press('Escape');
    await openSheet(page);
    await expect(row(page, 9).locator(`td[data-v="${before}"]`)).toBeFocused();
  });

  test('codes are found by their names; their passages are one key away', async () => {
    const { page } = running;
    const name = language === 'ar' ? 'مصدر رسمي' : 'Official source';
    const coded = row(page, 9).locator('td:has([data-s])').first();
    // A cell's paragraphs are passages of their own.
    const count = await coded.locator('[data-s]').count();
    await coded.click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('k');
    await page.getByRole('combobox', { name: t('codes:picker.field') }).fill(name);
    await page.keyboard.press('Enter');
    await expect(coded.locator('.code-chip')).not.toHaveCount(0);
    await page.keyboard.press('Control+Shift+F');
    await box(page, t).fill(language === 'ar' ? 'الرسمي' : 'offic*');
    const found = page.locator('.found-code');
    await expect(found).toHaveCount(1);
    await expect(found).toContainText(name);
    await expectAccessible(page, 'codes found');
    await running.shot('search-codes');
    await page.keyboard.press('ArrowDown');
    await expect(found.getByRole('button', { name: t('search:showPassages', { count }) })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(lines(page)).toHaveCount(count);
    await expect(box(page, t)).toBeFocused();
    await expect(page.getByLabel(t('search:code'), { exact: true })).not.toHaveValue('');
    await expect(lines(page).first().locator('.kwic-row')).toContainText(t('search:row', { n: 10 }));
    await expectAccessible(page, 'passages of a code');
    await running.shot('search-passages');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await openSheet(page);
    await expect(coded).toBeFocused();
  });
});
