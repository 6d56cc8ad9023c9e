/**
 * Codes by keys alone, in the real app, in English and in Arabic: the codes of a cell, the codebook. Then axe on every panel and
 * dialog of notes and codes in French, which the journeys don't walk through.
 */
import { expect, test } from '@playwright/test';
import { directionOf } from '../../core/model/languages';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { command, tabTo } from '../support/keys';
import { cell, choosingFiles } from '../support/reader';
import { secondReadersFile } from '../support/second-reader';

journey('codes by keys', { opens: 'udhr' }, (running) => {
  const { language, t } = running;
  /** Towards the next column, as it looks. */
  const nextColumn = directionOf(language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  // English text with the English interface, Arabic text with the Arabic one; arrows mean what they look like in both.
  const version = language === 'ar' ? 2 : 0;
  const onwards = nextColumn;
  test('codes of a cell: put on, listed, gone to, opened, taken off', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowDown');
    for (let i = 0; i < version; i += 1) await page.keyboard.press(nextColumn);
    const picker = page.getByRole('combobox', { name: t('codes:picker.field') });
    const code = async (name: string) => {
      await page.keyboard.press('k');
      await expect(picker).toBeFocused();
      await page.keyboard.insertText(name);
      await page.keyboard.press('Enter');
      await expect(picker).toHaveCount(0);
    };
    // Three that overlap or lie in each other.
    await code(language === 'ar' ? 'الكل' : 'Whole');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press(`Shift+${onwards}`);
    await code(language === 'ar' ? 'خارج' : 'Outer');
    await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
    for (let i = 0; i < 2; i += 1) await page.keyboard.press(`Shift+${onwards}`);
    await code(language === 'ar' ? 'داخل' : 'Inner');
    const here = cell(page, 2, version);
    await expect(here.locator('.code-chip')).toHaveCount(3);
    await running.shot('notes-nested');
    await page.keyboard.press('Alt+Shift+k');
    const list = page.getByRole('dialog').locator('.passages li');
    await expect(list).toHaveCount(3);
    await expectAccessible(page, 'codes of a cell');
    await running.shot('notes-here');
    await tabTo(page, list.nth(2).locator('.passage'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(3);
    await page.keyboard.press('Alt+Shift+k');
    await tabTo(page, list.first().locator('.code-chip'));
    await page.keyboard.press('Enter');
    const book = page.getByRole('dialog', { name: t('codes:title') });
    await expect(book.locator('[role="treeitem"][aria-selected="true"]')).toContainText(language === 'ar' ? 'الكل' : 'Whole');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+Shift+k');
    await tabTo(page, list.first().locator('.icon-button'));
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(2);
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(here.locator('.code-chip')).toHaveCount(2);
  });

  test('in flow, too: chips under the paragraph, the list, the way to a passage', async () => {
    const { page } = running;
    await page.keyboard.press('f');
    const paragraph = page.locator('.flow-seg.seg-cur');
    await expect(paragraph).toBeFocused();
    await expect(paragraph.locator('.code-chip')).toHaveCount(2);
    await page.keyboard.press('Alt+Shift+k');
    const list = page.getByRole('dialog').locator('.passages li');
    await expect(list).toHaveCount(2);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(paragraph).toBeFocused();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(3);
    await running.shot('codes-flow');
    await page.keyboard.press('f');
    await expect(page.locator('td[data-v]:focus .code-chip')).toHaveCount(2);
  });

  test('the codebook: moved, renamed, coloured, merged, deleted, brought back, emptied; the table leads to passages', async () => {
    const { page } = running;
    await page.keyboard.press('Alt+k');
    const book = page.getByRole('dialog', { name: t('codes:title') });
    const items = book.getByRole('treeitem');
    await expect(items).toHaveCount(3);
    await tabTo(page, book.locator('[role="treeitem"][tabindex="0"]'));
    await page.keyboard.press('End');
    const name = await items.nth(2).locator('.grow').innerText();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(items.nth(1)).toContainText(name);
    await tabTo(page, book.getByLabel(t('codes:details.name'), { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(language === 'ar' ? 'أعمق' : 'Deeper');
    await page.keyboard.press('Enter');
    await expect(items.nth(1)).toContainText(language === 'ar' ? 'أعمق' : 'Deeper');
    await tabTo(page, book.locator('input[type="radio"]:checked'));
    const colour = await items.nth(1).locator('.code-swatch').getAttribute('data-c');
    await page.keyboard.press('ArrowDown');
    await expect(items.nth(1).locator('.code-swatch')).not.toHaveAttribute('data-c', colour!);
    await tabTo(page, book.getByLabel(t('codes:details.parent')));
    await page.keyboard.press('ArrowDown');
    await expect(book.locator('[aria-level="2"]')).toHaveCount(1);
    await tabTo(page, book.getByLabel(t('codes:details.mergeInto')));
    await page.keyboard.press('End');
    await tabTo(page, book.getByRole('button', { name: t('codes:details.merge'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(items).toHaveCount(2);
    await expect(book.locator('[role="treeitem"]:focus')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(items).toHaveCount(3);
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    await expect(items).toHaveCount(2);
    await expectAccessible(page, 'codebook with a bin');
    await running.shot('notes-codebook');
    await tabTo(page, book.locator('.code-bin summary'));
    await page.keyboard.press('Enter');
    await tabTo(page, book.getByRole('button', { name: t('codes:bin.restore') }));
    await page.keyboard.press('Enter');
    await expect(items).toHaveCount(3);
    await expect(book.locator('.code-bin')).toBeHidden();
    await tabTo(page, book.locator('[role="treeitem"][tabindex="0"]'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await tabTo(page, book.getByRole('button', { name: t('codes:bin.empty') }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: t('codes:bin.emptyYes') }));
    await page.keyboard.press('Enter');
    await expect(book.locator('.code-bin')).toBeHidden();

    await tabTo(page, book.getByRole('tab', { selected: true }));
    await page.keyboard.press(nextColumn);
    await tabTo(page, book.locator('.code-number').first());
    await page.keyboard.press('Enter');
    await tabTo(page, book.locator('.passage').first());
    await page.keyboard.press('Enter');
    await expect(book).toHaveCount(0);
    await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
  });
});

journey('notes and codes in French', { opens: 'udhr', languages: ['fr'] }, (running) => {
  const { t } = running;
  test('nothing for axe to find in any panel or dialog', async () => {
    const { page, app } = running;
    await choosingFiles(app, [await secondReadersFile(page, running.userData)]);
    await command(page, t, t('exchange:notes.action'));
    await page.getByRole('button', { name: t('exchange:notes.choose') }).press('Enter');
    await page.getByRole('button', { name: t('exchange:import.run'), exact: true }).press('Enter');
    await expectAccessible(page, 'what came in');
    await page.getByRole('button', { name: t('exchange:notes.done') }).press('Enter');
    await page.keyboard.press('k');
    await page.getByRole('combobox', { name: t('codes:picker.field') }).fill('Cadrage');
    await expectAccessible(page, 'picker');
    await page.keyboard.press('Enter');
    await expect(page.locator('.code-chip').first()).toBeVisible();
    await command(page, t, t('notes:commands.lost'));
    await expectAccessible(page, 'notes panel with a lost passage');
    await running.shot('notes-lost');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+Shift+f');
    await expectAccessible(page, 'filter');
    await page.keyboard.press('Escape');
    await command(page, t, t('notes:commands.bin'));
    await expectAccessible(page, 'bin of notes');
    await page.keyboard.press('Escape');
    await page.locator('.notes > li').first().focus();
    await tabTo(
      page,
      page
        .locator('.notes > li')
        .first()
        .getByRole('button', { name: t('notes:more') }),
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expectAccessible(page, 'earlier states');
    await page.keyboard.press('Escape');
    await page.locator('td[data-v]').first().focus();
    await page.keyboard.press('Alt+Shift+k');
    await expect(page.getByRole('dialog').locator('.passages li')).toHaveCount(1);
    await expectAccessible(page, 'codes of a cell');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+k');
    for (const tab of ['book', 'table', 'coders'] as const) {
      await page.getByRole('tab', { name: t(`codes:tabs.${tab}`) }).press('Enter');
      await expectAccessible(page, tab);
      await running.shot(`notes-${tab}`);
    }
  });
});
