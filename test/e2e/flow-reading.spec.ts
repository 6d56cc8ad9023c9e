/**
 * Reading in flow, by keys and in hard places: two right-to-left texts beside a left-to-right one, headings, a crossing, sentences
 * selected for a note, codes, find, another interface language, large letters, forced colours, a window of 320 px.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ReportId, RowId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';
import { expectAccessible } from '../support/app';
import { type Journey, journey } from '../support/journey';
import { ask, type MadeVersion, makeReport } from '../support/made-report';
import { openSheet, writeNote } from '../support/reader';
import { textsIn } from '../support/texts';

const title = 'Three harbours';
const count = 48;
const texts: Record<'en' | 'ar', readonly [string, (n: number) => string]> = {
  en: [
    'Harbour',
    (n) =>
      `The office counted ${1000 + n * 7} boats on day ${n}. Nobody had slept since the storm number ${n}. Bread came over at noon, ${40 + n} loaves in a basket.`,
  ],
  ar: [
    'الميناء',
    (n) =>
      `أحصت السلطة ${1000 + n * 7} قاربًا في اليوم ${n}. لم ينم أحد منذ العاصفة رقم ${n}. وصل الخبز عند الظهر، ${40 + n} رغيفًا في سلة.`,
  ],
};
const versionIn = (lang: 'en' | 'ar'): MadeVersion => ({
  lang,
  blocks: Array.from({ length: count }, (_, i) =>
    i % 12 === 0 ? { kind: 'heading', text: `${texts[lang][0]} ${100 + i}` } : { kind: 'paragraph', text: texts[lang][1](i) },
  ),
});

/** Version 1 tells its paragraph 5 where version 0 has its paragraph 30. */
async function makeCrossing(page: Page, reportId: ReportId): Promise<void> {
  const { rows } = await ask<{ rows: Row[] }>(page, 'report.rows', { reportId, offset: 0, limit: 1000 });
  const rowOf = (version: number, segment: number): RowId => rows.find((r) => r.cells[version]!.includes(segment))!.id;
  const edit = { type: 'link', rowId: rowOf(1, 5), version: 1, toRowId: rowOf(0, 30) };
  await ask(page, 'rows.edit', { reportId, edit });
}

const column = (page: Page, version: number): Locator => page.locator(`.flow-scroll[data-v="${version}"]`);
const current = (page: Page): Locator => page.locator('.flow-seg.seg-cur');
const paragraph = (page: Page, version: number, segment: number): Locator =>
  page.locator(`.flow-seg[data-v="${version}"][data-segment="${segment}"]`);
const at = async (page: Page, version: number, segment: number): Promise<void> => {
  await expect(current(page)).toHaveAttribute('data-v', String(version));
  await expect(current(page)).toHaveAttribute('data-segment', String(segment));
  await expect(current(page)).toBeFocused();
};
/** What a highlight of this name covers. */
const highlighted = (page: Page, name: string): Promise<string> =>
  page.evaluate(
    (n) =>
      [...(CSS.highlights.get(n) ?? [])]
        .map((part) => {
          const range = document.createRange();
          range.setStart(part.startContainer, part.startOffset);
          range.setEnd(part.endContainer, part.endOffset);
          return String(range);
        })
        .join(' | '),
    name,
  );
/** Each text's first paragraph in view and how far it is from the top. */
const places = (page: Page): Promise<[string, number][]> =>
  page.locator('.flow-scroll').evaluateAll((all) =>
    all.map((scroller) => {
      const { top } = scroller.getBoundingClientRect();
      const seg = [...scroller.querySelectorAll<HTMLElement>('.flow-seg')].find(
        (e) => e.getBoundingClientRect().bottom > top + 1,
      )!;
      return [`${seg.dataset.v} ${seg.dataset.segment}`, Math.round(seg.getBoundingClientRect().top - top)] as [string, number];
    }),
  );

/** How far a paragraph is from the top of its text's view. */
const topOf = (page: Page, where: string): Promise<number> =>
  page.evaluate((place) => {
    const [version, segment] = place.split(' ');
    const seg = document.querySelector(`.flow-seg[data-v="${version}"][data-segment="${segment}"]`)!;
    return seg.getBoundingClientRect().top - seg.closest('.flow-scroll')!.getBoundingClientRect().top;
  }, where);

