/**
 * Row editing in the real app. First the journey that the editor is for: 200 rows of which one in ten is wrong, checked and set
 * right by keys alone, every key counted. Then edits of selected rows, in English and in Arabic.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RowEdit } from '../../core/contract/schemas';
import type { ReportId } from '../../core/model/ids';
import type { Row } from '../../core/model/report';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { ask, makeReport } from '../support/made-report';
import { cell, cellsOf, openSheet, row, rows } from '../support/reader';

const shots = process.env.TRIPTYCH_SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) writeFileSync(path.join(shots, `${name}.png`), await page.screenshot());
};

const count = 200;
const towns = ['Lisbon', 'Tunis', 'Ghent', 'Beirut', 'Tampere', 'Oran', 'Basel', 'Cork', 'Aleppo', 'Turin'];
const things = [
  ['ferries', 'ferries'],
  ['schools', 'écoles'],
  ['bridges', 'ponts'],
  ['doctors', 'médecins'],
  ['houses', 'maisons'],
  ['fishermen', 'pêcheurs'],
  ['passengers', 'passagers'],
] as const;
const texts = Array.from({ length: count }, (_, i) => {
  const town = towns[(i * 7) % towns.length]!;
  const [en, fr] = things[(i * 3) % things.length]!;
  const number = 1000 + i * 37;
  return {
    en: `In ${town} the mayor spoke of ${number} ${en} on Monday, and of the price of water.`,
    fr: `À ${town}, le maire a parlé lundi de ${number} ${fr} et du prix de l’eau.`,
  };
});

/** Damages twenty of the rows in the ways in which an alignment goes wrong. */
async function damage(page: Page, reportId: ReportId): Promise<void> {
  const all = async () => (await ask<{ rows: Row[] }>(page, 'report.rows', { reportId, offset: 0, limit: 1000 })).rows;
  const rowOf = async (version: number, segment: number) => (await all()).find((r) => r.cells[version]!.includes(segment))!.id;
  const edit = (made: RowEdit) => ask(page, 'rows.edit', { reportId, edit: made });
  for (const n of [11, 74, 150]) await edit({ type: 'merge-next', rowId: await rowOf(0, n) });
  for (const n of [25, 98, 131]) await edit({ type: 'split', rowId: await rowOf(1, n), version: 1, segment: n });
  for (const n of [40, 112]) await edit({ type: 'move-down', rowId: await rowOf(1, n), version: 1 });
  await edit({ type: 'move-up', rowId: await rowOf(1, 61), version: 1 });
  await edit({ type: 'shift-down', rowId: await rowOf(1, 170), lastRowId: await rowOf(1, 171), version: 1 });
  // Two paragraphs exchanged: a crossing.
  for (const n of [185, 187]) await edit({ type: 'split', rowId: await rowOf(1, n), version: 1, segment: n });
  await edit({ type: 'link', rowId: await rowOf(1, 185), version: 1, toRowId: await rowOf(0, 187) });
  await edit({ type: 'split', rowId: await rowOf(1, 185), version: 1, segment: 185 });
  const rest = (await all()).filter((r) => r.cells[0]!.length === 0 && [185, 187].includes(r.cells[1]![0] ?? -1));
  expect(rest).toHaveLength(2);
  await edit({ type: 'link', rowId: await rowOf(1, 187), version: 1, toRowId: await rowOf(0, 185) });
  await edit({ type: 'link', rowId: await rowOf(1, 185), version: 1, toRowId: await rowOf(0, 187) });
}

/** What a reader sees: the row where they are and the paragraphs of all rows, by number. */
interface Seen {
  index: number;
  cells: number[][][];
  confirmed: number;
}
const look = (page: Page): Promise<Seen | null> =>
  page.evaluate(() => {
    const here = document.activeElement?.closest('tr[data-row]');
    if (!here) return null;
    const all = [...document.querySelectorAll('tr[data-row]')];
    return {
      index: all.indexOf(here),
      cells: all.map((tr) =>
        [...tr.querySelectorAll('td[data-v]')].map((td) =>
          [...td.querySelectorAll('[data-s]')].map((s) => Number(s.getAttribute('data-s'))),
        ),
      ),
      confirmed: document.querySelectorAll('tr.confirmed').length,
    };
  });

