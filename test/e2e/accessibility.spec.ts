/**
 * The whole app by keyboard alone, in three interface languages: axe on every screen and dialog, focus that goes in and comes
 * back, a window of 320 px, 200% zoom, forced colours, reduced motion.
 */
import { expect, type Page, test } from '@playwright/test';
import { directionOf, uiLanguages } from '../../core/model/languages';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { openSheet } from '../support/reader';

/** What has the focus: its accessible name, or its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const e = document.activeElement;
    return `${e?.tagName.toLowerCase()} ${e?.getAttribute('aria-label') ?? e?.textContent ?? ''}`.slice(0, 80);
  });

/** Presses Tab until what is wanted has the focus; nobody should need more than `most`. */
async function tabTo(page: Page, name: string, most = 40): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    if (seen.at(-1)!.includes(name)) return;
  }
  throw new Error(`Tab does not reach "${name}": ${seen.join(' | ')}`);
}

/** Parts that stick out at the sides of the page, but for those within something that scrolls by itself. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const own = (e: Element): boolean => {
      for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
        const { overflowX } = getComputedStyle(p);
        if (overflowX === 'auto' || overflowX === 'scroll' || overflowX === 'hidden' || overflowX === 'clip') return true;
      }
      return false;
    };
    const found = [...document.querySelectorAll('body *')].filter((e) => {
      const box = e.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || e.closest('.visually-hidden')) return false;
      return (box.left < -1 || box.right > width + 1) && !own(e);
    });
    const page = document.documentElement.scrollWidth > width + 1 ? ['the page scrolls sideways'] : [];
    return [...page, ...found.slice(0, 5).map((e) => `${e.tagName} ${e.className} ${e.textContent?.slice(0, 30)}`)];
  });

journey('accessible', { languages: uiLanguages }, (running) => {
  const { language, t } = running;
  const dialog = (name: string) => running.page.getByRole('dialog', { name: t(name) });
  const fromPalette = async (label: string) => {
    await running.page.keyboard.press('Control+k');
    await dialog('palette:title').getByRole('combobox').fill(t(label));
    await running.page.keyboard.press('Enter');
  };

  test('first start, sample, reader, note, library, settings: by keyboard alone', async () => {
    const { page } = running;
    await page.getByRole('button', { name: t('library:samples.ferry.open') }).waitFor();
    await expectAccessible(page, 'first start');
    await tabTo(page, t('library:samples.ferry.open'));
    await page.keyboard.press('Enter');
    await openSheet(page);
    await expectAccessible(page, 'reader');

    await tabTo(page, t('tour:stop'));
    await page.keyboard.press('Enter');
    await expect(page.locator('.tour')).toHaveCount(0);
    // F6 goes round the parts of the window.
    for (let i = 0; i < 5 && !(await page.evaluate(() => document.activeElement?.matches('td'))); i++)
      await page.keyboard.press('F6');
    await page.keyboard.press('ArrowDown');
    const place = await focused(page);
    expect(place).toMatch(/^td/);
    await page.keyboard.press('Shift+N');
    await expect(page.getByRole('textbox', { name: t('notes:body') })).toBeFocused();
    await page.keyboard.type('by keyboard alone');
    await expect(page.getByText(t('reader:saved.saved'), { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectAccessible(page, 'reader with a note');

    await page.keyboard.press('Control+l');
    await page.locator('.report-open').first().waitFor();
    await expectAccessible(page, 'library');
    await tabTo(page, t('library:newReport'));
    await page.keyboard.press('Control+,');
    await expect(dialog('settings:title')).toBeVisible();
    await expectAccessible(page, 'settings');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain(t('library:newReport'));
    expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(language));
  });

  test('every dialog is clean, keeps the focus inside, and gives it back', async () => {
    const { page } = running;
    await page.locator('.report-open').first().focus();
    const back = async () => {
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('#overlays') !== null)).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(page.locator('.report-open').first()).toBeFocused();
    };
    await page.keyboard.press('?');
    await expect(dialog('settings:keys.title')).toBeVisible();
    await expectAccessible(page, 'all keys');
    await back();
    await fromPalette('menu:about');
    await expect(dialog('settings:about.title')).toBeVisible();
    await expectAccessible(page, 'about');
    await back();
    await page.keyboard.press('F2');
    await expect(dialog('library:rename.title')).toBeVisible();
    await expectAccessible(page, 'rename');
    await back();
    await page.keyboard.press('Control+k');
    await expect(dialog('palette:title')).toBeVisible();
    await expectAccessible(page, 'palette');
    await back();
    await page.keyboard.press('Control+n');
    await expect(dialog('transfer:title')).toBeVisible();
    await expectAccessible(page, 'new report');
    await back();
  });

  for (const [what, width, height] of [
    ['320 px', 320, 560],
    ['200% zoom', 640, 400],
  ] as const)
    test(`nothing is lost at ${what}`, async () => {
      const { page } = running;
      await page.setViewportSize({ width, height });
      expect(await stickingOut(page), 'library').toEqual([]);
      await running.shot(`library-${width}`);
      for (const [keys, name] of [
        ['Control+,', 'settings:title'],
        ['?', 'settings:keys.title'],
        ['Control+k', 'palette:title'],
        ['Control+n', 'transfer:title'],
      ] as const) {
        await page.locator('.report-open').first().focus();
        await page.keyboard.press(keys);
        await expect(dialog(name)).toBeVisible();
        expect(await stickingOut(page), t(name)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog(name)).toHaveCount(0);
      }
      await page.locator('.report-open').first().press('Enter');
      await openSheet(page);
      expect(await stickingOut(page), 'reader').toEqual([]);
      await running.shot(`reader-${width}`);
      await expectAccessible(page, `reader at ${what}`);
      await page.keyboard.press('Control+l');
      await page.locator('.report-open').first().waitFor();
    });

  test('forced colours and reduced motion', async () => {
    const { page } = running;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const fast = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--fast'));
    expect(Number.parseFloat(fast)).toBe(0);
    const outline = () =>
      page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const around = [e, e.parentElement, e.closest('.report, .choice, .palette-field, td')].filter((x) => x !== null);
        return around.some((x) => getComputedStyle(x).outlineStyle !== 'none');
      });
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press('Tab');
      expect(await outline(), await focused(page)).toBe(true);
    }
    await page.keyboard.press('Control+k');
    await expect(dialog('palette:title')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    // The chosen line differs by more than a background that forced colours take away.
    const background = (selected: boolean) =>
      page
        .locator(`[role="option"][aria-selected="${selected}"]`)
        .first()
        .evaluate((e) => getComputedStyle(e).backgroundColor);
    expect(await background(true)).not.toBe(await background(false));
    await running.shot('forced');
    await page.keyboard.press('Escape');
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: null });
  });
});
