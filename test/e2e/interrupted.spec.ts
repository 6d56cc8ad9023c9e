/**
 * What is given up half-way, or comes in between, in the real app, in English and in Arabic: a new report and a package cancelled, the
 * app killed while a package is stored, a large selection aligned again and given up, files handed over while a dialog is open.
 */
import { expect, type Page, test } from '@playwright/test';
import type { ReportId } from '../../core/model/ids';
import { expectAccessible } from '../support/app';
import { type Journey, journey } from '../support/journey';
import { tabTo } from '../support/keys';
import { ask, makeReport } from '../support/made-report';
import { beginReport, cell, choosingFiles, openFirstReport } from '../support/reader';

const paragraph = (lang: 'en' | 'fr', i: number) =>
  lang === 'en'
    ? `On day ${i} boat ${i * 7} left Sefa with ${(i * 13) % 400} people on board.`
    : `Le jour ${i}, le bateau ${i * 7} a quitté Sefa avec ${(i * 13) % 400} personnes à bord.`;
const text = (lang: 'en' | 'fr', count: number) => Array.from({ length: count }, (_, i) => paragraph(lang, i)).join('\n\n');
const table = (count: number) =>
  `en,fr\r\n${Array.from({ length: count }, (_, i) => `"${paragraph('en', i)}","${paragraph('fr', i)}"\r\n`).join('')}`;

const titles = async (page: Page): Promise<string[]> =>
  (await ask<{ reports: { title: string }[] }>(page, 'reports.list', {})).reports.map(({ title }) => title);
const said = (page: Page) => page.locator('[aria-live="polite"]');
const open = (j: Journey, ...files: string[]) =>
  j.app.evaluate(({ app }, words) => app.emit('second-instance', {}, ['triptych', ...words], '/'), files);

