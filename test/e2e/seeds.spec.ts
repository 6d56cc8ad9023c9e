/** The first real input: five news texts, of which four report one event and the fifth another. They stay outside the project. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { hasSharedData, sharedData } from '../support/app';
import { journey } from '../support/journey';
import { beginReport, choosingFiles, openSheet, rowCount } from '../support/reader';

const folder = path.join(sharedData, 'seeds');
const seeds = hasSharedData
  ? readdirSync(folder)
      .sort()
      .map((f) => path.join(folder, f))
  : [];

journey('the seeds', { languages: ['en'] }, (running) => {
  test.skip(!hasSharedData, 'the development data is not here (../shared/data)');
  const { t } = running;

  test('000 to 003 become one report of four versions', async () => {
    const { page } = running;
    const { dialog, cards } = await beginReport(running, seeds.slice(0, 4));
    await expect(cards).toHaveCount(4);
    for (const [i, lang] of ['en', 'en', 'fr', 'ar'].entries())
      await expect(cards.nth(i).getByLabel(t('transfer:fields.language'))).toHaveValue(lang);
    await dialog.getByRole('button', { name: t('transfer:foot.align') }).click();
    await openSheet(page);
    await expect(page.getByText(t('reader:kinds.event'))).toBeVisible();
    expect(await rowCount(page)).toBeGreaterThan(24);
    // Some statements stand in three versions and more.
    const filled = await page
      .locator('tr[data-row]')
      .evaluateAll((rows) => rows.map((r) => r.querySelectorAll('td:has([data-s])').length));
    expect(filled.filter((n) => n >= 3).length).toBeGreaterThan(3);
  });

  test('004 does not look like a version of this report, and can still be added', async () => {
    const { page, app } = running;
    await choosingFiles(app, seeds.slice(4, 5));
    const rowsBefore = await rowCount(page);
    await page
      .getByRole('banner')
      .getByRole('button', { name: t('reader:more.label'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: t('reader:more.addVersion') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('transfer:add.choose') }).click();
    await dialog.getByRole('button', { name: t('transfer:foot.add') }).click();
    const asked = page.getByRole('alertdialog');
    await expect(asked).toContainText(t('transfer:unrelated.title', { count: 1 }));
    await asked.getByRole('button', { name: t('transfer:unrelated.add') }).click();
    await expect(page.getByRole('columnheader')).toHaveCount(6);
    await expect(page.getByText(t('reader:column.unrelated'))).toHaveCount(1);
    expect(await rowCount(page)).toBeGreaterThanOrEqual(rowsBefore);
  });
});
