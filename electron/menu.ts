/**
 * The application menu, in the interface language, made anew when that changes. Items that concern the window's content send
 * `menu.command`; the rest are roles of the system. Texts: resources/locales/<language>/menu.json.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../core/contract/events';
import type { UiLanguage } from '../core/model/languages';

type Texts = Record<string, unknown>;
const files = import.meta.glob<Texts>('../resources/locales/*/menu.json', { eager: true, import: 'default' });

/** A missing text shows as its key, so that a gap is seen and nothing fails. */
export const menuTexts = (language: UiLanguage) => {
  const texts = files[`../resources/locales/${language}/menu.json`] ?? {};
  return (key: string): string => {
    const text = texts[key];
    return typeof text === 'string' ? text : key;
  };
};

export function setMenu(language: UiLanguage, send: (command: MenuCommand) => void): void {
  const text = menuTexts(language);
  const mac = process.platform === 'darwin';
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const command = (key: string, name: MenuCommand, accelerator?: string, more: MenuItemConstructorOptions = {}) => ({
    label: text(key),
    click: () => send(name),
    ...(accelerator ? { accelerator } : {}),
    ...more,
  });
  const role = (key: string, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    label: text(key),
    role: name,
  });
  // A letter alone belongs to the window, which knows whether the person is typing: shown here, not bound. macOS would bind it.
  const shown = (name: string): [accelerator?: string, more?: MenuItemConstructorOptions] =>
    mac ? [] : [name, { registerAccelerator: false }];

  const about = command('about', 'about');
  const settings = command('settings', 'settings', 'CmdOrCtrl+,');
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ label: app.name, submenu: [about, line, settings, line, role('hide', 'hide'), role('quit', 'quit')] }] : []),
    {
      label: text('file'),
      submenu: [
        command('newReport', 'new-report', 'CmdOrCtrl+N'),
        command('library', 'library', 'CmdOrCtrl+L'),
        command('export', 'export', ...shown('CmdOrCtrl+E')),
        ...(mac ? [role('close', 'close')] : [line, settings, line, role('quit', 'quit')]),
      ],
    },
    {
      label: text('edit'),
      submenu: [
        command('undo', 'undo', 'CmdOrCtrl+Z'),
        command('redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
        line,
        command('note', 'note', ...shown('N')),
        command('find', 'find', 'CmdOrCtrl+F'),
        command('search', 'search', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: text('view'),
      submenu: [
        command('textLarger', 'text-larger', 'CmdOrCtrl+Plus'),
        // Plus is Shift+= on many keyboards.
        command('textLarger', 'text-larger', 'CmdOrCtrl+=', { visible: false, acceleratorWorksWhenHidden: true }),
        command('textSmaller', 'text-smaller', 'CmdOrCtrl+-'),
        command('textReset', 'text-reset', 'CmdOrCtrl+0'),
        line,
        command('palette', 'palette', 'CmdOrCtrl+K'),
        line,
        role('fullScreen', 'togglefullscreen'),
      ],
    },
    {
      label: text('help'),
      submenu: [command('keys', 'keys', ...shown('Shift+/')), command('hints', 'hints'), ...(mac ? [] : [about])],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
