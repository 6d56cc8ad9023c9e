/**
 * Calls from the window: who asks is checked here, what is asked where it is answered (the handlers parse their input against
 * core/contract/calls.ts). The outcome is always a Result.
 */
import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import { type CallName, callNames } from '../core/contract/calls';
import type { EventName, EventPayload } from '../core/contract/events';
import { failure, type Result } from '../core/model/result';
import { windowAddress } from './bundle';

const known = new Set<string>(callNames);

/** Only the main frame of our own page. Node gives 'null' as the origin of a scheme that it doesn't know: compare the address. */
const isOurs = (frame: WebFrameMain | null, win: BrowserWindow | null): boolean =>
  frame !== null && win !== null && frame === win.webContents.mainFrame && frame.url.startsWith(windowAddress);

export type CallAnswer = (name: CallName, input: unknown) => Promise<Result<unknown>>;

export function answerCalls(currentWindow: () => BrowserWindow | null, answer: CallAnswer): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event.senderFrame, currentWindow())) return failure('forbidden');
    if (typeof name !== 'string' || !known.has(name)) return failure('invalid-input');
    return answer(name as CallName, input);
  });
}

export function sendEvent<N extends EventName>(win: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (win && !win.isDestroyed() && !win.webContents.isDestroyed()) win.webContents.send('event', name, payload);
}

/** Asks the window to save its drafts; settles when it has, when it is gone, or after waitMs. */
export function flushWindow(win: BrowserWindow, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      ipcMain.off('flushed', heard);
      resolve();
    };
    const heard = (event: Electron.IpcMainEvent) => {
      if (isOurs(event.senderFrame, win)) done();
    };
    const timer = setTimeout(done, waitMs);
    ipcMain.on('flushed', heard);
    if (win.isDestroyed() || win.webContents.isCrashed()) done();
    else sendEvent(win, 'app.closing', {});
  });
}
