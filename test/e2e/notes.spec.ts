/**
 * Notes by keys alone, in the real app, in English and in Arabic: passages in several versions, links, earlier states, the bin,
 * passages that lost their place, a second reader's notes taken in, undone and taken in again.
 */
import { expect, type Page, test } from '@playwright/test';
import { directionOf } from '../../core/model/languages';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { command, tabTo } from '../support/keys';
import { cell, choosingFiles } from '../support/reader';
import { secondReadersFile } from '../support/second-reader';

journey('notes by keys', { opens: 'udhr' }, (running) => {
  const { language, t } = running;
  /** Towards the next column, as it looks. */
  const nextColumn = directionOf(language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const cards = (page: Page) => page.locator('.notes > li');
  const chosen = (page: Page) => page.locator('.note.on');
  const saved = (page: Page) => expect(page.getByText(t('reader:saved.saved'), { exact: true })).toBeVisible();
  const write = async (page: Page, words: string) => {
    await expect(page.getByRole('textbox', { name: t('notes:body') })).toBeFocused();
    await page.keyboard.insertText(words);
    await saved(page);
  };

  test('a note over two versions, and back to it from the text', async () => {
    const { page } = running;
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowDown');
    await expect(cell(page, 2, 0)).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('n');
    await write(page, language === 'ar' ? 'الأولى' : 'The first one');
    await page.keyboard.press('Escape');
    await expect(cell(page, 2, 0)).toBeFocused();
    await page.keyboard.press(nextColumn);
    await expect(cell(page, 2, 1)).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Alt+Shift+n');
    await expect(chosen(page).locator('.note-passages li')).toHaveCount(2);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+n');
    await expect(cell(page, 1, 1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+n');
    await expect(chosen(page)).toBeFocused();
    await expectAccessible(page, 'a note with two passages');
    await running.shot('notes-passages');
    // To the passage in the other version, and out of the note again.
    await tabTo(page, chosen(page).locator('.note-passage').nth(1));
    await page.keyboard.press('Enter');
    await expect(cell(page, 2, 1)).toBeFocused();
  });

  test('a link to another note is followed, and leads back', async () => {
    const { page } = running;
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('n');
    // Without the letters' marks and forms, as people type.
    await write(page, language === 'ar' ? '[[الاولي' : '[[FIRST');
    await expect(page.getByRole('listbox', { name: t('notes:link.pick') }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: t('notes:body') })).toHaveValue(/\(note:[0-9a-f-]{36}\)$/);
    await saved(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+n');
    await expect(chosen(page)).toBeFocused();
    await tabTo(page, chosen(page).locator('.note-text .note-link'));
    await page.keyboard.press('Enter');
    await expect(chosen(page)).toBeFocused();
    await expect(chosen(page).locator('.note-body')).toContainText(language === 'ar' ? 'الأولى' : 'The first one');
    await running.shot('notes-links');
    await tabTo(page, chosen(page).locator('.note-backlinks .note-link'));
    await page.keyboard.press('Enter');
    await expect(chosen(page).locator('.note-text .note-link')).toBeVisible();
  });

  test('an earlier state comes back; a deleted note comes back; the bin is emptied', async () => {
    const { page } = running;
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: t('notes:body') })).toBeFocused();
    await page.keyboard.press('Control+a');
    await write(page, language === 'ar' ? 'كلام آخر' : 'Other words');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+n');
    await expect(chosen(page)).toBeFocused();
    await tabTo(page, chosen(page).getByRole('button', { name: t('notes:more') }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const history = page.getByRole('dialog', { name: t('notes:history.title') });
    await expect(history.getByRole('listitem')).toHaveCount(3);
    await expectAccessible(page, 'earlier states');
    await running.shot('notes-history');
    await tabTo(page, history.getByRole('button', { name: t('notes:history.restore') }).first());
    await page.keyboard.press('Enter');
    await expect(history).toHaveCount(0);
    await expect(chosen(page).locator('.note-text .note-link')).toBeVisible();

    await chosen(page).focus();
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(1);
    await expect(page.locator('[data-note]:focus')).toHaveCount(1);
    await command(page, t, t('notes:commands.bin'));
    const bin = page.getByRole('dialog', { name: t('notes:bin.title') });
    await tabTo(page, bin.getByRole('button', { name: t('notes:bin.restore') }));
    await page.keyboard.press('Enter');
    await expect(bin.getByText(t('notes:bin.none'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cards(page)).toHaveCount(2);

    await cards(page).nth(1).focus();
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(1);
    await command(page, t, t('notes:commands.bin'));
    await tabTo(page, bin.getByRole('button', { name: t('notes:bin.empty') }));
    await page.keyboard.press('Enter');
    const ask = page.getByRole('alertdialog');
    await expectAccessible(page, 'emptying the bin');
    await tabTo(page, ask.getByRole('button', { name: t('notes:bin.emptyYes') }));
    await page.keyboard.press('Enter');
    await expect(bin.getByText(t('notes:bin.none'))).toBeVisible();
    await page.keyboard.press('Escape');
  });

  const importTheirs = async (page: Page) => {
    await command(page, t, t('exchange:notes.action'));
    const choose = page.getByRole('button', { name: t('exchange:notes.choose') });
    await tabTo(page, choose);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: t('exchange:import.run'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: t('exchange:notes.done') })).toBeFocused();
  };

  test('a second reader’s notes: taken in, undone, taken in again; deleted ones are offered', async () => {
    const { page, app } = running;
    await choosingFiles(app, [await secondReadersFile(page, running.userData)]);
    for (let round = 0; round < 2; round += 1) {
      await importTheirs(page);
      await page.keyboard.press('Enter');
      await expect(cards(page)).toHaveCount(3);
      await expect(page.locator('.note-by')).toHaveCount(2);
      if (round > 0) break;
      await page.keyboard.press('Control+z');
      await expect(cards(page)).toHaveCount(1);
    }
    await expect(page.locator('.note-by').first()).toContainText('Salma');
    await page.keyboard.press('Alt+n');
    await cards(page).filter({ hasText: 'Salma on the title' }).focus();
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(2);
    await importTheirs(page);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(t('exchange:transfer.note-binned'))).toBeVisible();
    await expectAccessible(page, 'what lies in the bin');
    await running.shot('notes-aside');
    await tabTo(page, dialog.getByRole('button', { name: t('exchange:notes.asideBring') }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(t('exchange:notes.asideBack'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cards(page)).toHaveCount(3);
  });

  test('a passage that lost its place is put on a new one', async () => {
    const { page } = running;
    await command(page, t, t('notes:commands.lost'));
    await expect(chosen(page)).toBeFocused();
    await expect(chosen(page).locator('.orphan')).toHaveCount(1);
    await expectAccessible(page, 'a lost passage');
    await running.shot('notes-lost');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Alt+Shift+a');
    await expect(page.locator('.note-lost')).toHaveCount(0);
    await expect(page.locator('.orphan')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(page.locator('.note-lost')).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(page.locator('.note-lost')).toHaveCount(0);
  });
});
