/** A cell is moved to another row by pointer, as an extra to the keys: with a mark where it would land, taken back by Escape, undone. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { cell, cellsOf, row, rowCount } from '../support/reader';

/** Takes the grip of a cell and goes over another row, without letting go. */
async function carry(page: Page, from: number, to: number, version: number): Promise<void> {
  await cell(page, from, version).hover({ position: { x: 40, y: 30 } });
  const grip = page.locator('.cell-grip');
  await expect(grip).toHaveCount(1);
  const box = (await grip.boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  const target = (await cell(page, to, version).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 30, target.y + 4);
  await page.mouse.move(target.x + target.width / 2, target.y + Math.min(30, target.height / 2));
}

/** The first row from `from` on whose cell has text, by index. */
const filled = (cells: string[][], version: number, from: number): number =>
  cells.findIndex((r, i) => i >= from && r[version] !== '');

journey('a cell dragged', { opens: 'ferry' }, (j) => {
  const columns = [0, 3];
  for (const version of columns) {
    test(`column ${version}: to another row, and undone`, async () => {
      const { page, t } = j;
      const before = await cellsOf(page);
      const order = await page
        .locator('tr[data-row]')
        .first()
        .locator('td')
        .evaluateAll((all) => all.map((e) => Number((e as HTMLElement).dataset.v)));
      const at = order.indexOf(version);
      const from = filled(before, at, 1);
      const to = from + 1;
      await cell(page, from, version).scrollIntoViewIfNeeded();
      await carry(page, from, to, version);
      await expect(row(page, to)).toHaveClass(/drop-row/);
      await expect(cell(page, to, version)).toHaveClass(/drop-here/);
      await expect(page.locator('.cell-drag-label')).toHaveText(t('alignment:drag.to', { row: to + 1 }));
      await j.shot(`cell-drag-${version}`);
      await page.keyboard.press('Escape');
      await page.mouse.up();
      await expect(page.locator('.drop-row, .drop-here, .cell-drag-label, .cell-dragged')).toHaveCount(0);
      expect(await cellsOf(page)).toEqual(before);

      await carry(page, from, to, version);
      await page.mouse.up();
      const moved = before[from]![at]!.split(',').map(Number);
      await expect
        .poll(async () => {
          const now = await cellsOf(page);
          return now.some((r) => {
            const own = r[at]!.split(',').filter(Boolean).map(Number);
            const wanted = [...moved, ...before[to]![at]!.split(',').filter(Boolean).map(Number)];
            return own.length === wanted.length && wanted.every((s) => own.includes(s));
          });
        })
        .toBe(true);
      await expect(page.locator('td.cell-cur:focus')).toHaveAttribute('data-v', String(version));
      await page.keyboard.press('Control+z');
      await expect.poll(() => cellsOf(page)).toEqual(before);
    });
  }

  test('let go on its own row or beside the sheet nothing happens; near the edge the sheet scrolls', async () => {
    const { page, t } = j;
    const before = await cellsOf(page);
    const at = filled(before, 0, 1);
    await cell(page, at, 0).scrollIntoViewIfNeeded();
    await carry(page, at, at, 0);
    await expect(page.locator('.cell-drag-label')).toHaveText(t('alignment:drag.nowhere'));
    await page.mouse.move(640, 20);
    await page.mouse.up();
    expect(await cellsOf(page)).toEqual(before);
    const sheet = page.locator('.sheet');
    const top = await sheet.evaluate((e) => e.scrollTop);
    await carry(page, at, at, 0);
    const box = (await sheet.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 6);
    await expect.poll(() => sheet.evaluate((e) => e.scrollTop)).toBeGreaterThan(top + 100);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await cellsOf(page)).toEqual(before);
    expect(await rowCount(page)).toBe(before.length);
    await expectAccessible(page, 'the sheet with a grip');
  });
});