journey('given up half-way', {}, (j) => {
  const { t } = j;

  test('a new report leaves nothing, says so, and keeps what was collected', async () => {
    test.setTimeout(180_000);
    const { page } = j;
    const { dialog, cards } = await beginReport(j, [
      j.put('long-en.txt', text('en', 6000)),
      j.put('long-fr.txt', text('fr', 6000)),
    ]);
    await expect(cards).toHaveCount(2);
    await expect(dialog.getByRole('button', { name: t('transfer:foot.align') })).toBeEnabled({ timeout: 60_000 });
    await tabTo(page, dialog.getByRole('button', { name: t('transfer:foot.align') }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await expectAccessible(page, 'a report that is being made');
    await j.shot('interrupted-create');
    await expect(dialog.getByRole('button', { name: t('common:cancel') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(t('transfer:stopped'), { timeout: 30_000 });
    await expect(dialog.getByRole('progressbar')).toHaveCount(0);
    await expect(cards).toHaveCount(2);
    expect(await titles(page)).toEqual([]);
    expect((await ask<{ reports: unknown[] }>(page, 'report.listBin', {})).reports).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').locator('.button-danger').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: t('library:samples.ferry.open') })).toBeVisible();
  });

  test('a file that is a whole report leaves nothing, says so, and comes in when it is asked for again', async () => {
    test.setTimeout(240_000);
    const { page, app } = j;
    await choosingFiles(app, [j.put('long.csv', table(12_000))]);
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('button', { name: t('transfer:add.choose') })).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.locator('[role="dialog"]').filter({ has: page.locator('.import') });
    await expect(dialog.locator('.sample-table tbody tr').first()).toBeVisible({ timeout: 90_000 });
    const run = dialog.getByRole('button', { name: t('exchange:import.run'), exact: true });
    await tabTo(page, run);
    await page.keyboard.press('Enter');
    const stop = dialog.getByRole('button', { name: t('common:cancel') });
    await expect(stop).toBeFocused();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await j.shot('interrupted-import');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText(t('exchange:import.stopped'), { timeout: 30_000 });
    await expect(run).toBeFocused();
    await expectAccessible(page, 'an import that was stopped');
    expect(await titles(page)).toEqual([]);

    // Killed half-way: nothing of it is there at the next start.
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await ended;
    await j.start();
    await expect(j.page.getByRole('button', { name: t('library:samples.ferry.open') })).toBeVisible();
    expect(await titles(j.page)).toEqual([]);

    await choosingFiles(j.app, [j.put('long.csv', table(300))]);
    await j.page.keyboard.press('Control+n');
    await expect(j.page.getByRole('button', { name: t('transfer:add.choose') })).toBeFocused();
    await j.page.keyboard.press('Enter');
    const again = j.page.locator('[role="dialog"]').filter({ has: j.page.locator('.import') });
    await expect(again.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeFocused({ timeout: 30_000 });
    await j.page.keyboard.press('Enter');
    await expect(j.page.locator('tr[data-row]').first()).toBeVisible({ timeout: 60_000 });
    expect(await titles(j.page)).toHaveLength(1);
  });
});

journey('a large selection aligned again', {}, (j) => {
  const { t } = j;
  let reportId: ReportId;

  test('shows how far it is, is given up without a trace, and goes through', async () => {
    test.setTimeout(240_000);
    const { page } = j;
    await expect(page.getByRole('main')).toBeVisible();
    const count = 4000;
    const blocks = (lang: 'en' | 'fr') =>
      Array.from({ length: count }, (_, i) => ({ kind: 'paragraph' as const, text: paragraph(lang, i) }));
    reportId = await makeReport(page, 'Long', [
      { lang: 'en', blocks: blocks('en') },
      { lang: 'fr', blocks: blocks('fr') },
    ]);
    await page.reload();
    await openFirstReport(page);
    const undo = async () => (await ask<{ history: { undo: string | null } }>(page, 'report.open', { reportId })).history.undo;
    const rowsAt = async (offset: number) =>
      (await ask<{ rows: { cells: number[][] }[] }>(page, 'report.rows', { reportId, offset, limit: 1000 })).rows.map(
        (r) => r.cells,
      );
    const before = [await rowsAt(0), await rowsAt(3000)];
    await cell(page, 0, 0).click({ position: { x: 20, y: 12 } });
    await page.keyboard.press('Control+Shift+ArrowDown');
    await expect(page.locator('.in-hand')).toHaveText(t('alignment:range.count', { count: await rowsInReport(page) }));
    await page.keyboard.press('r');
    // In the page: what looks at a page of so many rows from outside takes longer than the alignment.
    const sees = (selector: string, words = '') =>
      page.waitForFunction(
        ([wanted, text]) => document.querySelector(wanted!)?.textContent?.includes(text!),
        [selector, words] as const,
        { timeout: 90_000, polling: 50 },
      );
    await sees('.range-progress [role="progressbar"]');
    await page.evaluate(() => document.querySelector<HTMLElement>('.range-progress button')?.focus());
    await page.keyboard.press('Enter');
    await sees('[aria-live="polite"]', t('alignment:realign.stopped'));
    await expect(page.locator('.range-progress')).toHaveCount(0);
    expect([await rowsAt(0), await rowsAt(3000)]).toEqual(before);
    expect(await undo()).toBe(null);

    await cell(page, 0, 0).click({ position: { x: 20, y: 12 } });
    await page.keyboard.press('Control+Shift+ArrowDown');
    await page.keyboard.press('r');
    await sees('.range-progress [role="progressbar"]');
    await j.shot('interrupted-realign');
    await sees('[aria-live="polite"]', t('alignment:done.realign-rows'));
    expect(await undo()).toBe('realign-rows');
    await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(0);
  });
});

const rowsInReport = async (page: Page): Promise<number> =>
  Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

journey('files that the system hands over', { opens: 'ferry' }, (j) => {
  const { t } = j;
  const sheet = (name: string) => j.page.getByRole('dialog', { name });
  const cardsIn = (name: string) =>
    sheet(name)
      .getByRole('list', { name: t('transfer:versions') })
      .getByRole('listitem');
  const discard = async () => {
    await j.page.keyboard.press('Escape');
    await j.page.getByRole('alertdialog').locator('.button-danger').click();
  };

  test('over a dialog: a new report is begun on top, and the dialog is there again afterwards', async () => {
    const { page } = j;
    await page.keyboard.press('Control+e');
    const out = page.locator('[role="dialog"]').filter({ has: page.locator('.export') });
    await expect(out.getByRole('radio', { checked: true })).toBeFocused();
    await open(j, j.put('from-outside.txt', text('en', 12)));
    await expect(cardsIn(t('transfer:title'))).toHaveCount(1);
    await expectAccessible(page, 'a new report over a dialog');
    await j.shot('handed-over');
    await open(j, j.put('one-more.txt', text('fr', 12)));
    await expect(cardsIn(t('transfer:title'))).toHaveCount(2);
    await discard();
    await expect(sheet(t('transfer:title'))).toHaveCount(0);
    await expect(out.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
  });

  test('over a sheet for something else: they wait, and what was collected there stays', async () => {
    const { page } = j;
    await page
      .locator('.reader-bar')
      .getByRole('button', { name: t('reader:more.label'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: t('reader:more.addVersion') }).click();
    const adding = page.locator('.dialog-sheet');
    await expect(adding).toBeVisible();
    await choosingFiles(j.app, [j.put('fifth.txt', text('en', 9))]);
    await adding.getByRole('button', { name: t('transfer:add.choose') }).click();
    await expect(adding.locator('.drafts > li')).toHaveCount(1);
    await open(j, j.put('later.txt', text('fr', 9)));
    await expect(page.getByText(t('transfer:waiting', { count: 1 }))).toBeVisible();
    await expect(adding.locator('.drafts > li')).toHaveCount(1);
    await j.shot('handed-over-waiting');
    await discard();
    await expect(cardsIn(t('transfer:title'))).toHaveCount(1);
    await expect(cardsIn(t('transfer:title'))).toContainText('later.txt');
    await discard();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('while a report is being made: they begin the next one', async () => {
    test.setTimeout(180_000);
    const { page } = j;
    await page.keyboard.press('Control+l');
    await page.locator('.report-open').first().waitFor();
    const { dialog, cards } = await beginReport(j, [
      j.put('made-en.txt', text('en', 3000)),
      j.put('made-fr.txt', text('fr', 3000)),
    ]);
    await expect(cards).toHaveCount(2);
    const align = dialog.getByRole('button', { name: t('transfer:foot.align') });
    await expect(align).toBeEnabled({ timeout: 60_000 });
    await align.click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await open(j, j.put('next.txt', text('en', 7)));
    await expect(page.locator('tr[data-row]').first()).toBeVisible({ timeout: 90_000 });
    await expect(cardsIn(t('transfer:title'))).toHaveCount(1);
    await expect(cardsIn(t('transfer:title'))).toContainText('next.txt');
    await discard();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
