/** The question before an address is opened outside the app. The address is shown as it goes out, in ASCII. */
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { UiLanguage } from '../core/model/languages';
import { menuTexts } from './menu';

export async function askForLink(win: BrowserWindow | null, language: UiLanguage, address: string): Promise<boolean> {
  const text = menuTexts(language);
  const options: MessageBoxOptions = {
    type: 'question',
    message: text('linkQuestion'),
    detail: address,
    buttons: [text('linkOpen'), text('linkCancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const answer = win ? await dialog.showMessageBox(win, options) : await dialog.showMessageBox(options);
  return answer.response === 0;
}
