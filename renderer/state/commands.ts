/**
 * Everything a reader can do by key, in one register: the key handler, the menus, the palette and the overview of keys read it.
 * A part of the window registers its commands while it is on screen.
 */
import { create } from 'zustand';

export interface Command {
  /** Unique, such as 'rows.merge'. */
  id: string;
  /** Shown under this heading in the overview: key under `reader:commands.groups`. */
  group: 'move' | 'rows' | 'notes' | 'columns' | 'view' | 'report';
  /** i18next key with its namespace, such as 'alignment:commands.merge'. */
  label: string;
  /** Keys in our notation: 'N', 'Shift+N', 'Mod+Z', 'Alt+ArrowUp', '?'. Mod is Ctrl, or Cmd on a Mac. The first one is shown. */
  keys: readonly string[];
  enabled?: () => boolean;
  /** Also while a text field has the focus. */
  inFields?: boolean;
  /** Not offered in the palette, such as plain cursor movement. */
  hidden?: boolean;
  run: () => void;
}

interface CommandState {
  commands: readonly Command[];
  register: (commands: readonly Command[]) => () => void;
}

export const useCommands = create<CommandState>((set) => ({
  commands: [],
  register: (added) => {
    set((s) => ({ commands: [...s.commands, ...added] }));
    return () => set((s) => ({ commands: s.commands.filter((c) => !added.includes(c)) }));
  },
}));

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The letter on the key cap: on an Arabic or Cyrillic layout the Latin letter that stands beside it. */
function keyName(event: KeyEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  if (event.key === '؟') return '?';
  // A letter of another script, or a letter that Alt turned into a symbol on a Mac.
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter && event.key.length === 1) return letter;
  return event.key === ' ' ? 'Space' : event.key;
}

/** An event in our notation. Shift is left out of signs that are typed with it, such as '?'. */
export function keyOf(event: KeyEvent, mac = isMac): string {
  const name = keyName(event);
  const parts: string[] = [];
  if (mac ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (mac && event.ctrlKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && (name.length > 1 || /[A-Z]/.test(name))) parts.push('Shift');
  return [...parts, name].join('+');
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !/^(button|checkbox|radio|range|reset|submit|color)$/.test(target.type);
}

/** The command that a key asks for, or null. Later registered commands win: a dialog's before the page's. */
export function commandFor(event: KeyboardEvent): Command | null {
  const key = keyOf(event);
  const inField = isField(event.target);
  const { commands } = useCommands.getState();
  for (let i = commands.length - 1; i >= 0; i--) {
    const command = commands[i]!;
    if (!command.keys.includes(key) || (inField && !command.inFields)) continue;
    if (command.enabled && !command.enabled()) continue;
    return command;
  }
  return null;
}

/** Runs the command of a key event. True when there was one, and the event is used up. */
export function runKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const command = commandFor(event);
  if (!command) return false;
  event.preventDefault();
  command.run();
  return true;
}

export function runCommand(id: string): boolean {
  const command = useCommands.getState().commands.findLast((c) => c.id === id);
  if (!command || (command.enabled && !command.enabled())) return false;
  command.run();
  return true;
}
