/**
 * Files that the system hands to the app: on the command line, to a second start, by "open with". They wait here until the
 * window takes them.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileFilters } from './file-filter';

const isReadable = (name: string) => fileFilters.texts.extensions.includes(path.extname(name).slice(1).toLowerCase());

/** Desktops hand files over by address (`%U`); one that is no file of this machine's is passed over. */
function pathIn(word: string, folder: string): string | null {
  if (!/^file:/i.test(word)) return path.resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}

/** The paths among a command line's words: what is no option and looks like a file that can be read. */
export function filesIn(args: readonly string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-'))
    .flatMap((arg) => pathIn(arg, folder) ?? [])
    .filter(isReadable);
}

export interface OpenedFiles {
  add(files: readonly string[]): void;
  /** All that wait; afterwards none do. */
  take(): string[];
}

/** `told`: called when files come in. */
export function openedFiles(told: () => void): OpenedFiles {
  let waiting: string[] = [];
  return {
    add(files) {
      if (files.length === 0) return;
      waiting = [...new Set([...waiting, ...files])];
      told();
    },
    take() {
      const files = waiting;
      waiting = [];
      return files;
    },
  };
}
