/** Flow in the real app: texts that run on, following each other by meaning, by pointer and keyboard, in both directions. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { tabTo } from '../support/keys';
import { cell, row, writeNote } from '../support/reader';

const column = (page: Page, version: number): Locator => page.locator(`.flow-scroll[data-v="${version}"]`);
const current = (page: Page): Locator => page.locator('.flow-seg.seg-cur');
const scrollTop = (page: Page, version: number): Promise<number> => column(page, version).evaluate((e) => e.scrollTop);

/** Segments of two versions that stand in one row, each alone there, from the sheet of rows. */
const pairsIn = (page: Page, a: number, b: number): Promise<[number, number][]> =>
  page.locator('tr[data-row]').evaluateAll(
    (rows, [first, second]) =>
      rows.flatMap((tr) => {
        const of = (v: number) => [...tr.querySelectorAll(`td[data-v="${v}"] [data-s]`)].map((e) => e.getAttribute('data-s'));
        const [[x, ...otherX], [y, ...otherY]] = [of(first!), of(second!)];
        return x && y && otherX.length + otherY.length === 0 ? [[Number(x), Number(y)] as [number, number]] : [];
      }),
    [a, b],
  );

/** Distance of two paragraphs' upper edges on the screen. */
const distance = (page: Page, a: [number, number], b: [number, number]): Promise<number> =>
  page.evaluate(
    ([x, y]) => {
      const top = ([v, s]: number[]) =>
        document.querySelector(`.flow-seg[data-v="${v}"][data-segment="${s}"]`)!.getBoundingClientRect().top;
      return top(x!) - top(y!);
    },
    [a, b],
  );

