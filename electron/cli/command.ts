/** What a command of the command line is, and how it says that it was used wrongly. */
import type { ResourceFolders } from '../resource-folders';
import type { Messages } from './messages';

export interface CommandContext {
  resources: ResourceFolders;
  appVersion: string;
  messages: Messages;
  /** To standard output; ends when it is written. */
  print(text: string): Promise<void>;
  /** A line to standard error. */
  warn(text: string): void;
}
/** Ends when done. Throws UsageError or ExpectedError. */
export type Command = (args: string[], context: CommandContext) => Promise<void>;

/** Exit status 2. `key`: a text of cli.json. */
export class UsageError extends Error {
  readonly key: string;
  readonly params: Record<string, string>;
  constructor(key: string, params: Record<string, string> = {}) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.params = params;
  }
}

export function oneOf<T extends string>(option: string, value: string | undefined, choices: readonly T[], preset: T): T {
  if (value === undefined) return preset;
  const found = choices.find((choice) => choice === value);
  if (!found) throw new UsageError('badValue', { option, value, choices: choices.join(', ') });
  return found;
}

/** `--lang ar,en`: one tag a file, or one for all; undefined where it is to be detected. */
export function languagesFor(option: string | undefined, files: readonly string[]): (string | undefined)[] {
  if (option === undefined) return files.map(() => undefined);
  const tags = option.split(',').map((tag) => tag.trim());
  if (tags.some((tag) => !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)))
    throw new UsageError('badValue', { option: '--lang', value: option, choices: 'ar,en,fr,…' });
  if (tags.length !== 1 && tags.length !== files.length) throw new UsageError('langCount');
  return files.map((_, i) => (tags.length === 1 ? tags[0] : tags[i]));
}
