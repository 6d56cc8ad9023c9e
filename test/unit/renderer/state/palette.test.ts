import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../../core/contract/schemas';
import { success } from '../../../../core/model/result';
import type { Command } from '../../../../renderer/state/commands';
import { useCommands } from '../../../../renderer/state/commands';
import { offeredCommands, usePalette, withRecent } from '../../../../renderer/state/palette';
import { installBridge } from '../support/fake-bridge';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  group: 'rows',
  label: 'menu:keys',
  keys: [],
  run: () => undefined,
  ...more,
});

beforeEach(() => usePalette.setState({ commands: null, selection: null }));

describe('the palette', () => {
  it('offers what can be done: not what is hidden, switched off, or replaced by a later command of the same name', () => {
    const later = command('a');
    const all = [command('a'), command('b', { hidden: true }), command('c', { enabled: () => false }), command('d'), later];
    expect(offeredCommands(all)).toEqual([later, all[3]]);
  });

  it('asks what can be done when it opens, not afterwards', () => {
    let possible = true;
    const stop = useCommands.getState().register([command('once', { enabled: () => possible })]);
    usePalette.getState().show();
    possible = false;
    expect(usePalette.getState().commands?.map((c) => c.id)).toContain('once');
    stop();
  });

  it('selects again what was selected before it runs a command, and remembers the command', async () => {
    const bridge = installBridge({ 'settings.update': () => success(defaultSettings('en')) });
    const words = document.body.appendChild(document.createElement('p'));
    words.textContent = 'some words';
    document.getSelection()?.selectAllChildren(words);
    usePalette.getState().show();
    document.getSelection()?.removeAllRanges();
    const seen = vi.fn(() => document.getSelection()?.toString());
    usePalette.getState().run(command('notes.write', { run: seen }));
    expect(seen).toHaveReturnedWith('some words');
    expect(bridge.inputsOf('settings.update')).toEqual([{ recentCommands: ['notes.write'] }]);
  });

  it('remembers the last commands once each', () => {
    expect(withRecent(['b', 'a'], 'a')).toEqual(['a', 'b']);
    expect(withRecent(['1', '2', '3', '4', '5', '6'], '7')).toHaveLength(6);
  });
});