/** The quickest keys from here on: what someone would press who knows them. */
function keysFor({ index, cells }: Seen): string[] {
  const [en, fr] = cells[index]! as [number[], number[]];
  const [nextEn, nextFr] = (cells[index + 1] ?? [[], []]) as [number[], number[]];
  const steps = (key: string, to: number) => Array.from({ length: Math.abs(to - index) }, () => key);
  const own = en[0];
  if (en.length === 1 && fr.length === 1 && own === fr[0]) return ['Space'];
  if (en.length === 2 && fr.length === 2) return ['Shift+S'];
  if (en.length === 0) {
    const to = cells.findIndex(([e]) => e!.includes(fr[0]!));
    return ['x', ...steps('ArrowDown', to), 'p'];
  }
  if (fr.length === 0 && nextEn.length === 0 && nextFr[0] === own) return ['m'];
  if (fr.length === 0 && nextFr[0] === own) {
    let last = index + 1;
    while (cells[last]![1]!.length < 2) last += 1;
    return ['ArrowDown', ...Array.from({ length: last - index - 1 }, () => 'Shift+ArrowDown'), 'Alt+ArrowUp'];
  }
  if (fr.length === 2 && fr[0] === own) return ['Alt+ArrowDown'];
  if (fr.length === 1) return ['l'];
  const from = cells.findIndex(([, f]) => f!.length === 1 && f![0] === own);
  return [...steps('ArrowDown', from), 'x', ...steps('ArrowUp', from), 'p'];
}

journey('a report of 200 rows, nine in ten right', { languages: ['en'] }, (running) => {
  test('is checked by keys alone, with at most 1.3 a row', async () => {
    test.setTimeout(300_000);
    const { page } = running;
    await expect(page.getByRole('main')).toBeVisible();
    const version = (lang: 'en' | 'fr') => ({ lang, blocks: texts.map((t) => ({ kind: 'paragraph' as const, text: t[lang] })) });
    const reportId = await makeReport(page, 'Two hundred towns', [version('en'), version('fr')]);
    const known = texts.map((_, i) => [[i], [i]]);
    const aligned = await ask<{ rows: Row[] }>(page, 'report.rows', { reportId, offset: 0, limit: 1000 });
    expect(aligned.rows.map((r) => r.cells)).toEqual(known);
    await damage(page, reportId);
    await page.reload();
    await page.getByText('Two hundred towns', { exact: true }).first().click();
    await openSheet(page);
    await expect(rows(page)).toHaveCount(count);
    await expect.poll(async () => (await look(page))?.index).toBe(0);
    const wrong = (await look(page))!.cells.filter(([en, fr]) => en!.length !== 1 || en![0] !== fr![0] || fr!.length !== 1);
    expect(wrong.length).toBeGreaterThanOrEqual(18);

    let keys = 0;
    const press = async (key: string) => {
      const before = JSON.stringify(await look(page));
      await page.keyboard.press(key);
      keys += 1;
      // Picking a cell up is said in the status line; everything else moves the reader or the rows.
      if (key === 'x') await expect(page.locator('.in-hand')).not.toBeEmpty();
      else await expect.poll(async () => JSON.stringify((await look(page)) ?? before) !== before, `key ${key}`).toBe(true);
    };
    // To the French column, where all the moves are.
    await page.keyboard.press('ArrowRight');
    keys += 1;
    await expect(cell(page, 0, 1)).toBeFocused();
    for (let seen = (await look(page))!; seen.confirmed < seen.cells.length || seen.cells.length !== count; ) {
      for (const key of keysFor(seen)) await press(key);
      expect(keys, 'keys up to here').toBeLessThan(count * 2);
      seen = (await look(page))!;
      if (seen.confirmed === count) break;
    }
    const after = await ask<{ rows: Row[] }>(page, 'report.rows', { reportId, offset: 0, limit: 1000 });
    expect(after.rows.map((r) => r.cells)).toEqual(known);
    expect(after.rows.every((r) => r.status === 'confirmed')).toBe(true);
    test.info().annotations.push({ type: 'keys', description: `${keys} for ${count} rows` });
    console.info(`keys: ${keys} for ${count} rows, ${(keys / count).toFixed(2)} a row`);
    expect(keys).toBeLessThanOrEqual(count * 1.3);
  });
});

