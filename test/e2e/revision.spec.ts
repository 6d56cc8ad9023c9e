/** A new revision of a version in the real app: rows, confirmation and notes go over, what is lost is listed, undo brings all back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, root } from '../support/app';
import { journey } from '../support/journey';
import { cell, cellsOf, choosingFiles, row, rowsAsText, writeNote } from '../support/reader';

const original = readFileSync(path.join(root, 'resources', 'samples', 'ferry', 'en2.txt'), 'utf8');
const addition = 'The harbour office will publish a new timetable on its notice board before the weekend.';

/** One paragraph in front, one taken out, one word changed. */
function revised(): { text: string; gone: string } {
  const paragraphs = original.split(/\n\s*\n/);
  const longest = paragraphs
    .map((text, i) => ({ text, i }))
    .filter(({ text }) => text.length > 150)
    .at(2)!;
  const rest = paragraphs.filter((_, i) => i !== longest.i);
  rest.splice(3, 0, addition);
  return { text: rest.join('\n\n'), gone: longest.text.trim() };
}

journey('a new revision', { opens: 'ferry' }, (running) => {
  const { t } = running;

  test('takes the old text’s place and says what it could not keep', async () => {
    const { page, app } = running;
    const { text, gone } = revised();
    const file = running.put('second.txt', text);
    const before = await cellsOf(page);
    const texts = await rowsAsText(page);
    const at = texts.findIndex((line) => line.includes(gone.slice(0, 60)));
    expect(at).toBeGreaterThan(0);
    await cell(page, at, 1).click();
    await page.keyboard.press('Shift+N');
    await writeNote(page, t, 'on a paragraph that goes');
    const confirmed = texts.findIndex((_, i) => i > 2 && i !== at && before[i]!.filter(Boolean).length > 1 && before[i]![1]);
    await cell(page, confirmed, 1).click();
    await page.keyboard.press('c');
    await expect(page.getByText(t('reader:status.confirmed', { count: 1 }))).toBeVisible();

    await choosingFiles(app, [file]);
    await page.locator('th[data-v="1"]').getByRole('button').click();
    await page.getByRole('menuitem', { name: t('reader:column.revise') }).click();
    await page.getByRole('button', { name: t('transfer:add.choose') }).click();
    const replace = page.getByRole('button', { name: t('transfer:revision.replace') });
    await expect(replace).toBeEnabled();
    await expectAccessible(page, 'new revision');
    await running.shot('revision-sheet');
    await replace.click();

    const dialog = page.getByRole('dialog', { name: t('transfer:revision.title') });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText('on a paragraph that goes')).toBeVisible();
    await expect(dialog.getByText(gone.slice(0, 60)).first()).toBeVisible();
    await expect(dialog.getByText(addition)).toBeVisible();
    await expectAccessible(page, 'what the revision changed');
    await running.shot('revision-dialog');
    await dialog
      .getByRole('button', { name: t('common:close') })
      .last()
      .click();

    const after = await rowsAsText(page);
    expect(after.join('\n')).toContain(addition);
    expect(after.join('\n')).not.toContain(gone.slice(0, 60));
    await expect(page.getByText(t('reader:status.confirmed', { count: 1 }))).toBeVisible();
    await expect(page.getByText('on a paragraph that goes').first()).toBeVisible();
    // The column stays where it stood.
    await expect(page.getByRole('columnheader').nth(2)).toHaveAttribute('data-v', '1');

    await cell(page, 4, 0).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => rowsAsText(page)).toEqual(texts);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => rowsAsText(page)).toEqual(after);
    await expect(row(page, 0)).toBeVisible();
  });
});
