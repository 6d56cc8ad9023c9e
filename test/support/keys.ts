/** What a person does with keys alone. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Texts } from './texts';

/** Runs a command by its name. */
export async function command(page: Page, t: Texts, label: string): Promise<void> {
  // One dialog before that may still be closing, and the keys of the page rest under it.
  await expect(page.locator('[role$="dialog"]')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog', { name: t('palette:title') }).getByRole('combobox');
  await field.fill(label);
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
}
/** Goes on with Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}
