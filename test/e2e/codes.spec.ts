/**
 * Codes and what notes have beside their words, as a journey in the real app, in English and in Arabic: coding by key, the
 * codebook, the table of codes and versions, notes over several versions, earlier states, the bin, a second coder.
 */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { cell, choosingFiles, row, selectText, writeNote } from '../support/reader';

journey('codes', { opens: 'udhr' }, (running) => {
  const { language, t } = running;
  const picker = (page: Page) => page.getByRole('combobox', { name: t('codes:picker.field') });
  const undo = (page: Page) => page.keyboard.press('Control+z');

  test('a code is made and put on a selection, a cell and a row by keys alone', async () => {
    const { page } = running;
    const first = cell(page, 2, 0);
    await first.click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('k');
    await picker(page).fill(language === 'ar' ? 'مصدر رسمي' : 'Official source');
    await expectAccessible(page, 'picker');
    await running.shot('picker');
    await picker(page).press('Enter');
    await expect(first.locator('.code-chip')).toHaveCount(1);
    await expect(first).toBeFocused();
    await page.keyboard.press('Shift+K');
    await page.keyboard.press('1');
    await expect(row(page, 2).locator('.code-chip').nth(1)).toBeVisible();
    const words = await cell(page, 2, 2).locator('[data-s]').first().innerText();
    await selectText(cell(page, 2, 2).locator('[data-s]').first(), words.slice(0, 12));
    await page.keyboard.press('k');
    await picker(page).fill(language === 'ar' ? 'لوم' : 'Blame');
    await picker(page).press('Enter');
    await expect(cell(page, 2, 2).locator('.code-chip')).toHaveCount(2);
    await expectAccessible(page, 'coded text');
    await running.shot('coded');
    await undo(page);
    await expect(cell(page, 2, 2).locator('.code-chip')).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(cell(page, 2, 2).locator('.code-chip')).toHaveCount(2);
  });

  test('a note over several versions, with marks, links, earlier states and the bin', async () => {
    const { page } = running;
    await cell(page, 3, 0).click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('n');
    await writeNote(page, t, language === 'ar' ? 'الأولى' : 'The first one');
    await cell(page, 4, 0).click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('n');
    const field = page.getByRole('textbox', { name: t('notes:body') });
    await field.fill(language === 'ar' ? '**مهم** و[[' : '**Bold** and a link to [[');
    await expect(page.getByRole('listbox', { name: t('notes:link.pick') }).getByRole('option')).toHaveCount(1);
    await field.press('Enter');
    await expect(field).toHaveValue(/\(note:[0-9a-f-]{36}\)$/);
    await running.shot('note-editor');
    await expect(page.getByText(t('reader:saved.saved'), { exact: true })).toBeVisible();
    await field.press('Escape');
    const card = page.locator('.note.on');
    await expect(card.locator('strong')).toHaveText(language === 'ar' ? 'مهم' : 'Bold');
    // Further passages, in another version, by key.
    const other = cell(page, 4, 1).locator('[data-s]').first();
    await selectText(other, (await other.innerText()).slice(0, 10));
    await page.keyboard.press('Alt+Shift+n');
    await expect(card.locator('.note-passages li')).toHaveCount(2);
    await expectAccessible(page, 'note with passages');
    await running.shot('note');
    await card.locator('.note-passages li').first().locator('.icon-button').click();
    // One passage alone needs no list.
    await expect(card.locator('.note-passages li')).toHaveCount(0);
    await cell(page, 4, 0).click({ position: { x: 30, y: 30 } });
    await undo(page);
    await expect(page.locator('.note.on .note-passages li')).toHaveCount(2);
    // An earlier state.
    await page.locator('.note.on').hover();
    await page
      .locator('.note.on')
      .getByRole('button', { name: t('notes:more') })
      .click();
    await page.getByRole('menuitem', { name: t('notes:history.open') }).click();
    const history = page.getByRole('dialog', { name: t('notes:history.title') });
    await expect(history.getByRole('listitem').first()).toContainText(t('notes:history.now'));
    await expectAccessible(page, 'earlier states');
    await running.shot('history');
    await history
      .getByRole('button', { name: t('notes:history.restore') })
      .last()
      .click();
    await expect(history).toHaveCount(0);
    // Filter by words and by code.
    await page.keyboard.press('Alt+Shift+f');
    await page.getByRole('searchbox', { name: t('notes:filter.text') }).fill(language === 'ar' ? 'مُهمّ' : 'BOLD');
    await expect(page.locator('.notes > li')).toHaveCount(1);
    await expectAccessible(page, 'filter');
    await running.shot('filter');
    await page.keyboard.press('Escape');
    await expect(page.locator('.notes > li')).toHaveCount(2);
    // The bin.
    await page.locator('.notes > li').first().focus();
    await page.keyboard.press('Delete');
    await expect(page.locator('.notes > li')).toHaveCount(1);
    await page
      .locator('.panel-head')
      .getByRole('button', { name: t('notes:more') })
      .click();
    await page.getByRole('menuitem', { name: t('notes:bin.open') }).click();
    const bin = page.getByRole('dialog', { name: t('notes:bin.title') });
    await expectAccessible(page, 'bin');
    await bin.getByRole('button', { name: t('notes:bin.restore') }).click();
    await expect(bin.getByText(t('notes:bin.none'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.notes > li')).toHaveCount(2);
  });

  test('the codebook: below another, described, coloured, merged, deleted, undone', async () => {
    const { page } = running;
    await page.keyboard.press('Alt+k');
    const dialog = page.getByRole('dialog', { name: t('codes:title') });
    const tree = dialog.getByRole('tree');
    await expect(tree.getByRole('treeitem')).toHaveCount(2);
    await dialog.getByLabel(t('codes:book.newName')).fill(language === 'ar' ? 'الدولة' : 'The state');
    await dialog.getByLabel(t('codes:book.newName')).press('Enter');
    await expect(tree.getByRole('treeitem')).toHaveCount(3);
    await dialog.getByLabel(t('codes:details.description')).fill('…');
    await dialog.getByRole('radio', { name: t('codes:colours.7') }).click();
    await dialog.getByLabel(t('codes:details.parent')).selectOption({ index: 1 });
    await expect(tree.locator('[aria-level="2"]')).toHaveCount(1);
    await expectAccessible(page, 'codebook');
    await running.shot('codebook');
    await dialog.getByRole('button', { name: t('codes:details.delete') }).click();
    await expect(tree.getByRole('treeitem')).toHaveCount(2);
    await expect(tree.locator('[role="treeitem"]:focus')).toHaveCount(1);
    await undo(page);
    await expect(tree.getByRole('treeitem')).toHaveCount(3);
    await dialog.getByRole('tab', { name: t('codes:tabs.table') }).click();
    await expect(dialog.getByRole('table')).toBeVisible();
    await dialog.locator('.code-number').first().click();
    await expectAccessible(page, 'table');
    await running.shot('table');
    await dialog.locator('.passage').first().click();
    await expect(dialog).toHaveCount(0);
    await expect(row(page, 2).locator('td:focus')).toHaveCount(1);
  });

  test('a second coder beside one’s own: agreement, differences, and back by undo', async () => {
    const { page, app } = running;
    // What the other laptop would hand over: the same notes and codes under its own ids and name, but for one passage.
    const own = await page.evaluate(async () => {
      const list = await window.triptych.call('reports.list', {});
      const reportId = list.ok ? list.value.reports[0]!.id : null;
      const made = await window.triptych.call('export.make', { reportId: reportId!, format: 'annotations', notes: true });
      return made.ok ? new TextDecoder().decode(made.value.files[0]!.bytes) : '';
    });
    const collection = JSON.parse(own) as { first: { items: { motivation: string }[] } };
    const items = collection.first.items.filter((_, i, all) => i !== all.findIndex((a) => a.motivation === 'classifying'));
    collection.first.items = items.map((item) => ({
      ...item,
      id: `urn:uuid:${crypto.randomUUID()}`,
      creator: { type: 'Person', name: 'Salma' },
    }));
    const file = running.put('salma.jsonld', JSON.stringify(collection));
    await choosingFiles(app, [file]);

    await page.keyboard.press('Alt+k');
    const dialog = page.getByRole('dialog', { name: t('codes:title') });
    await dialog.getByRole('tab', { name: t('codes:tabs.coders') }).press('Enter');
    await expect(dialog.getByText(t('codes:coders.alone'))).toBeVisible();
    await dialog.getByLabel(t('codes:coders.ownName')).fill('Nour');
    await dialog.getByRole('button', { name: t('codes:coders.import') }).press('Enter');
    await page.getByRole('button', { name: t('exchange:notes.choose') }).press('Enter');
    await page.getByRole('button', { name: t('exchange:import.run'), exact: true }).press('Enter');
    await page.getByRole('button', { name: t('exchange:notes.done') }).press('Enter');
    await expect(page.locator('.code-chip').first()).toBeVisible();

    await page.keyboard.press('Alt+k');
    await dialog.getByRole('tab', { name: t('codes:tabs.coders') }).press('Enter');
    await expect(dialog.getByLabel(t('codes:coders.second'))).toHaveValue('Salma');
    await expect(dialog.getByLabel(t('codes:coders.first'))).toHaveValue('Nour');
    await expect(dialog.getByRole('table').getByRole('row')).toHaveCount(4);
    await expect(dialog.locator('.passages li')).toHaveCount(1);
    await expectAccessible(page, 'two coders');
    await running.shot('coders');
    await dialog.locator('.passage').press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(row(page, 2).locator('td:focus')).toHaveCount(1);
    await undo(page);
    await expect(page.locator('.code-chip.foreign')).toHaveCount(0);
  });
});
