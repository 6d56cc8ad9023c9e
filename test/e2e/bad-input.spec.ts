/** Files that are broken, huge or gone, and a library that can't be written: each says so in the interface language, and nothing is harmed. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { UiLanguage } from '../../core/model/languages';
import { expectAccessible, launchApp, newUserData } from '../support/app';
import { journey } from '../support/journey';
import { beginReport, openSheet } from '../support/reader';
import { textsIn } from '../support/texts';

const paragraph = (i: number) =>
  `Paragraph ${i} says that ${i * 7} boats sail to Sefa on day ${i}, and the harbour master agrees.`;

journey('bad input', {}, (running) => {
  const { t, put } = running;

  test('each bad file keeps its message to its own card; the good ones become a report', async () => {
    const { page } = running;
    const good = ['one.txt', 'two.txt'].map((name) => put(name, Array.from({ length: 6 }, (_, i) => paragraph(i)).join('\n\n')));
    const bad: [file: string, text: string][] = [
      [put('empty.txt', ''), t('errors:file-empty', { name: 'empty.txt' })],
      [
        put(
          'binary.txt',
          Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
        ),
        t('errors:file-binary', { name: 'binary.txt' }),
      ],
      [put('not-a-zip.docx', 'Only text, whatever its name says.'), t('errors:docx-not-zip', { name: 'not-a-zip.docx' })],
      [path.join(running.userData, 'never-there.txt'), t('errors:file-gone', { name: 'never-there.txt' })],
    ];
    const huge = put('huge.txt', `${'All work and no play. '.repeat(100)}\n\n`.repeat(9200));
    const { dialog, cards } = await beginReport(running, [...good, ...bad.map(([f]) => f), huge]);
    await expect(cards).toHaveCount(7);
    for (const [file, text] of bad) await expect(cards.filter({ hasText: path.basename(file) })).toContainText(text);
    await expect(cards.filter({ hasText: 'huge.txt' })).toContainText(/20|٢٠/);
    await expectAccessible(page, 'new report with failures');
    await dialog.getByRole('button', { name: t('transfer:foot.align') }).click();
    await openSheet(page);
    await expect(page.locator('tr[data-row]')).toHaveCount(6);
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
  });

  test('a long alignment shows how far it is and can be cancelled; nothing is stored', async () => {
    const { page } = running;
    const texts = [1, 2].map((n) =>
      put(`long${n}.txt`, Array.from({ length: 12_000 }, (_, i) => `${paragraph(i)} Version ${n}.`).join('\n\n')),
    );
    const { dialog } = await beginReport(running, texts);
    await dialog.getByRole('button', { name: t('transfer:foot.align') }).click();
    const bar = dialog.getByRole('progressbar');
    await expect(bar).toBeVisible();
    await dialog.getByRole('button', { name: t('common:cancel') }).click();
    await expect(bar).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: t('transfer:foot.align') })).toBeEnabled();
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: t('transfer:discard.discard'), exact: true })
      .last()
      .click();
    await expect(page.getByText(t('library:count', { count: 1 }))).toBeVisible();
  });

  test('a text about something else is pointed out, and can be added all the same', async () => {
    const { page } = running;
    const about = (subject: string[]) => subject.join('\n\n');
    const storm = [
      'Ferries between Port Amal and Sefa will not sail before Thursday, the harbour office said on Tuesday.',
      'Waves tore away 73 metres of the quay on Monday night, and nobody was hurt.',
      'Mayor Elias Haddad accused the company of ignoring warnings for two winters.',
      'Two replacement boats with room for 120 passengers will leave from the old pier.',
    ];
    const other = [
      'The national museum opened a new wing for modern painting in the capital on Sunday.',
      'Visitors queued for hours to see canvases that had been kept in storage since 1987.',
      'Tickets cost 12 crowns, and schoolchildren enter for nothing, said curator Anna Lindqvist.',
      'An exhibition of textiles from the north follows in autumn.',
    ];
    const { dialog } = await beginReport(running, [
      put('storm-1.txt', about(storm)),
      put('storm-2.txt', about(storm.map((s) => s.replace('said', 'announced').replace('tore away', 'destroyed')))),
      put('museum.txt', about(other)),
    ]);
    await dialog.getByRole('button', { name: t('transfer:foot.align') }).click();
    const asked = page.getByRole('alertdialog');
    await expect(asked).toContainText('museum');
    await expect(asked).toContainText(t('transfer:unrelated.title', { count: 1 }));
    await expectAccessible(page, 'unrelated version');
    await asked.getByRole('button', { name: t('transfer:unrelated.add') }).click();
    await openSheet(page);
    await expect(page.getByRole('columnheader')).toHaveCount(4);
    await expect(page.getByText(t('reader:column.unrelated'))).toHaveCount(1);
  });
});

for (const language of ['en', 'ar'] as UiLanguage[]) {
  test(`a library that can't be written is said, interface in ${language}`, async () => {
    const t = await textsIn(language);
    const userData = newUserData();
    // Root may write anywhere, so a file stands where the folder should be; anybody else meets a folder without the right.
    const folder = path.join(userData, 'library');
    if (process.getuid?.() === 0) writeFileSync(folder, 'in the way');
    else mkdirSync(folder, { mode: 0o500 });
    const { app, page } = await launchApp(userData, language);
    try {
      await expect(page.getByText(t('settings:startProblem.title'))).toBeVisible();
      await expect(page.getByText(t('errors:library-unwritable'))).toBeVisible();
      await expectAccessible(page, 'start problem');
    } finally {
      await app.close();
      if (process.getuid?.() !== 0) chmodSync(folder, 0o700);
      rmSync(userData, { recursive: true, force: true });
    }
  });
}
