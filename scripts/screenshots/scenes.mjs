// The screens of the app in the order in which a person could come to them. A scene brings its screen up; `back` leaves it again.
// What is set up by calls to the host (notes, codes) could be set up by hand as well: it only goes faster.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';
import { written } from './words.mjs';

const sampleFolder = path.join(root, 'resources', 'samples', 'ferry');

/** `at`: the running app, its page, its words and language, a folder for files. */
export function scenes(at) {
  const { t, language } = at;
  const words = written[language];
  const page = () => at.page;
  const key = (keys) => page().keyboard.press(keys);
  const call = (name, input) =>
    page().evaluate(
      async ([called, given]) => {
        const answer = await window.triptych.call(called, given);
        if (!answer.ok) throw new Error(`${called}: ${JSON.stringify(answer.error)}`);
        return answer.value;
      },
      [name, input],
    );
  const button = (name) => page().getByRole('button', { name }).first();
  const dialog = () => page().locator('[role="dialog"], [role="alertdialog"]').last();
  const cell = (row, version) => page().locator(`tr[aria-rowindex="${row + 1}"] td[data-v="${version}"]`);
  const sheet = () => page().locator('tr[data-row]').first().waitFor();
  const command = async (label) => {
    await key('Control+k');
    await page()
      .getByRole('dialog', { name: t('palette:title') })
      .getByRole('combobox')
      .fill(t(label));
    await key('Enter');
  };
  const choosing = (files) =>
    at.app.evaluate(({ dialog: system }, filePaths) => {
      system.showOpenDialog = async () => ({ canceled: false, filePaths });
    }, files);
  const put = (name, content) => {
    mkdirSync(at.folder, { recursive: true });
    const file = path.join(at.folder, name);
    writeFileSync(file, content);
    return file;
  };
  const leave = () => key('Escape');
  const toReport = async () => {
    await key('Control+l');
    await page().locator('.report-open').first().click();
    await sheet();
  };
  const chooseIn = async (files) => {
    await choosing(files);
    await page()
      .getByRole('button', { name: t('transfer:add.choose') })
      .click();
  };

  return [
    { name: 'first-start', show: () => button(t('library:samples.ferry.open')).waitFor() },
    { name: 'new-report', show: () => button(t('library:newReport')).click() },
    {
      name: 'new-report-files',
      show: async () => {
        await chooseIn(['en1.html', 'en2.txt', 'fr.md', 'ar.txt'].map((name) => path.join(sampleFolder, name)));
        const align = page().getByRole('button', { name: t('transfer:foot.align') });
        for (let i = 0; i < 60 && !(await align.isEnabled()); i += 1) await page().waitForTimeout(100);
      },
    },
    {
      name: 'paste',
      show: () =>
        page()
          .getByRole('button', { name: t('transfer:add.paste') })
          .click(),
      back: leave,
    },
    {
      name: 'discard',
      show: leave,
      back: () =>
        page()
          .getByRole('button', { name: t('transfer:discard.discard'), exact: true })
          .last()
          .click(),
    },
    {
      name: 'import-table',
      show: async () => {
        await button(t('library:newReport')).click();
        await chooseIn([put('table.csv', words.table)]);
        await page()
          .getByRole('button', { name: t('exchange:import.run'), exact: true })
          .waitFor();
      },
      back: leave,
    },
    {
      name: 'hint',
      show: async () => {
        await leave();
        await button(t('library:samples.ferry.open')).click();
        await sheet();
        await page().locator('.tour').waitFor();
      },
      back: () =>
        page()
          .getByRole('button', { name: t('tour:stop') })
          .click(),
    },
    {
      name: 'note-editor',
      show: async () => {
        for (const [i, keys] of ['Shift+N', 'n', 'n'].entries()) {
          await cell(i * 2 + 7, i === 2 ? 3 : 0).click();
          await key(keys);
          await page()
            .getByRole('textbox', { name: t('notes:body') })
            .fill(words.notes[i]);
          if (i < 2) await leave();
        }
      },
      back: leave,
    },
    {
      name: 'reader',
      show: async () => {
        const { reports } = await call('reports.list', {});
        const reportId = reports[0].id;
        const made = [];
        for (const [i, [name, description, above]] of words.codes.entries()) {
          const parentId = above === null ? null : made[above];
          const colour = ['#0f5c63', '#8a4b08', '#7a3b86', '#2f5d9b'][i];
          const { codeId } = await call('codes.edit', {
            reportId,
            edit: { type: 'create', name, description, parentId, colour },
          });
          made.push(codeId);
        }
        const { segments } = await call('report.rows', { reportId, offset: 0, limit: 200 });
        const { report } = await call('report.open', { reportId });
        for (const [code, version, segment] of [
          [1, 0, 8],
          [2, 0, 6],
          [2, 1, 5],
          [2, 3, 6],
          [3, 2, 7],
          [3, 0, 11],
          [1, 3, 8],
        ]) {
          const { start, end } = segments[version][segment];
          const passages = [{ versionId: report.versions[version].id, start, end }];
          await call('codes.apply', { reportId, codeId: made[code], passages });
        }
        // The window has not heard of what it did not ask for itself.
        await toReport();
        await cell(8, 0).click();
        await key('c');
        await cell(8, 0).click();
      },
    },
    { name: 'evidence', show: () => key('e'), back: () => key('e') },
    { name: 'row-menu', show: () => key('Shift+F10'), back: leave },
    {
      name: 'flow',
      show: async () => {
        await leave();
        await cell(8, 0).click();
        await key('f');
        await page().locator('.flow-seg').first().waitFor();
        await page().waitForTimeout(700);
      },
      back: async () => {
        await key('f');
        await sheet();
      },
    },
    {
      name: 'find',
      show: async () => {
        await key('Control+f');
        await page().keyboard.type(language === 'ar' ? 'العاصفة' : 'storm');
      },
      back: leave,
    },
    {
      name: 'code-picker',
      show: async () => {
        await leave();
        await cell(10, 0).click();
        await key('k');
      },
      back: leave,
    },
    { name: 'codebook', show: () => key('Alt+k') },
    {
      name: 'code-table',
      show: () =>
        dialog()
          .getByRole('tab', { name: t('codes:tabs.table') })
          .click(),
    },
    {
      name: 'coders',
      show: () =>
        dialog()
          .getByRole('tab', { name: t('codes:tabs.coders') })
          .click(),
      back: leave,
    },
    { name: 'search-start', show: () => key('Control+Shift+F') },
    {
      name: 'search',
      show: async () => {
        await page().locator('.search-box input').fill(words.search);
        await page().locator('.kwic').nth(1).waitFor();
        await key('ArrowDown');
        await key('ArrowDown');
      },
    },
    { name: 'search-help', show: () => key('F1'), back: leave },
    {
      name: 'search-codes',
      show: async () => {
        await page().locator('.search-box input').fill(words.codeWord);
        await page().locator('.found-code').first().waitFor();
      },
    },
    {
      name: 'search-passages',
      show: async () => {
        await page().locator('.found-code-open').first().click();
        await page().locator('.kwic').first().waitFor();
        await key('ArrowDown');
      },
    },
    {
      name: 'search-none',
      show: async () => {
        await page().locator('.search-box input').fill('xyzzy');
        await page().locator('.search-none').waitFor();
      },
      back: async () => {
        await button(t('search:backToReport')).click();
        await sheet();
      },
    },
    {
      name: 'export',
      show: async () => {
        await key('Control+e');
        await page().locator('.export').waitFor();
        await page().waitForTimeout(600);
      },
      back: leave,
    },
    {
      name: 'import-notes',
      show: () => command('exchange:notes.action'),
      back: leave,
    },
    { name: 'realign', show: () => command('reader:more.realign'), back: leave },
    { name: 'notes-bin', show: () => command('notes:commands.bin'), back: leave },
    {
      name: 'note-history',
      show: async () => {
        const note = page().locator('li[data-note]').first();
        await note.click();
        await note.getByRole('button', { name: t('notes:more') }).click();
        await page()
          .getByRole('menuitem', { name: t('notes:history.open') })
          .click();
      },
      back: leave,
    },
    {
      name: 'text-look',
      show: () =>
        page()
          .getByRole('button', { name: t('reader:text.label') })
          .click(),
      back: leave,
    },
    { name: 'column-menu', show: () => page().locator('th[data-v="1"]').getByRole('button').first().click(), back: leave },
    { name: 'palette', show: () => key('Control+k'), back: leave },
    { name: 'keys', show: () => key('?'), back: leave },
    {
      name: 'print',
      show: async () => {
        const pdf = await at.app.evaluate(async ({ BrowserWindow }) => {
          const bytes = await BrowserWindow.getAllWindows()[0].webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
          return bytes.toString('base64');
        });
        writeFileSync(path.join(at.out, `print-${language}.pdf`), Buffer.from(pdf, 'base64'));
        await page().emulateMedia({ media: 'print' });
        // The look of paper comes a moment after it was asked for.
        await page().locator('[data-region="bar"] button').first().waitFor({ state: 'hidden' });
      },
      back: () => page().emulateMedia({ media: null }),
    },
    {
      name: 'library',
      show: async () => {
        await key('Control+l');
        await page()
          .getByRole('button', { name: t('library:samples.udhr.title') })
          .click();
        await sheet();
        await key('Control+l');
        await page().locator('.report-open').nth(1).waitFor();
      },
    },
    {
      name: 'collections',
      show: async () => {
        await page().locator('.report').getByRole('button').last().click();
        await page()
          .getByRole('menuitem', { name: t('library:collections.menu') })
          .click();
        await dialog().getByRole('textbox').fill(words.collection);
        await key('Enter');
      },
      back: leave,
    },
    {
      name: 'bin',
      show: async () => {
        await page().locator('.report-open').first().focus();
        await key('Delete');
        await page()
          .getByRole('button', { name: new RegExp(t('library:bin.title')) })
          .first()
          .click();
      },
      back: leave,
    },
    { name: 'settings', show: () => key('Control+,'), back: leave },
    { name: 'about', show: () => command('menu:about'), back: leave },
  ];
}

/** From the library, wherever the pictures were: the first report, or the sample where there is none; hints are put away. */
export async function openReport({ page, t }) {
  const sample = page.getByRole('button', { name: t('library:samples.ferry.open') });
  await page.locator('.report-open').or(sample).first().waitFor();
  await page.locator('.report-open').or(sample).first().click();
  await page.locator('tr[data-row]').first().waitFor();
  const stop = page.getByRole('button', { name: t('tour:stop') });
  if (await stop.isVisible()) await stop.click();
}
