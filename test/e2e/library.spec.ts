/** The library in the real app: palette, bin, collections, files opened from outside, hints, settings of texts; in English and Arabic. */
import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { directionOf } from '../../core/model/languages';
import { expectAccessible, root } from '../support/app';
import { journey } from '../support/journey';
import { cell, rows } from '../support/reader';

journey('the library', { opens: 'ferry' }, (running) => {
  const { language, t, shot } = running;
  const opener = (title: RegExp | string) => running.page.getByRole('list').getByRole('button', { name: title }).first();

  test('three hints come one after the other, stay away, and come again', async () => {
    const { page } = running;
    const hint = (number: number) => page.getByRole('complementary', { name: t('tour:label', { number, count: 3 }) });
    await expect(hint(1)).toContainText(t('tour:rows.title'));
    await expectAccessible(page, 'reader with a hint');
    await shot('hint');
    await hint(1)
      .getByRole('button', { name: t('tour:next') })
      .click();
    await expect(hint(2)).toContainText(t('tour:note.title'));
    // Nothing is trapped: the sheet's keys work on.
    await cell(page, 2, 0).click();
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, 3, 0)).toBeFocused();
    await hint(2)
      .getByRole('button', { name: t('tour:stop') })
      .click();
    await expect(page.locator('.tour')).toHaveCount(0);
  });

  test('the palette finds commands and rows, runs them, and remembers', async () => {
    const { page } = running;
    await cell(page, 2, 0).click();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog', { name: t('palette:title') }).getByRole('combobox');
    await expect(field).toBeFocused();
    await expectAccessible(page, 'palette');
    await shot('palette');
    await field.fill('5');
    await page.keyboard.press('Enter');
    await expect(cell(page, 4, 0)).toBeFocused();
    await page.keyboard.press('Control+k');
    await field.fill(t('menu:keys'));
    await page.keyboard.press('Enter');
    const keys = page.getByRole('dialog', { name: t('settings:keys.title') });
    await expect(keys).toBeVisible();
    await keys.getByRole('searchbox').fill(t('reader:commands.undo'));
    await expect(keys.locator('dt').first()).toHaveText(t('reader:commands.undo'));
    await page.keyboard.press('Escape');
    await expect(cell(page, 4, 0)).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toContainText(t('menu:keys'));
    await page.keyboard.press('Escape');
    await expect(cell(page, 4, 0)).toBeFocused();
  });

  test('texts are set as the settings say', async () => {
    const { page } = running;
    await page.keyboard.press('Control+,');
    const dialog = page.getByRole('dialog', { name: t('settings:title') });
    await dialog.getByRole('radio', { name: t('settings:arabicFonts.sans'), exact: true }).check();
    await dialog.getByRole('radio', { name: t('settings:latinFonts.sans'), exact: true }).check();
    await dialog.getByLabel(t('settings:justifyArabic')).check();
    await dialog.getByRole('radio', { name: t('settings:measures.narrow'), exact: true }).check();
    for (let i = 0; i < 3; i++) await dialog.getByRole('button', { name: t('settings:wider') }).click();
    await expectAccessible(page, 'settings');
    await shot('settings');
    await page.keyboard.press('Escape');
    const arabic = rows(page).locator('td[lang="ar"] .seg:not(.head)').nth(3);
    const style = (property: string) => arabic.evaluate((e, p) => getComputedStyle(e).getPropertyValue(p), property);
    expect(await style('font-family')).toMatch(/^"?IBM Plex Sans Arabic/);
    expect(await style('text-align')).toBe('justify');
    expect(await style('letter-spacing')).toBe('normal');
    const [line, size] = [Number.parseFloat(await style('line-height')), Number.parseFloat(await style('font-size'))];
    expect(line / size).toBeCloseTo(1.85 * 1.3, 1);
    await shot('reader-set');
  });

  test('the bin gives back, and deletes for good only after asking', async () => {
    const { page } = running;
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await opener(/./).waitFor();
    const title = (await page.locator('.report-open').first().innerText()).trim();
    await page.locator('.report-open').first().focus();
    await page.keyboard.press('Delete');
    const bin = page.getByRole('button', { name: t('library:bin.open', { count: 1 }) });
    await bin.click();
    const dialog = page.getByRole('dialog', { name: t('library:bin.title') });
    await expect(dialog.getByText(title)).toBeVisible();
    await expectAccessible(page, 'bin');
    await shot('bin');
    await dialog.getByRole('button', { name: t('library:bin.restoreNamed', { title }) }).click();
    await expect(dialog.getByText(t('library:bin.empty'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.report-open')).toHaveCount(1);
  });

  test('collections are made, shown alone, and kept over a restart', async () => {
    await running.page.locator('.report').getByRole('button').last().click();
    await running.page.getByRole('menuitem', { name: t('library:collections.menu') }).click();
    await running.page.getByRole('dialog').getByRole('textbox').fill('Storms عواصف');
    await running.page.keyboard.press('Enter');
    await expect(running.page.getByRole('checkbox', { name: 'Storms عواصف' })).toBeChecked();
    await expectAccessible(running.page, 'collections');
    await running.page.keyboard.press('Escape');
    await running.page.getByLabel(t('library:sort')).selectOption('title');
    await running.app.close();
    await running.start();
    await running.page.getByLabel(t('library:collections.show')).selectOption({ index: 1 });
    await expect(running.page.locator('.report-open')).toHaveCount(1);
    await expect(running.page.getByLabel(t('library:sort'))).toHaveValue('title');
    await expectAccessible(running.page, 'library');
    await shot('library');
    expect(await running.page.locator('html').getAttribute('dir')).toBe(directionOf(language));
  });

  test('files that are opened from outside begin a new report', async () => {
    const { page, app } = running;
    const file = running.put('from-outside.txt', 'A paragraph that came with “open with”.\n\nAnd a second one.');
    // As the system does it: a second start, which hands its words to the first and ends.
    const exe = await app.evaluate(() => process.execPath);
    const second = spawn(exe, [root, '--no-sandbox', file], {
      env: { ...process.env, APP_USER_DATA: running.userData, TRIPTYCH_LANG: language },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => second.once('exit', resolve));
    await expect(page.getByRole('dialog', { name: t('transfer:title') })).toBeVisible();
    await expect(page.getByText('from-outside.txt')).toBeVisible();
    await ended;
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: t('transfer:discard.discard'), exact: true })
      .last()
      .click();
  });
});
