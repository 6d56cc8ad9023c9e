import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Command, keyOf, runCommand, runKey, useCommands } from '../../../../renderer/state/commands';

const event = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const command = (keys: string[], more: Partial<Command> = {}): Command => ({
  id: keys.join(),
  group: 'rows',
  label: 'reader:notes',
  keys,
  run: vi.fn(),
  ...more,
});
const stops: (() => void)[] = [];
const register = (...commands: Command[]) => stops.push(useCommands.getState().register(commands));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('keys in our notation', () => {
  test('letters count by the key cap on layouts of other scripts', () => {
    expect(keyOf(event('n'), false)).toBe('N');
    expect(keyOf(event('ى', { code: 'KeyN' }), false)).toBe('N');
    expect(keyOf(event('لآ', { code: 'KeyB' }), false)).toBe('لآ');
    expect(keyOf(event('؟'), false)).toBe('?');
  });
  test('Mod is Ctrl, or Cmd on a Mac', () => {
    expect(keyOf(event('z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z');
    expect(keyOf(event('z', { metaKey: true }), true)).toBe('Mod+Z');
    expect(keyOf(event('z', { ctrlKey: true }), true)).toBe('Ctrl+Z');
  });
  test('signs that need Shift are written without it', () => {
    expect(keyOf(event('?', { shiftKey: true }), false)).toBe('?');
    expect(keyOf(event('ArrowUp', { altKey: true, shiftKey: true }), false)).toBe('Alt+Shift+ArrowUp');
  });
});

describe('the register', () => {
  const press = (target: Element, key: string) => {
    const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    let used = false;
    const listener = (e: KeyboardEvent) => {
      used = runKey(e);
    };
    document.addEventListener('keydown', listener);
    target.dispatchEvent(pressed);
    document.removeEventListener('keydown', listener);
    return { used, prevented: pressed.defaultPrevented };
  };
  test('runs the newest enabled command and uses the key up', () => {
    const old = command(['N']);
    const off = command(['N', 'X'], { enabled: () => false });
    register(old);
    register(off);
    expect(press(document.body, 'n')).toEqual({ used: true, prevented: true });
    expect(old.run).toHaveBeenCalledTimes(1);
    expect(off.run).not.toHaveBeenCalled();
  });
  test('a key in a text field is the field’s, but for commands that say otherwise', () => {
    const plain = command(['N']);
    const always = command(['F6'], { inFields: true });
    register(plain, always);
    const field = document.body.appendChild(document.createElement('textarea'));
    expect(press(field, 'n').used).toBe(false);
    expect(press(field, 'F6').used).toBe(true);
    expect(plain.run).not.toHaveBeenCalled();
    field.remove();
  });
  test('commands can be run by name while they are enabled', () => {
    const off = command(['Q'], { enabled: () => false });
    const on = command(['W']);
    register(off, on);
    expect(runCommand('Q')).toBe(false);
    expect(runCommand('W')).toBe(true);
    expect(runCommand('nothing')).toBe(false);
    expect(on.run).toHaveBeenCalledTimes(1);
  });
});
