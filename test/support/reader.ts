/** What a person sees and does in the reader, by the meaning of its parts. */
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { Texts } from './texts';

export const sheet = (page: Page): Locator => page.getByRole('grid');
export const rows = (page: Page): Locator => sheet(page).locator('tr[data-row]');
export const row = (page: Page, index: number): Locator => sheet(page).locator(`tr[aria-rowindex="${index + 2}"]`);
export const cell = (page: Page, index: number, version: number): Locator => row(page, index).locator(`td[data-v="${version}"]`);
export const rowCount = async (page: Page): Promise<number> => Number(await sheet(page).getAttribute('aria-rowcount')) - 1;

/** Which segments stand in which cell: what edits change and undo brings back. */
export const cellsOf = (page: Page): Promise<string[][]> =>
  rows(page).evaluateAll((all) =>
    all.map((tr) =>
      [...tr.querySelectorAll('td[data-v]')].map((td) =>
        [...td.querySelectorAll('[data-s]')].map((s) => s.getAttribute('data-s')).join(','),
      ),
    ),
  );

export async function openSheet(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
}

/** The text of the sheet, row by row: versions parted by ` | `. */
export const rowsAsText = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((tr) =>
      [...tr.querySelectorAll('td[data-v]')]
        .map((td) => [...td.querySelectorAll('[data-s]')].map((s) => s.textContent).join(' ¶ ') || '–')
        .join(' | '),
    ),
  );

/** Opens a sample of the first start, and waits until the sheet has taken the focus, which it does once it is at its place. */
export async function openSample(page: Page, t: Texts, sample: 'ferry' | 'udhr' = 'ferry'): Promise<void> {
  await page.getByRole('button', { name: t(`library:samples.${sample}.open`) }).click();
  await openSheet(page);
  await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
}

/** Opens the first report of the library's list. */
export async function openFirstReport(page: Page): Promise<void> {
  await page.locator('.report-open').first().click();
  await openSheet(page);
}

/** The system's own dialog can't be driven by a test: the next time the app asks, the person has chosen these. */
export const choosingFiles = (app: ElectronApplication, filePaths: string[]): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: paths })) as typeof dialog.showOpenDialog;
  }, filePaths);

/** The next time the app asks where to save, the person has chosen this place; null: has thought better of it. */
export const savingAs = (app: ElectronApplication, filePath: string | null): Promise<void> =>
  app.evaluate(({ dialog }, place) => {
    const answer = { canceled: place === null, filePath: place ?? '' };
    dialog.showSaveDialog = (async () => answer) as typeof dialog.showSaveDialog;
  }, filePath);

/** From the library: a new report from these files, up to the cards that show what was found in them. */
export async function beginReport(
  { app, page, t }: { app: ElectronApplication; page: Page; t: Texts },
  files: string[],
): Promise<{ dialog: Locator; cards: Locator }> {
  await choosingFiles(app, files);
  await page
    .getByRole('button', { name: t('library:newReport') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('transfer:title') });
  await dialog.getByRole('button', { name: t('transfer:add.choose') }).click();
  return { dialog, cards: dialog.getByRole('list', { name: t('transfer:versions') }).getByRole('listitem') };
}

/** Selects a stretch of a segment's text with the mouse's result: a DOM selection. */
export async function selectText(target: Locator, text: string): Promise<void> {
  await target.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
    throw new Error(`not in this element: ${wanted}`);
  }, text);
}

/** Writes a note with the key that was pressed before, and waits until the host has it. */
export async function writeNote(page: Page, t: Texts, body: string): Promise<void> {
  const field = page.getByRole('textbox', { name: t('notes:body') });
  await field.fill(body);
  await expect(page.getByText(t('reader:saved.saved'), { exact: true })).toBeVisible();
  await field.press('Escape');
}
