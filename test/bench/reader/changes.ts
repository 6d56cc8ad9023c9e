/** Changes in a long report: another text size, line height and typeface; row edits; finding words. */
import type { Page } from '@playwright/test';
import { keyToPaint, watchPieces, watchWork } from './measures';
import { standOnRow, topOfRow } from './session';

export interface Shape {
  name: string;
  ms: number;
  /** What the window worked for it: the same on a busy machine. */
  workMs: number;
  /** How far the row where the reader is moved, in CSS pixels. */
  driftPx: number;
}

/** Changes the shape of the text at a row: from the call to the second frame after the window took it over. */
export async function measureShapes(page: Page, index: number): Promise<Shape[]> {
  await standOnRow(page, index);
  const shapes: Shape[] = [];
  const changes: [string, Record<string, unknown>][] = [
    ['text size', { textScale: 1.25 }],
    ['line height', { lineHeight: 1.2 }],
    ['typefaces', { latinFont: 'sans', arabicFont: 'sans' }],
    ['measure and justification', { measure: 'medium', justifyLatin: true }],
    [
      'all of it back',
      { textScale: 1, lineHeight: 1, latinFont: 'serif', arabicFont: 'naskh', measure: 'full', justifyLatin: false },
    ],
  ];
  for (const [name, change] of changes) {
    const before = await topOfRow(page, index);
    const work = await watchWork(page);
    const ms = await page.evaluate(async (change) => {
      const { dataset, style } = document.documentElement;
      const look = () => `${style.cssText} ${dataset.latinFont} ${dataset.arabicFont} ${dataset.justify}`;
      const old = look();
      const started = performance.now();
      const { triptych } = window as unknown as { triptych: { call(name: string, input: unknown): Promise<{ ok: boolean }> } };
      const { ok } = await triptych.call('settings.update', change);
      const isLate = () => performance.now() - started > 5000;
      while (ok && look() === old && !isLate()) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return ok && !isLate() ? performance.now() - started : Number.NaN;
    }, change);
    const workMs = await work();
    await page.waitForTimeout(700);
    const after = await topOfRow(page, index);
    shapes.push({ name, ms, workMs, driftPx: Math.abs((after ?? Number.NaN) - (before ?? Number.NaN)) });
  }
  return shapes;
}

export interface Edit {
  name: string;
  paintedMs: number;
  longestMs: number;
}

/** Edits at a row by key; each is taken back. */
export async function measureEdits(page: Page, index: number): Promise<Edit[]> {
  await standOnRow(page, index);
  const edits: Edit[] = [];
  const press = async (name: string, key: string) => edits.push({ name, ...(await keyToPaint(page, key)) });
  await press('merge', 'm');
  await press('undo of it', 'Control+z');
  await press('redo of it', 'Control+Shift+Z');
  await press('split', 'Shift+S');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(800);
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(800);
  await press('move a paragraph down', 'Alt+ArrowDown');
  await press('undo of it', 'Control+z');
  await press('confirm', 'c');
  await press('mark as boilerplate', 'b');
  await press('undo of it', 'Control+z');
  return edits;
}

export interface Found {
  matches: number;
  firstMs: number;
  allMs: number;
  longestMs: number;
}

/** Types words into the find bar; until the first match is counted, and until all rows were looked through. */
export async function measureFind(page: Page, words: string): Promise<Found> {
  await page.keyboard.press('Control+f');
  const field = page.locator('.find-bar input');
  await field.waitFor();
  const longest = await watchPieces(page);
  const found = await page.evaluate(async (words) => {
    const input = document.querySelector<HTMLInputElement>('.find-bar input')!;
    const count = document.querySelector('.find-count')!;
    const number = () => Number(/(\d[\d,]*)\D*$/.exec(count.textContent ?? '')?.[1]?.replaceAll(',', '') ?? 0);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, words);
    const started = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    let firstMs = Number.NaN;
    let last = 0;
    let changedMs = started;
    // All is found when the count has stood still for two seconds.
    while (performance.now() - changedMs < 2000 || (last === 0 && performance.now() - started < 30_000)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = number();
      if (now === last) continue;
      if (last === 0) firstMs = performance.now() - started;
      last = now;
      changedMs = performance.now();
    }
    return { matches: last, firstMs, allMs: changedMs - started };
  }, words);
  const longestMs = await longest();
  await field.press('Escape');
  return { ...found, longestMs };
}
