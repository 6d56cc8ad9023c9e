/** Main process: wiring only. With a command word it is the command line and opens no window. */
import path from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Settings } from '../core/contract/schemas';
import type { Result } from '../core/model/result';
import { askForLink } from './ask-for-link';
import { commandIn } from './cli/names';
import { fileFilters } from './file-filter';
import { initialLanguage } from './initial-language';
import { answerCalls, flushWindow, sendEvent } from './ipc';
import { LibraryClient } from './library-client';
import { setMenu } from './menu';
import { filesIn, openedFiles } from './opened-files';
import { declareScheme, serveBundle } from './protocol';
import { resourceFolders } from './resource-folders';
import { savePlaces } from './save-places';
import { guardContents, guardSession } from './security';
import { exportRunHandlers } from './services/export-run';
import { fileHandlers } from './services/files';
import { type MainCall, mainCalls, runCall } from './services/handlers';
import { linkHandlers } from './services/links';
import { openWindow } from './window';

const flushWaitMs = 3000;
/** Where paper is not A4 (CLDR, paperSize US-Letter). */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));
const here = import.meta.dirname;

function startApp(): void {
  if (process.env.APP_USER_DATA) app.setPath('userData', process.env.APP_USER_DATA);
  // enableSandbox() together with --no-sandbox (which root needs) makes every child process refuse to start, over and over;
  // the window asks for the sandbox itself all the same.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declareScheme();
  guardContents();

  let win: BrowserWindow | null = null;
  let language = initialLanguage(process.env.TRIPTYCH_LANG, []);
  const showMenu = () => setMenu(language, (command) => sendEvent(win, 'menu.command', { command }));

  const opened = openedFiles(() => sendEvent(win, 'files.opened', {}));
  opened.add(filesIn(args, process.cwd()));
  app.on('second-instance', (_event, argv, folder) => {
    if (win?.isMinimized()) win.restore();
    win?.focus();
    opened.add(filesIn(argv.slice(1), folder));
  });
  // macOS; may come before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    opened.add([file]);
  });
  app.on('window-all-closed', () => app.quit());

  void app.whenReady().then(() => {
    language = initialLanguage(process.env.TRIPTYCH_LANG, app.getPreferredSystemLanguages());
    const library = new LibraryClient(
      path.join(here, 'library-process.js'),
      {
        folder: app.getPath('userData'),
        appVersion: app.getVersion(),
        platform: process.platform,
        language,
        resources: resourceFolders(path.join(here, '..', '..'), app.isPackaged ? process.resourcesPath : null),
      },
      (name, payload) => {
        if (name === 'settings.changed') {
          language = (payload as Settings).language;
          showMenu();
        }
        sendEvent(win, name, payload);
      },
    );
    const files = fileHandlers(async (kind) => {
      const options: Electron.OpenDialogOptions = {
        properties: kind === 'texts' ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [fileFilters[kind]],
      };
      const answer = win ? await dialog.showOpenDialog(win, options) : await dialog.showOpenDialog(options);
      return answer.canceled ? [] : answer.filePaths;
    }, opened.take);
    const runExport = exportRunHandlers(
      (request) => library.call('export.make', request),
      savePlaces(() => win),
      async () => {
        if (!win) throw new Error('no window to print');
        // The margins are the style sheet's.
        const pageSize = letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4';
        return win.webContents.printToPDF({ pageSize, printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true });
      },
    );
    const links = linkHandlers(
      (address) => askForLink(win, language, address),
      (address) => shell.openExternal(address),
    );
    const isMainCall = (name: string): name is MainCall => (mainCalls as readonly string[]).includes(name);
    answerCalls(
      () => win,
      (name, input) =>
        isMainCall(name) ? runCall(name, input, { ...files, ...runExport, ...links }[name] as never) : library.call(name, input),
    );

    guardSession();
    serveBundle(path.join(here, '..', 'renderer'));
    showMenu();
    win = openWindow({
      preload: path.join(here, '..', 'preload'),
      beforeClose: async () => {
        if (win) await flushWindow(win, flushWaitMs);
        await library.close();
      },
    });
    win.on('closed', () => {
      win = null;
    });
    // The reader's own language is in the library.
    void library.call('app.start', {}).then((answer) => {
      const started = answer as Result<{ settings: Settings }>;
      if (!started.ok || started.value.settings.language === language) return;
      language = started.value.settings.language;
      showMenu();
    });
  });
}

// Chromium's own switch, which root needs, is none of the command's options.
const args = process.argv.slice(app.isPackaged ? 1 : 2).filter((arg) => arg !== '--no-sandbox');
const command = commandIn(args);
if (command) {
  const root = path.join(here, '..', '..');
  const resources = resourceFolders(root, app.isPackaged ? process.resourcesPath : null);
  const { runCli } = await import('./cli/run');
  app.exit(await runCli(command, { resources, appVersion: app.getVersion() }));
} else startApp();
