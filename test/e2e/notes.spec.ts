/**
 * Notes and codes by keys alone, in the real app, in English and in Arabic: passages in several versions, links, earlier states,
 * the bin, passages that lost their place, a second reader's notes taken in, undone and taken in again, the codes of a cell, the
 * codebook. Then axe on every panel and dialog of these in French, which the journeys don't walk through.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { directionOf, type UiLanguage } from '../../core/model/languages';
import { expectAccessible, launchApp, newUserData, type RunningApp, removeUserData } from '../support/app';
import { cell, choosingFiles, openSample } from '../support/reader';
import { type Texts, textsIn } from '../support/texts';

const shots = process.env.TRIPTYCH_SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) writeFileSync(path.join(shots, `${name}.png`), await page.screenshot());
};

/** What a second reader hands over: a note on words of the first row, one on words that are nowhere, a code on a passage. */
function theirFile(folder: string, versionId: string, words: string): string {
  const source = `urn:uuid:${versionId}`;
  const common = { type: 'Annotation', creator: { type: 'Person', name: 'Salma' }, created: '2026-01-02T03:04:05Z' };
  const note = (id: string, value: string, exact: string) => ({
    ...common,
    id: `urn:uuid:${id}`,
    motivation: 'commenting',
    body: [{ type: 'TextualBody', value, format: 'text/plain', purpose: 'commenting' }],
    target: [{ source, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
  });
  const items = [
    note('d9f1f3a0-0000-4000-8000-000000000001', 'Salma on the title', words),
    note('d9f1f3a0-0000-4000-8000-000000000002', 'Salma on lost words', 'These words stand nowhere in it'),
  ];
  const file = path.join(folder, 'salma.jsonld');
  const first = { type: 'AnnotationPage', startIndex: 0, items };
  const head = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:uuid:d9f1f3a0-0000-4000-8000-00000000000f' };
  writeFileSync(file, JSON.stringify({ ...head, type: 'AnnotationCollection', total: items.length, first }));
  return file;
}

/** Runs a command by its name. */
async function command(page: Page, t: Texts, label: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog', { name: t('palette:title') }).getByRole('combobox');
  await field.fill(label);
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
}
/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

for (const language of ['en', 'ar'] as UiLanguage[]) {
  test.describe(`notes by keys, interface in ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    let userData: string;
    let running: RunningApp;
    let t: Texts;
    /** Towards the next column, as it looks. */
    const nextColumn = directionOf(language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    test.beforeAll(async () => {
      userData = newUserData();
      t = await textsIn(language);
      running = await launchApp(userData, language);
      await openSample(running.page, t, 'udhr');
    });
    test.afterAll(async () => {
      await running.app.close();
      removeUserData(userData);
    });
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
      await shoot(page, `notes-passages-${language}`);
      // To the passage in the other version, and out of the note again.
      await tabTo(page, chosen(page).locator('.note-passage').nth(1));
      await page.keyboard.press('Enter');
      await expect(cell(page, 2, 1)).toBeFocused();
    });

    test('a link to another note is followed, and leads back', async () => {
      const { page } = running;
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('n');
      await write(page, '[[');
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
      await shoot(page, `notes-links-${language}`);
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
      await shoot(page, `notes-history-${language}`);
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
      const title = await cell(page, 0, 0).locator('[data-s]').innerText();
      const versionId = await page.evaluate(async () => {
        const list = await window.triptych.call('reports.list', {});
        const opened = list.ok ? await window.triptych.call('report.open', { reportId: list.value.reports[0]!.id }) : null;
        return opened?.ok ? opened.value.report.versions[0]!.id : '';
      });
      await choosingFiles(app, [theirFile(userData, versionId, title)]);
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
      await shoot(page, `notes-aside-${language}`);
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
      await shoot(page, `notes-lost-${language}`);
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

    test('codes of a cell: put on, listed, gone to, opened, taken off', async () => {
      const { page } = running;
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowDown');
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
      for (let i = 0; i < 5; i += 1) await page.keyboard.press('Shift+ArrowRight');
      await code(language === 'ar' ? 'خارج' : 'Outer');
      await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
      for (let i = 0; i < 2; i += 1) await page.keyboard.press('Shift+ArrowRight');
      await code(language === 'ar' ? 'داخل' : 'Inner');
      const here = cell(page, 2, 0)
        .or(cell(page, 2, 1))
        .filter({ has: page.locator('.code-chip') });
      await expect(here.locator('.code-chip')).toHaveCount(3);
      await shoot(page, `notes-nested-${language}`);
      await page.keyboard.press('Alt+Shift+k');
      const list = page.getByRole('dialog').locator('.passages li');
      await expect(list).toHaveCount(3);
      await expectAccessible(page, 'codes of a cell');
      await shoot(page, `notes-here-${language}`);
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
      await shoot(page, `notes-codebook-${language}`);
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
      expect(running.problems).toEqual([]);
    });
  });
}

test('notes and codes in French: nothing for axe to find in any panel or dialog', async () => {
  const userData = newUserData();
  const t = await textsIn('fr');
  const { app, page, problems } = await launchApp(userData, 'fr');
  try {
    await openSample(page, t, 'udhr');
    const title = await cell(page, 0, 0).locator('[data-s]').innerText();
    const versionId = await page.evaluate(async () => {
      const list = await window.triptych.call('reports.list', {});
      const reportId = list.ok ? list.value.reports[0]!.id : null;
      const opened = reportId ? await window.triptych.call('report.open', { reportId }) : null;
      return opened?.ok ? opened.value.report.versions[0]!.id : '';
    });
    await choosingFiles(app, [theirFile(userData, versionId, title)]);
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
    await shoot(page, 'notes-lost-fr');
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
      await shoot(page, `notes-${tab}-fr`);
    }
    expect(problems).toEqual([]);
  } finally {
    await app.close();
    removeUserData(userData);
  }
});
