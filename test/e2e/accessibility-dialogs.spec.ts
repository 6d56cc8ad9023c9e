/**
 * axe on the dialogs that need something to be there first: imports with their previews, a note's states, where to split, the codebook
 * with its bin, the bin of notes, filters. In the three interface languages; some in each look: on paper, at night, in high contrast.
 */
import { expect, test } from '@playwright/test';
import { uiLanguages } from '../../core/model/languages';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { command, tabTo } from '../support/keys';
import { ask } from '../support/made-report';
import { cell, choosingFiles, writeNote } from '../support/reader';
import { secondReadersFile } from '../support/second-reader';

const looks = ['paper', 'night', 'contrast'] as const;

journey('axe on dialogs', { languages: uiLanguages, opens: 'udhr' }, (j) => {
  const { t, language } = j;
  const dialogs = () => j.page.locator('#overlays [role$="dialog"]');
  const press = async (...keys: string[]) => {
    for (const key of keys) await j.page.keyboard.press(key);
  };
  /** `everyLook`: at night and in high contrast, too, in Arabic: the look doesn't depend on the language. */
  const check = async (what: string, everyLook = false) => {
    for (const theme of everyLook && language === 'ar' ? looks : (['paper'] as const)) {
      await ask(j.page, 'settings.update', { theme });
      await expect(j.page.locator('html')).toHaveAttribute('data-theme', theme);
      await expectAccessible(j.page, `${what}, ${theme}`);
      await j.shot(`dialog-${what.replaceAll(' ', '-')}-${theme}`);
    }
  };
  const checkDialog = async (what: string, everyLook = false) => {
    await expect(dialogs().last(), what).toBeVisible();
    await check(what, everyLook);
    await press('Escape');
    await expect(dialogs(), what).toHaveCount(0);
  };

  test('about, and its focus', async () => {
    await command(j.page, t, t('menu:about'));
    const dialog = j.page.getByRole('dialog', { name: t('settings:about.title') });
    await expect(dialog.getByRole('button', { name: t('common:close') })).toBeFocused();
    await press('Tab');
    await expect(dialog.getByRole('document')).toBeFocused();
    await checkDialog('about', true);
  });

  test('notes: into a report, what came, states, bin, lost places', async () => {
    test.setTimeout(180_000);
    const { page, app } = j;
    await choosingFiles(app, [await secondReadersFile(page, j.userData)]);
    await command(page, t, t('exchange:notes.action'));
    await check('import into a report');
    await page.getByRole('button', { name: t('exchange:notes.choose') }).press('Enter');
    await expect(page.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeFocused();
    await check('look at notes', true);
    await press('Enter');
    await expect(page.getByRole('button', { name: t('exchange:notes.done') })).toBeFocused();
    await checkDialog('notes that came in');
    await check('panel with a lost passage');

    await cell(page, 5, 0).click();
    await press('n');
    await writeNote(page, t, 'a first state');
    const toCard = async () => {
      await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
      await press('Alt+n');
      await expect(page.locator('.note.on')).toBeFocused();
    };
    await toCard();
    await press('F2');
    await writeNote(page, t, 'a **second** state, [with a link](https://example.org)');
    await toCard();
    await tabTo(page, page.locator('.note.on').getByRole('button', { name: t('notes:more') }));
    await press('Enter', 'Enter');
    await expect(page.locator('.revisions li').first()).toBeVisible();
    await checkDialog('states of a note', true);
    await cell(page, 5, 0).click();
    await toCard();
    await press('Delete');
    await command(page, t, t('notes:commands.bin'));
    await expect(dialogs().locator('li').first()).toBeVisible();
    await check('bin of notes');
    await dialogs()
      .getByRole('button', { name: t('notes:bin.empty') })
      .press('Enter');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await check('asking before the bin is emptied');
    await press('Escape');
    await checkDialog('bin of notes again');
  });

  test('codes: picker, codebook with a bin, table, passages, coders', async () => {
    test.setTimeout(180_000);
    const { page } = j;
    const put = async (index: number, name: string) => {
      await cell(page, index, 0).click();
      await press('k');
      const field = page.getByRole('combobox', { name: t('codes:picker.field') });
      await field.fill(name);
      await expect(page.getByRole('option').first()).toBeVisible();
      if (index === 7) await check('picker of codes');
      await press('Enter');
      await expect(field).toHaveCount(0);
    };
    await put(7, 'Harbour');
    await put(8, 'Weather');
    await put(8, 'Blame');
    await press('Alt+Shift+k');
    await expect(page.getByRole('dialog').locator('.passages li')).toHaveCount(2);
    await checkDialog('codes of a cell');
    await press('Alt+k');
    const book = page.getByRole('dialog', { name: t('codes:title') });
    await tabTo(page, book.locator('[role="treeitem"][tabindex="0"]'));
    await press('End', 'Delete');
    await expect(book.getByRole('treeitem')).toHaveCount(2);
    await book.locator('.code-bin summary').press('Enter');
    await check('codebook with a bin', true);
    await book.getByRole('button', { name: t('codes:bin.empty') }).press('Enter');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await check('asking before the bin of codes is emptied');
    await press('Escape');
    await page.getByRole('tab', { name: t('codes:tabs.table') }).press('Enter');
    await book.locator('.code-number').first().press('Enter');
    await expect(book.locator('.passage').first()).toBeVisible();
    await check('table of codes with passages', true);
    await page.getByRole('tab', { name: t('codes:tabs.coders') }).press('Enter');
    await checkDialog('coders');
  });

  test('rows: where to split, evidence, aligning again', async () => {
    const { page } = j;
    await cell(page, 3, 0).click();
    await press('m');
    await expect(cell(page, 3, 0).locator('[data-s]')).toHaveCount(2);
    await press('m');
    await expect(cell(page, 3, 0).locator('[data-s]')).toHaveCount(3);
    await press('s');
    await expect(page.locator('.split-choice')).toBeVisible();
    await check('where to split', true);
    await press('Escape');
    await press('Control+z', 'Control+z');
    await expect(cell(page, 3, 0).locator('[data-s]')).toHaveCount(1);
    await press('e');
    await expect(page.locator('.evidence')).toBeVisible();
    await check('evidence');
    await command(page, t, t('alignment:commands.realign'));
    await checkDialog('align again');
  });

  test('export: one format of each group', async () => {
    test.setTimeout(180_000);
    const { page } = j;
    await press('Control+e');
    const out = page.locator('[role="dialog"]').filter({ has: page.locator('.export') });
    for (const format of ['docx', 'tmx', 'xlsx', 'qdpx', 'beads', 'triptych']) {
      await out.locator(`input[value="${format}"]`).check();
      await expect(out.locator('.export-preview')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
      await check(`export ${format}`, format === 'docx');
    }
    await press('Escape');
    await expect(dialogs()).toHaveCount(0);
  });

  test('search with its filters and help', async () => {
    const { page } = j;
    await press('Control+Shift+F');
    const field = page.getByRole('textbox', { name: t('search:label') });
    await field.fill('law');
    await expect(page.locator('.kwic-match').first()).toBeVisible();
    const filters = page.locator('.search-filters');
    await filters.locator('select').nth(1).selectOption({ index: 1 });
    await expect(filters.locator('select')).toHaveCount(4);
    await check('search with filters', true);
    await press('F1');
    await expect(page.getByRole('dialog', { name: t('search:help.title') })).toBeFocused();
    await check('help of search');
    await press('Escape');
    await page.getByRole('button', { name: t('search:backToReport') }).press('Enter');
    await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
  });

  test('files on their way in: a table, a package that is there, text, letting go', async () => {
    test.setTimeout(180_000);
    const { page, app } = j;
    await press('Control+l');
    await page.locator('.report-open').first().waitFor();
    const table = ['en,fr,ar', 'A boat came,Un bateau est venu,جاء قارب', 'It left,Il est parti,ثم غادر', ''].join('\r\n');
    await choosingFiles(app, [j.put('table.csv', table)]);
    await press('Control+n');
    await expect(page.getByRole('button', { name: t('transfer:add.choose') })).toBeFocused();
    await check('new report');
    await press('Enter');
    const dialog = page.locator('[role="dialog"]').filter({ has: page.locator('.import') });
    await expect(dialog.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeFocused();
    await check('look at a table', true);
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: t('transfer:add.paste') }).press('Enter');
    await page.getByRole('textbox', { name: t('transfer:paste.label') }).fill('One paragraph.\n\nAnother one.');
    await check('text to be added');
    await page.getByRole('button', { name: t('transfer:paste.add') }).press('Enter');
    await expect(page.getByRole('list', { name: t('transfer:versions') }).getByRole('listitem')).toHaveCount(1);
    await check('a new report with a text', true);
    await press('Escape');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await check('letting go of a new report');
    await page.getByRole('alertdialog').locator('.button-danger').press('Enter');
    await expect(dialogs()).toHaveCount(0);
    await press('Control+,');
    await checkDialog('settings', true);
  });
});