journey('selected rows', { opens: 'ferry' }, (running) => {
  const { language, t } = running;
  test.beforeAll(async () => {
    await cell(running.page, 1, 0).click({ position: { x: 30, y: 30 } });
  });
  const selected = (page: Page) => page.locator('tr[aria-selected="true"]');
  const extend = async (page: Page, by: number) => {
    for (let i = 0; i < by; i++) await page.keyboard.press('Shift+ArrowDown');
    await expect(selected(page)).toHaveCount(by + 1);
  };
  const states = (page: Page) => rows(page).evaluateAll((all) => all.map((tr) => tr.classList.contains('confirmed')));

  test('are selected by key, seen, said and let go', async () => {
    const { page } = running;
    await extend(page, 2);
    await expect(page.locator('.in-hand')).toHaveText(t('alignment:range.count', { count: 3 }));
    await expect(row(page, 3).locator('td:focus')).toHaveCount(1);
    await expectAccessible(page, 'selected rows');
    await shoot(page, `range-${language}`);
    await page.keyboard.press('Shift+ArrowUp');
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(selected(page)).toHaveCount(0);
    await expect(page.locator('.in-hand')).toBeEmpty();
    // Text that is being selected goes on being selected.
    await cell(page, 0, 0).click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(selected(page)).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
    await page.evaluate(() => getSelection()?.removeAllRanges());
  });

  test('are confirmed, merged and moved as one step each', async () => {
    const { page } = running;
    const before = await cellsOf(page);
    const none = await states(page);
    await cell(page, 1, 0).click({ position: { x: 30, y: 30 } });
    await extend(page, 2);
    await page.keyboard.press('c');
    await expect.poll(() => states(page)).toEqual(none.map((s, i) => s || (i >= 1 && i <= 3)));
    await page.keyboard.press('Control+z');
    await expect.poll(() => states(page)).toEqual(none);
    for (const key of ['m', 'Alt+ArrowDown']) {
      await cell(page, 1, 0).click({ position: { x: 30, y: 30 } });
      await extend(page, 2);
      await page.keyboard.press(key);
      await expect.poll(() => cellsOf(page)).not.toEqual(before);
      await expect(selected(page)).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await expect.poll(() => cellsOf(page)).toEqual(before);
    }
  });

  test('are marked as beside the text, and aligned again', async () => {
    const { page } = running;
    const before = await cellsOf(page);
    const marks = await page.locator('.boiler').count();
    // Two rows whose paragraphs are all text.
    await cell(page, 6, 0).click({ position: { x: 30, y: 30 } });
    await extend(page, 1);
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('.boiler').count()).toBeGreaterThan(marks);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.boiler').count()).toBe(marks);
    // A cell taken out and taken for the aligner's own is found again; a confirmed row stays. Below the way to its own place.
    await cell(page, 6, 1).click({ position: { x: 30, y: 70 } });
    await page.keyboard.press('l');
    await expect.poll(() => cellsOf(page)).not.toEqual(before);
    await cell(page, 6, 0).click({ position: { x: 30, y: 30 } });
    await extend(page, 1);
    await page.keyboard.press('c');
    await expect.poll(async () => (await states(page)).slice(6, 8)).toEqual([true, true]);
    await page.keyboard.press('c');
    await expect.poll(async () => (await states(page)).slice(6, 8)).toEqual([false, false]);
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press('r');
    await expect.poll(() => cellsOf(page), { timeout: 30_000 }).toEqual(before);
  });

  test('a cell is linked to a row further on, and undone', async () => {
    const { page } = running;
    const before = await cellsOf(page);
    // A paragraph that stands beside a counterpart, alone in its cell.
    const at = before.findIndex(([first, second]) => first && second && !second.includes(','));
    await cell(page, at, 1).click({ position: { x: 30, y: 70 } });
    await page.keyboard.press('x');
    await expect(page.locator('.in-hand')).toHaveText(t('alignment:picked', { row: at + 1 }));
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await expectAccessible(page, 'a cell picked up');
    await page.keyboard.press('p');
    await expect.poll(async () => (await cellsOf(page))[at]![1]).toBe('');
    await expect(page.locator('.in-hand')).toBeEmpty();
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page)).toEqual(before);
  });
});