journey('flow', { opens: 'ferry' }, (running) => {
  const { language, t } = running;
  /** Of the first version and the two after it. */
  let pairs: [number, number][];
  let others: [number, number][];
  test.beforeAll(async () => {
    pairs = await pairsIn(running.page, 0, 1);
    others = await pairsIn(running.page, 0, 2);
  });

  test('opens at the place where the reader is, and is accessible', async () => {
    const { page } = running;
    await cell(page, 6, 0).click();
    await page.keyboard.press('f');
    await expect(page.getByRole('button', { name: t('reader:mode.flow'), exact: true })).toHaveAttribute('aria-pressed', 'true');
    await expect(current(page)).toBeInViewport();
    await expect(page.getByText(t('reader:status.row', { row: 7, rows: await totalRows(page) }))).toBeVisible();
    await expect(page.locator('.ribbon.cur').first()).toBeAttached();
    await expectAccessible(page, 'flow');
    await running.shot('flow');
  });

  test('scrolling one text brings the counterpart beside it', async () => {
    const { page } = running;
    // One that nothing crosses: scrolling follows the common order.
    const level = others.filter(([x, y]) => others.every(([p, q]) => Math.sign(p - x) === Math.sign(q - y)));
    const [a, b] = level[Math.floor(level.length / 2)]!;
    await column(page, 0).hover();
    await expect
      .poll(async () => {
        const below = await page.evaluate((s) => {
          const scroller = document.querySelector('.flow-scroll[data-v="0"]')!.getBoundingClientRect();
          const top = document.querySelector(`.flow-seg[data-v="0"][data-segment="${s}"]`)!.getBoundingClientRect().top;
          return top - scroller.top - scroller.height / 3;
        }, a);
        await page.mouse.wheel(0, Math.max(-400, Math.min(400, below)));
        return Math.abs(below);
      })
      .toBeLessThan(40);
    await expect.poll(async () => Math.abs(await distance(page, [0, a], [2, b]))).toBeLessThan(80);
    await running.shot('flow-scrolled');
  });

  test('both ends are reached together', async () => {
    const { page } = running;
    await column(page, 0).hover();
    await page.mouse.wheel(0, 100_000);
    for (const version of [0, 1, 2]) {
      await expect
        .poll(() => column(page, version).evaluate((e) => e.scrollHeight - e.clientHeight - e.scrollTop))
        .toBeLessThan(3);
    }
    await page.mouse.wheel(0, -100_000);
    for (const version of [0, 1, 2]) await expect.poll(() => scrollTop(page, version)).toBeLessThan(3);
  });

  test('arrows go from paragraph to paragraph and to the counterpart', async () => {
    const { page } = running;
    await column(page, 0).locator('.flow-seg').first().click();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
    await expect(current(page)).toHaveAttribute('data-segment', '5');
    await expect(current(page)).toBeFocused();
    const [a, b] = pairs.find(([x]) => x > 5)!;
    for (let i = 5; i < a; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
    await expect(current(page)).toHaveAttribute('data-v', '1');
    await expect(current(page)).toHaveAttribute('data-segment', String(b));
    await expect(current(page)).toBeInViewport();
    await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft');
    await expect(current(page)).toHaveAttribute('data-v', '0');
    await page.keyboard.press('n');
    await writeNote(page, t, 'written in the flow');
    await expect(page.locator(`.flow-seg[data-v="0"][data-segment="${a}"] .pin`)).toBeVisible();
  });

  test('a code is put on a paragraph and on words, taken off, and comes back by undo', async () => {
    const { page } = running;
    await column(page, 0).locator('.flow-seg[data-segment="4"]').click();
    const chips = current(page).locator('.code-chip');
    const underlined = () =>
      page.evaluate(() => [...CSS.highlights].reduce((n, [name, ranges]) => n + (name.startsWith('code-') ? ranges.size : 0), 0));
    const put = async (name: string) => {
      await page.keyboard.press('k');
      await expect(page.getByRole('combobox', { name: t('codes:picker.field') })).toBeFocused();
      await page.keyboard.insertText(name);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox')).toHaveCount(0);
    };
    await put(language === 'ar' ? 'انتظار' : 'Waiting');
    await expect(chips).toHaveCount(1);
    await expect(current(page).locator('.code-lane')).toBeVisible();
    await current(page).focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await put(language === 'ar' ? 'خوف' : 'Fear');
    await expect(chips).toHaveCount(2);
    await expect.poll(underlined).toBe(1);
    await running.shot('flow-codes');
    await page.keyboard.press('Alt+Shift+k');
    const list = page.getByRole('dialog').locator('.passages li');
    await expect(list).toHaveCount(2);
    const off = list.filter({ hasText: language === 'ar' ? 'خوف' : 'Fear' }).locator('.icon-button');
    await tabTo(page, off);
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(chips).toHaveCount(1);
    await expect.poll(underlined).toBe(0);
    await page.keyboard.press('Control+z');
    await expect(chips).toHaveCount(2);
    await expect.poll(underlined).toBe(1);
    // The second use, its code, the first use.
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
    await expect(page.locator('.code-chip')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+Z');
    await expect(chips).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(page.locator('.code-chip')).toHaveCount(0);
  });

  test('a frozen column stays', async () => {
    const { page } = running;
    const freeze = page.locator('.flow-head[data-v="1"] .flow-freeze');
    await freeze.click();
    await expect(freeze).toHaveAttribute('aria-pressed', 'true');
    const before = await scrollTop(page, 1);
    const moved = await scrollTop(page, 2);
    await column(page, 0).hover();
    await page.mouse.wheel(0, 900);
    await expect.poll(() => scrollTop(page, 2)).toBeGreaterThan(moved + 50);
    expect(await scrollTop(page, 1)).toBe(before);
    await expectAccessible(page, 'flow with a frozen column');
    await running.shot('flow-frozen');
    await freeze.click();
    await expect.poll(() => scrollTop(page, 1)).not.toBe(before);
  });

  test('keeps its place through a hidden column and the other mode, and is remembered', async () => {
    const { page } = running;
    await column(page, 0).locator('.flow-seg[data-segment="8"]').click();
    await page.locator('.flow-head[data-v="2"]').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: t('reader:column.hide') }).click();
    await expect(column(page, 2)).toHaveCount(0);
    await expect(page.locator('.flow-gap')).toHaveCount(2);
    await expect(current(page)).toHaveAttribute('data-segment', '8');
    await expect(current(page)).toBeInViewport();
    const place = await page.locator('.status').locator('span').first().textContent();
    await page.keyboard.press('f');
    await expect(row(page, 0)).toBeAttached();
    await expect(page.locator('td.cell-cur')).toBeInViewport();
    await expect(page.locator('.status').locator('span').first()).toHaveText(place ?? '');
    await page.keyboard.press('f');
    await expect(current(page)).toBeInViewport();
    await page.keyboard.press('Control+l');
    await page
      .getByRole('button', { name: t('library:samples.ferry.title') })
      .first()
      .click();
    await expect(column(page, 0)).toBeVisible();
    await expect(current(page)).toBeInViewport();
  });
});

async function totalRows(page: Page): Promise<number> {
  const words = await page.locator('.status').locator('span').first().textContent();
  const digits = (words ?? '').replace(/[٠-٩]/g, (d) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(d))).match(/\d+/g);
  return Number(digits?.at(-1));
}
