/**
 * The command line, whoever starts it: plain Node (cli/triptych.ts) or the installed app (main.ts). Results go to standard output,
 * messages to standard error; exit status 0, 1 for a failure that is explained, 2 for wrong use.
 */
import { ExpectedError } from '../../core/model/result';
import type { ResourceFolders } from '../resource-folders';
import { type Command, UsageError } from './command';
import { languageOf, messagesIn } from './messages';
import { type CommandName, commandNames } from './names';

/** Each is loaded when it is called for: aligning needs no SQLite. */
const commands: Record<CommandName, () => Promise<Command>> = {
  align: async () => (await import('./align')).alignCommand,
  import: async () => (await import('./import')).importCommand,
  export: async () => (await import('./export')).exportCommand,
  search: async () => (await import('./search')).searchCommand,
  check: async () => (await import('./check')).checkCommand,
};

/** Of the whole usage the parts that begin with a command's name. */
function usageOf(command: CommandName, usage: string): string {
  const [head = '', ...lines] = usage.split('\n');
  let own = false;
  const kept = lines.filter((line) => {
    const name = /^ {2}([a-z]+)/.exec(line)?.[1];
    if (name !== undefined) own = name === command;
    return own && line.trim() !== '';
  });
  return [head, '', ...kept].join('\n');
}

const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    // A reader that has gone away (`| head`) is no failure.
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });

/** True for what Node's parseArgs throws. */
const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

export interface CliOptions {
  resources: ResourceFolders;
  appVersion: string;
}

/** Answers the exit status. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<0 | 1 | 2> {
  const messages = messagesIn(languageOf(process.env));
  const lines: Promise<void>[] = [];
  const warn = (text: string) => void lines.push(write(process.stderr, `triptych: ${text}\n`));
  const wrongUse = async (text: string | null): Promise<2> => {
    if (text !== null) warn(text);
    lines.push(write(process.stderr, `${messages.say('usage')}\n`));
    await Promise.all(lines);
    return 2;
  };

  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    await write(process.stdout, `${messages.say('usage')}\n`);
    return 0;
  }
  const command = commandNames.find((known) => known === name);
  if (command && (rest.includes('--help') || rest.includes('-h'))) {
    await write(process.stdout, `${usageOf(command, messages.say('usage'))}\n`);
    return 0;
  }
  if (!command) return wrongUse(name === undefined ? null : messages.say('unknownCommand', { command: name }));
  try {
    const run = await commands[command]();
    await run(rest, { ...options, messages, print: (text) => write(process.stdout, text), warn });
    await Promise.all(lines);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return wrongUse(messages.say(error.key, error.params));
    if (isArgumentError(error)) return wrongUse(error.message);
    if (!(error instanceof ExpectedError)) console.error(error);
    warn(messages.failure(error instanceof ExpectedError ? error.failure : { code: 'internal' }));
    await Promise.all(lines);
    return 1;
  }
}
