/** axe on every screen, dialog, menu and bar that a person can open, in the three interface languages, by keys as far as there are any. */
import { expect, test } from '@playwright/test';
import { uiLanguages } from '../../core/model/languages';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { cell, openFirstReport, writeNote } from '../support/reader';

journey('axe', { languages: uiLanguages, opens: 'ferry' }, (j) => {
  const dialogs = () => j.page.locator('#overlays [role$="dialog"]');
  const press = async (...keys: string[]) => {
    for (const key of keys) await j.page.keyboard.press(key);
  };
  const fromPalette = async (label: string) => {
    await press('Control+k');
    await j.page
      .getByRole('dialog', { name: j.t('palette:title') })
      .getByRole('combobox')
      .fill(j.t(label));
    await press('Enter');
  };
  /** Looks at what is open now and closes it. */
  const checkDialog = async (what: string) => {
    await expect(dialogs().last()).toBeVisible();
    await expectAccessible(j.page, what);
    await j.shot(`axe-${what.replaceAll(' ', '-')}`);
    await press('Escape');
    await expect(dialogs(), what).toHaveCount(0);
  };

  test('the reader: hints, menus, bars, a note and its states', async () => {
    const { page, t } = j;
    await cell(page, 6, 0).click();
    await expect(page.locator('.tour')).toBeVisible();
    await expectAccessible(page, 'reader with hints');
    await press('Shift+F10');
    await expect(page.locator('.floating-menu')).toBeVisible();
    await expectAccessible(page, 'menu of a row');
    await press('Escape');
    await page.locator('.column-head[data-v="0"]').getByRole('button').last().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'menu of a column');
    await page.getByRole('menuitem', { name: t('reader:column.edit') }).click();
    await checkDialog('details of a version');
    await page.getByRole('button', { name: t('reader:text.label') }).click();
    await expectAccessible(page, 'text size and look');
    await press('Escape', 'Control+f');
    await page.getByRole('textbox', { name: t('reader:find.label') }).fill('Sefa');
    await expectAccessible(page, 'find');
    await press('Escape');
    await cell(page, 6, 0).click();
    await press('n');
    await writeNote(page, t, 'a note with states');
    await expectAccessible(page, 'a note');
    await fromPalette('notes:commands.bin');
    await checkDialog('bin of notes');
    await fromPalette('notes:commands.filter');
    await expectAccessible(page, 'filter of notes');
    await press('Escape');
  });

  test('codes, alignment and what leaves the report', async () => {
    const { page } = j;
    await cell(page, 7, 0).click();
    await press('k');
    await expect(page.getByRole('combobox').or(page.getByRole('dialog')).first()).toBeVisible();
    await expectAccessible(page, 'picker of codes');
    await page.keyboard.type('harbour');
    await press('Enter');
    await press('Escape');
    await cell(page, 7, 0).click();
    for (const [what, label] of [
      ['codebook', 'codes:commands.book'],
      ['table of codes', 'codes:commands.table'],
      ['coders', 'codes:commands.coders'],
      ['align again', 'alignment:commands.realign'],
      ['revisions', 'reader:commands.revisions'],
    ] as const) {
      await fromPalette(label);
      await checkDialog(what);
    }
    await press('Control+e');
    await checkDialog('export');
  });

  test('search and the library with its dialogs', async () => {
    const { page, t } = j;
    await press('Control+Shift+F');
    await page.getByRole('textbox', { name: t('search:label') }).fill('Sefa');
    await expect(page.locator('.kwic-match').first()).toBeVisible();
    await expectAccessible(page, 'search');
    await j.shot('axe-search');
    await page.getByRole('button', { name: t('search:backToReport') }).click();
    await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
    await press('Control+l');
    const report = page.locator('.report-open').first();
    await report.waitFor();
    await expectAccessible(page, 'library');
    await page.locator('.report').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: t('library:collections.menu') }).click();
    await checkDialog('collections');
    await report.focus();
    await press('F2');
    await checkDialog('rename');
    await report.focus();
    await press('Delete');
    await page.getByRole('button', { name: t('library:bin.open', { count: 1 }) }).click();
    await dialogs()
      .getByRole('button', { name: new RegExp(t('library:bin.purge')) })
      .first()
      .click();
    await expectAccessible(page, 'asking before deleting for good');
    await press('Escape');
    await dialogs().locator('.bin-restore').first().click();
    await checkDialog('bin');
    for (const [what, label] of [
      ['settings', 'menu:settings'],
      ['all keys', 'menu:keys'],
      ['about', 'menu:about'],
    ] as const) {
      await fromPalette(label);
      await checkDialog(what);
    }
    await openFirstReport(page);
  });
});
