/** The system's own dialogs for where files go. A test can answer in their place: they are looked up on `dialog` at each call. */
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Places } from './services/export-run';

export const savePlaces = (currentWindow: () => BrowserWindow | null): Places => ({
  async file(name) {
    const options: Electron.SaveDialogOptions = {
      defaultPath: path.join(app.getPath('documents'), name),
      filters: [{ name: path.extname(name).slice(1).toUpperCase(), extensions: [path.extname(name).slice(1)] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const win = currentWindow();
    const answer = win ? await dialog.showSaveDialog(win, options) : await dialog.showSaveDialog(options);
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  },
  async folder() {
    const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
    const win = currentWindow();
    const answer = win ? await dialog.showOpenDialog(win, options) : await dialog.showOpenDialog(options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
});