journey('reading in flow', {}, (j: Journey) => {
  const rtl = j.language === 'ar';
  const onwards = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const press = async (...keys: string[]) => {
    for (const key of keys) await j.page.keyboard.press(key);
  };

  test('two right-to-left texts stand side by side; keys go along and across', async () => {
    const { page } = j;
    await expect(page.getByRole('main')).toBeVisible();
    const reportId = await makeReport(page, title, [versionIn('ar'), versionIn('ar'), versionIn('en')]);
    await makeCrossing(page, reportId);
    await page.getByText(title, { exact: true }).first().click();
    await openSheet(page);
    await expect(page.locator('td[data-v]:focus')).toHaveCount(1);
    await press('f');
    await expect(current(page)).toBeFocused();
    await press('Control+Home');
    await at(page, 0, 0);
    await press('Control+ArrowDown');
    await at(page, 0, 12);
    await press('Control+ArrowDown', 'Control+ArrowUp');
    await at(page, 0, 12);
    await press('ArrowDown', 'ArrowDown', onwards);
    await at(page, 1, 14);
    await press('End');
    await at(page, 2, 14);
    await press('Home');
    await at(page, 0, 14);
    await press(`Control+${onwards}`);
    await at(page, 2, 14);
    await press('Control+End');
    await at(page, 2, count - 1);
    await press('PageUp');
    await expect(current(page)).toBeInViewport();
    await press('Control+Home', back);
    await at(page, 1, 0);
    await expectAccessible(page, 'flow with two right-to-left texts');
    await j.shot('flow-two-rtl');
  });

  test('a crossing is marked; Enter goes to what answers it, Backspace comes back', async () => {
    const { page, t } = j;
    await paragraph(page, 1, 5).scrollIntoViewIfNeeded();
    const chip = paragraph(page, 1, 5).locator('.cross');
    await expect(chip).toContainText(t('reader:flow.beside', { n: 31 }));
    await paragraph(page, 1, 5).click();
    await at(page, 1, 5);
    await j.shot('flow-crossing');
    await press('Enter');
    await at(page, 0, 30);
    await expect(current(page)).toBeInViewport();
    await press('Backspace');
    await at(page, 1, 5);
    await expect(current(page)).toBeInViewport();
    await chip.click();
    await at(page, 0, 30);
  });

  test('sentences and words are selected by key, noted and coded; the evidence is shown', async () => {
    const { page, t } = j;
    await paragraph(page, 0, 8).click();
    await press('Shift+ArrowDown');
    const selected = () => page.evaluate(() => String(getSelection()));
    const first = texts.ar[1](8).split('. ')[0]!;
    expect(await selected()).toContain(first);
    expect(await selected()).not.toContain('العاصفة');
    await press('Shift+ArrowDown');
    expect(await selected()).toContain('العاصفة رقم 8');
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    // On into the next paragraph.
    await at(page, 0, 9);
    expect(await selected()).toContain(texts.ar[1](9).split('. ')[0]!);
    await press('Shift+ArrowUp', 'Shift+ArrowUp');
    expect(await selected()).not.toContain('الخبز');
    await press('n');
    await writeNote(page, t, 'two sentences of the flow');
    const noted = async () => (await highlighted(page, 'note')) + (await highlighted(page, 'note-on'));
    await expect.poll(noted).toContain('العاصفة رقم 8');
    expect(await noted()).not.toContain('الخبز');

    await paragraph(page, 2, 8).click();
    // From the beginning of the paragraph, where no point of the text was pressed.
    await press('ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await selected()).toContain('The office');
    await press('ArrowDown');
    expect(await selected()).toBe('');
    // A sentence under the pointer would be the one that is lit.
    await page.mouse.move(640, 20);
    await expect.poll(() => highlighted(page, 'lit')).toBe('');
    await press('e');
    await expect(page.locator('.status .evidence')).toBeVisible();
    await expect.poll(() => highlighted(page, 'lit')).toContain('The office counted 1070 boats');
    await press('e');
    await j.shot('flow-note');
  });

  test('find goes to a match in view and lights it', async () => {
    const { page, t } = j;
    await press('Control+f');
    await page.getByRole('textbox', { name: t('reader:find.label') }).fill('storm number 44');
    await expect.poll(() => highlighted(page, 'found-on')).toBe('storm number 44');
    await expect(paragraph(page, 2, 44)).toBeInViewport();
    const seen = await page.evaluate(() => {
      const part = [...CSS.highlights.get('found-on')!][0]!;
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      const box = range.getBoundingClientRect();
      const frame = document.querySelector('.flow-scroll[data-v="2"]')!.getBoundingClientRect();
      return box.top >= frame.top && box.bottom <= frame.bottom;
    });
    expect(seen).toBe(true);
    await press('Escape');
    await at(page, 2, 44);
  });

  test('the overview shows the keys of the mode', async () => {
    const { page, t } = j;
    const dialog = page.getByRole('dialog', { name: t('settings:keys.title') });
    await press('?');
    for (const key of ['paragraph', 'counterpart', 'select-sentences', 'elsewhere', 'freeze'])
      await expect(dialog.getByText(t(`reader:commands.${key}`), { exact: true })).toBeVisible();
    await expect(dialog.getByText(t('reader:commands.select-rows'), { exact: true })).toHaveCount(0);
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await press('f');
    await expect(page.locator('td.cell-cur')).toBeInViewport();
    await press('?');
    await expect(dialog.getByText(t('reader:commands.select-rows'), { exact: true })).toBeVisible();
    for (const key of ['paragraph', 'freeze'])
      await expect(dialog.getByText(t(`reader:commands.${key}`), { exact: true })).toHaveCount(0);
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await press('f');
    await expect(current(page)).toBeInViewport();
  });

  test('every text stays where it is in another interface language, a frozen one, too', async () => {
    const { page } = j;
    await paragraph(page, 1, 20).scrollIntoViewIfNeeded();
    await paragraph(page, 1, 20).click();
    await page.locator('.flow-head[data-v="0"] .flow-freeze').click();
    await column(page, 2).hover();
    await page.mouse.wheel(0, 700);
    await expect.poll(async () => (await places(page))[1]![0]).not.toBe('1 20');
    await page.waitForTimeout(400);
    const before = await places(page);
    for (const language of ['fr', j.language === 'ar' ? 'en' : 'ar', j.language] as const) {
      await ask(page, 'settings.update', { language });
      const words = await textsIn(language);
      await expect(page.getByRole('button', { name: words('reader:mode.flow'), exact: true })).toBeVisible();
      const drift = async () => {
        const now = await Promise.all(before.map(([where]) => topOf(page, where)));
        return Math.max(...now.map((top, i) => Math.abs(top - before[i]![1])));
      };
      // The status line may take another line, and what is read stands a third of the way down.
      await expect.poll(drift).toBeLessThan(14);
    }
    await page.locator('.flow-head[data-v="0"] .flow-freeze').click();
  });

  test('large letters, forced colours and 320 px leave it readable', async () => {
    const { page } = j;
    await paragraph(page, 1, 26).scrollIntoViewIfNeeded();
    await paragraph(page, 1, 26).click();
    await ask(page, 'settings.update', { textScale: 1.8 });
    await expect(current(page)).toBeInViewport();
    await expect.poll(async () => (await current(page).boundingBox())!.height).toBeGreaterThan(200);
    await j.shot('flow-large');
    await ask(page, 'settings.update', { textScale: 1 });
    await page.emulateMedia({ forcedColors: 'active' });
    // Ribbons are drawn a frame after the text stands.
    const lifted = () =>
      page.evaluate(() => {
        const of = (selector: string) => {
          const element = document.querySelector(selector);
          return element && getComputedStyle(element);
        };
        return [of('.ribbon.cur')?.strokeWidth, of('.flow-seg.seg-cur')?.outlineStyle];
      });
    await expect.poll(lifted).toEqual(['3px', 'solid']);
    await j.shot('flow-forced');
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 320, height: 560 });
    await press('Control+b');
    await press(onwards);
    await at(page, 2, 26);
    const sticksOut = async () => {
      const box = (await column(page, 2).boundingBox())!;
      return Math.round(Math.max(0, -box.x, box.x + box.width - 320));
    };
    await j.shot('flow-320');
    // The text is in view; its scroll bar may not be.
    await expect.poll(sticksOut).toBeLessThan(16);
    await expectAccessible(page, 'flow at 320 px');
    await press('Home');
    await at(page, 0, 26);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
