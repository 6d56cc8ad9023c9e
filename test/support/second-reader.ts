/** A second reader's file for the report that is open: Web Annotations as another laptop would hand them over. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { cell } from './reader';

/** What a second reader hands over: a note on words of the first row, one on words that are nowhere, a code on a passage. */
function fileOf(folder: string, versionId: string, words: string): string {
  const source = `urn:uuid:${versionId}`;
  const common = { type: 'Annotation', creator: { type: 'Person', name: 'Salma' }, created: '2026-01-02T03:04:05Z' };
  const note = (id: string, value: string, exact: string) => ({
    ...common,
    id: `urn:uuid:${id}`,
    motivation: 'commenting',
    body: [{ type: 'TextualBody', value, format: 'text/plain', purpose: 'commenting' }],
    target: [{ source, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
  });
  const items = [
    note('d9f1f3a0-0000-4000-8000-000000000001', 'Salma on the title', words),
    note('d9f1f3a0-0000-4000-8000-000000000002', 'Salma on lost words', 'These words stand nowhere in it'),
  ];
  const file = path.join(folder, 'salma.jsonld');
  const first = { type: 'AnnotationPage', startIndex: 0, items };
  const head = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:uuid:d9f1f3a0-0000-4000-8000-00000000000f' };
  writeFileSync(file, JSON.stringify({ ...head, type: 'AnnotationCollection', total: items.length, first }));
  return file;
}

/** Writes it for the title of the first version, into this folder. Answers the file's path. */
export async function secondReadersFile(page: Page, folder: string): Promise<string> {
  const title = await cell(page, 0, 0).locator('[data-s]').innerText();
  const versionId = await page.evaluate(async () => {
    const list = await window.triptych.call('reports.list', {});
    const reportId = list.ok ? list.value.reports[0]!.id : null;
    const opened = reportId ? await window.triptych.call('report.open', { reportId }) : null;
    return opened?.ok ? opened.value.report.versions[0]!.id : '';
  });
  return fileOf(folder, versionId, title);
}
