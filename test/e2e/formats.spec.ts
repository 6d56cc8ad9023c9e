/**
 * Every format out and every format in, by keyboard alone: whole reports one after the other, notes, codebook and rows into an open
 * report, files that are broken, an export that is given up, and files that the system hands over.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { exporters } from '../../core/formats/exchange/export-report';
import { importExchange } from '../../core/formats/exchange/import-exchange';
import { type ExportFormat, exportFormats } from '../../core/model/exchange';
import type { ReportData } from '../../core/model/report-data';
import { expectAccessible } from '../support/app';
import { type Journey, journey } from '../support/journey';
import { cell, choosingFiles, openSheet, rows, rowsAsText, savingAs, writeNote } from '../support/reader';

/** Presses Tab until something has the focus, as far as there are things to reach. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${key}: ${target}`);
}
/** The radio button of this value in a group that has the focus. */
async function arrowTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`not reached by arrow: ${target}`);
}

const folderOf = (j: Journey): string => {
  const folder = path.join(j.userData, 'out');
  mkdirSync(folder, { recursive: true });
  return folder;
};
const choosingFolder = ({ app }: Journey, folder: string): Promise<void> => choosingFiles(app, [folder]);
const made = (j: Journey, ending: string): string[] =>
  readdirSync(folderOf(j))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folderOf(j), name));

const exportDialog = (page: Page) => page.locator('[role="dialog"]').filter({ has: page.locator('.export') });
const importDialog = (page: Page) => page.locator('[role="dialog"]').filter({ has: page.locator('.import') });

async function chooseExport(j: Journey, format: ExportFormat): Promise<{ dialog: Locator; save: Locator }> {
  const { page, t } = j;
  await page.keyboard.press('Control+e');
  const dialog = exportDialog(page);
  await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
  const radio = dialog.locator(`input[value="${format}"]`);
  await arrowTo(page, radio);
  const save = dialog.getByRole('button', {
    name: new RegExp(`^(${t('exchange:export.run')}|${t('exchange:export.runFolder')})$`),
  });
  return { dialog, save };
}
async function openExport(j: Journey, format: ExportFormat): Promise<{ dialog: Locator; save: Locator }> {
  const chosen = await chooseExport(j, format);
  await expect(chosen.dialog.locator('.export-preview')).toHaveAttribute('aria-busy', 'false');
  return chosen;
}
/** From the library, with the keyboard: the sheet for a new report, and these files chosen in it. */
async function chooseByKey(j: Journey, files: string[]): Promise<void> {
  const { page, app, t } = j;
  await choosingFiles(app, files);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('button', { name: t('transfer:add.choose') })).toBeFocused();
  await page.keyboard.press('Enter');
}
async function toLibrary({ page, t }: Journey): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: t('reader:backToLibrary') }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.report-open').first()).toBeVisible();
}
function dataIn(file: string): ReportData {
  const read = importExchange(readFileSync(file), path.basename(file));
  if (!read.ok || read.value.content.kind !== 'report') throw new Error(`no report: ${file}`);
  return read.value.content.data;
}

