/** The borders and heads of columns: by keys, by drag, in rows and in flow, remembered, in both directions. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { cell } from '../support/reader';

const head = (page: Page, version: number) => page.locator(`.column-head[data-v="${version}"]`);
const borders = (page: Page) => page.getByRole('separator');
const widthOf = async (page: Page, version: number): Promise<number> => (await head(page, version).boundingBox())!.width;
const orderSeen = async (page: Page): Promise<number[]> => {
  const heads = await page
    .locator('.column-head')
    .evaluateAll((all) => all.map((e) => ({ v: Number((e as HTMLElement).dataset.v), x: e.getBoundingClientRect().left })));
  return heads.sort((a, b) => a.x - b.x).map((h) => h.v);
};
/** Presses at the middle of a border or head and moves by so much, without letting go. */
async function grab(page: Page, box: { x: number; y: number; width: number; height: number }, by: number): Promise<void> {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
}

journey('columns', { opens: 'ferry' }, (j) => {
  const rtl = j.language === 'ar';
  /** Away from the beginning of the interface's lines. */
  const onwards = rtl ? -1 : 1;
  const reopen = async (page: Page) => {
    await page.keyboard.press('Control+l');
    await page
      .getByRole('button', { name: j.t('library:samples.ferry.title') })
      .first()
      .click();
  };

  test('a border is dragged, and Escape takes it back', async () => {
    const { page } = j;
    const border = borders(page).first();
    const box = (await border.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    const [first, second, third] = [await widthOf(page, 0), await widthOf(page, 1), await widthOf(page, 2)];
    await grab(page, box, 60 * onwards);
    await expect.poll(() => widthOf(page, 0)).toBeGreaterThan(first + 50);
    await j.shot('column-dragged');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => widthOf(page, 0)).toBeCloseTo(first, 0);
    await grab(page, box, 60 * onwards);
    await page.mouse.up();
    await expect.poll(() => widthOf(page, 0)).toBeCloseTo(first + 60, -1);
    expect(await widthOf(page, 1)).toBeCloseTo(second - 60, -1);
    expect(await widthOf(page, 2)).toBeCloseTo(third, 0);
    // The texts' columns go with the heads.
    const body = (await cell(page, 3, 0).boundingBox())!;
    expect(body.width).toBeCloseTo(await widthOf(page, 0), 0);
    // No column becomes too narrow to read.
    await grab(page, (await border.boundingBox())!, 2000 * onwards);
    await page.mouse.up();
    expect(await widthOf(page, 1)).toBeGreaterThan(100);
  });

  test('a border is moved by keys, says where it is, and a double click makes both equal', async () => {
    const { page } = j;
    const border = borders(page).first();
    await border.dblclick();
    await expect(border).toHaveAttribute('aria-valuenow', '50');
    await border.focus();
    const before = await widthOf(page, 0);
    await page.keyboard.press(rtl ? 'ArrowLeft' : 'ArrowRight');
    await expect(border).toHaveAttribute('aria-valuenow', '52');
    expect(await widthOf(page, 0)).toBeGreaterThan(before);
    await page.keyboard.press(rtl ? 'Shift+ArrowRight' : 'Shift+ArrowLeft');
    await expect(border).toHaveAttribute('aria-valuenow', '42');
    await expect(border).toBeFocused();
    await page.keyboard.press('End');
    await expect(border).toHaveAttribute('aria-valuenow', '90');
    await expectAccessible(page, 'a border with the focus');
    await page.keyboard.press('Enter');
    await expect(border).toHaveAttribute('aria-valuenow', '50');
    await page.keyboard.press('Home');
    await expect(border).toHaveAttribute('aria-valuenow', '10');
    for (let i = 0; i < 3; i++) await page.keyboard.press(rtl ? 'Shift+ArrowLeft' : 'Shift+ArrowRight');
    await expect(border).toHaveAttribute('aria-valuenow', '40');
  });

  test('a column is put elsewhere by its head; Escape leaves it', async () => {
    const { page } = j;
    const before = await orderSeen(page);
    const at = before.indexOf(0);
    const to = (await head(page, before.at(rtl ? 0 : -1)!).boundingBox())!;
    const from = (await head(page, 0).locator('.column-language').boundingBox())!;
    const way = to.x + (rtl ? 4 : to.width - 4) - (from.x + from.width / 2);
    await grab(page, from, way);
    await expect(page.locator('.column-drop')).toBeVisible();
    await j.shot('column-drop');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(page.locator('.column-drop')).toHaveCount(0);
    expect(await orderSeen(page)).toEqual(before);
    await grab(page, from, way);
    await page.mouse.up();
    const rest = before.filter((v) => v !== 0);
    await expect.poll(() => orderSeen(page)).toEqual(rtl ? [0, ...rest] : [...rest, 0]);
    expect(at).toBe(rtl ? before.length - 1 : 0);
    const cells = await page
      .locator('tr[data-row]')
      .first()
      .locator('td')
      .evaluateAll((all) => all.map((e) => Number((e as HTMLElement).dataset.v)));
    expect(cells.at(-1)).toBe(0);
  });

  test('in flow the borders stand between the texts; all is remembered', async () => {
    const { page } = j;
    const order = await orderSeen(page);
    await cell(page, 2, 1).click();
    await page.keyboard.press('f');
    await expect(page.locator('.flow-scroll').first()).toBeVisible();
    expect(await orderSeen(page)).toEqual(order);
    const border = borders(page).first();
    await expect(border).toHaveAttribute('aria-valuenow', /^\d+$/);
    await border.dblclick();
    const version = order.at(rtl ? -1 : 0)!;
    const width = await widthOf(page, version);
    await grab(page, (await border.boundingBox())!, 45 * onwards);
    await page.mouse.up();
    await expect.poll(() => widthOf(page, version)).toBeCloseTo(width + 45, -1);
    await expect(page.locator('.ribbon').first()).toBeAttached();
    await j.shot('column-flow');
    const left = await widthOf(page, version);
    await reopen(page);
    await expect(page.locator('.flow-scroll').first()).toBeVisible();
    expect(await orderSeen(page)).toEqual(order);
    expect(await widthOf(page, version)).toBeCloseTo(left, 0);
  });
});
