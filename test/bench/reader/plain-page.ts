/** The peer: the same rows in a plain table of a plain page, nothing else, in the same browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { paragraph } from './book';
import { memoryOf, percentile, scrollFrames } from './measures';
import { close, launch } from './session';

/** Fills a bare page with the table; answers the milliseconds until its first row is laid out. */
export async function openPlainTable(page: Page, rowCount: number): Promise<number> {
  const texts = Array.from({ length: 12 }, (_, i) => ['en', 'fr', 'ar'].map((lang) => paragraph(lang, i)));
  return page.evaluate(
    ({ rows, count }) => {
      const started = performance.now();
      const scroller = document.createElement('div');
      scroller.id = 'plain';
      Object.assign(scroller.style, {
        position: 'fixed',
        inset: '0',
        overflow: 'auto',
        background: 'white',
        zIndex: '999',
        font: '17px/1.6 serif',
      });
      const table = document.createElement('table');
      Object.assign(table.style, { inlineSize: '100%', tableLayout: 'fixed' });
      for (let i = 0; i < count; i++) {
        const tr = table.insertRow();
        for (const text of rows[i % rows.length]!) tr.insertCell().textContent = `${text} ${i}`;
      }
      scroller.append(table);
      document.body.append(scroller);
      table.rows[0]!.getBoundingClientRect();
      return performance.now() - started;
    },
    { rows: texts, count: rowCount },
  );
}

export interface PlainTable {
  openMs: number;
  scrollMs: number;
  resizeMs: number;
  mb: number;
  shareMb: number;
}

/** The peer on a page of its own, so that neither pays for the other. Null where the page didn't survive the table. */
export async function measurePlainTable(rowCount: number): Promise<PlainTable | null> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'triptych-bench-'));
  const session = await launch(folder);
  const { page } = session;
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    const openMs = await openPlainTable(page, rowCount);
    const frames = await scrollFrames(page, '#plain', 240, 120);
    const resizeMs = await page.evaluate(async () => {
      const started = performance.now();
      document.querySelector<HTMLElement>('#plain')!.style.fontSize = '20px';
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - started;
    });
    const { mb, shareMb } = await memoryOf(session);
    return { openMs, scrollMs: percentile(frames, 0.95), resizeMs, mb, shareMb };
  } catch {
    return null;
  } finally {
    await close(session);
    rmSync(folder, { recursive: true, force: true });
  }
}