journey('every format', { opens: 'ferry' }, (j) => {
  test('goes out by keys, with a look at it before', async () => {
    test.setTimeout(240_000);
    const { page, app, t } = j;
    await cell(page, 4, 0).click();
    await page.keyboard.press('n');
    await writeNote(page, t, 'ملاحظة عن العبّارة');
    for (const format of exportFormats) {
      const name = `ferry.${exporters[format].extension}`;
      const { dialog, save } = await openExport(j, format);
      if (format === 'qdc') {
        // There is no code yet: the dialog says so, and has nothing to save.
        await expect(dialog.getByRole('alert')).toHaveText(t('errors:no-text-found'));
        await expect(save).toBeDisabled();
        await page.keyboard.press('Escape');
        continue;
      }
      await expect(dialog.locator('.transfer-counts')).toBeVisible();
      if (format === 'xliff') await choosingFolder(j, folderOf(j));
      else await savingAs(app, path.join(folderOf(j), name));
      await tabTo(page, save);
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('status')).toContainText(format === 'xliff' ? '.xlf' : name);
      await expect(save).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    const names = readdirSync(folderOf(j));
    expect(names.filter((name) => !name.endsWith('.xlf'))).toHaveLength(exportFormats.length - 2);
    expect(made(j, '.xlf')).toHaveLength(dataIn(path.join(folderOf(j), 'ferry.triptych')).versions.length - 1);
  });

  test('that holds a report comes in again, several files one after the other', async () => {
    test.setTimeout(240_000);
    const { page, t } = j;
    const before = await rowsAsText(page);
    await toLibrary(j);
    const files = [...made(j, '.tmx'), ...made(j, '.xlf').slice(0, 2), ...made(j, '.xlsx')];
    expect(files).toHaveLength(4);
    await chooseByKey(j, files);
    const dialog = importDialog(page);
    for (const [at, file] of files.entries()) {
      await expect(dialog).toContainText(path.basename(file));
      await expect(dialog.locator('.sample-table tbody tr').first()).toBeVisible();
      if (at === 0) {
        await expect(dialog.getByRole('status')).toHaveText(t('exchange:import.place', { number: 1, total: 4 }));
        await expectAccessible(page, 'the first of several imports');
        await j.shot('import-several');
      }
      // A file of ours whose report is there may merge: here a copy is wanted.
      const copy = dialog.getByRole('radio', { name: t('exchange:import.copy') });
      if (await copy.count()) {
        await tabTo(page, dialog.getByRole('radio', { name: t('exchange:import.merge') }), 'Shift+Tab');
        await arrowTo(page, copy);
      }
      await tabTo(page, dialog.getByRole('button', { name: t('exchange:import.run'), exact: true }));
      await page.keyboard.press('Enter');
    }
    await openSheet(page);
    await expect(dialog).toHaveCount(0);
    const words = (all: string[]) => all.map((line) => line.replace(/[\s¶]+/g, ' '));
    await expect.poll(async () => words(await rowsAsText(page))).toEqual(words(before));
    await toLibrary(j);
    await expect(page.locator('.report-open')).toHaveCount(5);
  });

  test('of notes, codebooks and rows comes into an open report, after a look at it', async () => {
    test.setTimeout(240_000);
    const { page, app, t } = j;
    const pair = dataIn(made(j, '.xlf')[0]!);
    // The pair that came in from XLIFF is the only report of two versions.
    const opened = page.locator('.report-open').filter({ hasText: pair.report.title });
    await tabTo(page, opened.first());
    for (let at = 0; ; at += 1) {
      await page.keyboard.press('Enter');
      await openSheet(page);
      if ((await page.getByRole('columnheader').count()) === 3) break;
      await toLibrary(j);
      await tabTo(page, opened.nth(at + 1));
    }
    const exact = pair.versions[0]!.segments.find(({ text }) => text.length > 40)!.text.slice(0, 30);
    const notes = j.put(
      'salma.jsonld',
      JSON.stringify({
        id: 'https://example.org/notes/1',
        type: 'Annotation',
        creator: { type: 'Person', name: 'سلمى' },
        bodyValue: 'من قال هذا؟',
        target: { source: 'https://example.org/en', selector: { type: 'TextQuoteSelector', exact } },
      }),
    );
    const codebook = j.put(
      'book.qdc',
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-1111-4111-8111-111111111111" name="Cause" isCodable="true" color="#3F73C4"><Code guid="21111111-1111-4111-8111-111111111111" name="Weather" isCodable="true"/></Code></Codes></CodeBook>',
    );
    const all = (n: number) => Array.from({ length: n }, (_, i) => i).join(', ');
    const [a, b] = pair.versions.map(({ segments }) => segments.length) as [number, number];
    const beads = j.put('other.beads', `[${all(a)}] : [${all(b)}]\n`);
    const ladder = j.put('other.ladder', `0\t0\t0.5\n1\t1\t0.4\n${a}\t${b}\t0\n`);

    const dialog = importDialog(page);
    const takeIn = async (kind: 'notes' | 'codebook' | 'rows', file: string, look: (shown: Locator) => Promise<void>) => {
      await choosingFiles(app, [file]);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(t('exchange:notes.action').replace('…', ''));
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
      await arrowTo(page, dialog.getByRole('radio', { name: t(`exchange:notes.kinds.${kind}.name`) }));
      await tabTo(page, dialog.getByRole('button', { name: t('exchange:notes.choose') }));
      await page.keyboard.press('Enter');
      await look(dialog);
      await expect(dialog.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeFocused();
      await expectAccessible(page, `a look at ${path.basename(file)}`);
      await j.shot(`look-${kind}`);
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('button', { name: t('exchange:notes.done') })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
    };
    await takeIn('notes', notes, (shown) => expect(shown.locator('.notes-sample')).toContainText('من قال هذا؟'));
    await expect(page.locator('li[data-note]').filter({ hasText: 'سلمى' })).toHaveCount(1);
    await takeIn('codebook', codebook, (shown) => expect(shown.locator('.codes-sample li')).toHaveText(['Cause', 'Weather']));
    const before = await rowsAsText(page);
    await takeIn('rows', beads, (shown) => expect(shown.locator('.sample-table tbody tr')).toHaveCount(1));
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rowsAsText(page)).toEqual(before);
    await takeIn('rows', ladder, (shown) => expect(shown.locator('.sample-table tbody tr')).toHaveCount(2));
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rowsAsText(page)).toEqual(before);
    // Now there are codes: the codebook goes out, too.
    const { dialog: out, save } = await openExport(j, 'qdc');
    await savingAs(app, path.join(folderOf(j), 'ferry.qdc'));
    await tabTo(page, save);
    await page.keyboard.press('Enter');
    await expect(out.getByRole('status')).toContainText('ferry.qdc');
    await page.keyboard.press('Escape');
    expect(readFileSync(path.join(folderOf(j), 'ferry.qdc'), 'utf8')).toContain('Weather');
  });

  test('that is broken says what is wrong with it, and nothing comes in', async () => {
    test.setTimeout(240_000);
    const { page, app, t } = j;
    await toLibrary(j);
    await expect(page.locator('.report-open').first()).toBeVisible();
    const count = await page.locator('.report-open').count();
    const laughs = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const half = (ending: string) => {
      const bytes = readFileSync(made(j, ending)[0]!);
      return bytes.subarray(0, bytes.length >> 1);
    };
    const bad: [name: string, bytes: string | Uint8Array, code: string][] = [
      ['cut.tmx', half('.tmx'), 'exchange-damaged'],
      ['page.tmx', '<html><body>hello</body></html>', 'exchange-other'],
      [
        'bomb.tmx',
        `${laughs}<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>`,
        'xml-unsafe',
      ],
      ['cut.xlf', half('.xlf'), 'exchange-damaged'],
      ['page.xlf', '<tmx version="1.4"/>', 'exchange-other'],
      ['bomb.xlf', `<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff version="2.1"/>`, 'xml-unsafe'],
      ['one.csv', 'en\nonly one column\n', 'exchange-one-version'],
      ['empty.csv', ' \n,,\n', 'no-text-found'],
      ['cut.xlsx', half('.xlsx'), 'exchange-damaged'],
      ['text.xlsx', 'no workbook', 'exchange-other'],
      ['bomb.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 }), 'zip-too-large'],
      ['cut.triptych', half('.triptych'), 'exchange-damaged'],
      ['other.triptych', zipSync({ 'word/document.xml': new Uint8Array(10) }), 'exchange-other'],
      ['bomb.triptych', zipSync({ 'manifest.json': new Uint8Array(30_000_000) }, { level: 9 }), 'zip-too-large'],
    ];
    await chooseByKey(
      j,
      bad.map(([name, bytes]) => j.put(name, bytes)),
    );
    const dialog = importDialog(page);
    for (const [at, [name, , code]] of bad.entries()) {
      await expect(dialog).toContainText(name);
      await expect(dialog.getByRole('alert')).toHaveText(t(`errors:${code}`));
      await expect(dialog.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeDisabled();
      if (at === 0) {
        await expectAccessible(page, 'a broken file of several');
        await j.shot('import-broken');
      }
      if (at + 1 === bad.length) break;
      await tabTo(page, dialog.getByRole('button', { name: t('exchange:import.skip') }));
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.locator('.report-open')).toHaveCount(count);

    // Into an open report: each kind with a file of another kind, and one that is cut off.
    await page.locator('.report-open').first().focus();
    await page.keyboard.press('Enter');
    await openSheet(page);
    const wrong: [kind: 'notes' | 'codebook', name: string, bytes: string | Uint8Array, code: string][] = [
      ['notes', 'cut.jsonld', '{"first": {"items": [', 'exchange-damaged'],
      ['notes', 'list.json', '{"a": 1}', 'exchange-other'],
      ['notes', 'cut2.triptych', half('.triptych'), 'exchange-damaged'],
      ['codebook', 'cut.qdc', '<CodeBook><Codes><Code name="a">', 'exchange-damaged'],
      ['codebook', 'page.qdc', '<html/>', 'exchange-other'],
      ['codebook', 'bomb.qdc', `${laughs}<CodeBook><Codes><Code name="&b;"/></Codes></CodeBook>`, 'xml-unsafe'],
    ];
    const before = await page.locator('li[data-note]').count();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(t('exchange:notes.action').replace('…', ''));
    await page.keyboard.press('Enter');
    for (const [kind, name, bytes, code] of wrong) {
      await choosingFiles(app, [j.put(name, bytes)]);
      await tabTo(page, dialog.getByRole('radio', { checked: true }), 'Shift+Tab');
      await arrowTo(page, dialog.getByRole('radio', { name: t(`exchange:notes.kinds.${kind}.name`) }));
      await tabTo(page, dialog.getByRole('button', { name: t('exchange:notes.choose') }));
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('alert')).toHaveText(t(`errors:${code}`));
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('li[data-note]')).toHaveCount(before);
    await toLibrary(j);
  });

  test('of a long report shows how far it is and can be given up', async () => {
    test.setTimeout(240_000);
    const { page, app, t } = j;
    const count = 20_000;
    const table = Array.from({ length: count }, (_, i) => `Boat ${i} sails to Sefa,Le bateau ${i} part pour Sefa\r\n`);
    await chooseByKey(j, [j.put('long.csv', `en,fr\r\n${table.join('')}`)]);
    const dialog = importDialog(page);
    await expect(dialog.locator('.sample-table tbody tr').first()).toBeVisible({ timeout: 90_000 });
    await tabTo(page, dialog.getByRole('button', { name: t('exchange:import.run'), exact: true }));
    await page.keyboard.press('Enter');
    // Found by its class: asking a page of so many rows for roles takes long.
    await expect(page.locator('tr[data-row]').first()).toBeVisible({ timeout: 90_000 });
    await page.locator('.reader-bar button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.report-open').filter({ hasText: 'long' }).focus();

    // Nobody has to wait for the preview of a long report.
    const { dialog: out, save } = await chooseExport(j, 'xlsx');
    await savingAs(app, path.join(folderOf(j), 'given-up.xlsx'));
    await tabTo(page, save);
    await page.keyboard.press('Enter');
    const bar = out.getByRole('progressbar');
    await expect(bar).toBeVisible({ timeout: 60_000 });
    await j.shot('export-long');
    await expect(out.getByRole('button', { name: t('common:cancel') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(out.getByRole('status')).toHaveText(t('exchange:export.stopped'), { timeout: 60_000 });
    await expect(bar).toHaveCount(0);
    expect(readdirSync(folderOf(j))).not.toContain('given-up.xlsx');
    expect(readdirSync(folderOf(j)).filter((name) => name.endsWith('.part'))).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('that the system hands over leads to its dialog, and a sheet opened for it alone goes with it', async () => {
    const { page, app, t } = j;
    const dialog = importDialog(page);
    const open = (file: string) =>
      app.evaluate(({ app: electron }, word) => electron.emit('second-instance', {}, ['triptych', word], '/'), file);
    await open(`file://${encodeURI(made(j, '.triptych')[0]!)}`);
    await expect(dialog).toContainText('ferry.triptych');
    await expect(dialog.getByRole('radio', { name: t('exchange:import.merge') })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // A second file while the first one is being looked at waits for it.
    await open(made(j, '.tmx')[0]!);
    await expect(dialog).toContainText('ferry.tmx');
    await open(made(j, '.xlsx')[0]!);
    await expect(dialog.getByRole('button', { name: t('exchange:import.skip') })).toBeVisible();
    await expect(dialog).toContainText('ferry.tmx');
    await tabTo(page, dialog.getByRole('button', { name: t('exchange:import.skip') }));
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('ferry.xlsx');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
