/** The peer: the same rows in a plain table of a plain page, nothing else, in the same browser. */
import type { Page } from '@playwright/test';
import { paragraph } from './book';

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
