/** The one window. */
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { windowAddress } from './bundle';

export interface WindowOptions {
  /** Folder of the built preload. */
  preload: string;
  /** Asked when the person closes the window; the window stays until this is settled. */
  beforeClose: () => Promise<void>;
}

export function openWindow(options: WindowOptions): BrowserWindow {
  const win = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 320,
    minHeight: 300,
    show: false,
    webPreferences: {
      preload: path.join(options.preload, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  win.once('ready-to-show', () => {
    win.show();
    if (process.env.TRIPTYCH_TIMING) console.error(`window shown after ${Math.round(process.uptime() * 1000)} ms`);
  });

  let mayClose = false;
  win.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void options.beforeClose().finally(() => {
      mayClose = true;
      if (!win.isDestroyed()) win.close();
    });
  });
  // A crashed window comes back with what the library holds; a crash at once after that stays, so that it can't loop.
  let lastCrashMs = 0;
  win.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || mayClose || win.isDestroyed()) return;
    const nowMs = Date.now();
    if (nowMs - lastCrashMs > 10_000) win.webContents.reload();
    lastCrashMs = nowMs;
  });
  void win.loadURL(windowAddress);
  return win;
}
