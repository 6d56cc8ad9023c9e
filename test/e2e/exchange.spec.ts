/**
 * A report goes out and comes back, once in the English interface and once in the Arabic one: as a package that is deleted here and
 * imported again, as a table, as a page that is opened with scripts off, and as notes from a second laptop.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { exportReport } from '../../core/formats/exchange/export-report';
import { importExchange } from '../../core/formats/exchange/import-exchange';
import type { NoteId } from '../../core/model/ids';
import { directionOf } from '../../core/model/languages';
import type { ReportData } from '../../core/model/report-data';
import { expectAccessible } from '../support/app';
import { journey } from '../support/journey';
import { beginReport, cell, choosingFiles, openSheet, rowsAsText, savingAs, writeNote } from '../support/reader';

/** The package's report: what the tests compare and what a second laptop would hold. */
function packageData(file: string): ReportData {
  const read = importExchange(readFileSync(file), path.basename(file));
  if (!read.ok || read.value.content.kind !== 'report') throw new Error(`not a package: ${file}`);
  return read.value.content.data;
}

journey('exports and imports', {}, (j) => {
  const { language, t } = j;
  const folderPath = () => {
    const folder = path.join(j.userData, 'out');
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const exportDialog = () => j.page.locator('[role="dialog"]').filter({ has: j.page.locator('.export') });
  /** Opens the dialog by key, chooses a format and saves. */
  async function exportAs(format: string, file: string): Promise<void> {
    const { page, app } = j;
    await savingAs(app, path.join(folderPath(), file));
    await page.keyboard.press('Control+e');
    await exportDialog()
      .getByRole('radio', { name: t(`exchange:export.formats.${format}.name`) })
      .check();
    const save = exportDialog().getByRole('button', { name: t('exchange:export.run') });
    await expect(exportDialog().locator('.export-preview')).toHaveAttribute('aria-busy', 'false');
    await save.click();
    await expect(exportDialog().getByRole('status')).toHaveText(t('exchange:export.saved', { name: file }));
    await page.keyboard.press('Escape');
    await expect(exportDialog()).toHaveCount(0);
  }
  /** What another laptop makes of mine.triptych: it went on from the note that is in it, and wrote one more. */
  function writeTheirs(name: string, where: string): void {
    const data = packageData(path.join(folderPath(), 'mine.triptych'));
    const note = data.notes[0]!;
    const notes = [
      { ...note, body: `changed ${where}`, revision: note.revision + 1 },
      { ...note, id: crypto.randomUUID() as NoteId, body: `written ${where}` },
    ];
    const made = exportReport('triptych', { ...data, notes }, { appVersion: '0', nowMs: 0 });
    if (!made.ok) throw new Error(made.error.code);
    writeFileSync(path.join(folderPath(), name), made.value.files[0]!.bytes);
  }
  const noteCards = () => j.page.locator('li[data-note]');

  test('the dialog shows what each format gives and leaves', async () => {
    const { page } = j;
    await page.getByRole('button', { name: t('library:samples.ferry.open') }).click();
    await openSheet(page);
    await cell(page, 4, 0).click();
    await page.keyboard.press('n');
    await writeNote(page, t, 'ملاحظة about the ferry');
    await page
      .locator('.reader-bar')
      .getByRole('button', { name: t('reader:more.label'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: t('exchange:export.action') }).click();
    await expect(exportDialog().locator('.sample-table tbody tr')).toHaveCount(4);
    await expect(page.locator('.format input:focus')).toHaveCount(1);
    await expectAccessible(page, 'export, page');
    await j.shot(`export-html`);
    // By keys alone: the next formats of the list.
    await page.keyboard.press('ArrowDown');
    await expect(exportDialog().getByRole('radio', { name: t('exchange:export.formats.docx.name') })).toBeChecked();
    await exportDialog()
      .getByRole('radio', { name: t('exchange:export.formats.md.name') })
      .check();
    await expect(exportDialog().locator('.excerpt-prose')).toContainText('#');
    await j.shot(`export-md`);
    await exportDialog()
      .getByRole('radio', { name: t('exchange:export.formats.beads.name') })
      .check();
    await expect(exportDialog().locator('.excerpt-code')).toContainText('[0]');
    await expect(exportDialog().locator('.transfer-left')).toContainText(t('exchange:transfer.notes-left-out'));
    await expectAccessible(page, 'export, bead lines');
    await j.shot(`export-beads`);
    await page.keyboard.press('Escape');
    await expect(exportDialog()).toHaveCount(0);
  });

  test('a package goes out, the report is deleted, the package brings rows and notes back', async () => {
    const { page } = j;
    const before = await rowsAsText(page);
    await exportAs('triptych', 'ferry.triptych');
    const data = packageData(path.join(folderPath(), 'ferry.triptych'));
    expect(data.notes.map(({ body }) => body)).toEqual(['ملاحظة about the ferry']);
    expect(data.versions.every(({ original }) => (original?.bytes.length ?? 0) > 0)).toBe(true);

    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await page.locator('.report-open').first().focus();
    await page.keyboard.press('Delete');
    await expect(page.locator('.report-open')).toHaveCount(0);

    await beginReport(j, [path.join(folderPath(), 'ferry.triptych')]);
    const dialog = page.locator('[role="dialog"]').filter({ has: page.locator('.import') });
    await expect(dialog.locator('.sample-table tbody tr')).toHaveCount(5);
    await expect(dialog).toContainText(t('exchange:import.inBin'));
    await expectAccessible(page, 'import of a package');
    await j.shot(`import-package`);
    await dialog.getByRole('button', { name: t('exchange:import.run'), exact: true }).click();
    await openSheet(page);
    await expect.poll(() => rowsAsText(page)).toEqual(before);
    await expect(noteCards()).toHaveCount(1);
    await expect(noteCards().first()).toContainText('ملاحظة about the ferry');
  });

  test('a table comes back as the same rows; its languages are found and can be corrected', async () => {
    const { page } = j;
    const before = await rowsAsText(page);
    await exportAs('csv', 'ferry.csv');
    const text = readFileSync(path.join(folderPath(), 'ferry.csv'), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await beginReport(j, [path.join(folderPath(), 'ferry.csv')]);
    const dialog = page.locator('[role="dialog"]').filter({ has: page.locator('.import') });
    const language4 = dialog.getByLabel(t('exchange:import.columnLanguage', { number: 4 }));
    await expect(language4).toHaveValue('ar');
    await language4.selectOption('fa');
    await expect(dialog.locator('.sample-table tbody td:nth-child(4)[lang="fa"]').first()).toBeVisible();
    await language4.selectOption('ar');
    await expect(dialog.locator('.sample-table tbody td:nth-child(4)[lang="ar"]').first()).toBeVisible();
    await expectAccessible(page, 'import of a table');
    await j.shot(`import-csv`);
    await dialog.getByLabel(t('exchange:import.reportTitle')).fill('From a table');
    await dialog.getByRole('button', { name: t('exchange:import.run'), exact: true }).click();
    await openSheet(page);
    await expect(page.locator('.reader-bar')).toContainText('From a table');
    // A table doesn't know what a heading is and what stands outside the text: only the words and their rows come back.
    const words = (rows: string[]) => rows.map((r) => r.replace(/\s+/g, ' '));
    await expect.poll(async () => words(await rowsAsText(page))).toEqual(words(before));
  });

  test('a page is whole with scripts off and asks for nothing', async ({ browserName: _ }) => {
    const { page, app } = j;
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await page.locator('.report-open').filter({ hasNotText: 'From a table' }).first().click();
    await openSheet(page);
    await exportAs('html', 'ferry.html');
    const html = readFileSync(path.join(folderPath(), 'ferry.html'), 'utf8');
    const seen = await app.evaluate(async ({ BrowserWindow, session }, source) => {
      const apart = session.fromPartition('exported');
      const asked: string[] = [];
      apart.webRequest.onBeforeRequest((details, answer) => {
        if (!details.url.startsWith('data:')) asked.push(details.url);
        answer({});
      });
      const win = new BrowserWindow({ show: false, webPreferences: { session: apart, javascript: false, sandbox: true } });
      const title = new Promise<string>((resolve) => win.once('page-title-updated', (_event, said) => resolve(said)));
      await win.loadURL(`data:text/html;base64,${source}`);
      const said = await title;
      win.destroy();
      return { asked, said };
    }, Buffer.from(html).toString('base64'));
    expect(seen.asked).toEqual([]);
    expect(seen.said.length).toBeGreaterThan(3);
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain('ملاحظة about the ferry');
    expect(html).toContain(t('exchange:labels.absent'));
    expect(html).toMatch(new RegExp(`<html[^>]*lang="${language}"`));
    expect(directionOf(language)).toBe(await page.locator('html').getAttribute('dir'));
  });

  test('notes of a second laptop come in; what both changed is kept twice and can be seen', async () => {
    const { page, app } = j;
    await exportAs('triptych', 'mine.triptych');
    writeTheirs('theirs.triptych', 'on the other laptop');
    await noteCards().first().locator('.note-body').click();
    await writeNote(page, t, 'changed here');

    await choosingFiles(app, [path.join(folderPath(), 'theirs.triptych')]);
    await page
      .locator('.reader-bar')
      .getByRole('button', { name: t('reader:more.label'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: t('exchange:notes.action') }).click();
    const dialog = page.locator('[role="dialog"]').filter({ has: page.locator('.import') });
    await expectAccessible(page, 'import into a report');
    await j.shot(`import-notes`);
    await dialog.getByRole('button', { name: t('exchange:notes.choose') }).click();
    // Nothing has come in yet: what would is shown first.
    await expect(dialog.locator('.notes-sample')).toContainText('changed on the other laptop');
    await expect(dialog).toContainText(t('exchange:notes.willConflict', { count: 1 }));
    await expect(noteCards()).toHaveCount(1);
    await expectAccessible(page, 'what would come in');
    await j.shot('import-notes-preview');
    await expect(dialog.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.locator('.conflicts li')).toHaveCount(1);
    await expect(dialog.locator('.conflicts')).toContainText('changed here');
    await expect(dialog.locator('.conflicts')).toContainText('changed on the other laptop');
    await expectAccessible(page, 'what came in');
    await j.shot(`import-result`);
    await dialog.getByRole('button', { name: t('exchange:notes.show', { note: 'changed on the other laptop' }) }).click();
    await expect(noteCards()).toHaveCount(3);
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: new RegExp(t('history:notes-import')) })
      .first()
      .click();
    await expect(noteCards()).toHaveCount(1);
    await expect(noteCards().first()).toContainText('changed here');
    expect(readdirSync(folderPath()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('from the library: a package of a report that is there merges or comes in as a copy; a damaged one harms nothing', async () => {
    const { page } = j;
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await expect(page.locator('.report-open').first()).toBeVisible();
    const count = await page.locator('.report-open').count();
    const dialog = page.locator('[role="dialog"]').filter({ has: page.locator('.import') });
    const open = async (name: string) => {
      await beginReport(j, [path.join(folderPath(), name)]);
    };

    writeTheirs('third.triptych', 'on a third laptop');
    writeFileSync(
      path.join(folderPath(), 'damaged.triptych'),
      readFileSync(path.join(folderPath(), 'theirs.triptych')).subarray(0, 900),
    );
    await open('damaged.triptych');
    await expect(dialog.getByRole('alert')).toHaveText(t('errors:exchange-damaged'));
    await expect(dialog.getByRole('button', { name: t('exchange:import.run'), exact: true })).toBeDisabled();
    await expectAccessible(page, 'a damaged package');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Escape');

    await open('third.triptych');
    await expect(dialog.getByRole('radio', { name: t('exchange:import.merge') })).toBeChecked();
    await expectAccessible(page, 'a package of a report that is there');
    await j.shot(`import-merge`);
    await dialog.getByRole('button', { name: t('exchange:import.runMerge') }).click();
    await expect(dialog.locator('.conflicts li')).toHaveCount(1);
    await dialog.getByRole('button', { name: t('exchange:notes.done') }).click();
    await openSheet(page);
    await expect(noteCards()).toHaveCount(3);
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await expect(page.locator('.report-open')).toHaveCount(count);

    await open('third.triptych');
    await dialog.getByRole('radio', { name: t('exchange:import.copy') }).check();
    await dialog.getByRole('button', { name: t('exchange:import.run'), exact: true }).click();
    await openSheet(page);
    await expect(noteCards()).toHaveCount(2);
    await page.getByRole('button', { name: t('reader:backToLibrary') }).click();
    await expect(page.locator('.report-open')).toHaveCount(count + 1);
  });

  test('the library exports the report in focus; giving no place writes nothing', async () => {
    const { page, app } = j;
    await savingAs(app, null);
    const before = readdirSync(folderPath()).sort();
    await page.locator('.report-open').first().focus();
    await page.keyboard.press('Control+e');
    await expect(exportDialog().locator('.transfer-counts')).toBeVisible();
    await exportDialog()
      .getByRole('button', { name: t('exchange:export.run') })
      .click();
    await expect(exportDialog().getByRole('button', { name: t('exchange:export.run') })).toBeFocused();
    await expect(exportDialog().getByRole('status')).toHaveText('');
    expect(readdirSync(folderPath()).sort()).toEqual(before);
    // A place where nothing can be written is told, and the dialog is as it was.
    await savingAs(app, path.join(folderPath(), 'nowhere', 'x.html'));
    await exportDialog()
      .getByRole('button', { name: t('exchange:export.run') })
      .click();
    await expect(exportDialog().getByRole('alert')).toHaveText(t('errors:file-unwritable'));
    await page.keyboard.press('Escape');
    await expect(page.locator('.report-open').first()).toBeFocused();
  });
});
