/**
 * The palette: what it offers is looked up when it opens, before its own dialog stands in the way of commands that want none,
 * and what was selected then is selected again when a command runs.
 */
import { create } from 'zustand';
import { call } from '../bridge/call';
import { type Command, useCommands } from './commands';
import { useSettings } from './settings';

/** Commands that can be run now; of two with one id the later counts, as for keys. */
export function offeredCommands(commands: readonly Command[]): Command[] {
  const byId = new Map<string, Command>();
  for (const command of commands) byId.set(command.id, command);
  return [...byId.values()].filter((c) => !c.hidden && c.id !== 'app.palette' && (!c.enabled || c.enabled()));
}

const mostRecent = 6;
export const withRecent = (recent: readonly string[], id: string): string[] =>
  [id, ...recent.filter((r) => r !== id)].slice(0, mostRecent);

interface PaletteState {
  /** Null while it is closed. */
  commands: readonly Command[] | null;
  selection: Range | null;
  show(): void;
  close(): void;
  /** Puts the selection back and runs. The palette must be gone by then. */
  run(command: Command): void;
}

export const usePalette = create<PaletteState>((set, get) => ({
  commands: null,
  selection: null,
  show() {
    const selection = document.getSelection();
    set({
      commands: offeredCommands(useCommands.getState().commands),
      selection: selection && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null,
    });
  },
  close: () => set({ commands: null }),
  run(command) {
    const { selection } = get();
    set({ selection: null });
    if (selection?.startContainer.isConnected) {
      const now = document.getSelection();
      now?.removeAllRanges();
      now?.addRange(selection);
    }
    command.run();
    const { settings } = useSettings.getState();
    // Which ones were used last is no setting to be told of when it can't be stored.
    void call('settings.update', { recentCommands: withRecent(settings.recentCommands, command.id) });
  },
}));
