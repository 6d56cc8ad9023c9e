/** Dropping and pasting texts, and the interface language: changed while a report is open, remembered over a restart. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, root } from '../support/app';
import { journey } from '../support/journey';
import { openSheet, rows } from '../support/reader';
import { textsIn } from '../support/texts';

const sample = (name: string) => readFileSync(path.join(root, 'resources', 'samples', 'ferry', name), 'utf8');

journey('ways in', { languages: ['en'] }, (running) => {
  const { t } = running;

  test('files dropped on the library and text pasted into the sheet become a report', async () => {
    const { page } = running;
    await expect(page.getByRole('button', { name: t('library:newReport') })).toBeVisible();
    await page.evaluate(
      ([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text!], name!, { type: 'text/plain' }));
        const target = document.querySelector('main') ?? document.body;
        for (const type of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
      },
      ['gazette.txt', sample('en2.txt')],
    );
    const dialog = page.getByRole('dialog', { name: t('transfer:title') });
    const cards = dialog.getByRole('list', { name: t('transfer:versions') }).getByRole('listitem');
    await expect(cards).toHaveCount(1);
    await expect(dialog.getByText(t('transfer:foot.needOneMore'))).toBeVisible();
    // Rich text from a browser, with what must never run.
    await page.evaluate((text) => {
      const data = new DataTransfer();
      const paragraphs = text
        .split('\n')
        .filter(Boolean)
        .map((p) => `<p>${p}</p>`)
        .join('');
      data.setData(
        'text/html',
        `<script>window.__ran = 1</script><article lang="fr" onclick="window.__ran = 1">${paragraphs}<img src="x" onerror="window.__ran = 1"></article>`,
      );
      data.setData('text/plain', text);
      (document.activeElement ?? document.body).dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
      );
    }, sample('fr.md'));
    await expect(cards).toHaveCount(2);
    await expect(cards.nth(1).getByLabel(t('transfer:fields.language'))).toHaveValue('fr');
    // And by the box for text.
    await dialog.getByRole('button', { name: t('transfer:add.paste') }).click();
    await page.getByRole('textbox', { name: t('transfer:paste.label') }).fill(sample('ar.txt'));
    await page.getByRole('button', { name: t('transfer:paste.add') }).click();
    await expect(cards.nth(2).getByLabel(t('transfer:fields.language'))).toHaveValue('ar');
    await dialog.getByRole('button', { name: t('transfer:foot.align') }).click();
    await openSheet(page);
    await expect(page.getByRole('columnheader')).toHaveCount(4);
    expect(await page.evaluate(() => (window as never as { __ran?: number }).__ran ?? 0)).toBe(0);
  });

  test('the interface language changes while a report is open, mirrors it, and is remembered', async () => {
    const { page } = running;
    const first = await rows(page).first().innerText();
    const ar = await textsIn('ar');
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: 'العربية' }).check();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('dialog', { name: ar('settings:title') })).toBeVisible();
    await expectAccessible(page, 'settings in Arabic');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: ar('reader:backToLibrary') })).toBeVisible();
    // Columns run from the right now, and the texts keep their own direction.
    const heads = await page.getByRole('columnheader').evaluateAll((all) => all.map((th) => th.getBoundingClientRect().left));
    expect(heads).toEqual([...heads].sort((a, b) => b - a));
    expect((await rows(page).first().innerText()).length).toBeGreaterThan(first.length / 2);
    await running.app.close();
    await running.start();
    await expect(running.page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(running.page.locator('html')).toHaveAttribute('dir', 'rtl');
  });
});
